/** The book of one group (the whole service, a pathway, a team or a locality): sums, stocks, waits and lengths in the window, and the weekly rows. */
import { MEASURE_KEYS, MEASURES, type MeasureKey, WEEKLY_KEYS } from './measures.ts';
import type { GroupResult } from './result.ts';
import * as stock from './stocks.ts';
import * as sum from './sums.ts';
import { Tally } from './tally.ts';
import { type StillWaiting, WaitsBook } from './waits-book.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { STOCK, STOCKED } = stock;
const { SUM, SUMMED } = sum;

/** Row of a weekly measure; -1 for those not reported weekly. */
const rowOf = (key: MeasureKey) => (WEEKLY_KEYS as readonly MeasureKey[]).indexOf(key);
const SUM_ROWS = SUMMED.map(rowOf);
const STOCK_ROWS = STOCKED.map(rowOf);
// One by one: V8 keeps an object of so many names as a dictionary, and a method that reads it never stays compiled.
const ROW_OF_WAITING_END = rowOf('waiting_end');
const ROW_OF_LONGEST_WAIT = rowOf('longest_wait_end');
const ROW_OF_HOURS_USED = rowOf('direct_hours_used_share');
const ROW_OF_COST = rowOf('cost_total');

/** The time that statistics cover. */
export interface Window {
  readonly start: number;
  readonly weeks: number;
}

export class Ledger {
  readonly waits: WaitsBook;
  /** Direct hours of the present week. */
  hoursAvailable = 0;
  private hoursUsed = 0;
  private readonly stocks = stock.newStocks();
  private readonly sums = new sum.Sums();
  private readonly windowStart: number;
  private readonly weeks: number;
  private readonly kept: ReadonlySet<MeasureKey>;
  private readonly rowsNotKept: readonly number[];
  private readonly triageWait = new Tally();
  private readonly length = new Tally();
  private readonly dose = new Tally();
  private weekly = new Float64Array(0);
  private week = 0;
  private weekStart = 0;
  /** Over the weeks of the window so far. */
  private readonly window = { hoursUsed: 0, hoursAvailable: 0 };
  private longestWait = 0;

  constructor(window: Window, kept: ReadonlySet<MeasureKey>) {
    this.windowStart = window.start;
    this.weeks = window.weeks;
    this.waits = new WaitsBook(window.start);
    this.kept = kept;
    this.rowsNotKept = WEEKLY_KEYS.flatMap((key, row) => (kept.has(key) ? [] : [row]));
  }

  begin() {
    for (const stock of this.stocks) stock.clear();
    for (const tally of [this.triageWait, this.length, this.dose]) tally.clear();
    this.sums.clear();
    this.waits.clear();
    this.window.hoursUsed = 0;
    this.window.hoursAvailable = 0;
    this.hoursUsed = 0;
    this.hoursAvailable = 0;
    this.weekly = new Float64Array(WEEKLY_KEYS.length * this.weeks);
    this.week = 0;
    this.weekStart = 0;
    this.longestWait = 0;
  }

  /** `what` is one of SUM. */
  add(what: number, amount: number) {
    this.sums.week[what]! += amount;
  }

  /** `what` is one of STOCK. */
  change(now: number, what: number, by: number) {
    this.stocks[what]!.change(now, by);
  }

  /** Of the hours available this week. */
  useHours(hours: number) {
    this.hoursUsed += hours;
  }

  decided(now: number, sinceReferral: number, count: number) {
    if (now >= this.windowStart) this.triageWait.add(sinceReferral, count);
  }

  allocated(now: number, wait: number, sinceReferral: number, count: number) {
    if (now >= this.windowStart) this.waits.allocated(now, wait, sinceReferral, count);
  }

  leftList(now: number, waited: number, count: number) {
    if (now >= this.windowStart) this.waits.leftList(now, waited, count);
  }

  closed(now: number, length: number, sessions: number, count: number) {
    if (now < this.windowStart) return;
    this.length.add(length, count);
    this.dose.add(sessions, count);
  }

  weekEnded(now: number, longestWait: number) {
    const inWindow = this.weekStart >= this.windowStart;
    const days = now - this.weekStart;
    for (let what = 0; what < STOCKED.length; what++) {
      const stock = this.stocks[what]!;
      const integral = stock.takeIntegral(now);
      if (!inWindow) continue;
      this.enter(STOCK_ROWS[what]!, integral / days);
      stock.window += integral;
    }
    if (inWindow) {
      const { week, window } = this.sums;
      for (let what = 0; what < week.length; what++) {
        const amount = week[what]!;
        if (amount === 0) continue;
        this.enter(SUM_ROWS[what]!, amount);
        window[what]! += amount;
      }
      this.enter(ROW_OF_WAITING_END, this.stocks[STOCK.waiting_mean]!.level);
      this.enter(ROW_OF_LONGEST_WAIT, longestWait);
      this.enter(ROW_OF_HOURS_USED, this.hoursUsed / this.hoursAvailable);
      this.enter(ROW_OF_COST, sum.cost(week));
      this.window.hoursUsed += this.hoursUsed;
      this.window.hoursAvailable += this.hoursAvailable;
      this.week++;
    }
    this.sums.week.fill(0);
    this.hoursUsed = 0;
    this.weekStart = now;
    this.longestWait = longestWait;
  }

  result(now: number, stillWaiting: StillWaiting): GroupResult {
    this.emptyRows();
    const days = now - this.windowStart;
    const sums = this.sums.window;
    const { values: waits, histograms } = this.waits.result(now, stillWaiting);
    const values = {
      ...waits,
      ...byKey(SUMMED, (key, what) => sums[what]! / (MEASURES[key].unit === 'hours a week' ? this.weeks : 1)),
      ...byKey(STOCKED, (_, what) => this.stocks[what]!.window / days),
      waiting_end: this.stocks[STOCK.waiting_mean]!.level,
      longest_wait_end: this.longestWait,
      triage_wait_mean: this.triageWait.mean,
      direct_hours_used_share: this.window.hoursUsed / this.window.hoursAvailable,
      length_mean: this.length.mean,
      dose_mean: this.dose.mean,
      rereferral_share: sums[SUM.rereferred]! / sums[SUM.closed]!,
      cost_total: sum.cost(sums),
      cost_per_closure: sum.ownCost(sums) / sums[SUM.closed]!,
    } satisfies Record<MeasureKey, number>;
    return {
      headline: Float64Array.from(MEASURE_KEYS, (key) => (this.kept.has(key) ? values[key] : Number.NaN)),
      weekly: this.weekly,
      ...histograms,
    };
  }

  /** Enters a value of the present week; a row below 0 is not kept weekly. Most are 0, as the rows are: memory not touched costs nothing. */
  private enter(row: number, value: number) {
    if (row >= 0 && value !== 0) this.weekly[row * this.weeks + this.week] = value;
  }

  /** Rows without meaning for this group. */
  private emptyRows() {
    for (const row of this.rowsNotKept)
      this.weekly.fill(Number.NaN, row * this.weeks, (row + 1) * this.weeks);
  }
}

function byKey<Key extends string>(
  keys: readonly Key[],
  value: (key: Key, index: number) => number,
): Record<Key, number> {
  return Object.fromEntries(keys.map((key, index) => [key, value(key, index)])) as Record<Key, number>;
}
