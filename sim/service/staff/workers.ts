/** The places in the establishment: who is in post, and room under the cap. */
import type { Kernel } from '../../kernel/kernel.ts';
import type { Recorder } from '../../measures/recorder.ts';
import type { Plan, WorkerTerms } from '../../plan.ts';
import * as record from '../family/family-record.ts';
import * as rounding from '../rounding.ts';
import type { TermsInForce } from '../terms.ts';
import { Headcount } from './headcount.ts';
import { Reach } from './reach.ts';
import { WorkingHours } from './working-hours.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { NOBODY } = record;
const { ROUNDING } = rounding;

export class Workers {
  readonly team: Int32Array;
  /** Cap less the case weights held; below 0 where a worker already held more at the start, or the cap has been cut. */
  readonly room: Float64Array;
  /** 1 while in post. */
  readonly inPost: Uint8Array;
  /** 1 in a spell of sickness: no allocation, no session. */
  readonly absent: Uint8Array;
  /** Hours left this week; 0 in a spell of sickness. */
  readonly hoursLeft: Float64Array;
  /** Cases held, for the hours that open cases take. */
  readonly cases: Int32Array;
  /** Workers with room for the lightest case: 0 means that nobody can be allocated. */
  withRoom = 0;
  private readonly hours: WorkingHours;
  private readonly plan: Plan;
  private readonly inForce: TermsInForce;
  private readonly kernel: Kernel;
  private readonly recorder: Recorder;
  /** Of each place now. */
  private readonly terms: WorkerTerms[];
  private readonly headcount: Headcount;
  /** Share of the cap that the holder may fill: less than 1 in an induction. */
  private readonly share: Float64Array;
  /** Room under the cap before cases, the share counted in. */
  private readonly cap: Float64Array;
  private readonly hasRoom: Uint8Array;
  private lightest = 0;
  private readonly reach: Reach;
  /** The worker who got room last: with everyone else full, the only one to look at. */
  private lastWithRoom = 0;
  private readonly teamPlaces: Float64Array;

  constructor(plan: Plan, inForce: TermsInForce, kernel: Kernel, recorder: Recorder) {
    const count = plan.workers.length;
    this.plan = plan;
    this.inForce = inForce;
    this.kernel = kernel;
    this.recorder = recorder;
    this.terms = [...plan.workers];
    this.reach = new Reach(plan, inForce, this.terms);
    this.team = new Int32Array(count);
    this.hours = new WorkingHours(plan, this.team, recorder);
    this.hoursLeft = this.hours.left;
    this.share = new Float64Array(count);
    this.cap = new Float64Array(count);
    this.room = new Float64Array(count);
    this.inPost = new Uint8Array(count);
    this.headcount = new Headcount(this.terms, this.inPost, recorder);
    this.absent = new Uint8Array(count);
    this.hasRoom = new Uint8Array(count);
    this.cases = new Int32Array(count);
    this.teamPlaces = new Float64Array(plan.teams.length);
  }

  clear() {
    this.plan.workers.forEach((worker, index) => {
      this.terms[index] = worker;
      this.team[index] = worker.team;
      this.cap[index] = worker.cap;
    });
    this.hours.clear();
    this.room.set(this.cap);
    this.share.fill(1);
    this.headcount.clear();
    this.inPost.fill(0);
    this.absent.fill(0);
    this.hasRoom.fill(0);
    this.withRoom = 0;
    this.cases.fill(0);
    this.teamPlaces.fill(0);
    this.arrange();
  }

  /** At the start, and when a dated change comes into force: who may take whom. */
  arrange() {
    this.reach.arrange();
    this.lightest = Math.min(...this.inForce.pathways.map(({ caseWeight }) => caseWeight)) - ROUNDING;
    for (let worker = 0; worker < this.team.length; worker++) this.countRoom(worker);
  }

