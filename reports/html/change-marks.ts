/** Dated changes in the weekly charts: a line at each date, with the change's name above the curves. */
import type { ScenarioRun } from '../experiment.ts';
import { listed } from '../wording.ts';
import { faint, type Palette } from './palette.ts';
import { shortened } from './shortened.ts';

/** Characters of a name; three lines of names one below the other keep those of neighbours apart. */
const LONGEST_NAME = 24;
const LINES = 3;
/** Pixels from one line of names to the next, and about what share of a chart's height that is. */
const LINE = 17;
const LINE_SHARE = 0.09;

export function changeMarks({ changes, dates }: ScenarioRun, palette: Palette) {
  const placed = changes.map(({ from, names }, index) => ({ from, names, line: index % LINES }));
  return {
    shapes: placed.map(({ from }) => ({
      type: 'line',
      x0: from,
      x1: from,
      yref: 'paper',
      y0: 0,
      y1: 1,
      line: { color: palette.text, width: 1.5, dash: 'dot' },
    })),
    annotations: placed.map(({ from, names, line }) => ({
      x: from,
      yref: 'paper',
      y: 1,
      yshift: -line * LINE,
      // Towards the middle of the chart, so that no name is cut off at its edge.
      xanchor: from > dates[Math.floor(dates.length / 2)]! ? 'right' : 'left',
      yanchor: 'top',
      showarrow: false,
      text: ` ${shortened(listed(names), LONGEST_NAME)} `,
      font: { color: palette.text, size: 12 },
      bgcolor: faint(palette.paper, 0.8),
    })),
  };
}

/** What the axis is lengthened by, so that the curves stay below the names; the same in every chart. */
export function roomFor(runs: readonly ScenarioRun[]): number {
  const lines = Math.min(LINES, Math.max(...runs.map(({ changes }) => changes.length)));
  return 1 / (1 - lines * LINE_SHARE);
}
