/** What a change would do if it were added now: in words, or why it cannot be. */
import type { ScenarioContent } from '../../../host/contract.ts';
import type { Scenario } from '../../../scenarios/schema.ts';
import { isIsoDate } from '../../fields/date-text.ts';
import { mergedOf, readContent } from '../../stores/scenario-reading.ts';
import { withChange } from './change-content.ts';
import type { Answers, Template } from './templates/template.ts';
import { SOMETHING_ELSE } from './templates/templates.ts';
import { problemInWords, toldChanges } from './told-changes.ts';

export interface Wanted {
  readonly template: Template;
  readonly answers: Answers;
  readonly name: string;
  /** ISO date, or whatever was typed. */
  readonly day: string;
}

export interface Outcome {
  /** `null`: it cannot be added as it stands. */
  readonly patch: Readonly<Record<string, unknown>> | null;
  readonly lines: readonly string[];
}

/** @param scenario as it stands on the day */
export function outcomeOf(
  content: ScenarioContent,
  scenario: Scenario,
  { template, answers, name, day }: Wanted,
): Outcome {
  const impossible = template.impossible(scenario);
  if (impossible !== null) return { patch: null, lines: [impossible] };
  if (!isIsoDate(day)) return { patch: null, lines: ['Write the first day, such as 5 April 2027.'] };
  if (Object.values(answers).includes(null)) return { patch: null, lines: ['Fill in every field.'] };
  const patch = template.patch(scenario, answers);
  const changed = withChange(content, name, { from: day, ...patch });
  const problems = readContent(changed).problems.filter(
    ({ path }) => path === `changes.${name}` || path.startsWith(`changes.${name}.`),
  );
  const dated = problems.filter(({ path }) => path === `changes.${name}.from`);
  // Empty on purpose: its fields are filled in afterwards.
  if (template === SOMETHING_ELSE && dated.length === 0) {
    return { patch, lines: ['Choose in its fields what is different, once it is added.'] };
  }
  if (problems.length > 0) {
    return { patch: null, lines: problems.map((problem) => problemInWords(problem, name)) };
  }
  const told = toldChanges(mergedOf(changed).content, []).find((change) => change.name === name);
  return { patch, lines: told?.words ?? [] };
}
