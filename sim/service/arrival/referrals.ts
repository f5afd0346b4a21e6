/**
 * Step 1: referrals from the sources, a week at a time.
 *
 * The number on each day is Poisson with the day's rate; overdispersion multiplies a week's rates by a gamma level of mean 1, which makes
 * the weekly count negative binomial with the variance-to-mean ratio asked for. A replayed week has exactly its count, spread evenly over its days.
 * Numbers are drawn by inversion, so that a higher rate keeps the families of the lower one and adds to them.
 *
 * A week's referrals are drawn at its opening, each on the terms in force at the time it is made.
 */

import { type Lane, NO_LANE } from '../../kernel/event-list.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Recorder } from '../../measures/recorder.ts';
import type { Plan, SourcePlan } from '../../plan.ts';
import { gammaQuantile, poissonQuantile } from '../../random/distributions.ts';
import type { Streams } from '../../random/stream.ts';
import { chosen, cumulative } from '../choice.ts';
import type { Families } from '../family/families.ts';
import * as record from '../family/family-record.ts';
import type { Flow } from '../flow.ts';
import * as purposes from '../purposes.ts';
import * as ranks from '../ranks.ts';
import type { TermsInForce } from '../terms.ts';
import { AdviceLine } from './advice-line.ts';
import type { FrontDoor } from './front-door.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, TIME } = record;
const { PURPOSE } = purposes;
const { RANK } = ranks;

/** A family's number within its day holds its source in the high part: at most this many a day and source. */
const NUMBERS_A_SOURCE = 2 ** 20;
/** Origins of referrals before the start: this less the days before. */
const BEFORE_START = -1000;

export class Referrals {
  private readonly plan: Plan;
  private readonly inForce: TermsInForce;
  private readonly kernel: Kernel;
  private readonly streams: Streams;
  private readonly families: Families;
  private readonly recorder: Recorder;
  private readonly flow: Flow;
  private readonly lane: Lane;
  /** By version and source; after the sources comes the advice line. */
  private readonly needChances: (Float64Array | null)[][];
  /** By version and need. */
  private readonly priorities: Int32Array[];
  /** By version and source. */
  private readonly repeatShares: Float64Array[];
  private readonly anyRepeats: boolean;
  /** `null` where nobody ever calls. */
  private readonly adviceLine: AdviceLine | null;
  /** This week's referrals in order of time. */
  private week = new Int32Array(64);
  private times = new Float64Array(64);
  private count = 0;

  constructor(
    plan: Plan,
    inForce: TermsInForce,
    kernel: Kernel,
    streams: Streams,
    families: Families,
    recorder: Recorder,
    flow: Flow,
    areEvents: boolean,
  ) {
    this.plan = plan;
    this.inForce = inForce;
    this.kernel = kernel;
    this.streams = streams;
    this.families = families;
    this.recorder = recorder;
    this.flow = flow;
    this.lane = areEvents ? kernel.openLane(RANK.referral) : NO_LANE;
    const versions = [plan, ...plan.changes];
    this.priorities = versions.map(({ needs }) => Int32Array.from(needs, ({ priority }) => priority));
    this.repeatShares = versions.map(({ sources }) =>
      Float64Array.from(sources, ({ repeatShare }) => repeatShare),
    );
    this.anyRepeats = this.repeatShares.some((shares) => shares.some((share) => share > 0));
    this.needChances = versions.map(({ sources, adviceLine }) => [
      ...sources.map(({ needShares }) => cumulative(needShares)),
      adviceLine && cumulative(adviceLine.needShares),
    ]);
    this.adviceLine = versions.some(({ adviceLine }) => adviceLine !== null)
      ? new AdviceLine(
          versions.map(({ adviceLine }) => adviceLine),
          inForce,
          streams,
          recorder,
        )
      : null;
  }

  /** Draws the referrals of week `week`, which covers [from, to) on the clock. */
  open(week: number, from: number, to: number) {
    this.count = 0;
    this.plan.sources.forEach((source, index) => {
      if (source.arrivals.kind === 'replay') {
        const replayed = source.arrivals.perWeek[week] ?? 0;
        for (let number = 0; number < replayed; number++) this.add(index, from, number, from, to - from);
        return;
      }
      const level = this.weekLevel(source.arrivals, index, week, from, to);
      for (let day = from; day < to; day++) {
        const rate = source.arrivals.perDay[day] ?? 0;
        if (rate === 0 || level === 0) continue;
        this.streams.draw(PURPOSE.volume, day, index, 0, 0);
        const referrals = poissonQuantile(rate * level, this.streams.first);
        for (let number = 0; number < referrals; number++) this.add(index, day, number, day, 1);
      }
    });
    this.adviceLine?.openWeek(from, to, (day, call, at) => this.addCall(day, call, at));
  }

  /** The week's referrals happen as they fall due. */
  schedule() {
    for (let at = 0; at < this.count; at++) {
      this.kernel.append(this.lane, this.times[at]!, this.week[at]!);
    }
  }

