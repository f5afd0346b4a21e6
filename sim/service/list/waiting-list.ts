/**
 * Step 3: the waiting list of each pathway and locality. A family waits in the line of its priority; those whose worker left wait in a line ahead of all.
 * While it waits it may withdraw (patience runs out) or escalate to social care (a constant hazard): whichever comes first.
 */
import * as eventList from '../../kernel/event-list.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { ListAtEnd, Recorder } from '../../measures/recorder.ts';
import type { Plan } from '../../plan.ts';
import type { Streams } from '../../random/stream.ts';
import type { Families } from '../family/families.ts';
import { FamilyQueue } from '../family/family-queue.ts';
import * as record from '../family/family-record.ts';
import * as purposes from '../purposes.ts';
import * as ranks from '../ranks.ts';
import type { TermsInForce } from '../terms.ts';
import { Leaving } from './leaving.ts';

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
  private readonly leaving: Leaving;
  private order: Plan['allocation']['order'];
  /** Whether anybody can decline a place. */
  private canDecline = false;
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
    this.leaving = new Leaving(inForce);
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

  /** A dated change may alter the order in which places are offered, and who takes them. */
  changeTerms() {
    const { allocation, needs } = this.inForce.now;
    this.order = allocation.order;
    this.canDecline = needs.some(({ declinesOffer }) => declinesOffer > 0);
  }

  clear() {
    this.length = 0;
    this.changeTerms();
    for (const lines of this.lines) for (const line of lines) line.clear();
  }

  /** The family joins its list. The time is not handed over: a number handed to a function that stays a call is put on V8's heap. */
  join(family: number) {
    this.families.times[(family >> 1) + TIME.joined] = this.kernel.now;
    this.standInLine(family);
  }

  /** The same of a family already waiting at the start. */
  hasJoined(family: number, joinedAt: number) {
    this.families.times[(family >> 1) + TIME.joined] = joinedAt;
    this.standInLine(family);
  }

  /** No place was free for a family that has joined: from now on it may leave. */
  mayLeave(family: number) {
    const { families, streams, kernel, leaving } = this;
    const need = families.integers[family + AT.need]!;
    if (leaving.never(need)) return;
    families.draw(streams, PURPOSE.waiting, family);
    const joinedAt = families.times[(family >> 1) + TIME.joined]!;
    const withdraws = leaving.withdraws(need, joinedAt, kernel.now, streams.first);
    const escalates = leaving.escalates(need, kernel.now, streams.second);
    const leaves = Math.min(withdraws, escalates);
    if (leaves === Number.POSITIVE_INFINITY) return;
    families.integers[family + AT.fate] = escalates < withdraws ? LEAVING.escalated : LEAVING.withdrew;
    families.integers[family + AT.event] = kernel.at(leaves, RANK.leaveList, family);
  }

  /** A family that has had a worker waits for another, ahead of all others; it neither withdraws nor escalates: it is in work. */
  putAtHead(family: number) {
    this.families.integers[family + AT.event] = NO_EVENT;
    this.enter(family, HEAD_OF_LIST);
  }

  /**
   * Whether a family declines the place it is offered; it then leaves the list, and the place is free for the next. One that has had a worker
   * is in work and does not decline.
   */
  declines(family: number): boolean {
    if (!this.canDecline) return false;
    const { families, streams, kernel } = this;
    const { integers } = families;
    const chance = this.inForce.now.needs[integers[family + AT.need]!]!.declinesOffer;
    if (chance === 0 || integers[family + AT.hasHadWorker] === 1) return false;
    families.draw(streams, PURPOSE.consent, family);
    if (streams.second >= chance) return false;
    this.take(family);
    const waited = kernel.now - families.times[(family >> 1) + TIME.joined]!;
    this.recorder.declinedOffer(kernel.now, families.who(family), waited);
    families.remove(family);
    return true;
  }

  /** Takes a family off the list because a place has been found. */
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

  /** Who is next among those on a list that joined it at `joinedBy` or before, or NOBODY. The first of a line has waited longest in it. */
  nextOverdue(list: number, joinedBy: number): number {
    let next = NOBODY;
    for (const { first } of this.lines[list]!) {
      if (first === NOBODY || this.families.times[(first >> 1) + TIME.joined]! > joinedBy) continue;
      if (next === NOBODY || this.isBefore(first, next)) next = first;
    }
    return next;
  }

  /** Who is next on a list among those whose worker has left, or NOBODY. */
  nextInWork(list: number): number {
    return this.lines[list]![HEAD_OF_LIST]!.first;
  }

  /** Who is next for a course or a partner on the lists of all localities, or NOBODY: families that have had a worker wait for another. */
  nextForOtherOffer(pathway: number): number {
    let next = NOBODY;
    for (let list = pathway * this.localities; list < (pathway + 1) * this.localities; list++) {
      const lines = this.lines[list]!;
      for (let level = HEAD_OF_LIST + 1; level < lines.length; level++) {
        const { first } = lines[level]!;
        if (first !== NOBODY && (next === NOBODY || this.isBefore(first, next))) next = first;
      }
    }
    return next;
  }

  /** Families on a list that wait for their first place. */
  waitingOn(list: number): number {
    const lines = this.lines[list]!;
    let waiting = 0;
    for (let level = HEAD_OF_LIST + 1; level < lines.length; level++) waiting += lines[level]!.length;
    return waiting;
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

  private standInLine(family: number) {
    const { families } = this;
    families.integers[family + AT.event] = NO_EVENT;
    this.enter(family, families.integers[family + AT.priority]!);
    const joinedAt = families.times[(family >> 1) + TIME.joined]!;
    this.recorder.joined(this.kernel.now, families.who(family), joinedAt);
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
