/**
 * EH-bench (docs/model.md, section 10): its outputs, their true values and the yardstick that judges an estimate of them.
 * Where the true values come from is told in fixtures/eh-bench.json.
 */
import type { MeasureKey } from '../../sim/measures/measures.ts';
import fixture from './fixtures/eh-bench.json' with { type: 'json' };
import { mean } from './statistics.ts';

/** Everything EH-bench reports. */
export const EH_BENCH_KEYS = [
  'waiting_mean',
  'wait_mean',
  'wait_p90',
  'allocated',
  'left_list',
  'rereferred',
  'slots_used_mean',
] as const satisfies readonly MeasureKey[];
export type EhBenchKey = (typeof EH_BENCH_KEYS)[number];

/**
 * With 624 slots almost nobody waits: the outputs of the list are averages of rare events, skewed far beyond what a
 * standard error from a few hundred replications describes. These three stay close to normal.
 */
export const WELL_BEHAVED_IN_LIGHT_LOAD = [
  'allocated',
  'rereferred',
  'slots_used_mean',
] as const satisfies readonly EhBenchKey[];

/** Caseload places: 480 is overloaded (the list lives by its leavers), 624 barely queues. */
export type Slots = 480 | 624;

/** What one replication gave, by output. */
export type EhBenchOutcome = Readonly<Record<EhBenchKey, number>>;

export interface TrueValue {
  readonly mean: number;
  /** Standard error of `mean`. */
  readonly se: number;
  /** Standard deviation of one replication. */
  readonly sd: number;
}

export const ehBenchTruth = (slots: Slots): Readonly<Record<EhBenchKey, TrueValue>> =>
  fixture.variants[slots].truth;

/**
 * How many combined standard errors the average of `values` lies from the truth. Our own error is taken from the true
 * deviation of one replication, not from the sample: rare outputs (slots idle under overload) show no spread at all in a
 * small sample, and their estimated error would be far too small.
 */
export const standardErrorsFrom = (truth: TrueValue, values: readonly number[]) =>
  (mean(values) - truth.mean) / Math.hypot(truth.se, truth.sd / Math.sqrt(values.length));
