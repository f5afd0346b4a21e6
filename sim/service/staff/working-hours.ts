/**
 * The hours that each worker has left this week, and what each team's week has in all. Hours not spent this week are gone with it.
 *
 * Whoever goes (leaves, falls sick, has hours cut) loses the hours of the days to come, but never more than are left: hours already spent
 * stay counted, so no team spends more than its week has.
 */
import type { Recorder } from '../../measures/recorder.ts';
import type { Plan } from '../../plan.ts';

export class WorkingHours {
  /** Hours left this week; 0 in a spell of sickness. */
  readonly left: Float64Array;
  /** Hours for the rest of the week after a spell of sickness that ends in it. */
  private readonly kept: Float64Array;
  /** When the present spell of sickness ends; 0 without one. */
  private readonly awayUntil: Float64Array;
  private readonly perDay: Float64Array;
  /** Last day of each place, on the clock. */
  private readonly until: Float64Array;
  private readonly team: Int32Array;
  private readonly ofTeam: Float64Array;
  private weekEnd = 0;
  private readonly plan: Plan;
  private readonly recorder: Recorder;

  /** `team`: of each worker, kept by the caller. */
  constructor(plan: Plan, team: Int32Array, recorder: Recorder) {
    const count = plan.workers.length;
    this.plan = plan;
    this.team = team;
    this.recorder = recorder;
    this.left = new Float64Array(count);
    this.kept = new Float64Array(count);
    this.awayUntil = new Float64Array(count);
    this.perDay = new Float64Array(count);
    this.until = Float64Array.from(plan.workers, ({ until }) => until);
    this.ofTeam = new Float64Array(plan.teams.length);
  }

  clear() {
    this.forgetWeek();
    this.awayUntil.fill(0);
    this.weekEnd = this.plan.clock.weekEnds[0]!;
    this.plan.workers.forEach(({ hoursPerDay }, worker) => {
      this.perDay[worker] = hoursPerDay;
    });
  }

  /** A week [now, weekEnd) begins for those in post: each has its hours, up to the place's last day. */
  openWeek(now: number, weekEnd: number, inPost: Uint8Array) {
    this.forgetWeek();
    this.weekEnd = weekEnd;
    const { ofTeam, team } = this;
    for (let worker = 0; worker < inPost.length; worker++) {
      if (inPost[worker] === 1) ofTeam[team[worker]!]! += this.give(worker, now);
    }
    for (let each = 0; each < ofTeam.length; each++) this.add(each, 0);
  }

  /** The worker has the hours of the rest of the week. */
  begin(worker: number, now: number) {
    this.add(this.team[worker]!, this.give(worker, now));
  }

  end(worker: number, now: number) {
    const hours = this.isAway(worker) ? this.kept : this.left;
    this.lose(worker, Math.min(hours[worker]!, this.perDay[worker]! * this.daysLeft(worker, now)));
    this.left[worker] = 0;
    this.kept[worker] = 0;
    this.awayUntil[worker] = 0;
  }

  /** The worker is away in [now, until): the hours of those days are lost, the others wait. */
  goAway(worker: number, now: number, until: number) {
    const days = Math.max(0, Math.min(until, this.lastDay(worker)) - now);
    const lost = Math.min(this.left[worker]!, this.perDay[worker]! * days);
    this.lose(worker, lost);
    this.kept[worker] = this.left[worker]! - lost;
    this.left[worker] = 0;
    this.awayUntil[worker] = until;
  }

  comeBack(worker: number) {
    this.left[worker] = this.kept[worker]!;
    this.kept[worker] = 0;
    this.awayUntil[worker] = 0;
  }

  /** Hours a day are other ones from now on, of a worker in post or of a place that nobody holds. */
  changePerDay(worker: number, now: number, perDay: number, inPost: boolean) {
    const more = (perDay - this.perDay[worker]!) * this.daysLeft(worker, now);
    this.perDay[worker] = perDay;
    if (!inPost || more === 0) return;
    const hours = this.isAway(worker) ? this.kept : this.left;
    const change = Math.max(more, -hours[worker]!);
    hours[worker] = hours[worker]! + change;
    this.add(this.team[worker]!, change);
  }

  /** Call it before the worker's team is another one: what is left of the week goes along. */
  moveTeam(worker: number, to: number) {
    const hours = this.left[worker]! + this.kept[worker]!;
    this.add(this.team[worker]!, -hours);
    this.add(to, hours);
  }

  private give(worker: number, now: number): number {
    const hours = this.perDay[worker]! * this.daysLeft(worker, now);
    if (this.isAway(worker)) this.kept[worker] = hours;
    else this.left[worker] = hours;
    return hours;
  }

  private forgetWeek() {
    this.left.fill(0);
    this.kept.fill(0);
    this.ofTeam.fill(0);
  }

  private isAway(worker: number): boolean {
    return this.awayUntil[worker]! > 0;
  }

  /** Days at work from now to the end of the week. */
  private daysLeft(worker: number, now: number): number {
    return Math.max(0, this.lastDay(worker) - Math.max(now, this.awayUntil[worker]!));
  }

  private lastDay(worker: number): number {
    return Math.min(this.weekEnd, this.until[worker]!);
  }

  private lose(worker: number, hours: number) {
    if (hours > 0) this.add(this.team[worker]!, -hours);
  }

  private add(team: number, hours: number) {
    this.ofTeam[team] = this.ofTeam[team]! + hours;
    this.recorder.hoursChanged(team, this.ofTeam[team]!);
  }
}
