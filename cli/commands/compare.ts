import { Command } from 'commander';
import { addRunOptions } from '../options.ts';
import { runAndReport } from '../run-and-report.ts';

/** More columns than this nobody compares. */
const MOST_SCENARIOS = 10;

const EXAMPLES = `
Examples:
  headroom compare my-service.json two-more-posts.json
  headroom compare my-service.json two-more-posts.json weekly-panel.json --html report.html`;

export function compareCommand(): Command {
  return addRunOptions(
    new Command('compare')
      .description('Simulate a service and changes to it with the same families, and say what differs.')
      .argument('<base>', 'what the others are compared with: a scenario file or the id of a preset')
      .argument('<other...>', 'one or more changed scenarios'),
  )
    .addHelpText('after', EXAMPLES)
    .action((...typed) => runAndReport(typed.at(-1) as Command, MOST_SCENARIOS));
}
