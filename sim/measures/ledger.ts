/** The book of one group (the whole service, a pathway or a team): counts of the week, stocks, durations in the window, and the weekly rows. */
import { Durations } from './durations.ts';
import { MEASURE_KEYS, type MeasureKey, WEEKLY_KEYS, type WeeklyKey } from './measures.ts';
import { percentile } from './percentile.ts';
import type { Group, GroupResult } from './result.ts';
import { Stock } from './stock.ts';
import { meanTimeOnList } from './time-on-list.ts';
import { WAIT_BINS, waitBin } from './wait-bins.ts';

/** Measures that are plain counts; a ledger is told which by index, for it is told often. */
const COUNTED = [
  'referrals',
  'decisions',
  'allocated',
  'left_list',
  'escalated',
  'closed',
  'rereferred',
  'changes_of_worker',
  'sessions_held',
  'sessions_slipped',
] as const satisfies readonly MeasureKey[];
type Counted = (typeof COUNTED)[number];

/** Index of each counted measure. */
export const COUNT = Object.fromEntries(COUNTED.map((key, index) => [key, index])) as Record<Counted, number>;

/** Measures that have no meaning for a part of the service. Teams share lists; a pathway shares workers. */
const NOT_KEPT: Record<Group['kind'], readonly MeasureKey[]> = {
  service: [],
  pathway: ['referrals', 'decisions', 'triage_wait_mean', 'places_mean', 'direct_hours_used_share'],
  team: [
    'waiting_mean',
    'waiting_end',
    'longest_wait_end',
    'wait_all_mean',
    'within_target',
    'triage_wait_mean',
    'referrals',
    'decisions',
    'left_list',
    'escalated',
    'rereferred',
  ],
};

export class Ledger {
  readonly waiting = new Stock();
  readonly openCases = new Stock();
  readonly slotsUsed = new Stock();
  readonly places = new Stock();
  /** Direct hours of the present week. */
  hoursAvailable = 0;
  private hoursUsed = 0;
  private readonly kind: Group['kind'];
  private readonly windowStart: number;
  private readonly target: number;
  private readonly weeks: number;
  /** Of the present week, and of the window so far; in the order of COUNTED. */
  private readonly counts = new Float64Array(COUNTED.length);
  private readonly totals = new Float64Array(COUNTED.length);
  private readonly waits = new Durations();
  private readonly totalWaits = new Durations();
  private readonly timesOnList = new Durations();
  private readonly lengths = new Durations();
  private readonly triageWaits = new Durations();
  private weekly = new Float64Array(0);
  private week = 0;
  private weekStart = 0;
  private readonly integrals = { waiting: 0, open: 0, slots: 0, places: 0, hoursUsed: 0, hoursAvailable: 0 };
  private longestWait = 0;

  constructor(kind: Group['kind'], windowStart: number, weeks: number, target: number) {
    this.kind = kind;
    this.windowStart = windowStart;
    this.weeks = weeks;
    this.target = target;
  }

  begin() {
    for (const stock of [this.waiting, this.openCases, this.slotsUsed, this.places]) stock.clear();
    for (const store of [this.waits, this.totalWaits, this.timesOnList, this.lengths, this.triageWaits])
      store.clear();
    this.counts.fill(0);
    this.totals.fill(0);
    Object.assign(this.integrals, {
      waiting: 0,
      open: 0,
      slots: 0,
      places: 0,
      hoursUsed: 0,
      hoursAvailable: 0,
    });
    this.hoursUsed = 0;
    this.hoursAvailable = 0;
    this.weekly = new Float64Array(WEEKLY_KEYS.length * this.weeks);
    this.week = 0;
    this.weekStart = 0;
    this.longestWait = 0;
  }

  /** `what` is one of COUNT. */
  count(what: number) {
    this.counts[what]!++;
  }

  /** The sessions of the present week, and the hours they and the missed ones took. */
  sessions(held: number, hours: number) {
    this.counts[COUNT.sessions_held]! += held;
    this.hoursUsed += hours;
  }

  decided(now: number, sinceReferral: number) {
    if (now >= this.windowStart) this.triageWaits.add(sinceReferral);
  }

