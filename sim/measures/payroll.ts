/** What workers in post cost, by team and by post: pounds for each working day, exact to the day on which each begins and leaves. */
import type { CostPlan, Plan } from '../plan.ts';
import { Stocks } from './stocks.ts';

export class Payroll {
  private readonly plan: Plan;
  private readonly costs: CostPlan;
  private readonly team: Int32Array;
  private readonly post: Int32Array;
  /** By worker: full-time share now, over the one begun with. */
  private readonly share: Float64Array;
  private readonly inPost: Uint8Array;
  /** In pounds for a working day. */
  private readonly byTeam: Stocks;
  private readonly byPost: Stocks;
  private weekStart = 0;

  constructor(plan: Plan, costs: CostPlan) {
    const workers = plan.workers.length;
    this.plan = plan;
    this.costs = costs;
    this.team = new Int32Array(workers);
    this.post = new Int32Array(workers);
    this.share = new Float64Array(workers);
    this.inPost = new Uint8Array(workers);
    this.byTeam = new Stocks(plan.teams.length);
    this.byPost = new Stocks(costs.posts.length);
  }

  begin() {
    this.plan.workers.forEach(({ team }, worker) => {
      this.team[worker] = team;
    });
    this.post.set(this.costs.postOfWorker[0]!);
    this.share.fill(1);
    this.inPost.fill(0);
    this.byTeam.clear();
    this.byPost.clear();
    this.weekStart = 0;
  }

  /** Workers whom a dated change moves are paid in the other post from then on, and those whose hours it alters in proportion. */
  changed(now: number, version: number) {
    const posts = this.costs.postOfWorker[version]!;
    this.plan.changes[version - 1]!.workers.forEach((terms, worker) => {
      if (terms === null && posts[worker] === this.post[worker]) return;
      const isInPost = this.inPost[worker] === 1;
      this.set(now, worker, false);
      this.post[worker] = posts[worker]!;
      if (terms !== null) {
        this.team[worker] = terms.team;
        this.share[worker] = terms.fte / this.plan.workers[worker]!.fte;
      }
      this.set(now, worker, isInPost);
    });
  }

  set(now: number, worker: number, isInPost: boolean) {
    if ((this.inPost[worker] === 1) === isInPost) return;
    this.inPost[worker] = isInPost ? 1 : 0;
    const pay = this.costs.workerDay[worker]! * this.share[worker]!;
    const change = isInPost ? pay : -pay;
    this.byTeam.change(now, this.team[worker]!, change);
    this.byPost.change(now, this.post[worker]!, change);
  }

  /** Pounds of the week that ends, by team. */
  weekEnded(now: number): number[] {
    const inWindow = this.weekStart >= this.plan.clock.windowStart;
    for (const [post] of this.costs.posts.entries()) this.byPost.endWeek(now, post, inWindow);
    this.weekStart = now;
    return this.plan.teams.map((_, team) => this.byTeam.endWeek(now, team, inWindow));
  }

  /** Pounds in the weeks of the window so far, in the order of `posts`. */
  ofPosts(): Float64Array {
    return Float64Array.from(this.costs.posts, (_, post) => this.byPost.inWindow(post));
  }
}
