/** Made-up experiments for the tests of reports: plausible, not simulated. Every figure follows from the few given here. */
import type { Experiment, ScenarioDifference, ScenarioRun } from '../../reports/experiment.ts';
import type { InputRow } from '../../scenarios/inputs.ts';
import { MEASURE_KEYS, MEASURES, type MeasureKey, WEEKLY_KEYS } from '../../sim/measures/measures.ts';
import type { Group } from '../../sim/measures/result.ts';
import type { Difference, Estimate, GroupSummary, WeeklyBand } from '../../sim/measures/summary.ts';
import { waitBinFrom } from '../../sim/measures/wait-bins.ts';
import { explanation } from './fixture-explanation.ts';

export interface Sketch {
  readonly name: string;
  /** Families waiting at the start and at the end of the period. */
  readonly from: number;
  readonly to: number;
  /** Mean time to allocation in working days. */
  readonly wait: number;
  readonly workers: number;
  readonly headline?: Partial<Record<MeasureKey, Estimate>>;
  readonly load?: number;
  readonly warmUpWeeks?: number;
  readonly settled?: boolean;
  readonly changesAfter?: ScenarioRun['changesAfter'];
  readonly changes?: ScenarioRun['changes'];
}

export const TODAY: Sketch = { name: 'Today', from: 96, to: 106, wait: 34, workers: 18, load: 1.12 };
export const TWO_MORE: Sketch = {
  name: 'Two more workers',
  from: 94,
  to: 62,
  wait: 23.5,
  workers: 20,
  load: 0.99,
};
export const SHORTER: Sketch = {
  name: 'Plans of 20 weeks',
  from: 95,
  to: 41,
  wait: 16.8,
  workers: 18,
  load: 0.94,
};
export const PANEL: Sketch = {
  name: 'Fortnightly panel',
  from: 96,
  to: 107,
  wait: 34.4,
  workers: 18,
  load: 1.12,
};

const WEEKS = 52;
const REPLICATIONS = 200;
const GROUPS: readonly Group[] = [
  { kind: 'service', name: 'Whole service', counted: 'families' },
  { kind: 'pathway', name: 'Family support', counted: 'families' },
  { kind: 'team', name: 'North', counted: 'families' },
  { kind: 'service', name: 'Whole service', counted: 'children' },
  { kind: 'pathway', name: 'Family support', counted: 'children' },
  { kind: 'team', name: 'North', counted: 'children' },
];
/** Children in each family. */
const CHILDREN = 2;

/** A mean with a standard error; the interval is 1.972 standard errors each way (t with 199 degrees of freedom). */
export function estimate(mean: number, se = Math.abs(mean) * 0.03): Estimate {
  return { mean, se, lo: mean - 1.972 * se, hi: mean + 1.972 * se, count: REPLICATIONS };
}

export const NO_FIGURE: Estimate = {
  mean: Number.NaN,
  se: Number.NaN,
  lo: Number.NaN,
  hi: Number.NaN,
  count: 0,
};

export function scenario(sketch: Sketch): ScenarioRun {
  return {
    name: sketch.name,
    description: `Made up: ${sketch.workers} workers.`,
    dates: Array.from({ length: WEEKS }, (_, week) => isoDate(week)),
    warmUpWeeks: sketch.warmUpWeeks ?? 0,
    settled: sketch.settled ?? true,
    targetDays: 15,
    daysPerWeek: 5,
    changes: sketch.changes ?? [],
    changesAfter: sketch.changesAfter ?? [],
    priceYear: '2025/26',
    returnByDose: [{ pathway: 'Family support', chances: [0.35, 0.3, 0.18, 0.1, 0.06, 0.05] }],
    posts: { start: [post(sketch)], end: [post(sketch)], paid: [paid(sketch)] },
    summary: {
      replications: REPLICATIONS,
      groups: GROUPS.map((group) => groupSummary(group, sketch)),
      postCosts: [paid(sketch).pounds],
    },
    balance: {
      joining: 8.4,
      allocationsPossible: 8.4 / (sketch.load ?? 1),
      load: sketch.load ?? 1,
      places: sketch.workers * 12,
      hoursNeeded: 250,
      hoursAvailable: 310,
      leavingPerWeek: 0.02,
    },
    explanation: explanation(),
    inputs: inputs(sketch),
  };
}

