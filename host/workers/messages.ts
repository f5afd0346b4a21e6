import type { Result } from '../../sim/index.ts';
import type { Plan } from '../../sim/plan.ts';

/** A plan and a seed that a pool has been given; a worker prepares one engine for each `id`. */
export interface Enrolled {
  readonly id: number;
  readonly plan: Plan;
  readonly seed: number;
}

/** What a worker thread is asked: replications `from` to `to` (exclusive). */
export interface Job extends Enrolled {
  readonly from: number;
  readonly to: number;
}

export interface Answer {
  /** In order of replication, from `job.from`. */
  readonly results: readonly Result[];
  /** Time the worker spent simulating. */
  readonly seconds: number;
}
