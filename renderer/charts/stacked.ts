/** What makes up a whole, one bar for each scenario: cost by kind, hours by activity, places used and free. */
import type { ScenarioRun } from '../../reports/experiment.ts';
import { inTurn, type Palette } from '../../reports/html/palette.ts';
import { shortened } from '../../reports/html/shortened.ts';
import { layout, type Picture, seriesNames } from './picture.ts';

export interface StackedPart {
  readonly label: string;
  /** One for each scenario, in `unit`. */
  readonly values: readonly number[];
}

export interface Stacked {
  readonly runs: readonly Pick<ScenarioRun, 'name'>[];
  readonly parts: readonly StackedPart[];
  readonly unit: string;
  /** Heading of the first column of the table. */
  readonly what: string;
}

/** Parts are told apart by pattern too, not by colour alone. */
const PATTERNS = ['', '/', '.', 'x', '-', '\\', '+', '|'] as const;
/** Characters of a name beside its bar. */
const LONGEST_NAME = 26;

export function stackedPicture({ runs, parts, unit, what }: Stacked): Picture {
  return {
    draw: (palette) => ({
      data: parts.map((part, index) => bars(part, index, runs, unit, palette)),
      layout: layout(palette, {
        barmode: 'stack',
        hovermode: 'closest',
        bargap: 0.35,
        xaxis: {
          rangemode: 'tozero',
          tickformat: ',.0f',
          nticks: 6,
          tickprefix: unit === 'pounds' ? '£' : '',
          title: { text: unit === 'pounds' ? '' : unit, standoff: 8 },
        },
        yaxis: {
          type: 'category',
          autorange: 'reversed',
          tickvals: runs.map((_, at) => at),
          ticktext: seriesNames(
            runs.map(({ name }) => name),
            LONGEST_NAME,
          ),
          ticklabelstandoff: 6,
        },
      }),
    }),
    table: {
      head: [what, ...runs.map(({ name }) => name)],
      rows: parts.map(({ label, values }) => [label, ...values.map((value) => ({ value, unit }))]),
    },
    marksOf: (row) => runs.map((_, pointNumber) => ({ curveNumber: row, pointNumber })),
  };
}

function bars(
  { label, values }: StackedPart,
  index: number,
  runs: Stacked['runs'],
  unit: string,
  palette: Palette,
): object {
  const colour = inTurn(palette.series, index);
  return {
    type: 'bar',
    orientation: 'h',
    name: shortened(label, 40),
    // Two scenarios may bear one name, so bars stand at their number.
    y: runs.map((_, at) => at),
    x: values,
    marker: {
      color: colour,
      pattern: {
        shape: inTurn(PATTERNS, index),
        fillmode: 'overlay',
        fgcolor: palette.paper,
        size: 7,
        solidity: 0.25,
      },
      line: { color: palette.paper, width: 1 },
    },
    hovertemplate: `${shortened(label, 40)}: ${unit === 'pounds' ? '£%{x:,.0f}' : `%{x:,.1f} ${unit}`}<extra></extra>`,
  };
}