  /** The worker who may take families of the list with most room, the first of equals; NOBODY if none has room for the weight. */
  withMostRoom(list: number, weight: number): number {
    const { lastWithRoom } = this;
    if (this.withRoom === 1 && this.hasRoom[lastWithRoom] === 1) {
      const fits =
        this.reach.serves[list]![lastWithRoom] === 1 && this.room[lastWithRoom]! > weight - ROUNDING;
      return fits ? lastWithRoom : NOBODY;
    }
    return this.mostRoomAbove(this.reach.serving[list]!, weight - ROUNDING);
  }

  /** The same of those in other localities, who may not take families of the list unless it overflows. */
  withMostRoomElsewhere(list: number, weight: number): number {
    return this.mostRoomAbove(this.reach.servingElsewhere[list]!, weight - ROUNDING);
  }

  /**
   * For a family larger than any cap it could come under: of those who hold nobody the worker with most room. NOBODY where some cap is large
   * enough, of a place vacant or still to come too.
   * @param overflows whether families of the list can ever go to other localities
   * @param elsewhere whether this one can go there now
   */
  withoutCases(list: number, weight: number, overflows: boolean, elsewhere: boolean): number {
    const own = this.reach.serving[list]!;
    const others = this.reach.servingElsewhere[list]!;
    if (this.someCapHolds(own, weight) || (overflows && this.someCapHolds(others, weight))) return NOBODY;
    const worker = this.mostRoomUnused(own);
    return worker === NOBODY && elsewhere ? this.mostRoomUnused(others) : worker;
  }

  /**
   * The worker with most room, over the cap if need be: cases open at the start are held by somebody.
   * @throws RangeError where nobody in post serves the list.
   */
  leastFull(list: number): number {
    const worker = this.mostRoomAbove(this.reach.serving[list]!, Number.NEGATIVE_INFINITY);
    if (worker !== NOBODY) return worker;
    const { pathways, localities } = this.plan;
    const pathway = pathways[Math.floor(list / localities.length)]!.name;
    const locality = localities[list % localities.length];
    throw new RangeError(
      `A case is open at the start on ${pathway} in ${locality}, and nobody in post then can hold it.`,
    );
  }

  /** Who may take families of a list; they need not be in post. */
  whoServeList(list: number): Int32Array {
    return this.reach.serving[list]!;
  }

  fteOf(worker: number): number {
    return this.terms[worker]!.fte;
  }

  take(worker: number, weight: number) {
    this.room[worker] = this.room[worker]! - weight;
    this.cases[worker]!++;
    this.countRoom(worker);
  }

  free(worker: number, weight: number) {
    this.room[worker] = this.room[worker]! + weight;
    this.cases[worker]!--;
    this.countRoom(worker);
  }

  /** The place is part of the establishment from now on: vacant, or its first holder starts in this instant. */
  establish(worker: number, vacant: boolean) {
    this.headcount.established[worker] = 1;
    if (vacant) this.tellStaff(this.team[worker]!);
  }

  /** The place is no longer part of the establishment. Who holds it must be stopped in this instant. */
  abolish(worker: number) {
    this.headcount.established[worker] = 0;
    if (this.inPost[worker] === 0) this.tellStaff(this.team[worker]!);
  }

  isEstablished(worker: number): boolean {
    return this.headcount.established[worker] === 1;
  }

  /** A holder's first day. */
  start(worker: number) {
    const { now } = this.kernel;
    this.inPost[worker] = 1;
    this.countRoom(worker);
    this.changePlaces(this.team[worker]!, this.cap[worker]!);
    this.hours.begin(worker, now);
    this.recorder.inPost(now, worker, true);
    this.tellStaff(this.team[worker]!);
  }

  /** The holder has left: what is left of the week's hours goes too. */
  stop(worker: number) {
    const { now } = this.kernel;
    this.inPost[worker] = 0;
    this.absent[worker] = 0;
    this.countRoom(worker);
    this.changePlaces(this.team[worker]!, -this.cap[worker]!);
    this.hours.end(worker, now);
    this.recorder.inPost(now, worker, false);
    this.tellStaff(this.team[worker]!);
  }

