/**
 * When "auto" has run enough replications. The rule is sequential: more replications, in equal steps, until the intervals of the two
 * headline figures are narrow enough beside their means (Law, Simulation Modeling and Analysis, 5th edition, 2015, section 9.4.1,
 * "obtaining a specified precision"; the relative half-width). It looks at results alone, so threads and clock play no part.
 */
import {
  type Estimate,
  type Group,
  type MeasureKey,
  type Result,
  type Summary,
  summarise,
} from '../sim/index.ts';

/** Replications before the first look, and between looks. */
export const STEP = 50;
/** Where "auto" ends whatever the intervals are, unless told otherwise. */
export const MAX_REPLICATIONS = 2000;

/** Half-width of the 95% interval, as a share of the mean. */
export const RELATIVE_HALF_WIDTH = 0.05;

/** Half-widths below these are narrow enough whatever the mean is: a list that is nearly always empty ends too. */
export const NARROW_ENOUGH = {
  /** Working days. */
  wait_mean: 0.1,
  /** Families. */
  waiting_mean: 0.1,
} as const satisfies Partial<Record<MeasureKey, number>>;
const WATCHED = Object.keys(NARROW_ENOUGH) as (keyof typeof NARROW_ENOUGH)[];

/** The headline of the whole service alone: what is watched, without the cost of weekly percentiles at every look. */
export function summariseHeadline(service: Group, results: readonly Result[]): Summary {
  const none = { weekly: new Float64Array(), waits: new Uint32Array(), totalWaits: new Uint32Array() };
  const slim = results.map((result) => ({
    ...result,
    groups: [{ headline: result.groups[0]!.headline, ...none, stillWaiting: new Uint32Array() }],
  }));
  return summarise([service], slim);
}

/** Whether every watched interval of every scenario is narrow enough. */
export function isPrecise(summaries: readonly Summary[]): boolean {
  return excess(summaries) <= 1;
}

/**
 * Replications likely to be needed, from those there are: a half-width shrinks with the square root of their number.
 * Only for saying how long a run may take.
 */
export function replicationsLikelyNeeded(summaries: readonly Summary[], most: number): number {
  const replications = summaries[0]?.replications ?? STEP;
  const needed = replications * Math.max(1, excess(summaries)) ** 2;
  return Math.min(most, Math.ceil(needed / STEP) * STEP);
}

/** The widest watched interval over the width wanted; 1 or less is precise. */
function excess(summaries: readonly Summary[]): number {
  const excesses = summaries.flatMap(({ groups: [service] }) =>
    WATCHED.map((key) => (service ? excessOf(service.headline[key], NARROW_ENOUGH[key]) : 0)),
  );
  return Math.max(...excesses);
}

function excessOf({ mean, lo, hi, count }: Estimate, floor: number): number {
  // Not one replication had a value: no replication more will give it an interval.
  if (count === 0) return 0;
  const halfWidth = (hi - lo) / 2;
  const wanted = Math.max(RELATIVE_HALF_WIDTH * Math.abs(mean), floor);
  return Number.isFinite(halfWidth) ? halfWidth / wanted : Number.POSITIVE_INFINITY;
}
