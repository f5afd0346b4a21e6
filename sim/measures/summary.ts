/**
 * Over replications: mean, standard error, 95% t interval, percentiles of weekly values, and the paired difference between two scenarios.
 */
import { weeklyKeysOf } from './kept.ts';
import { MEASURE_KEYS, type MeasureKey, WEEKLY_KEYS, type WeeklyKey } from './measures.ts';
import { percentile } from './percentile.ts';
import type { Group, GroupResult, Result } from './result.ts';
import { studentTQuantile } from './student-t.ts';
import { WAIT_BINS } from './wait-bins.ts';

/** `lo` and `hi` bound the 95% t interval of the mean; `count` is the number of replications in which the measure has a value. */
export interface Estimate {
  readonly mean: number;
  readonly se: number;
  readonly lo: number;
  readonly hi: number;
  readonly count: number;
}

/** One value a week. Percentiles are over replications (R type 7). */
export interface WeeklyBand {
  readonly mean: readonly number[];
  readonly p5: readonly number[];
  readonly p25: readonly number[];
  readonly p50: readonly number[];
  readonly p75: readonly number[];
  readonly p95: readonly number[];
}

export interface GroupSummary {
  readonly group: Group;
  readonly headline: Readonly<Record<MeasureKey, Estimate>>;
  readonly weekly: Readonly<Record<WeeklyKey, WeeklyBand>>;
  /** Counts over all replications; bins as `waitBinFrom` says. */
  readonly waits: readonly number[];
  readonly totalWaits: readonly number[];
  readonly stillWaiting: readonly number[];
}

export interface Summary {
  readonly replications: number;
  /** The whole service first. */
  readonly groups: readonly GroupSummary[];
  /** Pounds for workers in post in the window, in the order of `plan.costs.posts`; empty where nothing is costed. */
  readonly postCosts: readonly Estimate[];
}

/** Scenario minus base, replication by replication, for one group. */
export type Difference = Readonly<Record<MeasureKey, Estimate>>;

/**
 * Summarises the replications of one scenario. Sums run in order of replication, so the bits do not depend on the order
 * in which replications finished.
 * @param groups what the results' groups are, in their order: `groupsOf(plan)`
 * @throws RangeError without results, or where a result has another number of groups.
 */
export function summarise(groups: readonly Group[], results: readonly Result[]): Summary {
  if (results.length === 0) throw new RangeError('there are no replications to summarise');
  for (const { replication, groups: kept } of results) {
    if (kept.length !== groups.length) {
      throw new RangeError(`replication ${replication} has ${kept.length} groups, the plan ${groups.length}`);
    }
  }
  const ordered = inOrder(results);
  const scratch = new Float64Array(ordered.length);
  return {
    replications: ordered.length,
    groups: groups.map((group, g) => {
      const parts = ordered.map((result) => result.groups[g]!);
      return {
        group,
        headline: estimates(parts.length, (r, m) => parts[r]!.headline[m]!, scratch),
        weekly: weeklyBands(group, parts, scratch),
        waits: totals(parts.map((part) => part.waits)),
        totalWaits: totals(parts.map((part) => part.totalWaits)),
        stillWaiting: totals(parts.map((part) => part.stillWaiting)),
      };
    }),
    postCosts: Array.from(ordered[0]!.postCosts, (_, post) => {
      const count = gather(ordered.length, (r) => ordered[r]!.postCosts[post]!, scratch);
      return estimate(scratch, count);
    }),
  };
}

/**
 * Other minus base, for one group, replication by replication: under common random numbers what happens to both
 * cancels out. A replication in which the measure has no value in either is left out.
 * @param group its place in the results of each: the whole service, in families, unless said
 * @throws RangeError where the two are not the same replications.
 */
