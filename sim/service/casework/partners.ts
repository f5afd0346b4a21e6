/**
 * Cases that a lead practitioner of another service holds. They take no worker's place, only hours of co-ordination (other-work.ts); partners can
 * be limited in how many they hold at once, and families then wait their turn on the pathway's list. Sessions never lack hours.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import type { Recorder } from '../../measures/recorder.ts';
import type { Streams } from '../../random/stream.ts';
import type { Families } from '../family/families.ts';
import * as record from '../family/family-record.ts';
import type { Flow } from '../flow.ts';
import type { WaitingList } from '../list/waiting-list.ts';
import * as ranks from '../ranks.ts';
import type { TermsInForce } from '../terms.ts';
import { attend } from './attendance.ts';
import type { CasePlans } from './case-plans.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, ENDING, NOBODY, STATE, TIME } = record;
const { RANK } = ranks;

export class Partners {
  /** Cases held, by terms index: what a case takes is said by the terms it was opened on. */
  readonly held: Int32Array;
  /** Whether partners hold cases of any pathway on any terms. */
  private readonly holdAny: boolean;
  private readonly inForce: TermsInForce;
  private readonly kernel: Kernel;
  private readonly streams: Streams;
  private readonly families: Families;
  private readonly list: WaitingList;
  private readonly plans: CasePlans;
  private readonly recorder: Recorder;
  private readonly flow: Flow;

  constructor(
    inForce: TermsInForce,
    kernel: Kernel,
    streams: Streams,
    families: Families,
    list: WaitingList,
    plans: CasePlans,
    recorder: Recorder,
    flow: Flow,
  ) {
    this.held = new Int32Array(inForce.pathways.length);
    this.holdAny = inForce.pathways.some(({ offer }) => offer.kind === 'partner-held');
    this.inForce = inForce;
    this.kernel = kernel;
    this.streams = streams;
    this.families = families;
    this.list = list;
    this.plans = plans;
    this.recorder = recorder;
    this.flow = flow;
  }

  clear() {
    this.held.fill(0);
  }

  /** At the start, and when a dated change comes into force. */
  offerAllPlaces() {
    for (let pathway = 0; pathway < this.inForce.now.pathways.length; pathway++) this.offerPlaces(pathway);
  }

  /** A family or a place has appeared. Nothing happens on a pathway that partners do not hold. */
  offerPlaces(pathway: number) {
    if (!this.holdAny) return;
    const { offer } = this.inForce.now.pathways[pathway]!;
    if (offer.kind !== 'partner-held') return;
    while (this.heldOf(pathway) < offer.most) {
      const family = this.list.nextForOtherOffer(pathway);
      if (family === NOBODY) return;
      if (!this.list.declines(family)) this.takeUp(family);
    }
  }

  /** A case that a partner holds at the start: what it still owes has been set by the opening state. */
  resume(family: number) {
    this.recorder.openedWithPartner(this.kernel.now, this.families.who(family));
    this.hold(family);
  }

  /** The partner closes the case. */
  ends(family: number) {
    const { integers } = this.families;
    const terms = integers[family + AT.terms]!;
    const pathway = integers[family + AT.pathway]!;
    const ending = integers[family + AT.fate]!;
    this.held[terms]!--;
    this.flow.endsElsewhere(family, 'partner-held', ending);
    this.offerPlaces(pathway);
    if (ending === ENDING.steps) this.flow.steps(family);
  }

  /** On all terms. */
  private heldOf(pathway: number): number {
    const pathways = this.inForce.now.pathways.length;
    let held = 0;
    for (let terms = pathway; terms < this.held.length; terms += pathways) held += this.held[terms]!;
    return held;
  }

  private takeUp(family: number) {
    const { families, list, kernel } = this;
    const { times } = families;
    const { now } = kernel;
    list.take(family);
    const wait = now - times[(family >> 1) + TIME.joined]!;
    const sinceReferral = now - times[(family >> 1) + TIME.referred]!;
    times[(family >> 1) + TIME.allocated] = now;
    this.plans.open(family, now);
    this.recorder.tookUp(now, families.who(family), 'partner-held', wait, sinceReferral);
    this.hold(family);
  }

  /** One event stands for all sessions: it comes with the last. */
  private hold(family: number) {
    const { families, kernel } = this;
    const { integers, times } = families;
    const terms = integers[family + AT.terms]!;
    const pathway = this.inForce.pathways[terms]!;
    integers[family + AT.state] = STATE.open;
    integers[family + AT.worker] = NOBODY;
    this.held[terms]!++;
    const sessions = attend(families, family, this.streams, pathway, true);
    const last = times[(family >> 1) + TIME.firstGap]! + (sessions - 1) * pathway.dosage.interval;
    integers[family + AT.event] = kernel.at(kernel.now + last, RANK.otherOfferEnds, family);
  }
}
