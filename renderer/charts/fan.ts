/** A weekly measure over time as a fan: median, the middle half and nine in ten of the runs. Two to six scenarios lie over each other. */

import type { ScenarioRun } from '../../reports/experiment.ts';
import { changeMarks, roomFor } from '../../reports/html/change-marks.ts';
import { DASHES, faint, inTurn, type Palette } from '../../reports/html/palette.ts';
import { date, unitOf, workingDays } from '../../reports/wording.ts';
import type { WeeklyKey } from '../../sim/measures/measures.ts';
import type { Group } from '../../sim/measures/result.ts';
import type { WeeklyBand } from '../../sim/measures/summary.ts';
import { weeklyOf } from './book-of.ts';
import { layout, type Picture, seriesNames } from './picture.ts';

export interface Fan {
  readonly runs: readonly ScenarioRun[];
  readonly measure: WeeklyKey;
  readonly group: Group;
  /** There is little room: fewer dates, and no legend; the text beside the chart says what is drawn. */
  readonly narrow?: boolean;
}

interface Line {
  readonly run: ScenarioRun;
  readonly band: WeeklyBand;
  /** Its place among all scenarios, which decides colour and dash. */
  readonly index: number;
  /** As the chart calls it. */
  readonly name: string;
}

/** With more scenarios than this, wide bands over each other can no longer be told apart. */
const MOST_WITH_WIDE_BANDS = 3;

export const showsWideBands = (runs: readonly ScenarioRun[]) => runs.length <= MOST_WITH_WIDE_BANDS;

export function fanPicture(fan: Fan): Picture {
  const lines = linesOf(fan);
  const wide = showsWideBands(fan.runs);
  const tracesEach = wide ? 5 : 3;
  return {
    draw: (palette) => ({
      data: lines.flatMap((line) => traces(line, fan, palette, wide, lines.length === 1)),
      layout: fanLayout(fan, lines, palette),
    }),
    table: {
      head: [
        'Week from',
        ...lines.flatMap(({ run }) =>
          ['median', 'low (5%)', 'high (95%)'].map((what) =>
            lines.length > 1 ? `${run.name}, ${what}` : capitalised(what),
          ),
        ),
      ],
      rows: (lines[0]?.run.dates ?? []).map((day, week) => [
        date(day),
        ...lines.flatMap(({ band }) =>
          [band.p50, band.p5, band.p95].map((values) => ({
            value: values[week] ?? Number.NaN,
            unit: unitOf(fan.measure, fan.group.counted),
          })),
        ),
      ]),
    },
    marksOf: (week) =>
      lines.map((_, at) => ({ curveNumber: at * tracesEach + tracesEach - 1, pointNumber: week })),
  };
}

function linesOf({ runs, measure, group }: Fan): Line[] {
  const names = seriesNames(runs.map(({ name }) => name));
  return runs.flatMap((run, index) => {
    const band = weeklyOf(run.summary, group, measure);
    return band === null ? [] : [{ run, band, index, name: names[index]! }];
  });
}

