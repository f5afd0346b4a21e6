/**
 * Step 5: the intervention. Sessions come at the pathway's interval and use the worker's direct hours of the week; one that finds none
 * moves to the start of the next week. A missed session uses the hours and comes again. The place is free after the last session.
 */
import { type Lane, NO_EVENT } from '../kernel/event-list.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Recorder } from '../measures/recorder.ts';
import type { Plan } from '../plan.ts';
import type { Streams } from '../random/stream.ts';
import { Dosage } from './dosage.ts';
import { AT, type Families, NOBODY, STATE, TIME } from './families.ts';
import type { Flow } from './flow.ts';
import { PURPOSE } from './purposes.ts';
import { RANK } from './ranks.ts';
import type { Workers } from './workers.ts';

/** What becomes of a session that finds hours. */
const ATTENDED = 0;
const MISSED = 1;
const ATTENDED_THE_LAST = 2;

export class Intervention {
  readonly dosages: Dosage[];
  private readonly kernel: Kernel;
  private readonly streams: Streams;
  private readonly families: Families;
  private readonly workers: Workers;
  private readonly recorder: Recorder;
  private readonly flow: Flow;
  /** By pathway. Pathways with the same interval share a lane. */
  private readonly lanes: Lane[];
  private readonly interval: Float64Array;
  private readonly sessionHours: Float64Array;
  private readonly missedShare: Float64Array;
  private readonly dropOut: Float64Array;
  private readonly caseWeight: Float64Array;
  /** By pathway: 1 where sessions can be missed or families drop out. */
  private readonly uncertain: Uint8Array;
  /** When the present week ends. */
  private weekEnd = 0;

  constructor(
    plan: Plan,
    kernel: Kernel,
    streams: Streams,
    families: Families,
    workers: Workers,
    recorder: Recorder,
    flow: Flow,
  ) {
    this.dosages = plan.pathways.map((pathway) => new Dosage(pathway));
    this.kernel = kernel;
    this.streams = streams;
    this.families = families;
    this.workers = workers;
    this.recorder = recorder;
    this.flow = flow;
    const lanes = new Map<number, Lane>();
    this.lanes = plan.pathways.map(({ dosage: { interval } }) => {
      const lane = lanes.get(interval) ?? kernel.openLane(RANK.session);
      lanes.set(interval, lane);
      return lane;
    });
    this.interval = Float64Array.from(plan.pathways, (pathway) => pathway.dosage.interval);
    this.sessionHours = Float64Array.from(plan.pathways, (pathway) => pathway.sessionHours);
    this.missedShare = Float64Array.from(plan.pathways, (pathway) => pathway.missedShare);
    this.dropOut = Float64Array.from(plan.pathways, (pathway) => pathway.dropOut);
    this.caseWeight = Float64Array.from(plan.pathways, (pathway) => pathway.caseWeight);
    this.uncertain = Uint8Array.from(plan.pathways, ({ missedShare, dropOut }) =>
      missedShare > 0 || dropOut > 0 ? 1 : 0,
    );
  }

  openWeek(weekEnd: number) {
    this.weekEnd = weekEnd;
  }

  /** The family has been given a worker: its first, or another in place of one who left. */
  begin(family: number) {
    const { families, kernel, recorder } = this;
    const { now } = kernel;
    const pathway = families.integers[family + AT.pathway]!;
    const team = this.workers.team[families.integers[family + AT.worker]!]!;
    const weight = this.caseWeight[pathway]!;
    families.integers[family + AT.state] = STATE.open;
    if (families.integers[family + AT.hasHadWorker] === 1) {
      families.times[(family >> 1) + TIME.firstGap] = this.interval[pathway]!;
      recorder.reallocated(now, pathway, team, weight);
    } else {
      const joined = families.times[(family >> 1) + TIME.joined]!;
      families.integers[family + AT.hasHadWorker] = 1;
      families.times[(family >> 1) + TIME.allocated] = now;
      families.integers[family + AT.sessionsTried] = 0;
      this.dosages[pathway]!.plan(families, family, this.streams);
      recorder.allocated(
        now,
        pathway,
        team,
        weight,
        now - joined,
        now - families.times[(family >> 1) + TIME.referred]!,
      );
    }
    this.schedule(family, families.times[(family >> 1) + TIME.firstGap]!);
  }

