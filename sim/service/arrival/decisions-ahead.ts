/**
 * The front door a week ahead. Where nothing that happens in a week can alter it, the time of each decision follows from the week's referrals: in
 * order of referral each takes the desk that is free first (Kiefer and Wolfowitz 1955, Transactions of the American Mathematical Society 78,
 * 1-18). So neither referrals nor decisions need be events, but for those that send a family on.
 */
import type { Families } from '../family/families.ts';
import * as record from '../family/family-record.ts';
import type { TermsInForce } from '../terms.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { TIME } = record;

/**
 * Whether the front door can be worked out a week ahead: families come to it by referral alone, in the order in which they are decided on, and
 * nothing about it changes. Records are used again in another order then, which must not be the order in which unequal hours are added up.
 */
export function canBeWorkedOutAhead({ versions, pathways }: TermsInForce): boolean {
  const { frontDoor } = versions[0]!;
  const { gathering, timing, duty, desks } = frontDoor;
  return (
    versions.length === 1 &&
    desks > 0 &&
    gathering.kind === 'fixed' &&
    gathering.value === 0 &&
    timing.kind === 'at once' &&
    duty === null &&
    pathways.every(({ reReferral }) => reReferral.returnsTo === 'waiting list') &&
    pathways.every(({ caseHoursPerDay }) => caseHoursPerDay === pathways[0]!.caseHoursPerDay)
  );
}

export class DecisionsAhead {
  private readonly families: Families;
  /** By desk: when it is free. None where nobody queues for one. */
  private readonly free: Float64Array;
  /** Decisions under way, in the order in which they will be made. */
  private underWay = new Int32Array(64);
  private times = new Float64Array(64);
  private count = 0;

  constructor(families: Families, desks: number) {
    this.families = families;
    this.free = new Float64Array(Number.isFinite(desks) ? Math.ceil(desks) : 0);
  }

  clear() {
    this.free.fill(0);
    this.count = 0;
  }

  /** A family is decided on for so long, once it has a desk; families come in order of referral. */
  begin(family: number, takes: number) {
    const referred = this.families.times[(family >> 1) + TIME.referred]!;
    this.insert(family, this.free.length === 0 ? referred + takes : this.atDesk(referred, takes));
  }

  /** Takes the decisions made before `until`, in order. */
  take(until: number, made: (family: number, at: number) => void) {
    const { times, underWay, count } = this;
    let at = 0;
    for (; at < count && times[at]! < until; at++) made(underWay[at]!, times[at]!);
    times.copyWithin(0, at, count);
    underWay.copyWithin(0, at, count);
    this.count = count - at;
  }

  /** When the decision is made. */
  private atDesk(referred: number, takes: number): number {
    const { free } = this;
    let first = 0;
    for (let desk = 1; desk < free.length; desk++) if (free[desk]! < free[first]!) first = desk;
    const from = free[first]!;
    const made = (from > referred ? from : referred) + takes;
    free[first] = made;
    return made;
  }

  /** Of two made in one instant the one begun first comes first. */
  private insert(family: number, made: number) {
    if (this.count === this.times.length) this.lengthen();
    const { times, underWay } = this;
    let at = this.count++;
    for (; at > 0 && times[at - 1]! > made; at--) {
      times[at] = times[at - 1]!;
      underWay[at] = underWay[at - 1]!;
    }
    times[at] = made;
    underWay[at] = family;
  }

  private lengthen() {
    const times = new Float64Array(this.count * 2);
    const underWay = new Int32Array(this.count * 2);
    times.set(this.times);
    underWay.set(this.underWay);
    this.times = times;
    this.underWay = underWay;
  }
}
