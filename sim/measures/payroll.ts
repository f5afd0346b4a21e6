/** What workers in post cost, by team and by post: pounds for each working day, exact to the day on which each begins and leaves. */
import type { CostPlan, Plan } from '../plan.ts';
import { Stock } from './stock.ts';

export class Payroll {
  private readonly plan: Plan;
  private readonly costs: CostPlan;
  private readonly team: Int32Array;
  private readonly post: Int32Array;
  /** By worker: full-time share now, over the one begun with. */
  private readonly share: Float64Array;
  private readonly inPost: Uint8Array;
  /** In pounds for a working day. */
  private readonly byTeam: readonly Stock[];
  private readonly byPost: readonly Stock[];
  private weekStart = 0;

  constructor(plan: Plan, costs: CostPlan) {
    const workers = plan.workers.length;
    this.plan = plan;
    this.costs = costs;
    this.team = new Int32Array(workers);
    this.post = new Int32Array(workers);
    this.share = new Float64Array(workers);
    this.inPost = new Uint8Array(workers);
    this.byTeam = plan.teams.map(() => new Stock());
    this.byPost = costs.posts.map(() => new Stock());
  }

  begin() {
    this.plan.workers.forEach(({ team }, worker) => {
      this.team[worker] = team;
    });
    this.post.set(this.costs.postOfWorker[0]!);
    this.share.fill(1);
    this.inPost.fill(0);
    for (const stock of [...this.byTeam, ...this.byPost]) stock.clear();
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
    for (const stock of [this.byTeam[this.team[worker]!]!, this.byPost[this.post[worker]!]!])
      stock.change(now, isInPost ? pay : -pay);
  }

  /** Pounds of the week that ends, by team. */
  weekEnded(now: number): number[] {
    const inWindow = this.weekStart >= this.plan.clock.windowStart;
    for (const stock of this.byPost) {
      const pounds = stock.takeIntegral(now);
      if (inWindow) stock.window += pounds;
    }
    this.weekStart = now;
    return this.byTeam.map((stock) => stock.takeIntegral(now));
  }

  /** Pounds in the weeks of the window so far, in the order of `posts`. */
  ofPosts(): Float64Array {
    return Float64Array.from(this.byPost, ({ window }) => window);
  }
}
