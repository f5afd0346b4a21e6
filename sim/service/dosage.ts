/** How many sessions a family is to have, and when the first comes. */
import type { PathwayPlan } from '../plan.ts';
import { type Distribution, distribution } from '../random/distributions.ts';
import type { Streams } from '../random/stream.ts';
import type { Families } from './families.ts';
import * as record from './family-record.ts';
import * as purposes from './purposes.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, TIME } = record;
const { PURPOSE } = purposes;

export class Dosage {
  private readonly byLength: boolean;
  private readonly amount: Distribution;
  private readonly interval: number;
  /** Tries a session attended takes on average beyond the first: m / (1 - m). */
  private readonly repeats: number;
  private metAtRandom: { values: Float64Array; totals: Float64Array } | null = null;

  constructor({ dosage, missedShare }: PathwayPlan) {
    this.byLength = dosage.amount.kind === 'length';
    this.amount = distribution(
      dosage.amount.kind === 'length' ? dosage.amount.length : dosage.amount.sessions,
    );
    this.interval = dosage.interval;
    this.repeats = missedShare / (1 - missedShare);
  }

  /** Elapsed time a session attended stands for on average, repeats counted in. */
  get timePerSession() {
    return this.interval * (1 + this.repeats);
  }

  /** Mean time from allocation to closure when no session slips, in working days. */
  get meanLength() {
    return this.byLength ? this.amount.mean : Math.max(1, this.amount.mean) * this.timePerSession;
  }

  /** Draws the plan of a family allocated now. */
  plan(families: Families, family: number, streams: Streams) {
    families.draw(streams, PURPOSE.dosage, family);
    this.owe(families, family, this.amount.sample(streams.first));
  }

  /**
   * Draws what a case open at the start still owes. Where nothing is known of it, it is one met at random in a service that has long
   * been running: long interventions are met in proportion to their length, at a uniform point (Cox 1962, Renewal Theory, section 5.4).
   * Sets allocatedAt before 0.
   */
  resume(families: Families, family: number, streams: Streams, sessionsHad: number | null) {
    families.draw(streams, PURPOSE.dosage, family);
    const { first, second } = streams;
    if (sessionsHad === null) this.resumeUnknown(families, family, first, second);
    else this.resumeKnown(families, family, first, second, sessionsHad);
  }

  private resumeUnknown(families: Families, family: number, u: number, progress: number) {
    const amount = this.amountMetAtRandom(u);
    if (this.byLength) {
      this.owe(families, family, amount * (1 - progress));
      families.integers[family + AT.sessionsPlanned]! += Math.round(
        (amount * progress) / this.timePerSession,
      );
      families.times[(family >> 1) + TIME.allocated] = -amount * progress;
      return;
    }
    const had = Math.floor(amount * progress);
    this.oweSessions(families, family, amount - had, 1 - (amount * progress - had));
    families.integers[family + AT.sessionsPlanned]! += had;
    families.times[(family >> 1) + TIME.allocated] = -amount * progress * this.timePerSession;
  }

  /** Conditions on the case being still open after the sessions it has had. */
  private resumeKnown(families: Families, family: number, u: number, progress: number, had: number) {
    const elapsed = had * this.timePerSession;
    const sofar = this.byLength ? elapsed : had;
    const passed = this.amount.cdf(sofar);
    const amount = passed < 1 ? this.amount.quantile(passed + u * (1 - passed)) : sofar;
    if (this.byLength) this.owe(families, family, Math.max(amount - elapsed, 0));
    else this.oweSessions(families, family, Math.max(amount - had, 1), 1 - progress);
    families.integers[family + AT.sessionsPlanned]! += had;
    families.times[(family >> 1) + TIME.allocated] = -elapsed;
  }

  private owe(families: Families, family: number, amount: number) {
    if (this.byLength) this.oweLength(families, family, amount);
    else this.oweSessions(families, family, amount, 1);
  }

  /**
   * Sessions at the interval such that the last one falls at `length` on average, misses repeated; exactly there when none is missed.
   * The first gap is the odd part, so the rest keep a whole interval. Rounding up to whole sessions adds half a repeat on average, taken off first.
   */
  private oweLength(families: Families, family: number, length: number) {
    const visits = (length - (this.repeats * this.interval) / 2) / this.timePerSession;
    const sessions = Math.max(1, Math.ceil(visits));
    this.owes(families, family, sessions);
    families.times[(family >> 1) + TIME.firstGap] =
      visits > 0 ? (visits - (sessions - 1)) * this.interval : length;
  }

  private oweSessions(families: Families, family: number, sessions: number, firstGapShare: number) {
    this.owes(families, family, Math.max(1, Math.round(sessions)));
    families.times[(family >> 1) + TIME.firstGap] = firstGapShare * this.interval;
  }

  private owes(families: Families, family: number, sessions: number) {
    families.integers[family + AT.sessionsPlanned] = sessions;
    families.integers[family + AT.sessionsOwed] = sessions;
  }

  /** Inverts the length-biased distribution, tabled from the quantile function the first time it is asked for. */
  private amountMetAtRandom(u: number): number {
    this.metAtRandom ??= lengthBiased(this.amount);
    const { values, totals } = this.metAtRandom;
    const target = u * totals[totals.length - 1]!;
    let low = 0;
    let high = totals.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (totals[middle]! < target) low = middle + 1;
      else high = middle;
    }
    return values[low]!;
  }
}

/** Values at the middle of equal steps of probability, and their running totals: a draw takes a value in proportion to its size. */
function lengthBiased(amount: Distribution) {
  const steps = 4096;
  const values = Float64Array.from({ length: steps }, (_, step) => amount.quantile((step + 0.5) / steps));
  const totals = new Float64Array(steps);
  let total = 0;
  values.forEach((value, step) => {
    total += value;
    totals[step] = total;
  });
  return { values, totals };
}
