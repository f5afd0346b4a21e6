/**
 * Step 3: the waiting list of each pathway and locality. A family waits in the line of its priority; those whose worker left wait in a line ahead of all.
 * While it waits it may withdraw (patience runs out) or escalate to social care (a constant hazard): whichever comes first.
 */
import * as eventList from '../kernel/event-list.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Recorder } from '../measures/recorder.ts';
import type { ListAtEnd } from '../measures/recorder.ts';
import type { Plan, Terms } from '../plan.ts';
import { drawBeyond } from '../random/beyond.ts';
import { type Distribution, distribution } from '../random/distributions.ts';
import type { Streams } from '../random/stream.ts';
import type { Families } from './families.ts';
import { FamilyQueue } from './family-queue.ts';
import * as record from './family-record.ts';
import * as purposes from './purposes.ts';
import * as ranks from './ranks.ts';
import type { TermsInForce } from './terms.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { NO_EVENT } = eventList;
const { AT, LEAVING, NOBODY, STATE, TIME } = record;
const { PURPOSE } = purposes;
const { RANK } = ranks;

/** The line ahead of priority 1. */
const HEAD_OF_LIST = 0;

export class WaitingList {
  /** Families on all lists. */
  length = 0;
  private readonly inForce: TermsInForce;
  private readonly localities: number;
  /** By version and need. */
  private readonly leaving: Leaving[][];
  private order: Plan['allocation']['order'];
  private readonly kernel: Kernel;
  private readonly streams: Streams;
  private readonly families: Families;
  private readonly recorder: Recorder;
  /** By list, then by priority. */
  private readonly lines: FamilyQueue[][];

  constructor(
    plan: Plan,
    inForce: TermsInForce,
    kernel: Kernel,
    streams: Streams,
    families: Families,
    recorder: Recorder,
  ) {
    this.inForce = inForce;
    this.localities = plan.localities.length;
    this.leaving = inForce.versions.map(leavingOf);
    this.order = plan.allocation.order;
    this.kernel = kernel;
    this.streams = streams;
    this.families = families;
    this.recorder = recorder;
    const lowest = Math.max(
      ...inForce.versions.flatMap(({ needs }) => needs.map(({ priority }) => priority)),
      ...inForce.pathways.map((pathway) => pathway.reReferral.priority ?? 1),
    );
    this.lines = Array.from({ length: plan.pathways.length * this.localities }, () =>
      Array.from({ length: lowest + 1 }, () => new FamilyQueue(families)),
    );
  }

  /** The list of a family: by pathway, then by locality. */
  listOf(family: number): number {
    const { integers } = this.families;
    return integers[family + AT.pathway]! * this.localities + integers[family + AT.locality]!;
  }

  /** A dated change may alter the order in which places are offered. */
  changeTerms() {
    this.order = this.inForce.now.allocation.order;
  }

  clear() {
    this.length = 0;
    this.order = this.inForce.now.allocation.order;
    for (const lines of this.lines) for (const line of lines) line.clear();
  }

  /** The family joins its list. `joinedAt` is earlier than now only for families already waiting at the start. */
  join(family: number, joinedAt: number) {
    const { families } = this;
    families.times[(family >> 1) + TIME.joined] = joinedAt;
    families.integers[family + AT.event] = NO_EVENT;
    this.enter(family, families.integers[family + AT.priority]!);
    this.recorder.joined(this.kernel.now, families.who(family), joinedAt);
  }

  /** No place was free for a family that has joined: from now on it may leave, on the terms of now. */
  mayLeave(family: number) {
    const { families, streams, kernel } = this;
    const need = families.integers[family + AT.need]!;
    const joinedAt = families.times[(family >> 1) + TIME.joined]!;
    const { patience, withdrawalFactor, escalation: hazard } = this.leaving[this.inForce.version]![need]!;
    if (patience === null && hazard === 0) return;
    families.draw(streams, PURPOSE.waiting, family);
    const withdraws =
      patience === null
        ? Number.POSITIVE_INFINITY
        : joinedAt + waitBeforeLeaving(patience, withdrawalFactor, kernel.now - joinedAt, streams.first);
    // A hazard has no memory: counted from now.
    const escalates =
      hazard === 0 ? Number.POSITIVE_INFINITY : kernel.now - Math.log(streams.second) / hazard;
    families.integers[family + AT.fate] = escalates < withdraws ? LEAVING.escalated : LEAVING.withdrew;
    families.integers[family + AT.event] = kernel.at(Math.min(withdraws, escalates), RANK.leaveList, family);
  }

