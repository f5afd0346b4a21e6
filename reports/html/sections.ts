/** The parts of the page that are words and tables: facts, warnings, headline figures, differences, limits, method. */
import { MEASURE_KEYS, MEASURES, type MeasureKey } from '../../sim/measures/measures.ts';
import type { Estimate } from '../../sim/measures/summary.ts';
import { type Experiment, type ScenarioRun, wholeService } from '../experiment.ts';
import { binding } from '../findings.ts';
import { verdict } from '../verdict.ts';
import { warnings } from '../warnings.ts';
import {
  counted,
  decimalsFor,
  differenceUnit,
  differenceWithInterval,
  INTERVAL_MEANING,
  label,
  number,
  percent,
  quoted,
  unitOf,
  weeks,
  withInterval,
} from '../wording.ts';
import { html, type Markup } from './markup.ts';
import { copyable, table } from './table.ts';

/** What a manager asks first, in that order. */
const HEADLINE: readonly MeasureKey[] = [
  'waiting_mean',
  'waiting_end',
  'longest_wait_end',
  'wait_mean',
  'wait_p50',
  'wait_p90',
  'wait_all_mean',
  'within_target',
  'allocated',
  'left_list',
];

export function warningsSection(experiment: Experiment): Markup | null {
  const found = warnings(experiment);
  if (found.length === 0) return null;
  return html`<section class="warnings" aria-labelledby="before">
    <h2 id="before">Before you rely on these figures</h2>
    <ul>${found.map(({ text }) => html`<li>${text}</li>`)}</ul>
  </section>`;
}

export function headlineSection(experiment: Experiment): Markup {
  return html`<section aria-labelledby="headline">
    <h2 id="headline">Headline figures</h2>
    ${copyable('headline-table', figuresTable('headline-table', 'Headline figures', experiment, HEADLINE))}
    <p class="note">${INTERVAL_MEANING}</p>
    <details><summary>All measures</summary>${figuresTable('measures-table', 'All measures', experiment, MEASURE_KEYS)}</details>
    <details><summary>What each measure means</summary>${meanings()}</details>
  </section>`;
}

function figuresTable(
  id: string,
  what: string,
  { scenarios }: Experiment,
  keys: readonly MeasureKey[],
): Markup {
  return table({
    id,
    caption: `${what}: mean over replications (95% interval)`,
    head: ['Measure', ...scenarios.map(({ name }) => name)],
    rows: keys.map((key) => [
      rowLabel(key, unitOf(key)),
      ...sameDecimals(
        scenarios.map(({ summary }) => wholeService(summary).headline[key]),
        unitOf(key),
      ),
    ]),
    cells: 'figures',
  });
}

/** Figures of one row side by side, each with the decimals of the largest. */
function sameDecimals(estimates: readonly Estimate[], unit: string): string[] {
  const decimals = Math.min(...estimates.map(({ mean }) => decimalsFor(mean, unit)));
  return estimates.map((estimate) => unbroken(withInterval(estimate, unit, decimals)));
}

/** A line may break before the interval, not inside it. */
const unbroken = (said: string) => said.replace(/\(.*\)/, (range) => range.replaceAll(' ', '\u00A0'));

/** The unit is left out where the label says it, and where the figures do ("%"). */
function rowLabel(key: MeasureKey, unit: string): Markup {
  const said = unit === 'share' || label(key).toLowerCase().includes(unit);
  return html`${label(key)}${said ? null : html` <span class="unit">${unit}</span>`}`;
}

const meanings = () =>
  html`<dl class="meanings">${MEASURE_KEYS.map((key) => html`<dt>${label(key)}</dt><dd>${MEASURES[key].meaning}</dd>`)}</dl>`;

export function differencesSection({ differences }: Experiment): Markup | null {
  const first = differences[0];
  if (first === undefined) return null;
  const grid = table({
    id: 'differences-table',
    caption: `Difference from ${quoted(first.against)} (95% interval of the paired difference)`,
    head: ['Measure', ...differences.map(({ scenario }) => scenario)],
    rows: HEADLINE.map((key) => [
      rowLabel(key, differenceUnit(unitOf(key))),
      ...differences.map(({ headline }) => {
        const { words, forFamilies } = verdict(key, headline[key]);
        return html`${unbroken(differenceWithInterval(headline[key], unitOf(key)))}
          <span class="verdict ${forFamilies ?? 'neutral'}">${words}${forFamilies === null ? null : html`, ${forFamilies}`}</span>`;
      }),
    ]),
    cells: 'figures',
  });
  return html`<section aria-labelledby="differences">
    <h2 id="differences">What each scenario changes</h2>
    ${copyable('differences-table', grid)}
    <p class="note">Each scenario meets the same families with the same fates as ${quoted(first.against)}. Better and worse: for families. “No clear difference”
    means that the interval holds zero: the simulation cannot tell the two apart at this number of replications.</p>
  </section>`;
}

const LIMITS = {
  places: 'Caseload places',
  hours: 'Direct hours',
  both: 'Places and hours',
  nothing: 'Neither',
} as const;

export function limitsSection({ scenarios }: Experiment): Markup {
  const found = scenarios.map((run) => ({ run, limit: binding(run) }));
  const row = (name: string, cell: (of: (typeof found)[number]) => string) => [name, ...found.map(cell)];
  return html`<section aria-labelledby="limits">
    <h2 id="limits">What holds the service back</h2>
    <ul>${found.map(({ run, limit }) => html`<li><strong>${run.name}.</strong> ${limit.words}</li>`)}</ul>
    ${table({
      id: 'limits-table',
      caption: 'Use of places and hours in the simulation, and the balance by formula',
      head: ['Use and balance', ...scenarios.map(({ name }) => name)],
      rows: [
        row('What binds', ({ limit }) => LIMITS[limit.limit]),
        row('Caseload places used', ({ limit }) => percent(limit.placesUsed)),
        row('Direct hours used', ({ limit }) => percent(limit.hoursUsed)),
        row('Sessions put off a week', ({ limit }) => percent(limit.slippedShare)),
        row('Families joining the list a week, by formula', ({ run }) => number(run.balance.joining, 1)),
        row('Families that could be allocated a week, by formula', ({ run }) =>
          number(run.balance.allocationsPossible, 1),
        ),
        row('Demand on places, by formula', ({ run }) => percent(run.balance.load, 0)),
      ],
      cells: 'figures',
    })}
  </section>`;
}

export function methodSection({ engine, seed, replications, scenarios }: Experiment): Markup {
  const longestWarmUp = Math.max(...scenarios.map((run: ScenarioRun) => run.warmUpWeeks));
  const start =
    longestWarmUp === 0
      ? 'Each run starts from today’s service: the families waiting and the cases open.'
      : `Each run starts empty and warms up for ${weeks(longestWarmUp)}, which are not counted.`;
  return html`<section aria-labelledby="method">
    <h2 id="method">Method</h2>
    <ol>
      <li>A discrete-event simulation follows each family from referral through the front door, the waiting list, allocation and
        sessions to closure, and back if it returns. Workers have caps and hours; chance decides what varies in life.</li>
      <li>The whole period is run ${counted(replications, 'time')}, each run with its own chance (engine ${engine}, seed ${seed}: the same
        again gives the same figures). ${start}</li>
      <li>Scenarios share their random numbers, so that a difference between two is due to the change, not to luck. Intervals of
        differences are of these pairs.</li>
      <li>Times count working days, Monday to Friday less bank holidays; five are said as a week. A wait runs from joining the list to allocation.</li>
      <li>${INTERVAL_MEANING} Test uncertain inputs by running them low and high.</li>
    </ol>
  </section>`;
}
