/**
 * Step 5: the intervention. Sessions come at the pathway's interval and use the worker's direct hours of the week; one that finds none
 * moves to the start of the next week, or is lost. A missed session uses the hours and comes again. The place is free after the last session.
 * An assessment by the worker may come before the first interval. A case that steps to another pathway has its plan cut there.
 */

import type { Lane } from '../../kernel/event-list.ts';
import * as eventList from '../../kernel/event-list.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Recorder } from '../../measures/recorder.ts';
import type { PathwayPlan, Plan, TeamPlan } from '../../plan.ts';
import type { Streams } from '../../random/stream.ts';
import type { Families } from '../family/families.ts';
import * as record from '../family/family-record.ts';
import type { Flow } from '../flow.ts';
import * as purposes from '../purposes.ts';
import * as ranks from '../ranks.ts';
import type { Workers } from '../staff/workers.ts';
import type { TermsInForce } from '../terms.ts';
import { AmpleSessions, hoursAlwaysSuffice } from './ample-sessions.ts';
import { Assessments } from './assessments.ts';
import type { CasePlans } from './case-plans.ts';
import { PlainSessions } from './plain-sessions.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { NO_EVENT } = eventList;
const { AT, ENDING, NOBODY, STATE, TIME } = record;
const { PURPOSE } = purposes;
const { RANK } = ranks;

/** What becomes of a session that finds hours. */
const ATTENDED = 0;
const MISSED = 1;
const ATTENDED_THE_LAST = 2;

export class Intervention {
  readonly assessments: Assessments;
  private readonly plans: CasePlans;
  private readonly plainSessions: PlainSessions;
  /** `null` where sessions have to happen one by one. */
  private readonly ample: AmpleSessions | null;
  private readonly kernel: Kernel;
  private readonly streams: Streams;
  private readonly families: Families;
  private readonly workers: Workers;
  private readonly recorder: Recorder;
  private readonly flow: Flow;
  private readonly teams: number;
  private readonly countsChildren: boolean;
  /** By terms index, like all that follows. Terms with the same interval share a lane. */
  private readonly lanes: Lane[];
  private readonly interval: Float64Array;
  /** Worker's hours that a session uses, by terms index and team. */
  private readonly sessionUse: Float64Array;
  private readonly missedShare: Float64Array;
  private readonly dropOut: Float64Array;
  private readonly caseWeight: Float64Array;
  /** 1 where sessions can be missed or families drop out. */
  private readonly uncertain: Uint8Array;
  /** 1 where the worker assesses first, and where a session that finds no hours is not put off. */
  private readonly assesses: Uint8Array;
  private readonly loses: Uint8Array;
  /** When the present week ends. */
  private weekEnd = 0;

  constructor(
    plan: Plan,
    inForce: TermsInForce,
    kernel: Kernel,
    streams: Streams,
    families: Families,
    workers: Workers,
    plans: CasePlans,
    recorder: Recorder,
    flow: Flow,
    looksAhead: boolean,
  ) {
    const { pathways } = inForce;
    this.assessments = new Assessments(inForce, families, streams);
    this.plans = plans;
    this.teams = plan.teams.length;
    this.countsChildren = plan.capsCount === 'children';
    this.kernel = kernel;
    this.streams = streams;
    this.families = families;
    this.workers = workers;
    this.recorder = recorder;
    this.flow = flow;
    const lanes = new Map<number, Lane>();
    this.lanes = pathways.map(({ dosage: { interval } }) => {
      const lane = lanes.get(interval) ?? kernel.openLane(RANK.session);
      lanes.set(interval, lane);
      return lane;
    });
    this.interval = Float64Array.from(pathways, (pathway) => pathway.dosage.interval);
    this.sessionUse = Float64Array.from(
      pathways.flatMap((pathway) => plan.teams.map((team) => hoursOfSession(pathway, team))),
    );
    this.missedShare = Float64Array.from(pathways, (pathway) => pathway.missedShare);
    this.dropOut = Float64Array.from(pathways, (pathway) => pathway.dropOut);
    this.caseWeight = Float64Array.from(pathways, (pathway) => pathway.caseWeight);
    this.uncertain = Uint8Array.from(pathways, ({ missedShare, dropOut }) =>
      missedShare > 0 || dropOut > 0 ? 1 : 0,
    );
    this.plainSessions = new PlainSessions(kernel, families, workers, recorder, this.teams, {
      interval: this.interval,
      use: this.sessionUse,
      uncertain: this.uncertain,
    });
    this.ample =
      looksAhead && hoursAlwaysSuffice(plan, this.sessionUse)
        ? new AmpleSessions(plan, kernel, families, recorder, this.lanes[0]!)
        : null;
    this.assesses = Uint8Array.from(pathways, ({ assessment }) => (assessment === null ? 0 : 1));
    this.loses = Uint8Array.from(pathways, ({ whenNoHours }) => (whenNoHours === 'lost' ? 1 : 0));
  }

