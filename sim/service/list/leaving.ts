/**
 * When a family gives up waiting, and when it escalates to social care, if no place reaches it first. Dates of changes are known, so the
 * hazards of each stretch of time are gone through beforehand: what is left of a draw at a change is used up at the rate that follows it.
 *
 * Contact with waiting families multiplies both hazards. For patience of any distribution that means that it runs out so much slower; a
 * family keeps the patience it joined with. A change of the hazard of escalating holds for everyone on the list.
 */
import type { Terms } from '../../plan.ts';
import { drawBeyond } from '../../random/beyond.ts';
import { type Distribution, distribution } from '../../random/distributions.ts';
import type { TermsInForce } from '../terms.ts';

export class Leaving {
  private readonly inForce: TermsInForce;
  /** By version and need. */
  private readonly patience: (Distribution | null)[][];
  /** By version: how fast patience runs out. */
  private readonly pace: readonly number[];
  /** By need and version: hazard for each working day. */
  private readonly escalation: readonly (readonly number[])[];
  /** By need. */
  private readonly everEscalates: readonly boolean[];

  constructor(inForce: TermsInForce) {
    const { versions } = inForce;
    this.inForce = inForce;
    this.patience = versions.map(({ needs }) =>
      needs.map(({ patience }) => patience && distribution(patience)),
    );
    this.pace = versions.map(({ waiting }) => waiting.withdrawalFactor);
    this.escalation = versions[0]!.needs.map((_, need) => versions.map((terms) => escalationOf(terms, need)));
    this.everEscalates = this.escalation.map((hazards) => hazards.some((hazard) => hazard > 0));
  }

  /** Whether a family that waits from now on would stay as long as it takes. */
  never(need: number): boolean {
    return !this.everEscalates[need] && this.patience[this.inForce.version]![need] === null;
  }

  /** When patience, counted from joining, runs out; given that it has not by now. `u` uniform on (0, 1). */
  withdraws(need: number, joinedAt: number, now: number, u: number): number {
    const { version } = this.inForce;
    const patience = this.patience[version]![need]!;
    if (patience === null) return Number.POSITIVE_INFINITY;
    const pace = this.pace[version]!;
    const waited = now - joinedAt;
    const time = waited === 0 ? patience.sample(u) : drawBeyond(patience, waited * pace, u);
    if (time === 0) return now;
    const end = joinedAt + time / pace;
    const until = this.inForce.until(version);
    if (end <= until) return Math.max(now, end);
    return this.usedUp(Math.max(0, time - (until - joinedAt) * pace), until, version + 1, this.pace);
  }

  /** When the family escalates: an exponential time at the hazards of now and later. */
  escalates(need: number, now: number, u: number): number {
    if (!this.everEscalates[need]) return Number.POSITIVE_INFINITY;
    return this.usedUp(-Math.log(u), now, this.inForce.version, this.escalation[need]!);
  }

  /** When `amount` is used up, from `from` in a version on, at each version's rate; `Infinity` if never. */
  private usedUp(amount: number, from: number, version: number, rates: readonly number[]): number {
    const rate = rates[version]!;
    const end = rate === 0 ? Number.POSITIVE_INFINITY : from + amount / rate;
    const until = this.inForce.until(version);
    if (end <= until) return end;
    return this.usedUp(Math.max(0, amount - rate * (until - from)), until, version + 1, rates);
  }
}

function escalationOf({ needs, waiting }: Terms, need: number): number {
  return needs[need]!.escalation * waiting.escalationFactor;
}
