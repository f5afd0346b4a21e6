/** The places in the establishment and who holds them: room under the cap, and hours left this week. */
import type { Recorder } from '../measures/recorder.ts';
import type { Plan, WorkerTerms } from '../plan.ts';
import * as record from './family-record.ts';
import * as rounding from './rounding.ts';
import type { TermsInForce } from './terms.ts';

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
  private readonly plan: Plan;
  private readonly inForce: TermsInForce;
  private readonly recorder: Recorder;
  /** Of each place now. */
  private readonly terms: WorkerTerms[];
  /** Room under the cap before cases: less than the whole cap in an induction. */
  private readonly cap: Float64Array;
  private readonly hasRoom: Uint8Array;
  private lightest = 0;
  /** By list and by pathway: the workers who may take its families. */
  private serving: Int32Array[] = [];
  private servingAnywhere: Int32Array[] = [];
  /** By list: 1 for each worker who serves it. */
  private serves: Uint8Array[] = [];
  /** The worker who got room last: with everyone else full, the only one to look at. */
  private lastWithRoom = 0;
  private readonly teamHours: Float64Array;
  private readonly teamPlaces: Float64Array;

  constructor(plan: Plan, inForce: TermsInForce, recorder: Recorder) {
    const count = plan.workers.length;
    this.plan = plan;
    this.inForce = inForce;
    this.recorder = recorder;
    this.terms = [...plan.workers];
    this.team = new Int32Array(count);
    this.cap = new Float64Array(count);
    this.room = new Float64Array(count);
    this.inPost = new Uint8Array(count);
    this.absent = new Uint8Array(count);
    this.hasRoom = new Uint8Array(count);
    this.hoursLeft = new Float64Array(count);
    this.cases = new Int32Array(count);
    this.teamHours = new Float64Array(plan.teams.length);
    this.teamPlaces = new Float64Array(plan.teams.length);
  }

  clear() {
    this.plan.workers.forEach((worker, index) => {
      this.terms[index] = worker;
      this.team[index] = worker.team;
      this.cap[index] = worker.cap;
    });
    this.room.set(this.cap);
    this.inPost.fill(0);
    this.absent.fill(0);
    this.hasRoom.fill(0);
    this.withRoom = 0;
    this.hoursLeft.fill(0);
    this.cases.fill(0);
    this.teamPlaces.fill(0);
    this.teamHours.fill(0);
    this.arrange();
  }

  /** At the start, and when a dated change comes into force: who may take whom. */
  arrange() {
    const { pathways, allocation } = this.inForce.now;
    const pooled = allocation.pooling.kind === 'one list';
    this.lightest = Math.min(...pathways.map(({ caseWeight }) => caseWeight)) - ROUNDING;
    this.servingAnywhere = pathways.map((_, pathway) => this.whoServe(pathway, null));
    this.serving = pathways.flatMap((_, pathway) =>
      this.plan.localities.map((_name, locality) => this.whoServe(pathway, pooled ? null : locality)),
    );
    this.serves = this.serving.map((workers) => {
      const serves = new Uint8Array(this.team.length);
      for (const worker of workers) serves[worker] = 1;
      return serves;
    });
  }

  /** The worker who may take families of the list with most room, the first of equals; NOBODY if none has room for the weight. */
  withMostRoom(list: number, weight: number): number {
    const { lastWithRoom } = this;
    if (this.withRoom === 1 && this.hasRoom[lastWithRoom] === 1) {
      const fits = this.serves[list]![lastWithRoom] === 1 && this.room[lastWithRoom]! > weight - ROUNDING;
      return fits ? lastWithRoom : NOBODY;
    }
    return this.mostRoomAbove(this.serving[list]!, weight - ROUNDING);
  }

  /** The same of any locality. */
  withMostRoomAnywhere(pathway: number, weight: number): number {
    return this.mostRoomAbove(this.servingAnywhere[pathway]!, weight - ROUNDING);
  }

  /** The worker with most room, over the cap if need be: cases open at the start are held by somebody. */
  leastFull(list: number): number {
    return this.mostRoomAbove(this.serving[list]!, Number.NEGATIVE_INFINITY);
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

  /** The worker's first day, `weekEnd` the end of the week it falls in. */
  start(worker: number, now: number, weekEnd: number) {
    this.inPost[worker] = 1;
    this.countRoom(worker);
    this.changePlaces(worker, now, this.cap[worker]!);
    this.changeHours(worker, this.terms[worker]!.hoursPerDay * (this.lastDay(worker, weekEnd) - now));
  }

  /** The worker has left: what is left of the week's hours goes too. */
  stop(worker: number, now: number) {
    this.inPost[worker] = 0;
    this.countRoom(worker);
    this.changePlaces(worker, now, -this.cap[worker]!);
    this.hoursLeft[worker] = 0;
  }

  /** A week [now, weekEnd) begins: everyone in post has its hours, up to the worker's last day. */
  openWeek(now: number, weekEnd: number) {
    this.hoursLeft.fill(0);
    this.teamHours.fill(0);
    for (let worker = 0; worker < this.inPost.length; worker++) {
      if (this.inPost[worker] === 1) {
        this.changeHours(worker, this.terms[worker]!.hoursPerDay * (this.lastDay(worker, weekEnd) - now));
      }
    }
    for (let team = 0; team < this.teamHours.length; team++)
      this.recorder.hoursChanged(team, this.teamHours[team]!);
  }

  /** Spends hours of this week, if so many are left. */
  spend(worker: number, hours: number): boolean {
    const left = this.hoursLeft[worker]! - hours;
    if (left < -ROUNDING) return false;
    this.hoursLeft[worker] = left;
    return true;
  }

  private mostRoomAbove(workers: Int32Array, least: number): number {
    const { room, inPost } = this;
    let most = least;
    let best = NOBODY;
    for (let at = 0; at < workers.length; at++) {
      const worker = workers[at]!;
      if (room[worker]! > most && inPost[worker] === 1) {
        most = room[worker]!;
        best = worker;
      }
    }
    return best;
  }

  /** Workers who serve a pathway; of teams that work in a locality or in the whole area, where one is given. */
  private whoServe(pathway: number, locality: number | null): Int32Array {
    return Int32Array.from(
      this.terms.flatMap(({ serves, team }, worker) => {
        const home = this.plan.teams[team]!.locality;
        const near = locality === null || home === null || home === locality;
        return near && serves.includes(pathway) ? [worker] : [];
      }),
    );
  }

  private lastDay(worker: number, weekEnd: number): number {
    return Math.min(weekEnd, this.plan.workers[worker]!.until);
  }

  private changeHours(worker: number, hours: number) {
    const team = this.team[worker]!;
    this.hoursLeft[worker] = hours;
    this.teamHours[team] = this.teamHours[team]! + hours;
    this.recorder.hoursChanged(team, this.teamHours[team]!);
  }

  private changePlaces(worker: number, now: number, places: number) {
    const team = this.team[worker]!;
    this.teamPlaces[team] = this.teamPlaces[team]! + places;
    this.recorder.placesChanged(now, team, this.teamPlaces[team]!);
  }

  private countRoom(worker: number) {
    const has = this.inPost[worker] === 1 && this.room[worker]! > this.lightest ? 1 : 0;
    this.withRoom += has - this.hasRoom[worker]!;
    this.hasRoom[worker] = has;
    if (has === 1) this.lastWithRoom = worker;
  }
}
