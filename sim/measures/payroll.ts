/** What workers in post cost, by team: pounds for each working day, exact to the day on which each begins and leaves. */
import type { Plan } from '../plan.ts';
import { Stock } from './stock.ts';

export class Payroll {
  private readonly plan: Plan;
  /** By worker, pounds for a working day. */
  private readonly perDay: readonly number[];
  private readonly team: Int32Array;
  /** By worker: full-time share now, over the one begun with. */
  private readonly share: Float64Array;
  private readonly inPost: Uint8Array;
  /** By team, in pounds for a working day. */
  private readonly pay: readonly Stock[];

  constructor(plan: Plan, perDay: readonly number[]) {
    this.plan = plan;
    this.perDay = perDay;
    this.team = new Int32Array(plan.workers.length);
    this.share = new Float64Array(plan.workers.length);
    this.inPost = new Uint8Array(plan.workers.length);
    this.pay = plan.teams.map(() => new Stock());
  }

  begin() {
    this.plan.workers.forEach(({ team }, worker) => {
      this.team[worker] = team;
    });
    this.share.fill(1);
    this.inPost.fill(0);
    for (const stock of this.pay) stock.clear();
  }

  /** Workers whom a dated change moves are paid by the other team from then on, and those whose hours it alters in proportion. */
  changed(now: number, version: number) {
    this.plan.changes[version - 1]!.workers.forEach((terms, worker) => {
      if (terms === null) return;
      const isInPost = this.inPost[worker] === 1;
      this.set(now, worker, false);
      this.team[worker] = terms.team;
      this.share[worker] = terms.fte / this.plan.workers[worker]!.fte;
      this.set(now, worker, isInPost);
    });
  }

  set(now: number, worker: number, isInPost: boolean) {
    if ((this.inPost[worker] === 1) === isInPost) return;
    this.inPost[worker] = isInPost ? 1 : 0;
    const pay = this.perDay[worker]! * this.share[worker]!;
    this.pay[this.team[worker]!]!.change(now, isInPost ? pay : -pay);
  }

  /** Of a team, since this was last asked. */
  take(now: number, team: number): number {
    return this.pay[team]!.takeIntegral(now);
  }
}