  /** A case open at the start goes on: what it still owes has been set by the opening state. */
  resume(family: number) {
    const { families } = this;
    families.integers[family + AT.state] = STATE.open;
    families.integers[family + AT.hasHadWorker] = 1;
    this.schedule(family, families.times[(family >> 1) + TIME.firstGap]!);
  }

  /** A session falls due, and with it those that follow in its lane before anything else happens: nine in ten events pass through this loop. */
  session(first: number) {
    const { families, workers, recorder, kernel, sessionHours, uncertain } = this;
    const { integers } = families;
    const { team: teams } = workers;
    for (let family = first; family !== NOBODY; family = kernel.nextOfLane()) {
      const pathway = integers[family + AT.pathway]!;
      const worker = integers[family + AT.worker]!;
      if (!workers.spend(worker, sessionHours[pathway]!)) {
        this.slip(family, pathway, worker);
        continue;
      }
      const fate = uncertain[pathway] === 1 ? this.fateOfSession(family, pathway) : ATTENDED;
      if (fate === MISSED) {
        recorder.missed(pathway, teams[worker]!);
        this.next(family, pathway);
        continue;
      }
      recorder.held(pathway, teams[worker]!);
      const owed = integers[family + AT.sessionsOwed]! - 1;
      integers[family + AT.sessionsOwed] = owed;
      if (owed > 0 && fate === ATTENDED) this.next(family, pathway);
      else this.end(family, pathway, worker, owed > 0);
    }
  }

  /** The worker has left. The family keeps the sessions it is owed and goes back to the head of the list. */
  interrupt(family: number) {
    const { families, kernel, workers } = this;
    const pathway = families.integers[family + AT.pathway]!;
    const worker = families.integers[family + AT.worker]!;
    kernel.cancel(families.times[(family >> 1) + TIME.event]!);
    families.times[(family >> 1) + TIME.event] = NO_EVENT;
    this.recorder.givenBack(kernel.now, pathway, workers.team[worker]!, this.caseWeight[pathway]!);
    workers.free(worker, this.caseWeight[pathway]!);
    this.flow.givesBack(family);
  }

  /** No hours left this week: the session waits for the start of the next. */
  private slip(family: number, pathway: number, worker: number) {
    this.recorder.slipped(pathway, this.workers.team[worker]!);
    this.families.times[(family >> 1) + TIME.event] = this.kernel.at(this.weekEnd, RANK.session, family);
  }

  private fateOfSession(family: number, pathway: number): number {
    const { families, streams } = this;
    const tried = families.integers[family + AT.sessionsTried]!++;
    streams.draw(
      PURPOSE.session,
      families.integers[family + AT.origin]!,
      families.integers[family + AT.number]!,
      families.integers[family + AT.episode]!,
      tried,
    );
    if (streams.first < this.missedShare[pathway]!) return MISSED;
    return streams.second < this.dropOut[pathway]! ? ATTENDED_THE_LAST : ATTENDED;
  }

  private end(family: number, pathway: number, worker: number, droppedOut: boolean) {
    this.families.times[(family >> 1) + TIME.event] = NO_EVENT;
    this.flow.ends(family, droppedOut);
    this.flow.placeFreed(worker, this.caseWeight[pathway]!);
  }

  private next(family: number, pathway: number) {
    this.families.times[(family >> 1) + TIME.event] = this.kernel.append(
      this.lanes[pathway]!,
      this.kernel.now + this.interval[pathway]!,
      family,
    );
  }

  /** The first session comes after a gap of its own; a whole interval keeps to the lane. */
  private schedule(family: number, gap: number) {
    const { families, kernel } = this;
    const pathway = families.integers[family + AT.pathway]!;
    if (gap === this.interval[pathway]!) this.next(family, pathway);
    else families.times[(family >> 1) + TIME.event] = kernel.at(kernel.now + gap, RANK.session, family);
  }
}
