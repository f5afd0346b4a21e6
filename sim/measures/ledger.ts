/** The book of one group (the whole service, a pathway, a team or a locality): sums, stocks, waits and lengths in the window, and the weekly rows. */

import type { Plan } from '../plan.ts';
import { keptFor, weeklyKeysOf } from './kept.ts';
import { MEASURE_KEYS, MEASURES, type MeasureKey } from './measures.ts';
import type { Group, GroupResult } from './result.ts';
import * as stocks from './stocks.ts';
import * as sum from './sums.ts';
import { Tally } from './tally.ts';
import { type StillWaiting, WaitsBook } from './waits-book.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { STOCK, STOCKED } = stocks;
const { SUM, SUMMED } = sum;

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
  private readonly stocks = new stocks.Stocks(STOCKED.length);
  private readonly sums = new sum.Sums();
  private readonly windowStart: number;
  private readonly weeks: number;
  private readonly kept: ReadonlySet<MeasureKey>;
  /** Rows kept weekly; below 0 for what is not. */
  private readonly rows: Rows;
  /** Kept weekly, but without meaning in this plan. */
  private readonly emptyRows: readonly number[];
  private readonly triageWait = new Tally();
  private readonly length = new Tally();
  private readonly dose = new Tally();
  private weekly = new Float64Array(0);
  private week = 0;
  private weekStart = 0;
  /** Over the weeks of the window so far. */
  private readonly window = { hoursUsed: 0, hoursAvailable: 0 };
  private longestWait = 0;

  constructor(window: Window, part: Pick<Group, 'kind' | 'counted'>, costs: Plan['costs']) {
    const keys = weeklyKeysOf(part);
    const kept = keptFor(part, costs);
    this.windowStart = window.start;
    this.weeks = window.weeks;
    this.waits = new WaitsBook(window.start);
    this.kept = kept;
    this.rows = rowsOf(keys);
    this.emptyRows = keys.flatMap((key, row) => (kept.has(key) ? [] : [row]));
  }

  begin() {
    this.stocks.clear();
    for (const tally of [this.triageWait, this.length, this.dose]) tally.clear();
    this.sums.clear();
    this.waits.clear();
    this.window.hoursUsed = 0;
    this.window.hoursAvailable = 0;
    this.hoursUsed = 0;
    this.hoursAvailable = 0;
    this.weekly = new Float64Array(this.rows.count * this.weeks);
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
    this.stocks.change(now, what, by);
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
    const { rows } = this;
    const inWindow = this.weekStart >= this.windowStart;
    const days = now - this.weekStart;
    for (let what = 0; what < STOCKED.length; what++) {
      const integral = this.stocks.endWeek(now, what, inWindow);
      if (inWindow) this.enter(rows.stocks[what]!, integral / days);
    }
    if (inWindow) {
      const { week, window } = this.sums;
      for (let what = 0; what < week.length; what++) {
        const amount = week[what]!;
        if (amount === 0) continue;
        this.enter(rows.sums[what]!, amount);
        window[what]! += amount;
      }
      this.enter(rows.waitingEnd, this.stocks.level(STOCK.waiting_mean));
      this.enter(rows.longestWait, longestWait);
      this.enter(rows.hoursUsed, this.hoursUsed / this.hoursAvailable);
      this.enter(rows.cost, sum.cost(week));
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
    for (const row of this.emptyRows) this.weekly.fill(Number.NaN, row * this.weeks, (row + 1) * this.weeks);
    const days = now - this.windowStart;
    const sums = this.sums.window;
    const { values: waits, histograms } = this.waits.result(now, stillWaiting);
    const values = {
      ...waits,
      ...byKey(SUMMED, (key, what) => sums[what]! / (MEASURES[key].unit === 'hours a week' ? this.weeks : 1)),
      ...byKey(STOCKED, (_, what) => this.stocks.inWindow(what) / days),
      waiting_end: this.stocks.level(STOCK.waiting_mean),
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
}

/** Where each weekly measure lies. Field by field: V8 keeps an object of very many names as a dictionary, and a method that reads it never stays compiled. */
interface Rows {
  readonly count: number;
  /** In the order of SUMMED. */
  readonly sums: Int32Array;
  /** In the order of STOCKED. */
  readonly stocks: Int32Array;
  readonly waitingEnd: number;
  readonly longestWait: number;
  readonly hoursUsed: number;
  readonly cost: number;
}

function rowsOf(keys: readonly MeasureKey[]): Rows {
  const rowOf = (key: MeasureKey) => keys.indexOf(key);
  return {
    count: keys.length,
    sums: Int32Array.from(SUMMED, rowOf),
    stocks: Int32Array.from(STOCKED, rowOf),
    waitingEnd: rowOf('waiting_end'),
    longestWait: rowOf('longest_wait_end'),
    hoursUsed: rowOf('direct_hours_used_share'),
    cost: rowOf('cost_total'),
  };
}

function byKey<Key extends string>(
  keys: readonly Key[],
  value: (key: Key, index: number) => number,
): Record<Key, number> {
  return Object.fromEntries(keys.map((key, index) => [key, value(key, index)])) as Record<Key, number>;
}