/** The first sketch is the base. */
export function experiment(sketches: readonly Sketch[], changes: Partial<Experiment> = {}): Experiment {
  const [base, ...others] = sketches;
  return {
    engine: '1.0.0',
    seed: 20270405,
    replications: REPLICATIONS,
    precision: { mode: 'given', reached: true, stopped: false, planned: REPLICATIONS },
    scenarios: sketches.map(scenario),
    differences: others.map((other) => difference(base!, other)),
    ...changes,
  };
}

/** `other` minus `base`, with an interval of about 2.4 families or 1.6 working days each way. */
export function difference(
  base: Sketch,
  other: Sketch,
  changes: Partial<Difference> = {},
): ScenarioDifference {
  const before = headline(base);
  const after = headline(other);
  const headlineDifference = byMeasure((key) =>
    estimate(
      after[key].mean - before[key].mean,
      key.startsWith('wait_') ? 0.8 : Math.abs(before[key].se) * 0.4,
    ),
  );
  const families = { ...headlineDifference, ...changes };
  return {
    scenario: other.name,
    against: base.name,
    headline: families,
    groups: GROUPS.map((group) => ({ group, headline: counted(group, families) })),
  };
}

const post = ({ workers }: Sketch) => ({
  team: 'North',
  post: 'worker',
  role: 'Family support worker',
  fte: workers,
  fullTimeYear: 52_180,
  perWeek: workers * 1000,
});

const paid = ({ workers }: Sketch) => ({
  team: 'North',
  post: 'worker',
  pounds: estimate(workers * 50_000, 0),
});

/** Measures of families count twice in children; what is not about families has no figure there. */
function counted({ counted: unit }: Group, figures: Difference): Difference {
  if (unit === 'families') return figures;
  return byMeasure((key) => {
    const kind: string = MEASURES[key].unit;
    if (kind === 'families' || kind === 'referrals')
      return estimate(figures[key].mean * CHILDREN, figures[key].se * CHILDREN);
    return kind === 'working days' || key === 'dose_mean' || key.endsWith('_share')
      ? figures[key]
      : NO_FIGURE;
  });
}

function groupSummary(group: Group, sketch: Sketch): GroupSummary {
  return {
    group,
    headline: counted(group, headline(sketch)),
    weekly: Object.fromEntries(WEEKLY_KEYS.map((key) => [key, band(sketch, key)])) as GroupSummary['weekly'],
    waits: waits(sketch.wait),
    totalWaits: waits(sketch.wait + 4),
    stillWaiting: waits(sketch.wait / 2),
  };
}

function headline(sketch: Sketch): Difference {
  const mean = (sketch.from + sketch.to) / 2;
  const places = sketch.workers * 12;
  const figures: Record<MeasureKey, Estimate> = {
    waiting_mean: estimate(mean),
    waiting_end: estimate(sketch.to, 3.4),
    longest_wait_end: estimate(sketch.wait * 1.9),
    wait_mean: estimate(sketch.wait),
    wait_p50: estimate(sketch.wait * 0.93),
    wait_p90: estimate(sketch.wait * 1.6),
    wait_all_mean: estimate(sketch.wait * 1.15),
    within_target: estimate(Math.exp(-sketch.wait / 30), 0.011),
    triage_wait_mean: estimate(3.2, 0.02),
    total_wait_mean: estimate(sketch.wait + 4),
    referrals: estimate(1204, 2.9),
    decisions: estimate(1281, 3.1),
    allocated: estimate(places * 1.8, 2),
    left_list: estimate(mean * 0.41),
    escalated: estimate(mean * 0.12),
    closed: estimate(places * 1.78, 2),
    rereferred: estimate(58, 0.7),
    changes_of_worker: estimate(0, 0),
    open_cases_mean: estimate(places * 0.985, 0.3),
    slots_used_mean: estimate(places * 0.985, 0.3),
    places_mean: estimate(places, 0),
    direct_hours_used_share: estimate(0.79, 0.002),
    sessions_held: estimate(9150, 14),
    sessions_slipped: estimate(31, 1.8),
    length_mean: estimate(24.6, 0.1),
    ...further(sketch),
  };
  return { ...figures, ...sketch.headline };
}

