/** The service: joins the steps of the flow and runs one replication after another. */
import type { EventList } from '../kernel/event-list.ts';
import { type EventHandler, Kernel } from '../kernel/kernel.ts';
import type { OtherOffer, Recorder } from '../measures/recorder.ts';
import type { Plan } from '../plan.ts';
import { Streams } from '../random/stream.ts';
import { FrontDoor } from './arrival/front-door.ts';
import { Referrals } from './arrival/referrals.ts';
import { CasePlans } from './casework/case-plans.ts';
import { Closure } from './casework/closure.ts';
import { Groups } from './casework/groups.ts';
import { Intervention } from './casework/intervention.ts';
import { OtherWork } from './casework/other-work.ts';
import { Partners } from './casework/partners.ts';
import { Families } from './family/families.ts';
import * as record from './family/family-record.ts';
import type { Flow } from './flow.ts';
import { Allocation } from './list/allocation.ts';
import { WaitingList } from './list/waiting-list.ts';
import { OpeningState } from './opening-state.ts';
import * as ranks from './ranks.ts';
import { Staffing } from './staff/staffing.ts';
import { TeamTime } from './staff/team-time.ts';
import { Workers } from './staff/workers.ts';
import { TermsInForce } from './terms.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, STATE } = record;
const { RANK } = ranks;

export class Service implements EventHandler, Flow {
  readonly families: Families;
  private readonly inForce: TermsInForce;
  private readonly plan: Plan;
  private readonly recorder: Recorder;
  private readonly kernel: Kernel;
  private readonly streams: Streams;
  private readonly workers: Workers;
  private readonly referrals: Referrals;
  private readonly frontDoor: FrontDoor;
  private readonly list: WaitingList;
  private readonly allocation: Allocation;
  private readonly intervention: Intervention;
  private readonly partners: Partners;
  private readonly groups: Groups;
  private readonly otherWork: OtherWork;
  private readonly closure: Closure;
  private readonly staffing: Staffing;
  private readonly opening: OpeningState;
  private readonly longestWaits: Float64Array;
  /** Of the week that is open. */
  private weekEnd = 0;

  /** @param looksAhead whether what nothing can alter any more is worked out before it falls due; results are the same */
  constructor(plan: Plan, seed: number, events: EventList, recorder: Recorder, looksAhead = false) {
    const kernel = new Kernel(events);
    const streams = new Streams(seed);
    const inForce = new TermsInForce(plan);
    const families = new Families(plan, streams);
    const workers = new Workers(plan, inForce, kernel, recorder);
    this.families = families;
    this.inForce = inForce;
    this.plan = plan;
    this.recorder = recorder;
    this.kernel = kernel;
    this.streams = streams;
    this.workers = workers;
    this.frontDoor = new FrontDoor(
      inForce,
      kernel,
      streams,
      families,
      recorder,
      this,
      (family) => this.referrals.isRepeat(family),
      looksAhead,
    );
    const areEvents = !this.frontDoor.worksAhead;
    this.referrals = new Referrals(plan, inForce, kernel, streams, families, recorder, this, areEvents);
    this.list = new WaitingList(plan, inForce, kernel, streams, families, recorder);
    this.allocation = new Allocation(plan, inForce, kernel, families, workers, this.list, this);
    const { list } = this;
    const plans = new CasePlans(inForce, families, streams);
    this.intervention = new Intervention(
      plan,
      inForce,
      kernel,
      streams,
      families,
      workers,
      plans,
      recorder,
      this,
      looksAhead,
    );
    this.partners = new Partners(inForce, kernel, streams, families, list, plans, recorder, this);
    const time = new TeamTime(plan.teams.length, workers, recorder);
    const localities = plan.localities.length;
    this.groups = new Groups(inForce, localities, kernel, streams, families, list, time, recorder, this);
    this.otherWork = new OtherWork(plan, inForce, families, workers, list, this.partners, this.groups, time);
    this.closure = new Closure(inForce, kernel, streams, families, workers, recorder, this);
    this.staffing = new Staffing(plan, kernel, streams, families, workers, this.intervention, recorder);
    this.opening = new OpeningState(
      plan,
      kernel,
      streams,
      families,
      workers,
      recorder,
      list,
      plans,
      this.intervention,
      this.partners,
      this.referrals,
      this.closure,
    );
    this.longestWaits = new Float64Array(plan.pathways.length * plan.localities.length);
  }

  /** Events handled in the last replication. */
  get events() {
    return this.kernel.handled;
  }

