/**
 * Group programmes. Families wait on the pathway's list for a course to start; they attend it together, miss sessions or drop out one by one.
 * Facilitators' hours come from the team's workers before sessions (other-work.ts); a course is held even where hours are short.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import type { Recorder } from '../../measures/recorder.ts';
import type { OfferPlan } from '../../plan.ts';
import type { Streams } from '../../random/stream.ts';
import type { Families } from '../family/families.ts';
import * as record from '../family/family-record.ts';
import type { Flow } from '../flow.ts';
import type { WaitingList } from '../list/waiting-list.ts';
import * as ranks from '../ranks.ts';
import type { TeamTime } from '../staff/team-time.ts';
import type { TermsInForce } from '../terms.ts';
import { attend } from './attendance.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, NOBODY, STATE, TIME } = record;
const { RANK } = ranks;

export type GroupOffer = Extract<OfferPlan, { readonly kind: 'group' }>;

/** A course that has started, on the terms of its start. */
interface Course {
  readonly offer: GroupOffer;
  readonly interval: number;
  readonly start: number;
}

export class Groups {
  private readonly inForce: TermsInForce;
  private readonly kernel: Kernel;
  private readonly streams: Streams;
  private readonly families: Families;
  private readonly list: WaitingList;
  private readonly time: TeamTime;
  private readonly recorder: Recorder;
  private readonly flow: Flow;
  private readonly localities: number;
  /** Courses with sessions to come. */
  private running: Course[] = [];
  /** By pathway: how far apart starts are at present (0: no courses), and how often that has changed. A start arranged before does not happen. */
  private readonly startsEvery: Float64Array;
  private readonly arrangement: Int32Array;
  private weekEnd = 0;

  constructor(
    inForce: TermsInForce,
    localities: number,
    kernel: Kernel,
    streams: Streams,
    families: Families,
    list: WaitingList,
    time: TeamTime,
    recorder: Recorder,
    flow: Flow,
  ) {
    const pathways = inForce.now.pathways.length;
    this.inForce = inForce;
    this.localities = localities;
    this.kernel = kernel;
    this.streams = streams;
    this.families = families;
    this.list = list;
    this.time = time;
    this.recorder = recorder;
    this.flow = flow;
    this.startsEvery = new Float64Array(pathways);
    this.arrangement = new Int32Array(pathways);
  }

  clear() {
    this.running = [];
    this.startsEvery.fill(0);
    this.arrangement.fill(0);
  }

  /** At the start, and when a dated change comes into force. Starts keep their days as long as they are as far apart as before. */
  arrange() {
    this.inForce.now.pathways.forEach(({ offer }, pathway) => {
      const every = offer.kind === 'group' ? offer.startsEvery : 0;
      if (every === this.startsEvery[pathway]) return;
      this.startsEvery[pathway] = every;
      this.arrangement[pathway]!++;
      if (every > 0) this.scheduleStart(pathway);
    });
  }

  /** The hours of the week's sessions of courses that are running. */
  openWeek(from: number, weekEnd: number) {
    this.weekEnd = weekEnd;
    for (const course of this.running) this.takeHours(course, from, weekEnd);
    this.running = this.running.filter(
      ({ offer, interval, start }) => start + offer.sessions * interval >= weekEnd,
    );
  }

  /** `start` holds the pathway and the arrangement it was made in. */
  courseStarts(start: number) {
    const pathways = this.startsEvery.length;
    const pathway = start % pathways;
    const { offer, dosage } = this.inForce.now.pathways[pathway]!;
    if (Math.floor(start / pathways) !== this.arrangement[pathway] || offer.kind !== 'group') return;
    this.scheduleStart(pathway);
    if (this.waiting(pathway) < offer.fewest) return;
    let given = 0;
    while (given < offer.places) {
      const family = this.list.nextForOtherOffer(pathway);
      if (family === NOBODY) break;
      if (this.list.declines(family)) continue;
      this.takeUp(family, offer);
      given++;
    }
    if (given === 0) return;
    const course = { offer, interval: dosage.interval, start: this.kernel.now };
    this.takeHours(course, this.kernel.now, this.weekEnd);
    this.running.push(course);
  }

  /** A family's last session. */
  ends(family: number) {
    this.flow.endsElsewhere(family, 'group', this.families.integers[family + AT.fate]!);
  }

  private scheduleStart(pathway: number) {
    const entity = this.arrangement[pathway]! * this.startsEvery.length + pathway;
    this.kernel.at(this.kernel.now + this.startsEvery[pathway]!, RANK.courseStart, entity);
  }

  private waiting(pathway: number): number {
    let waiting = 0;
    for (let locality = 0; locality < this.localities; locality++)
      waiting += this.list.waitingOn(pathway * this.localities + locality);
    return waiting;
  }

  private takeUp(family: number, { sessions }: GroupOffer) {
    const { families, list, kernel, inForce } = this;
    const { integers, times } = families;
    const { now } = kernel;
    list.take(family);
    const terms = inForce.of(integers[family + AT.pathway]!);
    const pathway = inForce.pathways[terms]!;
    integers[family + AT.terms] = terms;
    integers[family + AT.state] = STATE.open;
    integers[family + AT.worker] = NOBODY;
    integers[family + AT.sessionsPlanned] = sessions;
    integers[family + AT.sessionsOwed] = sessions;
    integers[family + AT.sessionsLost] = 0;
    const wait = now - times[(family >> 1) + TIME.joined]!;
    const sinceReferral = now - times[(family >> 1) + TIME.referred]!;
    times[(family >> 1) + TIME.allocated] = now;
    this.recorder.tookUp(now, families.who(family), 'group', wait, sinceReferral);
    const last = attend(families, family, this.streams, pathway, false);
    const at = now + last * pathway.dosage.interval;
    integers[family + AT.event] = kernel.at(at, RANK.otherOfferEnds, family);
  }

  /** Sessions fall one interval apart, the first one interval after the start. */
  private takeHours({ offer, interval, start }: Course, from: number, weekEnd: number) {
    let sessions = 0;
    for (let session = 1; session <= offer.sessions; session++) {
      const at = start + session * interval;
      if (at >= from && at < weekEnd) sessions++;
    }
    this.time.takeFromTeam('groups', offer.team, sessions * offer.facilitatorHours);
  }
}