  /** A family that has had a worker waits for another, ahead of all others; it neither withdraws nor escalates: it is in work. */
  putAtHead(family: number) {
    this.families.integers[family + AT.event] = NO_EVENT;
    this.enter(family, HEAD_OF_LIST);
  }

  /** Takes a family off the list because a worker has been found. */
  take(family: number) {
    this.step(family);
    const { families } = this;
    if (families.integers[family + AT.event] !== NO_EVENT) {
      this.kernel.cancel(families.integers[family + AT.event]!);
      families.integers[family + AT.event] = NO_EVENT;
    }
  }

  /** Patience has run out, or the family has escalated. */
  leave(family: number) {
    this.step(family);
    const { families, kernel, recorder } = this;
    const who = families.who(family);
    const waited = kernel.now - families.times[(family >> 1) + TIME.joined]!;
    if (families.integers[family + AT.fate] === LEAVING.escalated)
      recorder.escalatedWaiting(kernel.now, who, waited);
    else recorder.withdrew(kernel.now, who, waited);
    families.remove(family);
  }

  /** Who is next on a list, or NOBODY. */
  next(list: number): number {
    const lines = this.lines[list]!;
    let next = NOBODY;
    for (const line of lines) {
      const first = line.first;
      if (first !== NOBODY && (next === NOBODY || this.isBefore(first, next))) next = first;
    }
    return next;
  }

  /** Whether `a` is offered a place before `b`. Families that have had a worker come first. */
  isBefore(a: number, b: number): boolean {
    const { integers, times } = this.families;
    const hadWorker = integers[a + AT.hasHadWorker]!;
    if (hadWorker !== integers[b + AT.hasHadWorker]!) return hadWorker === 1;
    const earlier = times[(b >> 1) + TIME.joined]! - times[(a >> 1) + TIME.joined]!;
    if (hadWorker === 1 || this.order.kind === 'first come') return earlier > 0;
    const moreUrgent = integers[b + AT.priority]! - integers[a + AT.priority]!;
    if (this.order.kind === 'priority') return moreUrgent > 0 || (moreUrgent === 0 && earlier > 0);
    return earlier + moreUrgent * this.order.perLevel > 0;
  }

  /** The families on a list that wait for their first worker. */
  atEnd(list: number, now: number): ListAtEnd {
    const { integers, times } = this.families;
    const ages: number[] = [];
    const children: number[] = [];
    this.lines[list]!.forEach((line, level) => {
      if (level === HEAD_OF_LIST) return;
      for (let family = line.first; family !== NOBODY; family = integers[family + AT.next]!) {
        ages.push(now - times[(family >> 1) + TIME.joined]!);
        children.push(integers[family + AT.children]!);
      }
    });
    return {
      pathway: Math.floor(list / this.localities),
      locality: list % this.localities,
      ages: Float64Array.from(ages),
      children: Float64Array.from(children),
    };
  }

  /** Age of the family that has waited longest for its first worker; lines are in order of joining. */
  longest(list: number, now: number): number {
    const lines = this.lines[list]!;
    let longest = 0;
    for (let level = HEAD_OF_LIST + 1; level < lines.length; level++) {
      const first = lines[level]!.first;
      if (first !== NOBODY)
        longest = Math.max(longest, now - this.families.times[(first >> 1) + TIME.joined]!);
    }
    return longest;
  }

  private enter(family: number, level: number) {
    this.families.integers[family + AT.state] = STATE.waiting;
    this.lines[this.listOf(family)]![level]!.add(family);
    this.length++;
  }

  private step(family: number) {
    const { families } = this;
    const level =
      families.integers[family + AT.hasHadWorker] === 1
        ? HEAD_OF_LIST
        : families.integers[family + AT.priority]!;
    this.lines[this.listOf(family)]![level]!.remove(family);
    this.length--;
  }
}

/** How families of one need leave a list. */
interface Leaving {
  readonly patience: Distribution | null;
  /** Contact while waiting stretches patience: at a factor of 0.7 it runs out 0.7 times as fast. */
  readonly withdrawalFactor: number;
  /** Hazard of escalating, a working day, contact counted in. */
  readonly escalation: number;
}

function leavingOf({ needs, waiting }: Terms): Leaving[] {
  return needs.map((need) => ({
    patience: need.patience && distribution(need.patience),
    withdrawalFactor: waiting.withdrawalFactor,
    escalation: need.escalation * waiting.escalationFactor,
  }));
}

/** Patience from joining, of a family that has waited `waited` so far. */
function waitBeforeLeaving(patience: Distribution, factor: number, waited: number, u: number): number {
  const time = waited === 0 ? patience.sample(u) : drawBeyond(patience, waited * factor, u);
  return time / factor;
}