/** A service without courses, partners, duty visits or an advice line. */
function further({ workers }: Sketch) {
  const none = estimate(0, 0);
  const closed = workers * 12 * 1.78;
  return {
    declined: none,
    calls: none,
    escalated_waiting: none,
    escalated_after: none,
    stepped: none,
    closed_needs_met: estimate(closed * 0.74),
    closed_disengaged: estimate(closed * 0.15),
    closed_escalated: estimate(closed * 0.04),
    closed_transferred: none,
    closed_moved_away: none,
    closed_other: estimate(closed * 0.07),
    dose_mean: estimate(14.2),
    rereferral_share: estimate(0.15, 0.002),
    sessions_lost: none,
    partner_held_mean: none,
    in_groups_mean: none,
    staff_in_post_mean: estimate(workers, 0),
    staff_vacant_mean: none,
    leavers: none,
    hires: none,
    hours_sessions: estimate(176),
    hours_travel: estimate(118),
    hours_recording: estimate(88),
    hours_cases: none,
    hours_waiting_contact: none,
    hours_groups: none,
    hours_coordination: none,
    hours_front_door: estimate(49),
    cost_staff: estimate(workers * 50_000, 0),
    cost_travel: estimate(33_000),
    cost_hires: none,
    cost_front_door: estimate(60_000),
    cost_escalations: estimate(43_000),
    cost_total: estimate(workers * 50_000 + 136_000),
    cost_per_closure: estimate((workers * 50_000 + 93_000) / closed),
  } satisfies Partial<Record<MeasureKey, Estimate>>;
}

function band(sketch: Sketch, key: (typeof WEEKLY_KEYS)[number]): WeeklyBand {
  const level = key.startsWith('waiting') ? null : headline(sketch)[key].mean / WEEKS;
  const at = (spread: number) =>
    Array.from({ length: WEEKS }, (_, week) => {
      const share = week / (WEEKS - 1);
      const middle =
        level ?? (sketch.from + (sketch.to - sketch.from) * share) * (1 + 0.06 * Math.sin(week / 8));
      return Math.max(0, middle * (1 + spread * (0.08 + 0.3 * share)));
    });
  return { mean: at(0.02), p5: at(-1), p25: at(-0.4), p50: at(0), p75: at(0.4), p95: at(1) };
}

/** Families over waits as a gamma distribution of shape 2 with the given mean would have them, 10,000 in all. */
function waits(mean: number): number[] {
  const bins: number[] = [];
  const below = (x: number) => 1 - Math.exp((-2 * x) / mean) * (1 + (2 * x) / mean);
  for (let bin = 0; waitBinFrom(bin) < mean * 6; bin++) {
    bins.push(Math.round(10_000 * (below(waitBinFrom(bin + 1)) - below(waitBinFrom(bin)))));
  }
  return bins;
}

function inputs({ workers }: Sketch): InputRow[] {
  const row = (path: string, value: unknown, rest: Partial<InputRow> = {}): InputRow => ({
    path,
    value,
    unit: '',
    allowed: 'a number from 0 to 10,000',
    description: 'A made-up input.',
    source: 'Fixture',
    confidence: 'assumption',
    note: null,
    setBy: 'default',
    ...rest,
  });
  return [
    row('teams.main.posts.worker.fte', workers, {
      unit: 'FTE',
      allowed: 'a number from 0.1 to 500',
      description: 'Family support workers in post, full-time equivalent.',
      source: 'Establishment list, April 2027',
      confidence: 'stated',
      setBy: 'today.json',
    }),
    row('teams.main.posts.worker.capPerFte', 12, {
      unit: 'case weights',
      description: 'Cases a full-time worker may hold at once.',
      source: 'SESLIP South East Early Help network, minutes and benchmark slides, 8 June 2023',
      confidence: 'derived',
      note: 'Mean of 13 authority midpoints is 12.7, median 12.',
    }),
    row(
      'pathways.support.length',
      { distribution: 'gamma', mean: 24.6, cv: 0.55 },
      {
        unit: 'weeks',
        allowed: 'a distribution of times above 0',
        description: 'Planned length of intervention, from allocation to closure.',
        confidence: 'derived',
        source: 'East Sussex: open cases 4.1 months, closed cases 6.3',
      },
    ),
    row('demand.sources.school.perYear', 516, {
      unit: 'referrals a year',
      description: 'Referrals from schools.',
    }),
    row('frontDoor.duty', false, {
      description: 'Whether the duty team visits before allocation.',
      allowed: 'yes or no',
    }),
    row('allocation.panel', null, { description: 'Panel that allocates.', allowed: 'none, or a panel' }),
  ];
}

function byMeasure(make: (key: MeasureKey) => Estimate): Difference {
  return Object.fromEntries(MEASURE_KEYS.map((key) => [key, make(key)])) as Difference;
}

const FIRST_MONDAY = Date.UTC(2027, 3, 5);
const isoDate = (week: number) => new Date(FIRST_MONDAY + week * 7 * 86_400_000).toISOString().slice(0, 10);
