/** What stands under every chart of a comparison, so that a picture cut out of it can be traced. */
import { cutName } from '../../../reports/cut-name.ts';
import type { Experiment } from '../../../reports/experiment.ts';
import { inputsInShort, runFacts } from '../../../reports/facts.ts';
import { listed, quoted } from '../../../reports/wording.ts';

/** Characters of a name: six long ones would be a page of their own. */
const LONGEST_NAME = 48;

export function captionOf(experiment: Experiment): string {
  const { scenarios } = experiment;
  const named = scenarios.map((run) => `${quoted(cutName(run.name, LONGEST_NAME))} (${inputsInShort(run)})`);
  return `${listed(named)}. ${runFacts(experiment, scenarios[0]!, 'run')}`;
}
