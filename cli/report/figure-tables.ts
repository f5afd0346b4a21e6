/** The figures as tables: in as few as fit the terminal. */
import type { Experiment, ScenarioRun } from '../../reports/experiment.ts';
import { GAP, type Paint, table, wrap } from '../terminal.ts';
import { differenceFigure, FIGURE_ROWS, type KeyMeasure, runFigure } from './figures.ts';

interface Column {
  readonly head: string;
  readonly cell: (key: KeyMeasure) => string;
}

/** What is in one table, and what stands above it. */
interface Part {
  readonly title: string;
  readonly columns: readonly Column[];
}

/** Narrower than this, labels break too often to be read. */
const NARROWEST_LABEL = 26;

export function figureTables(experiment: Experiment, width: number, paint: Paint): string {
  const layouts = layoutsOf(experiment);
  const fitting = layouts.find((parts) =>
    parts.every(({ columns }) => widthOfFigures(columns) + NARROWEST_LABEL <= width),
  );
  return (fitting ?? layouts.at(-1)!)
    .map(({ title, columns }) => {
      const drawn = figureTable(columns, width, paint);
      return title === '' ? drawn : `${paint('bold', title)}\n${drawn}`;
    })
    .join('\n\n');
}

/** From one table for everything to one for each scenario. */
function layoutsOf({ scenarios, differences }: Experiment): Part[][] {
  const [base, ...others] = scenarios as readonly [ScenarioRun, ...ScenarioRun[]];
  const figuresOf = (run: ScenarioRun, head = run.name): Column => ({
    head,
    cell: (key) => runFigure(key, run),
  });
  if (others.length === 0) return [[{ title: '', columns: [figuresOf(base, '')] }]];

  const against = (index: number, head: string): Column => ({
    head,
    cell: (key) => differenceFigure(key, differences[index]!),
  });
  const together = [
    figuresOf(base),
    ...others.flatMap((run, index) => [figuresOf(run), against(index, 'difference')]),
  ];
  return [
    [{ title: '', columns: together }],
    [
      { title: '', columns: scenarios.map((run) => figuresOf(run)) },
      {
        title: `Difference from ${base.name}`,
        columns: others.map((run, index) => against(index, run.name)),
      },
    ],
    [
      { title: base.name, columns: [figuresOf(base, '')] },
      ...others.map((run, index) => ({
        title: run.name,
        columns: [figuresOf(run, ''), against(index, 'difference')],
      })),
    ],
  ];
}

function figureTable(columns: readonly Column[], width: number, paint: Paint): string {
  const labels = Math.max(...FIGURE_ROWS.map(({ words }) => words.length));
  const labelWidth = Math.min(labels, width - widthOfFigures(columns));
  const rows = FIGURE_ROWS.map(({ words, key }) => [
    wrap(words, labelWidth, '    '),
    ...columns.map(({ cell }) => (key ? cell(key) : '')),
  ]);
  const widths = [labelWidth + GAP, ...columns.map(widthOfColumn)];
  return table({ head: ['', ...columns.map(({ head }) => head)], rows, widths }, paint);
}

const widthOfFigures = (columns: readonly Column[]) =>
  columns.reduce((sum, column) => sum + widthOfColumn(column), 0);

function widthOfColumn({ head, cell }: Column): number {
  const figures = FIGURE_ROWS.map(({ key }) => (key ? cell(key).length : 0));
  return GAP + Math.max(head.length, ...figures);
}
