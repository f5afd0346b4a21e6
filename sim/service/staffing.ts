/** Workers come and leave on their dates. A worker who leaves gives every open case back to the head of the list. */
import type { Kernel } from '../kernel/kernel.ts';
import type { Plan } from '../plan.ts';
import type { Families } from './families.ts';
import * as record from './family-record.ts';
import type { Intervention } from './intervention.ts';
import * as ranks from './ranks.ts';
import type { Workers } from './workers.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, STATE, TIME } = record;
const { RANK } = ranks;

export class Staffing {
  private readonly plan: Plan;
  private readonly kernel: Kernel;
  private readonly families: Families;
  private readonly workers: Workers;
  private readonly intervention: Intervention;

  constructor(plan: Plan, kernel: Kernel, families: Families, workers: Workers, intervention: Intervention) {
    this.plan = plan;
    this.kernel = kernel;
    this.families = families;
    this.workers = workers;
    this.intervention = intervention;
  }

  /** Puts in post whoever is there at the start and schedules the rest. */
  start(weekEnd: number) {
    this.plan.workers.forEach(({ from, until }, worker) => {
      if (from <= 0) this.workers.start(worker, 0, weekEnd);
      else this.kernel.at(from, RANK.staffing, worker);
      if (Number.isFinite(until)) this.kernel.at(until, RANK.staffing, worker);
    });
  }

  /** The worker's first day, or the day after the last. */
  changes(worker: number, weekEnd: number) {
    if (this.workers.inPost[worker] === 1) this.stops(worker);
    else this.workers.start(worker, this.kernel.now, weekEnd);
  }

  private stops(worker: number) {
    const { families } = this;
    this.workers.stop(worker, this.kernel.now);
    const cases: number[] = [];
    for (const family of families) {
      const { integers } = families;
      if (integers[family + AT.state] === STATE.open && integers[family + AT.worker] === worker)
        cases.push(family);
    }
    cases.sort(
      (a, b) =>
        families.times[(a >> 1) + TIME.allocated]! - families.times[(b >> 1) + TIME.allocated]! || a - b,
    );
    for (const family of cases) this.intervention.interrupt(family);
  }
}
