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
  private readonly leavers = new Set<number>();

  constructor(plan: Plan, kernel: Kernel, families: Families, workers: Workers, intervention: Intervention) {
    this.plan = plan;
    this.kernel = kernel;
    this.families = families;
    this.workers = workers;
    this.intervention = intervention;
  }

  /** Puts in post whoever is there at the start and schedules the rest. */
  start(weekEnd: number) {
    this.leavers.clear();
    this.plan.workers.forEach(({ from, until }, worker) => {
      if (from <= 0) this.workers.start(worker, 0, weekEnd);
      else this.kernel.at(from, RANK.staffing, worker);
      if (Number.isFinite(until)) this.kernel.at(until, RANK.staffing, worker);
    });
  }

  /** The worker's first day, or the day after the last. What follows from it waits until all changes of this instant are made. */
  changes(worker: number, weekEnd: number) {
    const { workers, kernel } = this;
    if (workers.inPost[worker] === 1) {
      workers.stop(worker, kernel.now);
      this.leavers.add(worker);
    } else {
      workers.start(worker, kernel.now, weekEnd);
    }
    kernel.at(kernel.now, RANK.settle, 0);
  }

  /** Cases of those who left in this instant go to the head of the list, the longest allocated first. */
  settle() {
    if (this.leavers.size === 0) return;
    const { families } = this;
    const cases: number[] = [];
    for (const family of families) {
      const { integers } = families;
      if (integers[family + AT.state] === STATE.open && this.leavers.has(integers[family + AT.worker]!))
        cases.push(family);
    }
    this.leavers.clear();
    const allocated = (family: number) => families.times[(family >> 1) + TIME.allocated]!;
    const joined = (family: number) => families.times[(family >> 1) + TIME.joined]!;
    cases.sort((a, b) => allocated(a) - allocated(b) || joined(a) - joined(b) || a - b);
    for (const family of cases) this.intervention.interrupt(family);
  }
}
