/**
 * The sessions of a service whose hours cannot run out. Nothing can then stop a session, so only the last of a case need be an event: it frees a
 * place. Those before it wait in a ring of their own, in the order of the lane they would lie in, and are counted when somebody needs to know.
 */
import type { Lane } from '../../kernel/event-list.ts';
import * as eventList from '../../kernel/event-list.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import * as layout from '../../kernel/ring-layout.ts';
import type { Recorder } from '../../measures/recorder.ts';
import type { Plan } from '../../plan.ts';
import type { Families } from '../family/families.ts';
import * as record from '../family/family-record.ts';
import * as rounding from '../rounding.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { NO_EVENT } = eventList;
const { ENTITY, SEQUENCE: OWED, TIME, WORDS } = layout;
const { AT } = record;
const { ROUNDING } = rounding;

/**
 * Whether sessions can be left out: staff and terms stay as they are, families are seen at one interval and not twice a week, never miss a
 * session or drop out, and the hours of each worker's shortest week are enough for a session with everyone whom the cap lets in.
 */
export function hoursAlwaysSuffice(plan: Plan, use: Float64Array): boolean {
  const { clock, pathways, workers, waiting, opening } = plan;
  const days = clock.weekEnds.map((end, week) => end - (clock.weekEnds[week - 1] ?? 0));
  const shortest = Math.min(...days.filter((length) => length > 0));
  const longest = Math.max(...days);
  const lightest = Math.min(...pathways.map(({ caseWeight }) => caseWeight));
  const { interval } = pathways[0]!.dosage;
  const isPlain = ({
    dosage,
    missedShare,
    dropOut,
    assessment,
    caseHoursPerDay,
    offer,
  }: Plan['pathways'][number]) =>
    dosage.interval === interval &&
    dosage.amount.kind === 'sessions' &&
    missedShare === 0 &&
    dropOut === 0 &&
    assessment === null &&
    caseHoursPerDay === 0 &&
    offer.kind === 'one to one';
  const hasEnough = ({ cap, hoursPerDay }: Plan['workers'][number]) => {
    const most = Math.max(1, Math.ceil((cap + ROUNDING) / lightest)) + opening.open.length;
    return most * Math.max(...use) <= hoursPerDay * shortest;
  };
  const stays = ({ career, from, until }: Plan['workers'][number]) =>
    career === null && from <= 0 && until === Number.POSITIVE_INFINITY;
  return (
    plan.changes.length === 0 &&
    interval >= longest &&
    waiting.contactHoursPerDay === 0 &&
    pathways.every(isPlain) &&
    workers.every((worker) => stays(worker) && hasEnough(worker))
  );
}

export class AmpleSessions {
  private readonly kernel: Kernel;
  private readonly families: Families;
  private readonly recorder: Recorder;
  /** Of last sessions. */
  private readonly lane: Lane;
  private readonly interval: number;
  /** Whether all sessions are counted as one kind: there is one pathway and one team. */
  private readonly allAlike: boolean;
  /** As lanes lie (kernel/ring-layout.ts), with the sessions owed in place of a sequence. */
  private words = new Int32Array(64 * WORDS);
  private times = new Float64Array(this.words.buffer);
  private mask = 63;
  private head = 0;
  private tail = 0;
  /** What a session leads to comes before the sessions of the same instant that follow it in line. */
  private atSession = false;

  constructor(plan: Plan, kernel: Kernel, families: Families, recorder: Recorder, lane: Lane) {
    this.kernel = kernel;
    this.families = families;
    this.recorder = recorder;
    this.lane = lane;
    this.interval = plan.pathways[0]!.dosage.interval;
    this.allAlike = plan.pathways.length === 1 && plan.teams.length === 1;
  }

  clear() {
    this.head = 0;
    this.tail = 0;
  }

  /** The family is seen one interval from now, for the first time or once more. */
  add(family: number) {
    const { now } = this.kernel;
    if (!this.atSession) this.pass(now, true);
    if (this.tail - this.head > this.mask) this.grow();
    const { integers } = this.families;
    const owed = integers[family + AT.sessionsOwed]!;
    const place = this.tail++ & this.mask;
    this.times[TIME * place] = now + this.interval;
    this.words[WORDS * place + ENTITY] = family;
    this.words[WORDS * place + OWED] = owed;
    integers[family + AT.event] = NO_EVENT;
    if (owed === 1) this.kernel.append(this.lane, now + this.interval, family);
  }

  /** Holds the sessions before a time, or up to it, that are not the last of their case, and puts the next of each in line. */
  pass(until: number, through: boolean) {
    const { words, times, mask, interval, tail: end } = this;
    let { head, tail } = this;
    for (; head < end; head++, tail++) {
      const place = head & mask;
      const time = times[TIME * place]!;
      const owed = words[WORDS * place + OWED]!;
      if (owed === 1 || time > until || (time === until && !through)) break;
      const family = words[WORDS * place + ENTITY]!;
      const next = tail & mask;
      times[TIME * next] = time + interval;
      words[WORDS * next + ENTITY] = family;
      words[WORDS * next + OWED] = owed - 1;
      if (owed === 2) this.kernel.append(this.lane, time + interval, family);
      if (!this.allAlike) this.tell(family);
    }
    const passed = head - this.head;
    if (passed === 0) return;
    if (this.allAlike) this.recorder.held(0, 0, passed);
    this.kernel.passed(passed);
    this.head = head;
    this.tail = tail;
  }

  /** A session happens that is an event: the last of a case, or the first of one open at the start, which is not in line yet. */
  reach(family: number) {
    const { integers } = this.families;
    this.atSession = true;
    if (integers[family + AT.event] !== NO_EVENT) {
      this.pass(this.kernel.now, true);
      return;
    }
    // Others of this very instant that come after it in line stay in line.
    this.pass(Number.POSITIVE_INFINITY, true);
    this.head++;
    integers[family + AT.sessionsOwed] = 1;
  }

  /** The session and what it led to are over. */
  goOn() {
    this.atSession = false;
  }

  private tell(family: number) {
    const { integers } = this.families;
    this.recorder.held(integers[family + AT.terms]!, integers[family + AT.team]!, 1);
  }

  private grow() {
    const { words, mask } = this;
    const longer = new Int32Array(words.length * 2);
    const longerMask = 2 * mask + 1;
    for (let at = this.head; at < this.tail; at++) {
      const from = WORDS * (at & mask);
      longer.set(words.subarray(from, from + WORDS), WORDS * (at & longerMask));
    }
    this.words = longer;
    this.times = new Float64Array(longer.buffer);
    this.mask = longerMask;
  }
}
