import { Command } from 'commander';
import { openScenario } from '../../host/scenario-files.ts';
import { counted, date, families, number, percent, weeks } from '../../reports/wording.ts';
import { balance } from '../../scenarios/balance.ts';
import { refuseExtras } from '../options.ts';
import { stylist, widthOf, wrap } from '../terminal.ts';

export function checkCommand(): Command {
  return new Command('check')
    .description('Read a scenario file without running it: every problem at once, or its balance by formula.')
    .argument('<scenario>', 'a scenario file, or the id of a preset')
    .addHelpText('after', '\nExample:\n  headroom check my-service.json')
    .allowUnknownOption()
    .allowExcessArguments()
    .action((reference: string, _options, command: Command) => {
      refuseExtras(command, 1);
      process.stdout.write(`${summary(reference)}\n`);
    });
}

function summary(reference: string): string {
  const { document } = openScenario(reference);
  const { name, scenario, inputs } = document;
  const width = widthOf(process.stdout);
  const paint = stylist(process.stdout);
  const { joining, allocationsPossible, load, places, hoursNeeded, hoursAvailable } = balance(scenario);
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
    paint('bold', 'Balance by formula'),
    wrap(
      `  ${families(joining)} join the list a week and ${families(allocationsPossible)} can be allocated: ` +
        `demand is ${percent(load, 0)} of what ${number(places, 1)} places can take.`,
      width,
      '  ',
    ),
    wrap(
      `  With every place full, ${number(hoursNeeded, 0)} direct hours a week are needed of ${number(hoursAvailable, 0)} there.`,
      width,
      '  ',
    ),
  ].join('\n');
}