  /** A spell of sickness until then: cases stay with the worker. */
  fallSick(worker: number, until: number) {
    this.absent[worker] = 1;
    this.countRoom(worker);
    this.hours.goAway(worker, this.kernel.now, until);
  }

  recover(worker: number) {
    this.absent[worker] = 0;
    this.countRoom(worker);
    this.hours.comeBack(worker);
  }

  /** A step of an induction, or its absence: so much of the cap may be filled from now on. */
  setShare(worker: number, share: number) {
    if (share === this.share[worker]) return;
    this.share[worker] = share;
    this.changeCap(worker);
  }

  /** A dated change: cases stay with the worker. Call `arrange` once all are changed. */
  changeTerms(worker: number, terms: WorkerTerms) {
    const from = this.team[worker]!;
    const isInPost = this.inPost[worker] === 1;
    this.terms[worker] = terms;
    this.hours.changePerDay(worker, this.kernel.now, terms.hoursPerDay, isInPost);
    if (terms.team !== from) {
      if (isInPost) this.hours.moveTeam(worker, terms.team);
      this.team[worker] = terms.team;
      if (isInPost) {
        this.changePlaces(from, -this.cap[worker]!);
        this.changePlaces(terms.team, this.cap[worker]!);
      }
      this.tellStaff(from);
    }
    this.changeCap(worker);
    this.tellStaff(terms.team);
  }

  /** A week [now, weekEnd) begins. */
  openWeek(now: number, weekEnd: number) {
    this.hours.openWeek(now, weekEnd, this.inPost);
  }

  /** Spends hours of this week, if so many are left. */
  spend(worker: number, hours: number): boolean {
    const left = this.hoursLeft[worker]! - hours;
    if (left < -ROUNDING) return false;
    this.hoursLeft[worker] = left;
    return true;
  }

  private mostRoomAbove(workers: Int32Array, least: number): number {
    const { room, inPost, absent } = this;
    let most = least;
    let best = NOBODY;
    for (let at = 0; at < workers.length; at++) {
      const worker = workers[at]!;
      if (room[worker]! > most && inPost[worker] === 1 && absent[worker] === 0) {
        most = room[worker]!;
        best = worker;
      }
    }
    return best;
  }

  private someCapHolds(workers: Int32Array, weight: number): boolean {
    const { now } = this.kernel;
    return workers.some(
      (worker) => this.plan.workers[worker]!.until > now && this.terms[worker]!.cap > weight - ROUNDING,
    );
  }

  private mostRoomUnused(workers: Int32Array): number {
    return this.mostRoomAbove(
      workers.filter((worker) => this.cases[worker] === 0),
      0,
    );
  }

  private changeCap(worker: number) {
    const cap = this.terms[worker]!.cap * this.share[worker]!;
    const change = cap - this.cap[worker]!;
    if (change === 0) return;
    this.cap[worker] = cap;
    this.room[worker] = this.room[worker]! + change;
    this.countRoom(worker);
    if (this.inPost[worker] === 1) this.changePlaces(this.team[worker]!, change);
  }

  private changePlaces(team: number, places: number) {
    this.teamPlaces[team] = this.teamPlaces[team]! + places;
    this.recorder.placesChanged(this.kernel.now, team, this.teamPlaces[team]!);
  }

  private tellStaff(team: number) {
    this.headcount.tell(this.kernel.now, team);
  }

  private countRoom(worker: number) {
    const isThere = this.inPost[worker] === 1 && this.absent[worker] === 0;
    const has = isThere && this.room[worker]! > this.lightest ? 1 : 0;
    this.withRoom += has - this.hasRoom[worker]!;
    this.hasRoom[worker] = has;
    if (has === 1) this.lastWithRoom = worker;
  }
}
