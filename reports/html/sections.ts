/** The parts of the page that are words and tables: facts, warnings, headline figures, differences, limits, method. */
import { MEASURES, type MeasureKey } from '../../sim/measures/measures.ts';
import {
  countsOf,
  differenceIn,
  type Experiment,
  type ScenarioDifference,
  type ScenarioRun,
  serviceCounted,
} from '../experiment.ts';
import { binding } from '../findings.ts';
import { measuresShown } from '../measures-shown.ts';
import { telling } from '../topics.ts';
import { verdict } from '../verdict.ts';
import { warnings } from '../warnings.ts';
import {
  type Counted,
  differenceUnit,
  differenceWithInterval,
  INTERVAL_MEANING,
  label,
  counted as many,
  number,
  percent,
  quoted,
  unitOf,
  weeks,
} from '../wording.ts';
import { eachCount } from './count.ts';
import { html, type Markup } from './markup.ts';
import { measuresTable, rowLabel, unbroken } from './measures-table.ts';
import type { Section } from './section.ts';
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

export function headlineSection(experiment: Experiment): Section {
  const counts = countsOf(experiment);
  return {
    id: 'headline',
    title: 'Headline figures',
    body: html`
    ${eachCount(counts, (counted) => headlineTable(experiment, counted))}
    <p class="note">${INTERVAL_MEANING}</p>
    <details><summary>All measures</summary>${eachCount(counts, (counted) => allMeasures(experiment, counted))}</details>
    <details><summary>What each measure means</summary>${meanings(measuresShown(experiment))}</details>
  `,
  };
}

function headlineTable(experiment: Experiment, counted: Counted): Markup {
  const id = `headline-table${suffix(counted)}`;
  const caption = `Headline figures, counted in ${counted}`;
  return copyable(id, measuresTable({ id, caption, experiment, keys: HEADLINE, counted }));
}

function allMeasures(experiment: Experiment, counted: Counted): Markup {
  const keys = measuresShown(experiment).filter(
    (key) => counted === 'families' || telling(experiment, [key], counted).length > 0,
  );
  const caption = `All measures, counted in ${counted}`;
  return measuresTable({ id: `measures-table${suffix(counted)}`, caption, experiment, keys, counted });
}

const suffix = (counted: Counted) => (counted === 'families' ? '' : `-${counted}`);

const meanings = (keys: readonly MeasureKey[]) =>
  html`<dl class="meanings">${keys.map((key) => html`<dt>${label(key)}</dt><dd>${MEASURES[key].meaning}</dd>`)}</dl>`;

export function differencesSection(experiment: Experiment): Section | null {
  const first = experiment.differences[0];
  if (first === undefined) return null;
  return {
    id: 'differences',
    title: 'What each scenario changes',
    body: html`
    ${eachCount(countsOf(experiment), (counted) => differencesTable(experiment, counted))}
    <p class="note">Each scenario meets the same families with the same fates as ${quoted(first.against)}. Better and worse: for families. “No clear difference”
    means that the interval holds zero: the simulation cannot tell the two apart at this number of replications.</p>
  `,
  };
}

function differencesTable({ scenarios, differences }: Experiment, counted: Counted): Markup {
  const id = `differences-table${suffix(counted)}`;
  const { group } = serviceCounted(scenarios[0]!.summary, counted)!;
  const cell = (key: MeasureKey, difference: ScenarioDifference) => {
    const found = differenceIn(difference, group)![key];
    const { words, forFamilies } = verdict(key, found);
    return html`${unbroken(differenceWithInterval(found, unitOf(key, counted)))}
      <span class="verdict ${forFamilies ?? 'neutral'}">${words}${forFamilies === null ? null : html`, ${forFamilies}`}</span>`;
  };
  const grid = table({
    id,
    caption: `Difference from ${quoted(differences[0]!.against)}, counted in ${counted} (95% interval of the paired difference)`,
    head: ['Measure', ...differences.map(({ scenario }) => scenario)],
    rows: HEADLINE.map((key) => [
      rowLabel(key, counted, differenceUnit(unitOf(key, counted))),
      ...differences.map((difference) => cell(key, difference)),
    ]),
    cells: 'figures',
  });
  return copyable(id, grid);
}

const LIMITS = {
  places: 'Caseload places',
  hours: 'Direct hours',
  both: 'Places and hours',
  nothing: 'Neither',
} as const;

export function limitsSection({ scenarios }: Experiment): Section {
  const found = scenarios.map((run) => ({ run, limit: binding(run) }));
  const row = (name: string, cell: (of: (typeof found)[number]) => string) => [name, ...found.map(cell)];
  return {
    id: 'limits',
    title: 'What holds the service back',
    body: html`
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
  `,
  };
}

export function methodSection({ engine, seed, replications, scenarios }: Experiment): Section {
  const longestWarmUp = Math.max(...scenarios.map((run: ScenarioRun) => run.warmUpWeeks));
  const start =
    longestWarmUp === 0
      ? 'Each run starts from today’s service: the families waiting and the cases open.'
      : `Each run starts empty and warms up for ${weeks(longestWarmUp)}, which are not counted.`;
  return {
    id: 'method',
    title: 'Method',
    body: html`
    <ol>
      <li>A discrete-event simulation follows each family from referral through the front door, the waiting list, allocation and
        sessions to closure, and back if it returns. Workers have caps and hours; chance decides what varies in life.</li>
      <li>The whole period is run ${many(replications, 'time')}, each run with its own chance (engine ${engine}, seed ${seed}: the same
        again gives the same figures). ${start}</li>
      <li>Scenarios share their random numbers, so that a difference between two is due to the change, not to luck. Intervals of
        differences are of these pairs.</li>
      <li>Times count working days, Monday to Friday less bank holidays; five of a wait are said as a week. A wait runs from joining the list to allocation.</li>
      <li>${INTERVAL_MEANING} Test uncertain inputs by running them low and high.</li>
    </ol>
  `,
  };
}
