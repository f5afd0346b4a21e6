/**
 * Before step 1: calls to the advice line. Most end there; some become referrals to the front door. The number on each day is Poisson.
 * A call that social care or another service takes over is counted as a call and nowhere else.
 */
import type { Recorder } from '../../measures/recorder.ts';
import type { AdviceLinePlan } from '../../plan.ts';
import { poissonQuantile } from '../../random/distributions.ts';
import type { Streams } from '../../random/stream.ts';
import * as purposes from '../purposes.ts';
import type { TermsInForce } from '../terms.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { PURPOSE } = purposes;

/** Draws of one call, beside that of the day's number. */
const OF_A_CALL = 1;

export class AdviceLine {
  /** By version; `null` while there is none. */
  private readonly lines: readonly (AdviceLinePlan | null)[];
  private readonly inForce: TermsInForce;
  private readonly streams: Streams;
  private readonly recorder: Recorder;

  constructor(
    lines: readonly (AdviceLinePlan | null)[],
    inForce: TermsInForce,
    streams: Streams,
    recorder: Recorder,
  ) {
    this.lines = lines;
    this.inForce = inForce;
    this.streams = streams;
    this.recorder = recorder;
  }

  /** Draws the calls of a week that covers [from, to) on the clock, and hands over those that become referrals. */
  openWeek(from: number, to: number, refer: (day: number, call: number, time: number) => void) {
    let calls = 0;
    let hours = 0;
    for (let day = from; day < to; day++) {
      const line = this.lines[this.inForce.versionAt(day)]!;
      if (line === null) continue;
      const ofTheDay = this.referredOn(day, day, (call, hour) => refer(day, call, day + hour));
      calls += ofTheDay;
      hours += ofTheDay * line.callHours;
    }
    this.recorder.called(calls, hours);
  }

  /**
   * Draws one day's calls, keyed by `origin`, at the rate of the clock's `day` and on the terms in force then: how many there are, and
   * which become referrals, at what part of the day. Referral comes first among the outcomes: a larger share of referrals keeps those of a smaller one.
   */
  referredOn(origin: number, day: number, refer: (call: number, partOfDay: number) => void): number {
    const { streams } = this;
    const line = this.lines[this.inForce.versionAt(day)]!;
    const rate = line?.perDay[day] ?? 0;
    if (line === null || rate === 0) return 0;
    streams.draw(PURPOSE.adviceLine, origin, 0, 0, 0);
    const calls = poissonQuantile(rate, streams.first);
    for (let call = 0; call < calls; call++) {
      streams.draw(PURPOSE.adviceLine, origin, call, 0, OF_A_CALL);
      if (streams.second < line.outcomes.frontDoor) refer(call, streams.first);
    }
    return calls;
  }
}
