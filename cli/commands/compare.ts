import { Command } from 'commander';
import { kindOf, openComparison } from '../../host/comparison-files.ts';
import { allOf, BadInput } from '../../host/failure.ts';
import type { Problem } from '../../scenarios/problem.ts';
import { addRunOptions, refuse } from '../options.ts';
import { type OpenedRun, openEach, runAndReport } from '../run-and-report.ts';

/** More columns than this nobody compares. */
const MOST_SCENARIOS = 10;

const EXAMPLES = `
Examples:
  headroom compare my-service.json two-more-posts.json
  headroom compare my-service.json two-more-posts.json weekly-panel.json --html report.html
  headroom compare my-comparison.json                  a file that holds the scenarios, or names them
  headroom compare oxfordshire-18-to-25                a story (see headroom stories)`;

export function compareCommand(): Command {
  return addRunOptions(
    new Command('compare')
      .description('Simulate a service and changes to it with the same families, and say what differs.')
      .argument(
        '<base>',
        'what the others are compared with: a scenario file or the id of a preset; or, alone, a comparison file or the id of a story',
      )
      .argument('[other...]', 'one or more changed scenarios'),
  )
    .addHelpText('after', EXAMPLES)
    .action((...typed) => runAndReport(typed.at(-1) as Command, MOST_SCENARIOS, opened));
}

function opened(references: readonly string[]): OpenedRun {
  const [base, ...others] = references;
  if (base === undefined || others.length > 0) return openedEach(references);
  if (kindOf(base) === 'scenario') throw nothingToCompare(base);
  const { scenarios, files } = openComparison(base);
  return { scenarios, files: [...files, ...scenarios.flatMap((scenario) => scenario.files)] };
}

function openedEach(references: readonly string[]): OpenedRun {
  const comparisons = references.filter((reference) => kindOf(reference) === 'comparison');
  const scenarios = references.filter((reference) => !comparisons.includes(reference));
  const [, run] = allOf([() => refuse(comparisons.map(notAlone)), () => openEach(scenarios)]);
  return run;
}

function notAlone(reference: string): Problem {
  const message = 'is a comparison, which holds all its scenarios; name it alone';
  return { path: reference, value: reference, allowed: 'a scenario file, or the id of a preset', message };
}

function nothingToCompare(base: string): BadInput {
  openEach([base]);
  const allowed = 'a base and one or more other scenarios, or a comparison file or story alone';
  const message = `is one scenario, with nothing to compare it with; write ${allowed}`;
  return new BadInput([{ path: base, value: base, allowed, message }]);
}
