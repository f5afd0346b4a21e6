/** Poisson and negative binomial counts. */
import type { Distribution } from './distribution.ts';
import { guideTable } from './guide-table.ts';
import { normalQuantile } from './normal.ts';
import { betaLower, binomialMass, gammaLower, gammaUpper, poissonMass } from './special-functions.ts';

/** A distribution over 0, 1, 2, ... Both shares keep their relative accuracy as they near 0. */
interface CountLaw {
  readonly mean: number;
  readonly variance: number;
  mass(k: number): number;
  atOrBelow(k: number): number;
  above(k: number): number;
}

function poissonLaw(mean: number): CountLaw {
  return {
    mean,
    variance: mean,
    mass: (k) => poissonMass(k, mean),
    // Abramowitz and Stegun (1964), 26.4.21: no more than k events by time m, if the (k + 1)th comes later.
    atOrBelow: (k) => gammaUpper(k + 1, mean),
    above: (k) => gammaLower(k + 1, mean),
  };
}

/** Failures before the r-th success, r real (Abramowitz and Stegun 1964, 26.1.23 and 26.5.26). */
function negativeBinomialLaw(mean: number, varianceToMean: number): CountLaw {
  const success = 1 / varianceToMean;
  const failure = (varianceToMean - 1) / varianceToMean;
  const r = mean / (varianceToMean - 1);
  return {
    mean,
    variance: mean * varianceToMean,
    mass: (k) => (binomialMass(r, k, success, failure) * r) / (r + k),
    atOrBelow: (k) => betaLower(r, k + 1, success, failure),
    above: (k) => betaLower(k + 1, r, failure, success),
  };
}

/** The least count with a share `u` in (0, 1) at or below it: doubling steps from a guess, then halving. */
function countQuantile(law: CountLaw, u: number): number {
  const rest = 1 - u;
  // Judged from the smaller tail, where a share is exact to its last digit.
  const reached = (k: number) => (u <= 0.5 ? law.atOrBelow(k) >= u : law.above(k) <= rest);
  let reaching = Math.max(0, Math.floor(normalApproximation(law, u)));
  let short = reaching - 1;
  if (reached(reaching)) {
    for (let step = 1; short >= 0 && reached(short); step *= 2) {
      reaching = short;
      short -= step;
    }
    short = Math.max(short, -1);
  } else {
    for (let step = 1; short < reaching; step *= 2) {
      short = reaching;
      reaching += step;
      if (reached(reaching)) break;
    }
  }
  while (reaching - short > 1) {
    const middle = Math.floor((short + reaching) / 2);
    if (reached(middle)) reaching = middle;
    else short = middle;
  }
  return reaching;
}

/** Cornish and Fisher's first two terms (Abramowitz and Stegun 1964, 26.2.49), with a Poisson's skewness. */
function normalApproximation(law: CountLaw, u: number): number {
  const z = normalQuantile(u);
  return law.mean + z * Math.sqrt(law.variance) + (z * z - 1) / 6;
}

/** Up to this mean a walk from 0 is quickest, and e^-mean far from underflow. */
const WALK_MEAN = 30;
/** Above this share the walk's sum has too few digits left of 1 - u. */
const WALK_SHARE = 0.999;

/**
 * The least count at or below which a share `u` in (0, 1) of a Poisson distribution falls, with no table: for means that
 * change from draw to draw. Exact for means from 0 to 1e5 and beyond.
 * @throws RangeError unless mean >= 0 and finite.
 */
export function poissonQuantile(mean: number, u: number): number {
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`poisson: mean must be 0 or more, got ${mean}`);
  }
  if (mean === 0) return 0;
  if (mean > WALK_MEAN || u > WALK_SHARE) return countQuantile(poissonLaw(mean), u);
  let count = 0;
  let mass = Math.exp(-mean);
  let share = mass;
  while (share < u) {
    count += 1;
    mass *= mean / count;
    share += mass;
  }
  return count;
}

/** Share of draws left out of a count table at either end; they are solved for. */
const BEYOND_TABLE = 1e-7;
/** Longest count table; a wider distribution solves for its largest draws. */
const LONGEST_TABLE = 65_536;

function countDistribution(law: CountLaw, plus: number): Distribution {
  const first = countQuantile(law, BEYOND_TABLE);
  const last = Math.min(countQuantile(law, 1 - BEYOND_TABLE), first + LONGEST_TABLE - 1);
  const cumulative = new Float64Array(last - first + 1);
  const before = first === 0 ? 0 : law.atOrBelow(first - 1);
  let share = before;
  for (let k = first; k <= last; k++) {
    share += law.mass(k);
    cumulative[k - first] = share;
  }
  const covered = share;
  const find = guideTable(cumulative);
  return {
    mean: law.mean + plus,
    variance: law.variance,
    quantile: (p) => countQuantile(law, p) + plus,
    cdf: (x) => (x < plus ? 0 : law.atOrBelow(Math.floor(x - plus))),
    sample: (u) => (u > before && u <= covered ? first + find(u) : countQuantile(law, u)) + plus,
  };
}

/** `plus` + a Poisson count of this mean, above 0. */
export function poissonDistribution(mean: number, plus: number): Distribution {
  return countDistribution(poissonLaw(mean), plus);
}

/** `plus` + a negative binomial count of this mean, above 0, and variance-to-mean ratio, above 1. */
export function negativeBinomialDistribution(
  mean: number,
  varianceToMean: number,
  plus: number,
): Distribution {
  return countDistribution(negativeBinomialLaw(mean, varianceToMean), plus);
}
