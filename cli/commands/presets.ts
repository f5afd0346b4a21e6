import { Command } from 'commander';
import { openScenario, presetNamed } from '../../host/scenario-files.ts';
import { inputValue } from '../../reports/wording.ts';
import { PRESETS } from '../../scenarios/presets/index.ts';
import type { Preset, PublishedFigures } from '../../scenarios/presets/preset.ts';
import { refuseExtras } from '../options.ts';
import { stylist, table, widthOf, wrap } from '../terminal.ts';
import { presetsCheckCommand } from './presets-check.ts';

const EXAMPLES = `
Examples:
  headroom presets
  headroom presets show west-sussex
  headroom presets check`;

export function presetsCommand(): Command {
  const show = new Command('show')
    .description('What a preset holds, where each figure comes from, and what its sources leave open.')
    .argument('<id>', 'the id of a preset')
    .allowUnknownOption()
    .allowExcessArguments()
    .action((id: string, _options, command: Command) => {
      refuseExtras(command, 1);
      process.stdout.write(`${shownPreset(presetNamed(id))}\n`);
    });
  return new Command('presets')
    .description('List the services that a scenario can start from.')
    .addHelpText('after', EXAMPLES)
    .addCommand(show)
    .addCommand(presetsCheckCommand())
    .action(() => void process.stdout.write(`${listed()}\n`));
}

function listed(): string {
  const rows = PRESETS.map(({ id, title, asOf }) => [id, title, asOf]);
  return table(
    { head: ['Preset', 'Service', 'Figures of'], rows, words: [0, 1, 2] },
    stylist(process.stdout),
  );
}

function shownPreset(preset: Preset): string {
  const width = widthOf(process.stdout);
  const paint = stylist(process.stdout);
  const { inputs } = openScenario(preset.id).document;
  const own = inputs.filter(({ setBy }) => setBy !== 'default');
  const sections = [
    `${paint(['bold', 'underline'], wrap(preset.title, width))}\n${paint('dim', `${preset.id} · figures of ${preset.asOf}`)}`,
    wrap(preset.summary, width),
    [paint('bold', 'Published'), ...publishedLines(preset.published, width)].join('\n'),
    [
      paint('bold', 'Inputs of its own'),
      ...own.map(({ path, value, unit, source, confidence }) =>
        [
          wrap(`  ${path}: ${inputValue(value)}${WORDS.includes(unit) ? '' : ` ${unit}`}`, width, '    '),
          paint('dim', wrap(`    ${source} (${confidence})`, width, '    ')),
        ].join('\n'),
      ),
    ].join('\n'),
  ];
  if (preset.contradictions.length > 0) {
    const lines = preset.contradictions.map(({ id, text }) => wrap(`  ${id}: ${text}`, width, '    '));
    sections.push([paint('bold', 'What the sources leave open'), ...lines].join('\n'));
  }
  return sections.join('\n\n');
}

/** Units of parameters that are no quantities. */
const WORDS = ['text', 'choice', 'date', 'dates', 'names'];

type PublishedFigure = NonNullable<PublishedFigures[keyof PublishedFigures]>;

function publishedLines({ byPathway = {}, ...ofService }: Preset['published'], width: number): string[] {
  const lines = (figures: PublishedFigures, of: string) =>
    FIGURES.flatMap((name) => {
      const figure = figures[name];
      return figure ? [publishedLine(`${of}${PUBLISHED_LABELS[name]}`, figure, width)] : [];
    });
  return [
    ...lines(ofService, ''),
    ...Object.entries(byPathway).flatMap(([pathway, figures]) => lines(figures, `${pathway}: `)),
  ];
}

function publishedLine(label: string, figure: PublishedFigure, width: number): string {
  const value = 'value' in figure ? inputValue(figure.value) : rangeInWords(figure);
  const note = figure.note ? ` (${figure.note})` : '';
  return wrap(`  ${label}: ${value}${note}. ${figure.source}`, width, '    ');
}

export const rangeInWords = ({ least, most }: { least: number; most: number }): string =>
  least === most ? inputValue(least) : `${inputValue(least)} to ${inputValue(most)}`;

const PUBLISHED_LABELS: Readonly<Record<keyof PublishedFigures, string>> = {
  openFamilies: 'Open families',
  openChildren: 'Open children',
  waiting: 'Waiting',
  waitWorkingDays: 'Wait, working days',
  lengthWeeks: 'Length of intervention, weeks',
  referralsPerYear: 'Referrals a year',
  throughputPerYear: 'Families a year',
  caseload: 'Caseload',
};
const FIGURES = Object.keys(PUBLISHED_LABELS) as (keyof PublishedFigures)[];
