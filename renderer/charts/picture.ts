/** What a chart shows: Plotly's own JSON, and the same as a table. Plain data; nothing here draws. */
import type { Point } from 'plotly.js-cartesian-dist-min';
import type { Chart } from '../../reports/html/charts.ts';
import type { Palette } from '../../reports/html/palette.ts';
import { shortened } from '../../reports/html/shortened.ts';
import { figure } from '../../reports/wording.ts';

/** A number keeps its full value for files and says itself in the decimals of its unit. */
export interface Figure {
  readonly value: number;
  readonly unit: string;
}
export type Cell = string | Figure;

export const said = (cell: Cell): string => (typeof cell === 'string' ? cell : figure(cell.value, cell.unit));

/** The first cell of a row is its heading. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Picture {
  readonly draw: (palette: Palette) => Chart;
  readonly table: ChartTable;
  /** Marks that stand for a row of the table, for those who read the chart by keys. */
  readonly marksOf: (row: number) => readonly Point[];
}

/** "Week from: 5 April 2027. Today, median: 96": a row as it is read out. */
export function rowInWords({ head, rows }: ChartTable, row: number): string {
  return (rows[row] ?? []).map((cell, column) => `${head[column]}: ${said(cell)}`).join('. ');
}

/** Names of series, cut to fit a legend and still told apart. */
export function seriesNames(names: readonly string[], longest = LONGEST_NAME): string[] {
  const cuts = names.map((name) => shortened(name, longest));
  return cuts.map((cut, at) =>
    cuts.some((other, i) => other === cut && i !== at) ? `${at + 1}. ${cut}` : cut,
  );
}
const LONGEST_NAME = 32;

interface Axes {
  readonly xaxis: object;
  readonly yaxis: object;
  readonly [other: string]: unknown;
}

/** What all charts share. The title stands above the chart as text, so none is drawn. */
export function layout(palette: Palette, { xaxis, yaxis, ...rest }: Axes): object {
  const axis = {
    gridcolor: palette.grid,
    linecolor: palette.grid,
    zerolinecolor: palette.grid,
    automargin: true,
    fixedrange: true,
  };
  return {
    paper_bgcolor: palette.paper,
    plot_bgcolor: palette.paper,
    font: { family: 'system-ui, "Segoe UI", Roboto, sans-serif', size: 13, color: palette.text },
    margin: { l: 48, r: 16, t: 12, b: 40 },
    hoverlabel: {
      bgcolor: palette.paper,
      bordercolor: palette.text,
      font: { color: palette.text },
      align: 'left',
    },
    dragmode: false,
    showlegend: true,
    legend: {
      orientation: 'h',
      x: 0,
      xref: 'paper',
      y: 0,
      yref: 'container',
      yanchor: 'bottom',
      traceorder: 'normal',
      itemclick: false,
      itemdoubleclick: false,
    },
    ...rest,
    xaxis: { ...axis, ...xaxis },
    yaxis: { ...axis, rangemode: 'tozero', separatethousands: true, ...yaxis },
  };
}
