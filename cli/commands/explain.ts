import { Command } from 'commander';
import { openScenario } from '../../host/scenario-files.ts';
import { EXPLAINED_HOW, explained } from '../../reports/explain.ts';
import { explain } from '../../scenarios/explanation.ts';
import { refuseExtras } from '../options.ts';
import { stylist, widthOf, wrap } from '../terminal.ts';

export function explainCommand(): Command {
  return new Command('explain')
    .description(
      'Say in plain words why the waiting list grows or stays, and what alone would bring it level. By formula, without running it.',
    )
    .argument('<scenario>', 'a scenario file, or the id of a preset')
    .addHelpText('after', '\nExamples:\n  headroom explain my-service.json\n  headroom explain east-sussex')
    .allowUnknownOption()
    .allowExcessArguments()
    .action((reference: string, _options, command: Command) => {
      refuseExtras(command, 1);
      process.stdout.write(`${explanation(reference)}\n`);
    });
}

function explanation(reference: string): string {
  const { name, scenario } = openScenario(reference).document;
  const width = widthOf(process.stdout);
  const paint = stylist(process.stdout);
  const moments = explained(explain(scenario)).map(({ title, lines }) =>
    [paint('bold', wrap(title, width)), ...lines.map((line) => wrap(`  ${line}`, width, '    '))].join('\n'),
  );
  return [
    paint(['bold', 'underline'], wrap(name, width)),
    ...moments,
    paint('dim', wrap(EXPLAINED_HOW, width)),
  ].join('\n\n');
}
