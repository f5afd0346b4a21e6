/** The gamma distribution: exact quantiles, and draws through a table of them. */
import type { Distribution } from './distribution.ts';
import { normalCdf, normalDensity, normalQuantile } from './normal.ts';
import { gammaLower, gammaUpper, lnGamma, poissonMass } from './special-functions.ts';

/** Below exp of this a double cannot hold the quantile to full precision; P(a, x) is there x^a / Γ(a + 1) to the last bit. */
const LN_SMALLEST = -700;

/** From this shape (a cv of a thousandth) on, Wilson and Hilferty's guess is within 5e-9 and the incomplete gamma slow. */
const GUESS_SUFFICES = 1e6;

/**
 * The value at or below which a share `u` in (0, 1) of a gamma distribution of this shape and scale 1 falls.
 * Quantiles under 1e-304 (tiny shapes) are rounded as doubles round there, in the end to 0.
 * @throws RangeError unless shape > 0.
 */
export function gammaQuantile(shape: number, u: number): number {
  if (!(shape > 0)) throw new RangeError(`gamma: shape must be above 0, got ${shape}`);
  return Math.exp(lnGammaQuantile(shape, u));
}

/**
 * Solves ln P(a, x) = ln u, or in the upper half ln Q(a, x) = ln(1 - u), for ln x: Newton's method, kept in a bracket.
 */
function lnGammaQuantile(shape: number, u: number): number {
  let y = firstGuess(shape, u);
  if (y < LN_SMALLEST || shape >= GUESS_SUFFICES) return y;
  const upper = u > 0.5;
  const lnShare = Math.log(upper ? 1 - u : u);
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  for (;;) {
    const x = Math.exp(y);
    const share = upper ? gammaUpper(shape, x) : gammaLower(shape, x);
    const excess = upper ? lnShare - Math.log(share) : Math.log(share) - lnShare;
    if (excess > 0) most = y;
    else least = y;
    const step = (excess * share) / (shape * poissonMass(shape, x));
    let next = y - step;
    // Newton's error squares with each step, so a step this small lands within rounding.
    if (Math.abs(step) < 1e-12) return next;
    if (!(next > least && next < most)) next = within(least, most);
    if (next === y) return y;
    y = next;
  }
}

function within(least: number, most: number): number {
  if (least === Number.NEGATIVE_INFINITY) return most - 1;
  if (most === Number.POSITIVE_INFINITY) return least + 1;
  return 0.5 * (least + most);
}

/** ln of a first guess: Wilson and Hilferty (1931) for the body, the power law P(a, x) ~ x^a / Γ(a + 1) near 0. */
function firstGuess(shape: number, u: number): number {
  const root = 1 - 1 / (9 * shape) + normalQuantile(u) / (3 * Math.sqrt(shape));
  const powerLaw = (Math.log(u) + lnGamma(shape + 1)) / shape;
  return shape < 1 || root < 0.1 ? powerLaw : Math.log(shape) + 3 * Math.log(root);
}

/** The table's reach in standard normal units: 6 draws in 10 million fall outside it and are solved for. */
const REACH = 5;
/** Knots per unit, which keep the spline within 1e-8 of the quantile, relatively, from shape 0.05 up. */
const KNOTS_PER_UNIT = 64;

/** Draws of scale 1: ln x as a cubic Hermite spline in z = normalQuantile(u), with exact values and slopes at its knots. */
function gammaSampler(shape: number): (u: number) => number {
  const knots = 2 * REACH * KNOTS_PER_UNIT + 1;
  const value = new Float64Array(knots);
  /** Slope times the distance between knots. */
  const rise = new Float64Array(knots);
  for (let i = 0; i < knots; i++) {
    const z = i / KNOTS_PER_UNIT - REACH;
    const u = normalCdf(z);
    const y = lnGammaQuantile(shape, u);
    // d ln x / dz = φ(z) / (x f(x)), where x f(x) = a x^a e^-x / Γ(a + 1).
    const mass = y < LN_SMALLEST ? u : poissonMass(shape, Math.exp(y));
    value[i] = y;
    rise[i] = normalDensity(z) / (shape * mass * KNOTS_PER_UNIT);
  }
  return (u) => {
    const position = (normalQuantile(u) + REACH) * KNOTS_PER_UNIT;
    const i = Math.floor(position);
    if (i < 0 || i >= knots - 1) return gammaQuantile(shape, u);
    const t = position - i;
    const from = value[i]!;
    const change = value[i + 1]! - from;
    const left = rise[i]!;
    const right = rise[i + 1]!;
    return Math.exp(
      from + t * (left + t * (3 * change - 2 * left - right + t * (left + right - 2 * change))),
    );
  };
}

/** Gamma with this mean and cv (standard deviation over mean), both above 0: shape 1 / cv^2, scale mean / shape. */
export function gammaDistribution(mean: number, cv: number): Distribution {
  const shape = 1 / (cv * cv);
  const scale = mean / shape;
  const unitSample = gammaSampler(shape);
  return {
    mean,
    variance: (mean * cv) ** 2,
    quantile: (p) => scale * gammaQuantile(shape, p),
    cdf: (x) => gammaLower(shape, x / scale),
    sample: (u) => scale * unitSample(u),
  };
}