  clear() {
    this.ample?.clear();
  }

  openWeek(weekEnd: number) {
    this.weekEnd = weekEnd;
  }

  endWeek() {
    this.ample?.pass(this.weekEnd, false);
  }

  /** The family has been given a worker: its first, or another in place of one who left. */
  begin(family: number) {
    const { families, kernel, recorder } = this;
    const { now } = kernel;
    const team = this.workers.team[families.integers[family + AT.worker]!]!;
    families.integers[family + AT.state] = STATE.open;
    if (families.integers[family + AT.hasHadWorker] === 1) {
      if (!this.assessments.isDue(family)) {
        const interval = this.interval[families.integers[family + AT.terms]!]!;
        families.times[(family >> 1) + TIME.firstGap] = interval;
      }
      recorder.reallocated(now, families.who(family), team, this.weightOf(family));
    } else {
      const terms = this.plans.open(family, now);
      this.assessments.arrange(family, terms);
      const joined = families.times[(family >> 1) + TIME.joined]!;
      families.integers[family + AT.hasHadWorker] = 1;
      families.times[(family >> 1) + TIME.allocated] = now;
      families.integers[family + AT.sessionsTried] = 0;
      recorder.allocated(
        now,
        families.who(family),
        team,
        this.weightOf(family),
        now - joined,
        now - families.times[(family >> 1) + TIME.referred]!,
      );
    }
    const terms = families.integers[family + AT.terms]!;
    if (this.assesses[terms] === 1 && this.assessments.isDue(family))
      this.startAssessment(family, this.assessments.timeOf(family, terms));
    else this.schedule(family, families.times[(family >> 1) + TIME.firstGap]!);
  }

  /** A case open at the start goes on: what it still owes has been set by the opening state, and how long its assessment still takes. */
  resume(family: number, assessmentLeft: number) {
    const { families } = this;
    families.integers[family + AT.state] = STATE.open;
    families.integers[family + AT.hasHadWorker] = 1;
    if (this.assessments.isDue(family)) this.startAssessment(family, assessmentLeft);
    else this.schedule(family, families.times[(family >> 1) + TIME.firstGap]!);
  }

  /** A session falls due, and with it those that follow in its lane before anything else happens. */
  session(first: number) {
    if (this.ample !== null) {
      this.ample.reach(first);
      this.specialSession(first);
      this.ample.goOn();
      return;
    }
    for (let family = first; family !== NOBODY; family = this.kernel.nextOfLane()) {
      const special = this.plainSessions.pass(family);
      if (special === NOBODY) return;
      this.specialSession(special);
    }
  }

  /** A session that may be missed, put off, lost or the last; or an assessment. */
  private specialSession(family: number) {
    const { workers, recorder } = this;
    const { integers } = this.families;
    const terms = integers[family + AT.terms]!;
    const worker = integers[family + AT.worker]!;
    const team = workers.team[worker]!;
    if (this.assesses[terms] === 1 && this.assessments.isDue(family)) {
      this.assess(family, worker);
      return;
    }
    if (!workers.spend(worker, this.sessionUse[terms * this.teams + team]!)) {
      if (this.loses[terms] === 1) this.lose(family, worker);
      else this.slip(family, worker);
      return;
    }
    const fate = this.uncertain[terms] === 1 ? this.fateOfSession(family, terms) : ATTENDED;
    if (fate === MISSED) {
      recorder.missed(terms, team);
      this.next(family, terms);
      return;
    }
    recorder.held(terms, team, 1);
    const owed = integers[family + AT.sessionsOwed]! - 1;
    integers[family + AT.sessionsOwed] = owed;
    if (owed > 0 && fate === ATTENDED) this.next(family, terms);
    else this.end(family, worker, owed > 0 ? ENDING.droppedOut : this.endingOfPlan(family));
  }

