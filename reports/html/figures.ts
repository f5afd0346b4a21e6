/** The charts on the page: a figure each, with its table of data and the facts of the run. */
import { type Experiment, type ScenarioRun, wholeService } from '../experiment.ts';
import { runFacts } from '../facts.ts';
import { allocatedWithin, waitsToTell } from '../waits.ts';
import { date, figure, label, percent, quoted, workingDays } from '../wording.ts';
import { allocationChart, type Chart, fanChart } from './charts.ts';
import { html, type Markup } from './markup.ts';
import { DARK, LIGHT, type Palette } from './palette.ts';
import { table } from './table.ts';

const ALLOCATION_CHART = 'chart-allocation';
const fanId = (index: number) => `chart-waiting-${index}`;

interface ThemedChart {
  readonly light: Chart;
  readonly dark: Chart;
}

/** Every chart by the id of the element it is drawn in, in both themes. */
export function charts({ scenarios }: Experiment): Readonly<Record<string, ThemedChart>> {
  const themed = (make: (palette: Palette) => Chart) => ({ light: make(LIGHT), dark: make(DARK) });
  return {
    ...Object.fromEntries(
      scenarios.map((_, index) => [fanId(index), themed((palette) => fanChart(scenarios, index, palette))]),
    ),
    [ALLOCATION_CHART]: themed((palette) => allocationChart(scenarios, palette)),
  };
}

export function waitingSection(experiment: Experiment): Markup {
  const { scenarios } = experiment;
  const sameAxis = scenarios.length > 1 ? ' All charts have the same axis; the dashed line is the base.' : '';
  return html`<section aria-labelledby="waiting">
    <h2 id="waiting">The waiting list, week by week</h2>
    <p class="note">Families waiting on average in each week. The wide band holds 9 in 10 runs, the narrow one half of them.${sameAxis}</p>
    <div class="${scenarios.length > 1 ? 'multiples' : 'single'}">${scenarios.map((run, index) => fanFigure(experiment, run, index))}</div>
  </section>`;
}

function fanFigure(experiment: Experiment, run: ScenarioRun, index: number): Markup {
  const { p5, p25, p50, p75, p95 } = wholeService(run.summary).weekly.waiting_mean;
  const said = (value: number | undefined) => figure(value ?? Number.NaN, 'families');
  const rows = run.dates.map((day, week) => [
    date(day),
    ...[p5, p25, p50, p75, p95].map((percentile) => said(percentile[week])),
  ]);
  return html`<figure aria-label="Families waiting each week in ${quoted(run.name)}">
    <div class="chart" id="${fanId(index)}"></div>
    <figcaption>${quoted(run.name)}. ${runFacts(experiment, run)}</figcaption>
    <details class="data"><summary>Data of this chart</summary>
      ${table({
        id: `${fanId(index)}-data`,
        caption: `Families waiting on average in each week, ${quoted(run.name)}: percentiles over runs`,
        head: ['Week from', '5%', '25%', 'Median', '75%', '95%'],
        rows,
        cells: 'figures',
      })}
    </details>
  </figure>`;
}

export function allocationSection(experiment: Experiment): Markup {
  const { scenarios } = experiment;
  const base = scenarios[0]!;
  const targets = new Set(scenarios.map(({ targetDays }) => targetDays));
  return html`<section aria-labelledby="allocation">
    <h2 id="allocation">Time to allocation</h2>
    <p class="note">Of the families allocated in the period, the share that had waited no longer than so many working days. A line further
      to the left is better. Families still waiting at the end are not in it, but they are in “${label('within_target')}” in the headline figures once past the target.</p>
    <figure aria-label="Share of families allocated within a number of working days">
      <div class="chart tall" id="${ALLOCATION_CHART}"></div>
      <figcaption>${runFacts(experiment, base)}</figcaption>
      <details class="data"><summary>Data of this chart</summary>
        ${table({
          id: `${ALLOCATION_CHART}-data`,
          caption: 'Share of families allocated, by the time they had waited since joining the list',
          head: ['Allocated within', ...scenarios.map(({ name }) => name)],
          rows: waitsToTell(scenarios).map((days) => [
            `${workingDays(days)}${targets.has(days) ? ', the target' : ''}`,
            ...scenarios.map((run) => percent(allocatedWithin(run, days))),
          ]),
          cells: 'figures',
        })}
      </details>
    </figure>
  </section>`;
}
