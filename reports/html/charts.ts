/** The charts as Plotly's own JSON (traces and layout): plain data, drawn by the page. */
import { type ScenarioRun, serviceCounted, wholeService } from '../experiment.ts';
import { allocatedWithin, longestToShow } from '../waits.ts';
import { type Counted, date, workingDays } from '../wording.ts';
import { changeMarks, roomFor } from './change-marks.ts';
import { DASHES, faint, inTurn, type Palette } from './palette.ts';
import { shortened } from './shortened.ts';

export interface Chart {
  readonly data: readonly object[];
  readonly layout: object;
}

/** The waiting list week by week: median, the middle half and nine in ten of the runs; for a comparison the base's median beside it. */
export function fanChart(
  runs: readonly ScenarioRun[],
  index: number,
  counted: Counted,
  palette: Palette,
): Chart {
  const run = runs[index]!;
  const base = runs[0]!;
  const { p5, p25, p50, p75, p95 } = waiting(run, counted);
  const colour = inTurn(palette.series, index);
  const edge = { x: run.dates, mode: 'lines', line: { width: 0 }, hoverinfo: 'skip' };
  const band = (name: string, low: readonly number[], high: readonly number[], opacity: number) => [
    { ...edge, y: low, showlegend: false },
    { ...edge, y: high, name, fill: 'tonexty', fillcolor: faint(colour, opacity) },
  ];
  const baseMedian = {
    x: base.dates,
    y: waiting(base, counted).p50,
    mode: 'lines',
    name: 'Base, median',
    line: { color: palette.series[0], width: 2, dash: 'dash' },
    hoverinfo: 'skip',
  };
  const median = {
    x: run.dates,
    y: p50,
    customdata: run.dates.map((day, week) => [date(day), p5[week], p95[week]]),
    mode: 'lines',
    name: 'Median of runs',
    line: { color: colour, width: 3 },
    hovertemplate: `Week from %{customdata[0]}<br>median %{y:.0f} ${counted}<br>9 in 10 runs: %{customdata[1]:.0f} to %{customdata[2]:.0f}<extra></extra>`,
  };
  return {
    data: [
      ...band('9 in 10 runs', p5, p95, 0.18),
      ...band('Half of runs', p25, p75, 0.34),
      ...(index === 0 ? [] : [baseMedian]),
      median,
    ],
    layout: layout(palette, shortened(run.name), capitalised(`${counted} waiting`), {
      xaxis: { type: 'date', tickformat: '%b<br>%Y', nticks: 8 },
      yaxis: { range: [0, highest(runs, counted) * roomFor(runs)] },
      ...changeMarks(run, palette),
    }),
  };
}

/** Share of the families allocated that had waited no longer than so many working days, every scenario in one chart. */
export function allocationChart(runs: readonly ScenarioRun[], counted: Counted, palette: Palette): Chart {
  const longest = longestToShow(runs);
  const targets = [...new Set(runs.map(({ targetDays }) => targetDays))];
  const steps = Array.from({ length: 201 }, (_, step) => (longest * step) / 200);
  const data = runs.map((run, index) => ({
    x: steps,
    y: steps.map((days) => allocatedWithin(run, days, counted) * 100),
    mode: 'lines',
    name: shortened(run.name),
    line: { color: inTurn(palette.series, index), width: 3, dash: inTurn(DASHES, index) },
    hovertemplate: '%{y:.0f}% within %{x:.0f} working days<extra></extra>',
  }));
  return {
    data,
    layout: layout(palette, 'Time to allocation', `Share of ${counted} allocated, by working days waited`, {
      xaxis: { title: { text: 'Working days waited' }, range: [0, longest] },
      yaxis: { range: [0, 102], ticksuffix: '%' },
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
        y: 0,
        xanchor: 'left',
        yanchor: 'bottom',
        showarrow: false,
        text: ` target: ${workingDays(x)}`,
        font: { color: palette.text },
        bgcolor: faint(palette.paper, 0.8),
      })),
    }),
  };
}

const waiting = (run: ScenarioRun, counted: Counted) =>
  (serviceCounted(run.summary, counted) ?? wholeService(run.summary)).weekly.waiting_mean;

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Families. A list that is nearly always empty should look it. */
const LEAST_TOP = 5;

/** Top of the common axis of the fan charts. */
function highest(runs: readonly ScenarioRun[], counted: Counted): number {
  const top = runs
    .flatMap((run) => waiting(run, counted).p95)
    .reduce((most, value) => (value > most ? value : most), LEAST_TOP);
  return top * 1.08;
}

interface Axes {
  readonly xaxis: object;
  readonly yaxis: object;
  readonly shapes?: readonly object[];
  readonly annotations?: readonly object[];
}

function layout(palette: Palette, title: string, subtitle: string, { xaxis, yaxis, ...marks }: Axes): object {
  const axis = {
    gridcolor: palette.grid,
    linecolor: palette.grid,
    zerolinecolor: palette.grid,
    automargin: true,
  };
  return {
    ...marks,
    title: {
      text: `<b>${title}</b>`,
      subtitle: { text: subtitle },
      x: 0,
      xref: 'container',
      pad: { l: 8 },
      font: { size: 15 },
    },
    paper_bgcolor: palette.paper,
    plot_bgcolor: palette.paper,
    font: { family: 'system-ui, "Segoe UI", Roboto, sans-serif', size: 13, color: palette.text },
    margin: { l: 48, r: 16, t: 72, b: 40 },
    hovermode: 'x',
    dragmode: false,
    legend: { orientation: 'h', x: 0, xref: 'paper', y: 0, yref: 'container', yanchor: 'bottom' },
    xaxis: { ...axis, fixedrange: true, ...xaxis },
    yaxis: { ...axis, fixedrange: true, rangemode: 'tozero', separatethousands: true, ...yaxis },
  };
}