  /** Room that an open case takes, on the terms it was opened on. */
  weightOf(family: number): number {
    const { integers } = this.families;
    const weight = this.caseWeight[integers[family + AT.terms]!]!;
    return this.countsChildren ? weight * integers[family + AT.children]! : weight;
  }

  /** The worker has left. The family keeps the sessions it is owed and goes back to the head of the list. */
  interrupt(family: number) {
    const { families, kernel, workers } = this;
    const worker = families.integers[family + AT.worker]!;
    const weight = this.weightOf(family);
    kernel.cancel(families.integers[family + AT.event]!);
    families.integers[family + AT.event] = NO_EVENT;
    this.recorder.givenBack(kernel.now, families.who(family), workers.team[worker]!, weight);
    workers.free(worker, weight);
    this.flow.givesBack(family);
  }

  /** No hours left this week: the session waits for the start of the next. */
  private slip(family: number, worker: number) {
    const { integers } = this.families;
    this.recorder.slipped(integers[family + AT.pathway]!, this.workers.team[worker]!);
    this.putOff(family);
  }

  private putOff(family: number) {
    this.families.integers[family + AT.event] = this.kernel.at(this.weekEnd, RANK.slippedSession, family);
  }

  /** No hours left this week: the plan goes on without the session. */
  private lose(family: number, worker: number) {
    const { integers } = this.families;
    this.recorder.lost(integers[family + AT.pathway]!, this.workers.team[worker]!);
    integers[family + AT.sessionsLost]!++;
    const owed = --integers[family + AT.sessionsOwed]!;
    if (owed > 0) this.next(family, integers[family + AT.terms]!);
    else this.end(family, worker, this.endingOfPlan(family));
  }

  private startAssessment(family: number, time: number) {
    const { kernel } = this;
    this.families.integers[family + AT.event] = kernel.at(kernel.now + time, RANK.session, family);
  }

  /** The assessment is complete once its hours have been found; then the first interval begins. */
  private assess(family: number, worker: number) {
    const { families, workers, assessments } = this;
    const terms = families.integers[family + AT.terms]!;
    const hours = assessments.hoursOf(terms);
    if (!workers.spend(worker, hours)) {
      this.putOff(family);
      return;
    }
    assessments.made(family);
    this.recorder.assessed(terms, workers.team[worker]!, hours);
    this.schedule(family, families.times[(family >> 1) + TIME.firstGap]!);
  }

  private fateOfSession(family: number, terms: number): number {
    const { families, streams } = this;
    const tried = families.integers[family + AT.sessionsTried]!++;
    families.draw(streams, PURPOSE.session, family, tried);
    if (streams.first < this.missedShare[terms]!) return MISSED;
    return streams.second < this.dropOut[terms]! ? ATTENDED_THE_LAST : ATTENDED;
  }

  private endingOfPlan(family: number): number {
    return this.families.integers[family + AT.stepsAfter]! > 0 ? ENDING.steps : ENDING.complete;
  }

  private end(family: number, worker: number, ending: number) {
    const weight = this.weightOf(family);
    this.families.integers[family + AT.event] = NO_EVENT;
    this.flow.ends(family, weight, ending);
    this.flow.placeFreed(worker, weight);
    if (ending === ENDING.steps) this.flow.steps(family);
  }

  private next(family: number, terms: number) {
    if (this.ample !== null) {
      this.ample.add(family);
      return;
    }
    this.families.integers[family + AT.event] = this.kernel.append(
      this.lanes[terms]!,
      this.kernel.now + this.interval[terms]!,
      family,
    );
  }

  /** The first session comes after a gap of its own; a whole interval keeps to the lane. */
  private schedule(family: number, gap: number) {
    const { families, kernel } = this;
    const terms = families.integers[family + AT.terms]!;
    if (gap === this.interval[terms]!) this.next(family, terms);
    else families.integers[family + AT.event] = kernel.at(kernel.now + gap, RANK.session, family);
  }
}

/** Hours that a session takes from its worker: the time with the family, and travel and recording where hours count all work. */
function hoursOfSession({ sessionHours, recordingHours }: PathwayPlan, team: TeamPlan): number {
  return team.hoursCount === 'direct' ? sessionHours : sessionHours + team.travelHours + recordingHours;
}
