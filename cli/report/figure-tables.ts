/** The figures as tables: in as few as fit the terminal. */
import type { Experiment, ScenarioRun } from '../../reports/experiment.ts';
import type { Counted } from '../../reports/wording.ts';
import { GAP, type Paint, table, wrap } from '../terminal.ts';
import { type FigureRow, figureRows } from './figures.ts';

interface Column {
  readonly head: string;
  readonly cell: (row: FigureRow) => string;
}

/** What is in one table, and what stands above it. */
interface Part {
  readonly title: string;
  readonly columns: readonly Column[];
}

/** Narrower than this, labels break too often to be read. */
const NARROWEST_LABEL = 26;

export function figureTables(experiment: Experiment, counted: Counted, width: number, paint: Paint): string {
  const rows = figureRows(experiment, counted);
  const layouts = layoutsOf(experiment);
  const fitting = layouts.find((parts) =>
    parts.every(({ columns }) => widthOfFigures(columns, rows) + NARROWEST_LABEL <= width),
  );
  return (fitting ?? layouts.at(-1)!)
    .map(({ title, columns }) => {
      const drawn = figureTable(columns, rows, width, paint);
      return title === '' ? drawn : `${paint('bold', wrap(title, width))}\n${drawn}`;
    })
    .join('\n\n');
}

/** From one table for everything to one for each column. */
function layoutsOf({ scenarios, differences }: Experiment): Part[][] {
  const [base, ...others] = scenarios as readonly [ScenarioRun, ...ScenarioRun[]];
  const figuresOf = (run: ScenarioRun, head = run.name): Column => ({
    head,
    cell: ({ figure }) => figure?.(run) ?? '',
  });
  if (others.length === 0) return [[{ title: '', columns: [figuresOf(base, '')] }]];

  const against = (index: number, head: string): Column => ({
    head,
    cell: ({ difference }) => difference?.(differences[index]!) ?? '',
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
    [
      { title: base.name, columns: [figuresOf(base, '')] },
      ...others.flatMap((run, index) => [
        { title: run.name, columns: [figuresOf(run, '')] },
        { title: `${run.name}: difference from ${base.name}`, columns: [against(index, '')] },
      ]),
    ],
  ];
}

function figureTable(
  columns: readonly Column[],
  rows: readonly FigureRow[],
  width: number,
  paint: Paint,
): string {
  const labels = Math.max(...rows.map(({ words }) => words.length));
  const labelWidth = Math.min(labels, width - widthOfFigures(columns, rows));
  const cells = rows.map((row) => [
    wrap(row.words, labelWidth, '    '),
    ...columns.map(({ cell }) => cell(row)),
  ]);
  const widths = [labelWidth + GAP, ...columns.map((column) => widthOfColumn(column, rows))];
  return table({ head: ['', ...columns.map(({ head }) => head)], rows: cells, widths }, paint);
}

const widthOfFigures = (columns: readonly Column[], rows: readonly FigureRow[]) =>
  columns.reduce((sum, column) => sum + widthOfColumn(column, rows), 0);

function widthOfColumn({ head, cell }: Column, rows: readonly FigureRow[]): number {
  return GAP + Math.max(head.length, ...rows.map((row) => cell(row).length));
}
