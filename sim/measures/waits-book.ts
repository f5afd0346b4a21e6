/** The waits of one group: of those allocated in the window, of everyone who was on the list in it, and against the target. */
import { Durations } from './durations.ts';
import { percentile } from './percentile.ts';
import { BinnedTally, histogram } from './tally.ts';
import { meanTimeOnList } from './time-on-list.ts';

/** Who is on the list at the end without having had a worker. */
export interface StillWaiting {
  /** Times since joining. */
  readonly ages: Float64Array;
  /** The same of those of them who are judged by the target. */
  readonly judged: Float64Array;
}

export class WaitsBook {
  /** Against which waits that end now are judged, in working days. */
  target = 0;
  private readonly windowStart: number;
  private readonly waits = new Durations();
  /** Of those who left the list, with a place or without. */
  private readonly timesOnList = new Durations();
  /** Time on the list at the start of the window of those who had joined before. */
  private readonly entered = new Durations();
  private readonly wait = new BinnedTally();
  private readonly totalWait = new BinnedTally();
  private withinTarget = 0;

  constructor(windowStart: number) {
    this.windowStart = windowStart;
  }

  clear() {
    for (const store of [this.waits, this.timesOnList, this.entered]) store.clear();
    for (const tally of [this.wait, this.totalWait]) tally.clear();
    this.withinTarget = 0;
  }

  /** In the window: `count` families or children have a place after this wait. */
  allocated(now: number, wait: number, sinceReferral: number, count: number) {
    this.waits.add(wait, count);
    this.leftList(now, wait, count);
    this.wait.add(wait, count);
    this.totalWait.add(sinceReferral, count);
    if (wait <= this.target) this.withinTarget += count;
  }

  /** In the window. */
  leftList(now: number, waited: number, count: number) {
    this.timesOnList.add(waited, count);
    this.enteredBefore(now - waited, count);
  }

  result(now: number, { ages, judged }: StillWaiting) {
    const waits = this.waits.view();
    for (const age of ages) this.enteredBefore(now - age, 1);
    const beyondTarget = judged.reduce((count, age) => count + (age > this.target ? 1 : 0), 0);
    return {
      values: {
        wait_mean: this.wait.mean,
        wait_p50: percentile(waits, waits.length, 0.5),
        wait_p90: percentile(waits, waits.length, 0.9),
        wait_all_mean: meanTimeOnList(this.timesOnList.view(), ages, this.entered.view()),
        within_target: this.withinTarget / (waits.length + beyondTarget),
        total_wait_mean: this.totalWait.mean,
      },
      histograms: {
        waits: this.wait.histogram,
        totalWaits: this.totalWait.histogram,
        stillWaiting: histogram(ages),
      },
    };
  }

  private enteredBefore(joined: number, count: number) {
    if (joined < this.windowStart) this.entered.add(this.windowStart - joined, count);
  }
}