export function compare(
  base: readonly Result[],
  other: readonly Result[],
  group: { readonly base: number; readonly other: number } = { base: 0, other: 0 },
): Difference {
  if (base.length !== other.length) {
    throw new RangeError(`cannot pair ${base.length} replications with ${other.length}`);
  }
  const from = inOrder(base);
  const to = inOrder(other);
  from.forEach(({ replication }, i) => {
    const against = to[i]!.replication;
    if (replication !== against)
      throw new RangeError(`cannot pair replication ${replication} with ${against}`);
  });
  return estimates(
    from.length,
    (r, m) => to[r]!.groups[group.other]!.headline[m]! - from[r]!.groups[group.base]!.headline[m]!,
    new Float64Array(from.length),
  );
}

function inOrder(results: readonly Result[]): Result[] {
  return [...results].sort((one, other) => one.replication - other.replication);
}

/** The estimate of each headline measure; `valueIn` gives measure m (its place in MEASURE_KEYS) of the r-th replication. */
function estimates(
  replications: number,
  valueIn: (r: number, m: number) => number,
  scratch: Float64Array,
): Record<MeasureKey, Estimate> {
  const entries = MEASURE_KEYS.map((key, m) => {
    const count = gather(replications, (r) => valueIn(r, m), scratch);
    return [key, estimate(scratch, count)] as const;
  });
  return Object.fromEntries(entries) as Record<MeasureKey, Estimate>;
}

/** Fills `scratch` with the values there are, in order, and says how many. */
function gather(replications: number, valueIn: (r: number) => number, scratch: Float64Array): number {
  let count = 0;
  for (let r = 0; r < replications; r++) {
    const value = valueIn(r);
    if (!Number.isNaN(value)) scratch[count++] = value;
  }
  return count;
}

/** Mean of the first `count` values with its 95% t interval; the spread is summed about the mean, which loses no digits to it. */
function estimate(values: Float64Array, count: number): Estimate {
  const mean = meanOf(values, count);
  if (count < 2) return { mean, se: Number.NaN, lo: Number.NaN, hi: Number.NaN, count };
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (values[i]! - mean) ** 2;
  const se = Math.sqrt(squares / (count - 1) / count);
  const half = studentTQuantile(0.975, count - 1) * se;
  return { mean, se, lo: mean - half, hi: mean + half, count };
}

function meanOf(values: Float64Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i]!;
  return sum / count;
}

/** A measure that means nothing for such a group has no value in any week. */
function weeklyBands(
  group: Group,
  parts: readonly GroupResult[],
  scratch: Float64Array,
): Record<WeeklyKey, WeeklyBand> {
  const keys = weeklyKeysOf(group);
  const weeks = parts[0]!.weekly.length / keys.length;
  const entries = WEEKLY_KEYS.map((key) => {
    const row = keys.indexOf(key);
    return [key, row < 0 ? noValues(weeks) : weeklyBand(parts, row * weeks, weeks, scratch)] as const;
  });
  return Object.fromEntries(entries) as Record<WeeklyKey, WeeklyBand>;
}

function noValues(weeks: number): WeeklyBand {
  const none = new Array<number>(weeks).fill(Number.NaN);
  return { mean: none, p5: none, p25: none, p50: none, p75: none, p95: none };
}

/** The band of the row of weekly values that starts at `start`. */
function weeklyBand(
  parts: readonly GroupResult[],
  start: number,
  weeks: number,
  scratch: Float64Array,
): WeeklyBand {
  const band = { mean: [], p5: [], p25: [], p50: [], p75: [], p95: [] } as Record<keyof WeeklyBand, number[]>;
  for (let week = start; week < start + weeks; week++) {
    const count = gather(parts.length, (r) => parts[r]!.weekly[week]!, scratch);
    band.mean.push(meanOf(scratch, count));
    band.p5.push(percentile(scratch, count, 0.05));
    band.p25.push(percentile(scratch, count, 0.25));
    band.p50.push(percentile(scratch, count, 0.5));
    band.p75.push(percentile(scratch, count, 0.75));
    band.p95.push(percentile(scratch, count, 0.95));
  }
  return band;
}

/** Counts of each bin, over replications. */
function totals(histograms: readonly Uint32Array[]): number[] {
  const sums = new Array<number>(WAIT_BINS).fill(0);
  for (const histogram of histograms) {
    for (let bin = 0; bin < histogram.length; bin++) sums[bin]! += histogram[bin]!;
  }
  return sums;
}
