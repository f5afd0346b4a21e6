/** Time to allocation: how many had waited so long, added up from the shortest or wait by wait, with the target. */
import type { ScenarioRun } from '../../reports/experiment.ts';
import { DASHES, faint, inTurn, type Palette } from '../../reports/html/palette.ts';
import { longestOf, shareWithin, waitsToTell } from '../../reports/waits.ts';
import { workingDays } from '../../reports/wording.ts';
import type { Group } from '../../sim/measures/result.ts';
import { bookOf } from './book-of.ts';
import { layout, type Picture, seriesNames } from './picture.ts';

export type WaitsShape = 'within' | 'each';

export interface Waits {
  readonly runs: readonly ScenarioRun[];
  readonly group: Group;
  /** `within`: the share allocated within so many days; `each`: the share allocated in each week of waiting. */
  readonly shape: WaitsShape;
}

interface Line {
  readonly run: ScenarioRun;
  readonly counts: readonly number[];
  readonly index: number;
  /** As the chart calls it. */
  readonly name: string;
}

const STEPS = 200;
/** Working days in a bar. */
const WEEK = 5;
/** More bars than this are thinner than the eye parts; each then stands for several weeks. */
const MOST_BARS = 60;

export function waitsPicture(waits: Waits): Picture {
  const lines = linesOf(waits);
  const longest = Math.ceil(
    Math.max(WEEK, ...lines.map(({ run, counts }) => longestOf(counts, run.targetDays))),
  );
  return waits.shape === 'within' ? shareAllocated(lines, longest) : weekByWeek(lines, longest);
}

function linesOf({ runs, group }: Waits): Line[] {
  const names = seriesNames(runs.map(({ name }) => name));
  return runs.flatMap((run, index) => {
    const found = bookOf(run.summary, group);
    return found === null ? [] : [{ run, counts: found.waits, index, name: names[index]! }];
  });
}

function shareAllocated(lines: readonly Line[], longest: number): Picture {
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => (longest * step) / STEPS);
  const told = waitsToTell(
    lines.map(({ run }) => run),
    longest,
  );
  const targets = new Set(lines.map(({ run }) => run.targetDays));
  return {
    draw: (palette) => ({
      data: lines.map((line) => ({
        ...styleOf(line, palette),
        x: steps,
        y: steps.map((days) => shareWithin(line.counts, days) * 100),
        hovertemplate: `${line.name}: %{y:.0f}%<extra></extra>`,
      })),
      layout: waitsLayout(lines, palette, longest, 'Allocated', [0, 102]),
    }),
    table: {
      head: ['Allocated within', ...lines.map(({ run }) => run.name)],
      rows: told.map((days) => [
        `${workingDays(days)}${targets.has(days) ? ', the target' : ''}`,
        ...lines.map(({ counts }) => ({ value: shareWithin(counts, days), unit: 'share' })),
      ]),
    },
    marksOf: (row) =>
      lines.map((_, curveNumber) => ({
        curveNumber,
        pointNumber: Math.min(STEPS, Math.round(((told[row] ?? 0) / longest) * STEPS)),
      })),
  };
}

function weekByWeek(lines: readonly Line[], longest: number): Picture {
  const width = WEEK * Math.ceil(longest / WEEK / MOST_BARS);
  const starts = Array.from({ length: Math.ceil(longest / width) }, (_, bar) => bar * width);
  const share = (counts: readonly number[], from: number) =>
    shareWithin(counts, from + width) - shareWithin(counts, from);
  const middles = starts.map((from) => from + width / 2);
  return {
    draw: (palette) => ({
      data: lines.map((line) => ({
        ...styleOf(line, palette),
        x: middles,
        y: starts.map((from) => share(line.counts, from) * 100),
        line: { ...styleOf(line, palette).line, shape: 'hvh' },
        ...(lines.length === 1
          ? { fill: 'tozeroy', fillcolor: faint(inTurn(palette.series, line.index), 0.25) }
          : {}),
        hovertemplate: `${line.name}: %{y:.1f}%<extra></extra>`,
      })),
      layout: waitsLayout(lines, palette, longest, 'Allocated after about', null),
    }),
    table: {
      head: ['Allocated after', ...lines.map(({ run }) => run.name)],
      rows: starts.map((from) => [
        `${from} to ${from + width} working days`,
        ...lines.map(({ counts }) => ({ value: share(counts, from), unit: 'share' })),
      ]),
    },
    marksOf: (row) => lines.map((_, curveNumber) => ({ curveNumber, pointNumber: row })),
  };
}

const styleOf = ({ name, index }: Line, palette: Palette) => ({
  mode: 'lines',
  name,
  line: { color: inTurn(palette.series, index), width: 3, dash: inTurn(DASHES, index) },
});

function waitsLayout(
  lines: readonly Line[],
  palette: Palette,
  longest: number,
  hover: string,
  range: readonly number[] | null,
): object {
  const targets = [...new Set(lines.map(({ run }) => run.targetDays))];
  return layout(palette, {
    hovermode: 'x unified',
    xaxis: {
      title: { text: 'Working days waited', standoff: 8 },
      range: [0, longest],
      hoverformat: '.0f',
      unifiedhovertitle: { text: `${hover} %{x:.0f} working days` },
    },
    yaxis: { ticksuffix: '%', ...(range ? { range } : {}) },
    shapes: targets.map((x) => ({
      type: 'line',
      x0: x,
      x1: x,
      yref: 'paper',
      y0: 0,
      y1: 1,
      line: { color: palette.text, width: 1.5, dash: 'dot' },
    })),
    annotations: targets.map((x) => ({
      x,
      yref: 'paper',
      y: 1,
      // Away from the edge, which would cut it off.
      xanchor: x > longest / 2 ? 'right' : 'left',
      yanchor: 'top',
      showarrow: false,
      text: ` target: ${workingDays(x)} `,
      font: { color: palette.text, size: 12 },
      bgcolor: faint(palette.paper, 0.8),
    })),
  });
}