/** The bands from wide to narrow, the median last. */
function traces(
  { run, band, index, name }: Line,
  { measure, group }: Fan,
  palette: Palette,
  wide: boolean,
  alone: boolean,
) {
  const colour = inTurn(palette.series, index);
  const scale = isShare(measure) ? 100 : 1;
  const at = (values: readonly number[]) => values.map((value) => value * scale);
  const edge = { x: run.dates, mode: 'lines', line: { width: 0 }, hoverinfo: 'skip' };
  const filled = (low: readonly number[], high: readonly number[], opacity: number, title: string) => [
    { ...edge, y: at(low), showlegend: false },
    {
      ...edge,
      y: at(high),
      name: title,
      showlegend: alone,
      fill: 'tonexty',
      fillcolor: faint(colour, opacity),
    },
  ];
  const decimals = measure === 'cost_total' ? ',.0f' : ',.1f';
  const unit = unitOf(measure, group.counted);
  const prefix = unit === 'pounds' ? '£' : '';
  const suffix = unit === 'share' ? '%' : unit === 'pounds' ? '' : ` ${unit}`;
  return [
    ...(wide ? filled(band.p5, band.p95, alone ? 0.18 : 0.1, '9 in 10 runs') : []),
    ...filled(band.p25, band.p75, alone ? 0.34 : 0.2, 'Half of runs'),
    {
      x: run.dates,
      y: at(band.p50),
      customdata: run.dates.map((_, week) => [band.p5[week]! * scale, band.p95[week]! * scale]),
      mode: 'lines',
      name: alone ? 'Median of runs' : name,
      line: { color: colour, width: 3, dash: alone ? 'solid' : inTurn(DASHES, index) },
      hovertemplate: `${alone ? '' : `${name}: `}${prefix}%{y:${decimals}}${suffix} (9 in 10 runs: ${prefix}%{customdata[0]:${decimals}} to ${prefix}%{customdata[1]:${decimals}})<extra></extra>`,
    },
  ];
}

const isShare = (measure: WeeklyKey) => unitOf(measure) === 'share';

function fanLayout({ runs, measure, narrow = false }: Fan, lines: readonly Line[], palette: Palette): object {
  const marked = { ...runs[0]!, changes: changesOf(runs) };
  const { shapes, annotations } = changeMarks(marked, palette);
  const target =
    measure === 'longest_wait_end' ? targetMarks(runs, palette) : { shapes: [], annotations: [] };
  return layout(palette, {
    hovermode: 'x unified',
    ...(narrow ? { showlegend: false } : {}),
    xaxis: {
      type: 'date',
      tickformat: '%b<br>%Y',
      nticks: narrow ? 4 : 8,
      hoverformat: 'Week from %-d %B %Y',
    },
    yaxis: {
      range: [0, highest(lines, measure) * roomFor([marked])],
      ticksuffix: isShare(measure) ? '%' : '',
      tickprefix: measure === 'cost_total' ? '£' : '',
    },
    shapes: [...shapes, ...target.shapes],
    annotations: [...annotations, ...target.annotations],
  });
}

/** The changes of all scenarios; one that several have is marked once. */
function changesOf(runs: readonly ScenarioRun[]): ScenarioRun['changes'] {
  const all = new Map(
    runs
      .flatMap(({ changes }) => changes)
      .map((change) => [JSON.stringify([change.from, change.names]), change]),
  );
  return [...all.values()].sort((one, other) => one.from.localeCompare(other.from));
}

function targetMarks(runs: readonly ScenarioRun[], palette: Palette) {
  const targets = [...new Set(runs.map(({ targetDays }) => targetDays))];
  return {
    shapes: targets.map((days) => ({
      type: 'line',
      xref: 'paper',
      x0: 0,
      x1: 1,
      y0: days,
      y1: days,
      line: { color: palette.text, width: 1.5, dash: 'dash' },
    })),
    annotations: targets.map((days) => ({
      xref: 'paper',
      x: 1,
      xanchor: 'right',
      y: days,
      yanchor: 'bottom',
      showarrow: false,
      text: `target: ${workingDays(days)} `,
      font: { color: palette.text, size: 12 },
      bgcolor: faint(palette.paper, 0.8),
    })),
  };
}

/** A list that is nearly always empty should look it. */
const LEAST_WAITING = 5;
/** An axis goes up to something where all is none. */
const LEAST_TOP = 1;

function highest(lines: readonly Line[], measure: WeeklyKey): number {
  if (isShare(measure)) return 105;
  const least = measure === 'waiting_mean' || measure === 'waiting_end' ? LEAST_WAITING : LEAST_TOP;
  const top = lines
    .flatMap(({ band }) => band.p95)
    .reduce((most, value) => (value > most ? value : most), least);
  return top * 1.08;
}

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
