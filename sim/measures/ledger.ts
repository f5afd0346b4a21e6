/** The book of one group (the whole service, a pathway or a team): counts of the week, stocks, durations in the window, and the weekly rows. */
import { Durations } from './durations.ts';
import { MEASURE_KEYS, type MeasureKey, WEEKLY_KEYS } from './measures.ts';
import { percentile } from './percentile.ts';
import type { Group, GroupResult } from './result.ts';
import { Stock } from './stock.ts';
import { BinnedTally, histogram, Tally } from './tally.ts';
import { meanTimeOnList } from './time-on-list.ts';

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
export const COUNT = indices(COUNTED);
/** Row of each weekly measure. */
const ROW = indices(WEEKLY_KEYS);
/** Row of each counted measure, in the order of COUNTED; none for those not reported weekly. */
const COUNTED_ROWS = COUNTED.map((key) => (WEEKLY_KEYS as readonly MeasureKey[]).indexOf(key));

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
  private readonly openCases = new Stock();
  private readonly slotsUsed = new Stock();
  readonly places = new Stock();
  /** Direct hours of the present week. */
  hoursAvailable = 0;
  private hoursUsed = 0;
  private readonly kind: Group['kind'];
  private readonly windowStart: number;
  private readonly target: number;
  private readonly weeks: number;
  /** By row: 1 where the measure means something for this group. */
  private readonly kept: Uint8Array;
  /** Of the present week, and of the window so far; in the order of COUNTED. */
  private readonly counts = new Float64Array(COUNTED.length);
  private readonly totals = new Float64Array(COUNTED.length);
  private readonly waits = new Durations();
  /** Of those who left the list, with a place or without. */
  private readonly timesOnList = new Durations();
  /** Time on the list at the start of the window of those who had joined before. */
  private readonly entered = new Durations();
  private readonly wait = new BinnedTally();
  private readonly totalWait = new BinnedTally();
  private readonly triageWait = new Tally();
  private readonly length = new Tally();
  private withinTarget = 0;
  private weekly = new Float64Array(0);
  private week = 0;
  private weekStart = 0;
  /** Over the weeks of the window so far. */
  private readonly integrals = { waiting: 0, open: 0, slots: 0, places: 0, hoursUsed: 0, hoursAvailable: 0 };
  private longestWait = 0;

  constructor(kind: Group['kind'], windowStart: number, weeks: number, target: number) {
    this.kind = kind;
    this.windowStart = windowStart;
    this.weeks = weeks;
    this.target = target;
    this.kept = Uint8Array.from(WEEKLY_KEYS, (key) => (NOT_KEPT[kind].includes(key) ? 0 : 1));
  }

  begin() {
    for (const stock of [this.waiting, this.openCases, this.slotsUsed, this.places]) stock.clear();
    for (const store of [this.waits, this.timesOnList, this.entered]) store.clear();
    for (const tally of [this.wait, this.totalWait, this.triageWait, this.length]) tally.clear();
    this.withinTarget = 0;
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

  changeOpen(now: number, families: number, weight: number) {
    this.openCases.change(now, families);
    this.slotsUsed.change(now, weight);
  }

  decided(now: number, sinceReferral: number) {
    if (now >= this.windowStart) this.triageWait.add(sinceReferral);
  }

  allocated(now: number, wait: number, sinceReferral: number) {
    if (now < this.windowStart) return;
    this.waits.add(wait);
    this.leftList(now, wait);
    this.wait.add(wait);
    this.totalWait.add(sinceReferral);
    if (wait <= this.target) this.withinTarget++;
  }

  leftList(now: number, waited: number) {
    if (now < this.windowStart) return;
    this.timesOnList.add(waited);
    if (now - waited < this.windowStart) this.entered.add(this.windowStart - (now - waited));
  }

  closed(now: number, length: number) {
    if (now >= this.windowStart) this.length.add(length);
  }

  weekEnded(now: number, longestWait: number) {
    const waiting = this.waiting.takeIntegral(now);
    const open = this.openCases.takeIntegral(now);
    const slots = this.slotsUsed.takeIntegral(now);
    const places = this.places.takeIntegral(now);
    if (this.weekStart >= this.windowStart) {
      const days = now - this.weekStart;
      const { integrals, counts, totals } = this;
      this.enter(ROW.waiting_mean, waiting / days);
      this.enter(ROW.waiting_end, this.waiting.level);
      this.enter(ROW.longest_wait_end, longestWait);
      this.enter(ROW.open_cases_mean, open / days);
      this.enter(ROW.slots_used_mean, slots / days);
      this.enter(ROW.places_mean, places / days);
      this.enter(ROW.direct_hours_used_share, this.hoursUsed / this.hoursAvailable);
      for (let what = 0; what < COUNTED.length; what++) {
        const row = COUNTED_ROWS[what]!;
        if (row >= 0) this.enter(row, counts[what]!);
        totals[what]! += counts[what]!;
      }
      integrals.waiting += waiting;
      integrals.open += open;
      integrals.slots += slots;
      integrals.places += places;
      integrals.hoursUsed += this.hoursUsed;
      integrals.hoursAvailable += this.hoursAvailable;
      this.week++;
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
    for (const age of stillWaiting)
      if (now - age < this.windowStart) this.entered.add(this.windowStart - (now - age));
    const beyondTarget = stillWaiting.reduce((count, age) => count + (age > this.target ? 1 : 0), 0);
    const counts = Object.fromEntries(COUNTED.map((key, index) => [key, this.totals[index]]));
    const values: Record<MeasureKey, number> = {
      ...(counts as Record<Counted, number>),
      waiting_mean: this.integrals.waiting / days,
      waiting_end: this.waiting.level,
      longest_wait_end: this.longestWait,
      wait_mean: this.wait.mean,
      wait_p50: percentile(waits, waits.length, 0.5),
      wait_p90: percentile(waits, waits.length, 0.9),
      wait_all_mean: meanTimeOnList(this.timesOnList.view(), stillWaiting, this.entered.view()),
      within_target: this.withinTarget / (waits.length + beyondTarget),
      triage_wait_mean: this.triageWait.mean,
      total_wait_mean: this.totalWait.mean,
      open_cases_mean: this.integrals.open / days,
      slots_used_mean: this.integrals.slots / days,
      places_mean: this.integrals.places / days,
      direct_hours_used_share: this.integrals.hoursUsed / this.integrals.hoursAvailable,
      length_mean: this.length.mean,
    };
    for (const key of NOT_KEPT[this.kind]) values[key] = Number.NaN;
    return {
      headline: Float64Array.from(MEASURE_KEYS, (key) => values[key]),
      weekly: this.weekly,
      waits: this.wait.histogram,
      totalWaits: this.totalWait.histogram,
      stillWaiting: histogram(stillWaiting),
    };
  }

  /** Enters a value of the present week. */
  private enter(row: number, value: number) {
    this.weekly[row * this.weeks + this.week] = this.kept[row] === 1 ? value : Number.NaN;
  }
}

function indices<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  return Object.fromEntries(keys.map((key, index) => [key, index])) as Record<Key, number>;
}
