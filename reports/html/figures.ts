/** The charts on the page: a figure each, with its table of data and the facts of the run. */
import { countsOf, type Experiment, type ScenarioRun, serviceCounted } from '../experiment.ts';
import { chartFacts, runFacts } from '../facts.ts';
import { allocatedWithin, waitsToTell } from '../waits.ts';
import { type Counted, date, figure, label, percent, quoted, workingDays } from '../wording.ts';
import { allocationChart, type Chart, fanChart } from './charts.ts';
import { eachCount } from './count.ts';
import { html, type Markup } from './markup.ts';
import { DARK, LIGHT, type Palette } from './palette.ts';
import type { Section } from './section.ts';
import { table } from './table.ts';

const ALLOCATION_CHART = 'chart-allocation';
const fanId = (index: number) => `chart-waiting-${index}`;

interface ThemedChart {
  readonly light: Chart;
  readonly dark: Chart;
}

/** As it is drawn in each way of counting. */
export type CountedChart = Readonly<Partial<Record<Counted, ThemedChart>>>;

/** Every chart by the id of the element it is drawn in, in each way of counting and in both themes. */
export function charts(experiment: Experiment): Readonly<Record<string, CountedChart>> {
  const { scenarios } = experiment;
  const drawn = (make: (counted: Counted, palette: Palette) => Chart): CountedChart =>
    Object.fromEntries(
      countsOf(experiment).map((counted) => [
        counted,
        { light: make(counted, LIGHT), dark: make(counted, DARK) },
      ]),
    );
  return {
    ...Object.fromEntries(
      scenarios.map((_, index) => [
        fanId(index),
        drawn((counted, palette) => fanChart(scenarios, index, counted, palette)),
      ]),
    ),
    [ALLOCATION_CHART]: drawn((counted, palette) => allocationChart(scenarios, counted, palette)),
  };
}

export function waitingSection(experiment: Experiment): Section {
  const { scenarios } = experiment;
  const sameAxis = scenarios.length > 1 ? ' All charts have the same axis; the dashed line is the base.' : '';
  const changeWords = scenarios.some(({ changes }) => changes.length > 0)
    ? ' A dotted line is a change on that date.'
    : '';
  return {
    id: 'waiting',
    title: 'The waiting list, week by week',
    body: html`
    <p class="note">How many wait on average in each week. The wide band holds 9 in 10 runs, the narrow one half of them.${sameAxis}${changeWords}</p>
    <p class="note unscripted">Charts need scripts, which are off: the table beneath each holds the same data.</p>
    <div class="${scenarios.length > 1 ? 'multiples' : 'single'}">${scenarios.map((run, index) => fanFigure(experiment, run, index))}</div>
  `,
  };
}

function fanFigure(experiment: Experiment, run: ScenarioRun, index: number): Markup {
  return html`<figure aria-label="The waiting list each week in ${quoted(run.name)}">
    <div class="chart" id="${fanId(index)}"></div>
    <figcaption>${quoted(run.name)}. ${chartFacts(experiment, run)}</figcaption>
    <details class="data"><summary>Data of this chart</summary>
      ${eachCount(countsOf(experiment), (counted) => fanData(run, counted, `${fanId(index)}-data`))}
    </details>
  </figure>`;
}

function fanData(run: ScenarioRun, counted: Counted, id: string): Markup {
  const { p5, p25, p50, p75, p95 } = serviceCounted(run.summary, counted)!.weekly.waiting_mean;
  const said = (value: number | undefined) => figure(value ?? Number.NaN, counted);
  return table({
    id: counted === 'families' ? id : `${id}-${counted}`,
    caption: `${label('waiting_mean', counted)} in each week, ${quoted(run.name)}: percentiles over runs`,
    head: ['Week from', '5%', '25%', 'Median', '75%', '95%'],
    rows: run.dates.map((day, week) => [
      date(day),
      ...[p5, p25, p50, p75, p95].map((percentile) => said(percentile[week])),
    ]),
    cells: 'figures',
  });
}

export function allocationSection(experiment: Experiment): Section {
  const { scenarios } = experiment;
  const base = scenarios[0]!;
  return {
    id: 'allocation',
    title: 'Time to allocation',
    body: html`
    <p class="note">Of the families allocated in the period, the share that had waited no longer than so many working days. A line further
      to the left is better. Families still waiting at the end are not in it, but they are in “${label('within_target')}” in the headline figures once past the target.</p>
    <figure aria-label="Share of families allocated within a number of working days">
      <div class="chart tall" id="${ALLOCATION_CHART}"></div>
      <figcaption>${runFacts(experiment, base)}</figcaption>
      <details class="data"><summary>Data of this chart</summary>
        ${eachCount(countsOf(experiment), (counted) => allocationData(scenarios, counted))}
      </details>
    </figure>
  `,
  };
}

function allocationData(scenarios: readonly ScenarioRun[], counted: Counted): Markup {
  const targets = new Set(scenarios.map(({ targetDays }) => targetDays));
  return table({
    id: `${ALLOCATION_CHART}-data${counted === 'families' ? '' : `-${counted}`}`,
    caption: `Share of ${counted} allocated, by the time they had waited since joining the list`,
    head: ['Allocated within', ...scenarios.map(({ name }) => name)],
    rows: waitsToTell(scenarios).map((days) => [
      `${workingDays(days)}${targets.has(days) ? ', the target' : ''}`,
      ...scenarios.map((run) => percent(allocatedWithin(run, days, counted))),
    ]),
    cells: 'figures',
  });
}
