/** The individuals who hold cases: room under the cap, and direct hours left this week. */
import type { Recorder } from '../measures/recorder.ts';
import type { Plan } from '../plan.ts';
import * as record from './family-record.ts';
import * as rounding from './rounding.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { NOBODY } = record;
const { ROUNDING } = rounding;

export class Workers {
  readonly team: Int32Array;
  /** Cap less the case weights held; below 0 where a worker already held more at the start. */
  readonly room: Float64Array;
  /** 1 while in post. */
  readonly inPost: Uint8Array;
  /** Direct hours left this week. */
  readonly hoursLeft: Float64Array;
  /** Workers in post with room for the lightest case: 0 means that nobody can be allocated. */
  withRoom = 0;
  private readonly plan: Plan;
  private readonly recorder: Recorder;
  private readonly cap: Float64Array;
  private readonly hasRoom: Uint8Array;
  private readonly lightest: number;
  /** By pathway: the workers of the teams that serve it, and 1 for each of them by worker. */
  private readonly serving: Int32Array[];
  private readonly serves: Uint8Array[];
  /** The worker who got room last: with everyone else full, the only one to look at. */
  private lastWithRoom = 0;
  private readonly teamHours: Float64Array;
  private readonly teamPlaces: Float64Array;

  constructor(plan: Plan, recorder: Recorder) {
    const count = plan.workers.length;
    this.plan = plan;
    this.recorder = recorder;
    this.team = Int32Array.from(plan.workers, (worker) => worker.team);
    this.cap = Float64Array.from(plan.workers, (worker) => worker.cap);
    this.room = new Float64Array(count);
    this.inPost = new Uint8Array(count);
    this.hasRoom = new Uint8Array(count);
    this.hoursLeft = new Float64Array(count);
    this.lightest = Math.min(...plan.pathways.map((pathway) => pathway.caseWeight)) - ROUNDING;
    this.serving = plan.pathways.map((_, pathway) =>
      Int32Array.from(
        plan.workers.flatMap((worker, index) =>
          plan.teams[worker.team]!.serves.includes(pathway) ? [index] : [],
        ),
      ),
    );
    this.serves = this.serving.map((workers) => {
      const serves = new Uint8Array(count);
      for (const worker of workers) serves[worker] = 1;
      return serves;
    });
    this.teamHours = new Float64Array(plan.teams.length);
    this.teamPlaces = new Float64Array(plan.teams.length);
  }

  clear() {
    this.room.set(this.cap);
    this.inPost.fill(0);
    this.hasRoom.fill(0);
    this.withRoom = 0;
    this.hoursLeft.fill(0);
    this.teamPlaces.fill(0);
    this.teamHours.fill(0);
  }

  /** The worker serving the pathway with most room, the first of equals; NOBODY if none has room for the weight. */
  withMostRoom(pathway: number, weight: number): number {
    const { lastWithRoom } = this;
    if (this.withRoom === 1 && this.hasRoom[lastWithRoom] === 1) {
      const fits = this.serves[pathway]![lastWithRoom] === 1 && this.room[lastWithRoom]! > weight - ROUNDING;
      return fits ? lastWithRoom : NOBODY;
    }
    return this.mostRoomAbove(pathway, weight - ROUNDING);
  }

  /** The worker with most room, over the cap if need be: cases open at the start are held by somebody. */
  leastFull(pathway: number): number {
    return this.mostRoomAbove(pathway, Number.NEGATIVE_INFINITY);
  }

  take(worker: number, weight: number) {
    this.room[worker] = this.room[worker]! - weight;
    this.countRoom(worker);
  }

  free(worker: number, weight: number) {
    this.room[worker] = this.room[worker]! + weight;
    this.countRoom(worker);
  }

  /** The worker's first day, `weekEnd` the end of the week it falls in. */
  start(worker: number, now: number, weekEnd: number) {
    this.inPost[worker] = 1;
    this.countRoom(worker);
    this.changePlaces(worker, now, this.cap[worker]!);
    this.changeHours(worker, this.plan.workers[worker]!.hoursPerDay * (this.lastDay(worker, weekEnd) - now));
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
        this.changeHours(
          worker,
          this.plan.workers[worker]!.hoursPerDay * (this.lastDay(worker, weekEnd) - now),
        );
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

  private mostRoomAbove(pathway: number, least: number): number {
    const { room, inPost } = this;
    const serving = this.serving[pathway]!;
    let most = least;
    let best = NOBODY;
    for (let at = 0; at < serving.length; at++) {
      const worker = serving[at]!;
      if (room[worker]! > most && inPost[worker] === 1) {
        most = room[worker]!;
        best = worker;
      }
    }
    return best;
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
