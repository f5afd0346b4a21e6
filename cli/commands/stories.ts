import { Command } from 'commander';
import { type OpenedStory, openStory, storyIds } from '../../host/comparison-files.ts';
import { publishedFigure } from '../../reports/story-words.ts';
import { label, quoted } from '../../reports/wording.ts';
import { refuseExtras } from '../options.ts';
import { type Paint, stylist, table, widthOf, wrap } from '../terminal.ts';
import { storiesCheckCommand } from './stories-check.ts';

const EXAMPLES = `
Examples:
  headroom stories
  headroom stories show oxfordshire-18-to-25
  headroom stories check oxfordshire-18-to-25
  headroom compare oxfordshire-18-to-25 --html report.html`;

export function storiesCommand(): Command {
  const show = new Command('show')
    .description('What a source says happened, what is simulated, and what the model is expected to say.')
    .argument('<id>', 'the id of a story')
    .allowUnknownOption()
    .allowExcessArguments()
    .action((id: string, _options, command: Command) => {
      refuseExtras(command, 1);
      process.stdout.write(`${shown(openStory(id), widthOf(process.stdout), stylist(process.stdout))}\n`);
    });
  return new Command('stories')
    .description('List what councils say they did to their waiting lists, each as a comparison that runs.')
    .addHelpText('after', EXAMPLES)
    .addCommand(show)
    .addCommand(storiesCheckCommand())
    .action(() => void process.stdout.write(`${listed()}\n`));
}

function listed(): string {
  const rows = storyIds.map((id) => [id, openStory(id).story.lever]);
  return table({ head: ['Story', 'What was done'], rows, words: [0, 1] }, stylist(process.stdout));
}

function shown({ id, story, comparison, scenarios }: OpenedStory, width: number, paint: Paint): string {
  const names = scenarios.map(({ document }) => document.name);
  const { lever, happened, figures = [], expects, limits } = story;
  const line = (text: string) => wrap(`  ${text}`, width, '    ');
  const sections = [
    `${paint(['bold', 'underline'], wrap(comparison.name, width))}\n${paint('dim', `${id} · ${lever}`)}`,
    [
      paint('bold', 'What the source says'),
      wrap(happened.text, width),
      paint('dim', wrap(happened.source, width)),
    ],
    [paint('bold', 'What is simulated'), wrap(comparison.description ?? '', width), ...names.map(line)],
    [
      paint('bold', 'What is published'),
      ...figures.map((figure) => {
        const note = figure.note === undefined ? '' : ` (${figure.note})`;
        return line(
          `${label(figure.measure)}, ${quoted(names[figure.scenario]!)}: ${publishedFigure(figure)}${note}`,
        );
      }),
    ],
    [
      paint('bold', 'What the model is expected to say'),
      ...expects.map(({ measure, scenario, direction, because }) =>
        line(`${label(measure)}, ${quoted(names[scenario]!)}: ${direction}. ${because}`),
      ),
    ],
    [paint('bold', 'Limits'), wrap(limits, width)],
  ];
  return sections
    .filter((section) => section.length > 1)
    .map((section) => (typeof section === 'string' ? section : section.join('\n')))
    .join('\n\n');
}
