import { Command } from 'commander';
import { kindOf, openComparison } from '../../host/comparison-files.ts';
import { type OpenedScenario, openScenario } from '../../host/scenario-files.ts';
import { explainedShortly } from '../../reports/explain.ts';
import { counted, date, number, weeks } from '../../reports/wording.ts';
import { explain } from '../../scenarios/explanation.ts';
import { refuseExtras } from '../options.ts';
import { stylist, widthOf, wrap } from '../terminal.ts';

export function checkCommand(): Command {
  return new Command('check')
    .description(
      'Read a file without running it: every problem at once, or the balance of its scenarios by formula.',
    )
    .argument('<scenario>', 'a scenario or comparison file, or the id of a preset or story')
    .addHelpText('after', '\nExample:\n  headroom check my-service.json')
    .allowUnknownOption()
    .allowExcessArguments()
    .action((reference: string, _options, command: Command) => {
      refuseExtras(command, 1);
      const opened =
        kindOf(reference) === 'comparison' ? openComparison(reference).scenarios : [openScenario(reference)];
      process.stdout.write(`${opened.map(summary).join('\n\n')}\n`);
    });
}

function summary({ document }: OpenedScenario): string {
  const { name, scenario, inputs } = document;
  const width = widthOf(process.stdout);
  const paint = stylist(process.stdout);
  const defaults = inputs.filter(({ setBy }) => setBy === 'default').length;
  const assumed = inputs.filter(({ confidence }) => confidence === 'assumption').length;
  const teams = counted(Object.keys(scenario.teams).length, 'team');
  return [
    paint(['bold', 'underline'], wrap(name, width)),
    wrap(
      `Valid: ${weeks(scenario.period.weeks)} from ${date(scenario.period.start)}, ${teams}. ` +
        `${counted(inputs.length, 'input')}, ${number(defaults, 0)} left at the default, ${number(assumed, 0)} resting on an assumption.`,
      width,
    ),
    '',
    paint('bold', 'Balance'),
    ...explainedShortly(explain(scenario)).map((words) => wrap(`  ${words}`, width, '  ')),
    wrap('  headroom explain says more of it.', width, '  '),
  ].join('\n');
}