  allocated(now: number, wait: number, sinceReferral: number) {
    if (now < this.windowStart) return;
    this.waits.add(wait);
    this.totalWaits.add(sinceReferral);
    this.timesOnList.add(wait);
  }

  leftList(now: number, waited: number) {
    if (now >= this.windowStart) this.timesOnList.add(waited);
  }

  closed(now: number, length: number) {
    if (now >= this.windowStart) this.lengths.add(length);
  }

  weekEnded(now: number, longestWait: number) {
    const days = now - this.weekStart;
    const areas = {
      waiting: this.waiting.takeIntegral(now),
      open: this.openCases.takeIntegral(now),
      slots: this.slotsUsed.takeIntegral(now),
      places: this.places.takeIntegral(now),
      hoursUsed: this.hoursUsed,
      hoursAvailable: this.hoursAvailable,
    };
    if (this.weekStart >= this.windowStart) {
      this.keepWeek({
        ...byKey(this.counts),
        waiting_mean: areas.waiting / days,
        waiting_end: this.waiting.level,
        longest_wait_end: longestWait,
        open_cases_mean: areas.open / days,
        slots_used_mean: areas.slots / days,
        places_mean: areas.places / days,
        direct_hours_used_share: areas.hoursUsed / areas.hoursAvailable,
      });
      for (let what = 0; what < COUNTED.length; what++) this.totals[what]! += this.counts[what]!;
      for (const key of Object.keys(areas) as (keyof typeof areas)[]) this.integrals[key] += areas[key];
    }
    this.counts.fill(0);
    this.hoursUsed = 0;
    this.weekStart = now;
    this.longestWait = longestWait;
  }

  /** `stillWaiting`: ages on the list at the end of families that have not had a worker. */
  result(now: number, stillWaiting: Float64Array): GroupResult {
    const days = now - this.windowStart;
    const waits = this.waits.view();
    const beyondTarget = stillWaiting.reduce((count, age) => count + (age > this.target ? 1 : 0), 0);
    const within = waits.reduce((count, wait) => count + (wait <= this.target ? 1 : 0), 0);
    const histogram = (values: Float64Array) => {
      const bins = new Uint32Array(WAIT_BINS);
      for (const value of values) bins[waitBin(value)]!++;
      return bins;
    };
    const values: Record<MeasureKey, number> = {
      ...byKey(this.totals),
      waiting_mean: this.integrals.waiting / days,
      waiting_end: this.waiting.level,
      longest_wait_end: this.longestWait,
      wait_mean: mean(waits),
      wait_p50: percentile(waits, waits.length, 0.5),
      wait_p90: percentile(waits, waits.length, 0.9),
      wait_all_mean: meanTimeOnList(this.timesOnList.view(), stillWaiting),
      within_target: within / (waits.length + beyondTarget),
      triage_wait_mean: mean(this.triageWaits.view()),
      total_wait_mean: mean(this.totalWaits.view()),
      open_cases_mean: this.integrals.open / days,
      slots_used_mean: this.integrals.slots / days,
      places_mean: this.integrals.places / days,
      direct_hours_used_share: this.integrals.hoursUsed / this.integrals.hoursAvailable,
      length_mean: mean(this.lengths.view()),
    };
    for (const key of NOT_KEPT[this.kind]) values[key] = Number.NaN;
    return {
      headline: Float64Array.from(MEASURE_KEYS, (key) => values[key]),
      weekly: this.weekly,
      waits: histogram(waits),
      totalWaits: histogram(this.totalWaits.view()),
      stillWaiting: histogram(stillWaiting),
    };
  }

  private keepWeek(values: Record<WeeklyKey, number>) {
    WEEKLY_KEYS.forEach((key, row) => {
      const kept = !NOT_KEPT[this.kind].includes(key);
      this.weekly[row * this.weeks + this.week] = kept ? values[key] : Number.NaN;
    });
    this.week++;
  }
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function byKey(counts: Float64Array): Record<Counted, number> {
  return Object.fromEntries(COUNTED.map((key, index) => [key, counts[index]])) as Record<Counted, number>;
}