  replicate(replication: number) {
    const { kernel, plan, recorder } = this;
    this.streams.replicate(replication);
    kernel.reset();
    this.inForce.clear();
    this.families.clear();
    this.workers.clear();
    this.frontDoor.clear();
    this.list.clear();
    this.intervention.clear();
    this.allocation.clear();
    this.partners.clear();
    this.groups.clear();
    recorder.begin();
    plan.changes.forEach(({ at }, index) => {
      kernel.at(at, RANK.change, index + 1);
    });
    this.staffing.start();
    const waiting = this.opening.set();
    this.openWeek(0);
    this.allocation.arrange();
    this.groups.arrange();
    this.allocation.offerPlaces();
    this.partners.offerAllPlaces();
    for (const family of waiting) {
      if (this.families.integers[family + AT.state] === STATE.waiting) this.list.mayLeave(family);
    }
    this.runWeek();
    for (let week = 1; week < plan.clock.weekEnds.length; week++) {
      this.openWeek(week);
      this.runWeek();
    }
    recorder.finished(
      kernel.now,
      Array.from(this.longestWaits, (_, list) => this.list.atEnd(list, kernel.now)),
    );
  }

  /** The ranks of most events; short, so that V8 compiles it into the kernel's loop. */
  handle(rank: number, entity: number) {
    switch (rank) {
      case RANK.session:
      case RANK.slippedSession:
        this.intervention.session(entity);
        break;
      case RANK.referral:
        this.referrals.happens(entity);
        break;
      case RANK.decision:
        this.frontDoor.decided(entity);
        break;
      case RANK.leaveList:
        this.list.leave(entity);
        this.allocation.somebodyLeft();
        break;
      case RANK.comeBack:
        this.closure.comesBack(entity);
        break;
      default:
        this.handleRarer(rank, entity);
    }
  }

  arrives(family: number) {
    this.frontDoor.receive(family);
  }

  joins(family: number) {
    this.list.join(family);
    this.allocation.offerPlaces();
    this.partners.offerPlaces(this.families.integers[family + AT.pathway]!);
    if (this.families.integers[family + AT.state] === STATE.waiting) this.list.mayLeave(family);
  }

  begins(family: number) {
    this.intervention.begin(family);
  }

  ends(family: number, weight: number, ending: number) {
    this.closure.close(family, weight, ending);
  }

  endsElsewhere(family: number, offer: OtherOffer, ending: number) {
    this.closure.closeElsewhere(family, offer, ending);
  }

  steps(family: number) {
    this.closure.steps(family);
  }

  placeFreed(worker: number, weight: number) {
    this.workers.free(worker, weight);
    this.allocation.offerPlaces();
  }

  givesBack(family: number) {
    this.list.putAtHead(family);
  }

  private handleRarer(rank: number, entity: number) {
    switch (rank) {
      case RANK.gathered:
        this.frontDoor.gathered(entity);
        break;
      case RANK.triagePanel:
        this.frontDoor.panel(entity);
        break;
      case RANK.dutyVisit:
        this.frontDoor.dutyVisited(entity);
        break;
      case RANK.otherOfferEnds:
        this.otherOfferEnds(entity);
        break;
      case RANK.courseStart:
        this.groups.courseStarts(entity);
        break;
      case RANK.escalationAfter:
        this.closure.escalates(entity);
        break;
      case RANK.panel:
        this.allocation.panel(entity);
        break;
      case RANK.change:
        this.change(entity);
        break;
      case RANK.staffing:
        this.staffing.changes(entity);
        break;
      case RANK.career:
        this.staffing.career(entity);
        break;
      case RANK.settle:
        this.staffing.settle();
        this.allocation.offerPlaces();
        this.partners.offerAllPlaces();
        break;
      default:
        throw new RangeError(`Event of unknown rank ${rank} for entity ${entity} at ${this.kernel.now}.`);
    }
  }

  /** A dated change comes into force. What it frees is offered when all changes of this instant are made. */
  private change(version: number) {
    const { kernel } = this;
    this.inForce.version = version;
    this.staffing.changeTerms(version);
    this.list.changeTerms();
    this.allocation.arrange();
    this.groups.arrange();
    this.recorder.changed(kernel.now, version);
    this.frontDoor.arrange();
    kernel.at(kernel.now, RANK.settle, 0);
  }

  private otherOfferEnds(family: number) {
    const { offer } = this.inForce.pathways[this.families.integers[family + AT.terms]!]!;
    if (offer.kind === 'group') this.groups.ends(family);
    else this.partners.ends(family);
  }

  /** A week is [its start, its end): its hours and referrals are there before anything happens on the boundary. */
  private openWeek(week: number) {
    const from = this.kernel.now;
    this.weekEnd = this.plan.clock.weekEnds[week]!;
    this.workers.openWeek(from, this.weekEnd);
    this.otherWork.openWeek(from, this.weekEnd);
    this.intervention.openWeek(this.weekEnd);
    this.referrals.open(week, from, this.weekEnd);
    if (this.frontDoor.worksAhead) this.referrals.workAhead(this.frontDoor, this.weekEnd);
    else this.referrals.schedule();
    this.allocation.openWeek();
  }

  private runWeek() {
    this.kernel.run(this.weekEnd, this);
    this.intervention.endWeek();
    for (let list = 0; list < this.longestWaits.length; list++) {
      this.longestWaits[list] = this.list.longest(list, this.kernel.now);
    }
    this.recorder.weekEnded(this.kernel.now, this.longestWaits);
  }
}