  /** The week's referrals, in order: a front door that works ahead is told of them at once. */
  workAhead(door: FrontDoor, weekEnd: number) {
    const { families, recorder, week, times, count } = this;
    for (let at = 0; at < count; at++) recorder.referred(times[at]!, families.who(week[at]!));
    door.workAhead(week, count, weekEnd);
  }

  /** Referrals of the last `days` before the start, at the rates of the first day, that the front door may still have in hand. */
  openInHand(days: number) {
    this.count = 0;
    for (let day = 1; day <= days; day++) {
      this.plan.sources.forEach((source, index) => {
        this.streams.draw(PURPOSE.volume, BEFORE_START - day, index, 0, 0);
        const referrals = poissonQuantile(this.firstRate(source), this.streams.first);
        for (let number = 0; number < referrals; number++)
          this.add(index, BEFORE_START - day, number, -day, 1);
      });
      this.adviceLine?.referredOn(BEFORE_START - day, 0, (call, hour) =>
        this.addCall(BEFORE_START - day, call, hour - day),
      );
    }
    for (let at = 0; at < this.count; at++) this.flow.arrives(this.week[at]!);
  }

  /** A referral is made. */
  happens(family: number) {
    this.recorder.referred(this.kernel.now, this.families.who(family));
    this.flow.arrives(family);
  }

  /** Whether the front door will find that the family is already known. A family that came back is not asked. */
  isRepeat(family: number): boolean {
    if (!this.anyRepeats) return false;
    const { families, streams } = this;
    const origin = families.integers[family + AT.origin]!;
    const fromSource = origin >= 0 || origin < BEFORE_START;
    if (!fromSource || families.integers[family + AT.episode]! > 0) return false;
    const shares = this.repeatShares[this.inForce.versionAt(families.times[(family >> 1) + TIME.referred]!)]!;
    // A call to the advice line is not found a second time: its source is none of these.
    const share = shares[Math.floor(families.integers[family + AT.number]! / NUMBERS_A_SOURCE)] ?? 0;
    if (share === 0) return false;
    streams.draw(PURPOSE.repeat, origin, families.integers[family + AT.number]!, 0, 0);
    return streams.first < share;
  }

  /** Expected on the first day. */
  private firstRate({ arrivals }: SourcePlan): number {
    if (arrivals.kind === 'rate') return arrivals.perDay[0] ?? 0;
    return (arrivals.perWeek[0] ?? 0) / Math.max(1, this.plan.clock.weekEnds[0]!);
  }

  /** Gamma with mean 1: with a week's mean m, variance (ratio - 1) / m gives counts of variance-to-mean `ratio`. */
  private weekLevel(
    arrivals: Extract<SourcePlan['arrivals'], { kind: 'rate' }>,
    source: number,
    week: number,
    from: number,
    to: number,
  ): number {
    if (arrivals.overdispersion <= 1) return 1;
    let mean = 0;
    for (let day = from; day < to; day++) mean += arrivals.perDay[day] ?? 0;
    if (mean === 0) return 0;
    const shape = mean / (arrivals.overdispersion - 1);
    this.streams.draw(PURPOSE.weekLevel, week, source, 0, 0);
    return gammaQuantile(shape, this.streams.first) / shape;
  }

  /** Adds a referral at a uniform time in [from, from + span). */
  private add(source: number, origin: number, number: number, from: number, span: number) {
    const key = source * NUMBERS_A_SOURCE + number;
    this.streams.draw(PURPOSE.referral, origin, key, 0, 0);
    const time = from + this.streams.first * span;
    const version = this.inForce.versionAt(time);
    const need = this.drawnNeed(version, source);
    this.insert(this.families.add(origin, key, need, this.priorities[version]![need]!, time), time);
  }

  /** Adds the referral that a call leads to, on the terms of its day. A family keeps the number of its call, whatever becomes of other calls. */
  private addCall(origin: number, call: number, time: number) {
    const source = this.plan.sources.length;
    const key = source * NUMBERS_A_SOURCE + call;
    this.streams.draw(PURPOSE.referral, origin, key, 0, 0);
    const version = this.inForce.versionAt(Math.floor(time));
    const need = this.drawnNeed(version, source);
    this.insert(this.families.add(origin, key, need, this.priorities[version]![need]!, time), time);
  }

  /** By the second number of the draw at hand. */
  private drawnNeed(version: number, source: number): number {
    return chosen(this.needChances[version]![source]!, this.streams.second);
  }

  /** Keeps the week in order of time. */
  private insert(family: number, time: number) {
    if (this.count === this.week.length) this.lengthen();
    const { week, times } = this;
    let at = this.count++;
    for (; at > 0 && times[at - 1]! > time; at--) {
      times[at] = times[at - 1]!;
      week[at] = week[at - 1]!;
    }
    times[at] = time;
    week[at] = family;
  }

  private lengthen() {
    const week = new Int32Array(this.count * 2);
    const times = new Float64Array(this.count * 2);
    week.set(this.week);
    times.set(this.times);
    this.week = week;
    this.times = times;
  }
}
