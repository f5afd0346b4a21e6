import { Command } from 'commander';
import { addRunOptions } from '../options.ts';
import { runAndReport } from '../run-and-report.ts';

const EXAMPLES = `
Examples:
  headroom run reference
  headroom run my-service.json --weeks 52 --replications 200
  headroom run my-service.json --json results.json --csv weekly.csv --html report.html
  headroom run reference --json - | jq .scenarios[0].headline.waiting_mean`;

export function runCommand(): Command {
  return addRunOptions(
    new Command('run')
      .description('Simulate one service: its waiting list and time to allocation.')
      .argument('<scenario>', 'a scenario file, or the id of a preset'),
  )
    .addHelpText('after', EXAMPLES)
    .action((...typed) => runAndReport(typed.at(-1) as Command, 1));
}
