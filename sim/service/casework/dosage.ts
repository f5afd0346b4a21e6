/** How many sessions a family is to have, and when the first comes. */
import type { PathwayPlan } from '../../plan.ts';
import { drawBeyond } from '../../random/beyond.ts';
import { type Distribution, distribution } from '../../random/distributions.ts';
import { type MetAtRandom, metAtRandom } from '../../random/met-at-random.ts';
import type { Streams } from '../../random/stream.ts';
import type { Families } from '../family/families.ts';
import * as record from '../family/family-record.ts';
import * as purposes from '../purposes.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, TIME } = record;
const { PURPOSE } = purposes;

export class Dosage {
  private readonly byLength: boolean;
  private readonly amount: Distribution;
  private readonly interval: number;
  /** Tries a session attended takes on average beyond the first: m / (1 - m). */
  private readonly repeats: number;
  /** Tabled the first time it is asked for. */
  private metAtRandom: MetAtRandom | null = null;

  /** `amount` in place of the pathway's own, for cases planned before the start. */
  constructor({ dosage, missedShare }: PathwayPlan, amount = dosage.amount) {
    this.byLength = amount.kind === 'length';
    this.amount = distribution(amount.kind === 'length' ? amount.length : amount.sessions);
    this.interval = dosage.interval;
    this.repeats = missedShare / (1 - missedShare);
  }

  /** Elapsed time a session attended stands for on average, repeats counted in. */
  private get timePerVisit() {
    return this.interval * (1 + this.repeats);
  }

  /** Mean elapsed time of a plan. */
  get meanLength(): number {
    return this.byLength ? this.amount.mean : this.amount.mean * this.timePerVisit;
  }

  /** Mean time before the first session: in a plan by length the odd part of an interval, as likely short as long. */
  get meanFirstGap(): number {
    return this.byLength ? this.interval / 2 : this.interval;
  }

  /**
   * Draws the plan of a family whose work begins now. `growth`: what its wait has multiplied the amount of work by; a count of sessions goes
   * up or down to a whole one by chance, so that it grows by that much on average. `saved`: sessions that a duty visit has taken off.
   */
  plan(families: Families, family: number, streams: Streams, growth = 1, saved = 0) {
    const { integers, times } = families;
    families.draw(streams, PURPOSE.dosage, family);
    const amount = this.amount.sample(streams.first);
    let visits = this.visits(this.byLength ? amount * growth : amount);
    if (growth !== 1 && !this.byLength) visits = Math.max(1, Math.floor(visits * growth + streams.second));
    // At least one session is left, where it would have come had it been the only one.
    if (saved > 0) visits = Math.max(Math.min(visits, 1), visits - saved);
    const sessions = sessionsIn(visits);
    integers[family + AT.sessionsPlanned] = sessions;
    integers[family + AT.sessionsOwed] = sessions;
    integers[family + AT.sessionsLost] = 0;
    times[(family >> 1) + TIME.firstGap] = firstGap(visits) * this.interval;
  }

  /**
   * Draws what a case open at the start still owes, and sets when it was allocated. Where nothing is known of it, it is one met at random in a
   * service that has long been running: long interventions are met in proportion to their length, at a uniform point (Cox 1962, Renewal
   * Theory, section 5.4). Otherwise it is one still open after the sessions it has had, somewhere between two of them.
   */
  resume(families: Families, family: number, streams: Streams, sessionsHad: number | null) {
    const { integers, times } = families;
    families.draw(streams, PURPOSE.dosage, family);
    const { first: u, second: progress } = streams;
    const visits = this.visits(
      sessionsHad === null ? this.amountMetAtRandom(u) : this.amountBeyond(sessionsHad, u),
    );
    const gap = firstGap(visits);
    const had = sessionsHad ?? sessionsBefore(progress * visits, gap);
    const planned = Math.max(sessionsIn(visits), had + 1);
    // Where the case stands, in visits since allocation; between sessions, or before the first.
    const position =
      sessionsHad === null ? progress * visits : had === 0 ? progress * gap : gap + had - 1 + progress;
    integers[family + AT.sessionsPlanned] = planned;
    integers[family + AT.sessionsOwed] = planned - had;
    integers[family + AT.sessionsLost] = 0;
    times[(family >> 1) + TIME.firstGap] = (gap + had - position) * this.interval;
    times[(family >> 1) + TIME.allocated] = -position * this.timePerVisit;
  }

  /**
   * The amount in sessions, of which the last may be a part of an interval: ceil(visits) sessions, the first after that part. With misses
   * repeated the last then falls at the planned length on average, and exactly there when none is missed: rounding up to whole sessions adds
   * half a repeat on average, taken off first.
   */
  private visits(amount: number): number {
    if (!this.byLength) return Math.max(1, Math.round(amount));
    return Math.max(amount - (this.repeats * this.interval) / 2, 0.5 * amount) / this.timePerVisit;
  }

  private amountBeyond(sessionsHad: number, u: number): number {
    return drawBeyond(this.amount, this.byLength ? sessionsHad * this.timePerVisit : sessionsHad, u);
  }

  private amountMetAtRandom(u: number): number {
    this.metAtRandom ??= metAtRandom(this.amount);
    return this.metAtRandom(u);
  }
}

function sessionsIn(visits: number): number {
  return Math.max(1, Math.ceil(visits));
}

/** From allocation to the first session, in intervals: the odd part of the visits, or one. */
function firstGap(visits: number): number {
  return visits - (sessionsIn(visits) - 1);
}

function sessionsBefore(position: number, gap: number): number {
  return position < gap ? 0 : 1 + Math.floor(position - gap);
}
