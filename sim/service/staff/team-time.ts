/** Workers' hours spent on something other than sessions: taken evenly by full-time equivalent from those at work, and never more than they have left. */
import type { Activity, Recorder } from '../../measures/recorder.ts';
import * as rounding from '../rounding.ts';
import type { Workers } from './workers.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { ROUNDING } = rounding;

export class TeamTime {
  private readonly workers: Workers;
  private readonly recorder: Recorder;
  /** By team: hours taken so far by what is at hand. */
  private readonly taken: Float64Array;

  constructor(teams: number, workers: Workers, recorder: Recorder) {
    this.workers = workers;
    this.recorder = recorder;
    this.taken = new Float64Array(teams);
  }

  takeFromTeam(activity: Activity, team: number, hours: number) {
    if (hours === 0) return;
    const { team: teamOf } = this.workers;
    this.takeEvenly(
      [...teamOf.keys()].filter((worker) => teamOf[worker] === team),
      hours,
    );
    this.tell(activity);
  }

  /** Each worker gives the same hours for each full-time equivalent; what some do not have, the others give. Ends with `tell`. */
  takeEvenly(from: Iterable<number>, hours: number) {
    const { workers } = this;
    const { hoursLeft } = workers;
    let giving = [...from].filter((worker) => this.isAtWork(worker));
    let needed = hours;
    while (needed > ROUNDING && giving.length > 0) {
      const perFte = needed / giving.reduce((sum, worker) => sum + workers.fteOf(worker), 0);
      const isShort = (worker: number) => hoursLeft[worker]! <= perFte * workers.fteOf(worker);
      const short = giving.filter(isShort);
      if (short.length === 0) {
        for (const worker of giving) this.takeFrom(worker, perFte * workers.fteOf(worker));
        return;
      }
      giving = giving.filter((worker) => !isShort(worker));
      for (const worker of short) needed -= this.takeFrom(worker, hoursLeft[worker]!);
    }
  }

  /** Returns the hours taken: those asked for, or all that the worker has left. */
  takeFrom(worker: number, hours: number): number {
    const { hoursLeft, team } = this.workers;
    const taken = Math.min(hours, hoursLeft[worker]!);
    hoursLeft[worker] = hoursLeft[worker]! - taken;
    this.taken[team[worker]!] = this.taken[team[worker]!]! + taken;
    return taken;
  }

  /** Tells the recorder what has been taken, by team. */
  tell(activity: Activity) {
    this.taken.forEach((hours, team) => {
      if (hours > 0) this.recorder.spent(activity, team, hours);
    });
    this.taken.fill(0);
  }

  private isAtWork(worker: number): boolean {
    const { hoursLeft, inPost, absent } = this.workers;
    const isThere = inPost[worker] === 1 && absent[worker] === 0;
    return isThere && hoursLeft[worker]! > 0 && this.workers.fteOf(worker) > 0;
  }
}
