/** Where the warm-up ends: the MSER-5 rule. */

/** Weeks averaged into one batch. */
const BATCH = 5;

/**
 * Finds how many weeks from the start to leave out of a weekly series (averaged over replications, one value a week):
 * the number that gives the mean of the rest the least standard error, in batches of five weeks, looking no further than
 * half the series. Weeks at the end that fill no batch are not used.
 *
 * White (1997), "An effective truncation heuristic for bias reduction in simulation output", Simulation 69(6), 323-334;
 * in batches of five: White, Cobb and Spratt (2000), "A comparison of five steady-state truncation heuristics for
 * simulation", Proc. Winter Simulation Conference, 755-760.
 *
 * @returns `steady` is false where the least lies at the end of the range looked at, or the series is too short for two
 * batches: no steady state was seen, and `weeks` is no warm-up to rely on.
 * @throws RangeError where a value is not a finite number.
 */
export function mserTruncation(series: readonly number[]): { weeks: number; steady: boolean } {
  const means = batchMeans(series);
  const furthest = Math.floor(means.length / 2);
  let best = furthest;
  let least = Number.POSITIVE_INFINITY;
  let mean = 0;
  let squares = 0;
  // From the end, so that each truncation adds one batch to the sum of squares of the ones after it (Welford 1962).
  for (let from = means.length - 1; from >= 0; from--) {
    const kept = means.length - from;
    const difference = means[from]! - mean;
    mean += difference / kept;
    squares += difference * (means[from]! - mean);
    const mser = squares / (kept * kept);
    // Of equals the earliest, which keeps most.
    if (from <= furthest && mser <= least) {
      least = mser;
      best = from;
    }
  }
  return { weeks: best * BATCH, steady: best < furthest };
}

function batchMeans(series: readonly number[]): number[] {
  series.forEach((value, week) => {
    if (!Number.isFinite(value))
      throw new RangeError(`week ${week} of the series must be a number, got ${value}`);
  });
  return Array.from({ length: Math.floor(series.length / BATCH) }, (_, batch) => {
    const weeks = series.slice(batch * BATCH, (batch + 1) * BATCH);
    return weeks.reduce((sum, value) => sum + value, 0) / BATCH;
  });
}
