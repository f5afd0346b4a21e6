/**
 * Gamma and beta functions, complete and incomplete, for arguments from 1e-300 to about 1e10. Prefactors are computed as
 * Poisson and binomial masses by Loader's saddle-point form, which keeps full precision where exp(large - large) loses it.
 */

const HALF_LN_2PI = 0.5 * Math.log(2 * Math.PI);
/** From here on seven terms of Stirling's series leave less than 1e-17. */
const STIRLING_FROM = 16;
/** Stops Lentz's continued fraction from dividing by 0; far below any term of it. */
const TINY = 1e-300;
const EPSILON = Number.EPSILON;

/** ln Γ(x) - [(x - 1/2) ln x - x + ln(2π)/2] for x >= 16: Stirling's series (Abramowitz and Stegun 1964, 6.1.41). */
function stirlingSeries(x: number): number {
  const s = 1 / (x * x);
  return (
    (1 / 12 -
      s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s / 156)))))) /
    x
  );
}

/** ln Γ(x) for x > 0: Stirling's series, reached from small x by Γ(x + 1) = x Γ(x). */
export function lnGamma(x: number): number {
  let product = 1;
  let y = x;
  while (y < STIRLING_FROM) {
    product *= y;
    y += 1;
  }
  return (y - 0.5) * Math.log(y) - y + HALF_LN_2PI + stirlingSeries(y) - Math.log(product);
}

/** What Stirling's formula for ln n! leaves out; n > 0 need not be whole. */
function stirlingError(n: number): number {
  if (n >= STIRLING_FROM) return stirlingSeries(n);
  return lnGamma(n + 1) - (n + 0.5) * Math.log(n) + n - HALF_LN_2PI;
}

/** x ln(x / m) + m - x, without cancellation where x is near m (Loader 2000, section 5, "bd0"). */
function deviance(x: number, m: number): number {
  const difference = x - m;
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) - difference;
  const v = difference / (x + m);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * m^x e^-m / Γ(x + 1): the Poisson mass at x for mean m > 0, for any real x >= 0.
 * Loader (2000), "Fast and accurate computation of binomial probabilities", section 3.
 */
export function poissonMass(x: number, m: number): number {
  if (x < STIRLING_FROM) return Math.exp(x * Math.log(m) - m - lnGamma(x + 1));
  return Math.exp(-stirlingError(x) - deviance(x, m)) / Math.sqrt(2 * Math.PI * x);
}

/**
 * Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) p^a q^b with p + q = 1: the binomial mass at a of a + b, for any real a > 0, b >= 0.
 * The caller gives p and q both, so that neither is rounded away. Loader (2000), section 2.
 */
export function binomialMass(a: number, b: number, p: number, q: number): number {
  if (b === 0) return Math.exp(a * Math.log1p(-q));
  const n = a + b;
  const exponent =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * p) - deviance(b, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a * b));
}

/** Share of a gamma distribution of this shape and scale 1 at or below x: P(a, x), relative accuracy kept as it nears 0. */
export function gammaLower(shape: number, x: number): number {
  if (x <= 0) return 0;
  return x < shape + 1 ? gammaSeries(shape, x) : 1 - gammaFraction(shape, x);
}

/** Share above x: Q(a, x) = 1 - P(a, x), relative accuracy kept as it nears 0. */
export function gammaUpper(shape: number, x: number): number {
  if (x <= 0) return 1;
  return x < shape + 1 ? 1 - gammaSeries(shape, x) : gammaFraction(shape, x);
}

/** P(a, x) by its power series (Abramowitz and Stegun 1964, 6.5.29); quick for x < a + 1. */
function gammaSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = a + 1; term > sum * EPSILON; n += 1) {
    term *= x / n;
    sum += term;
  }
  return poissonMass(a, x) * sum;
}

/**
 * Q(a, x) by its continued fraction (Abramowitz and Stegun 1964, 6.5.31) in even form, evaluated by the modified method
 * of Lentz (Thompson and Barnett 1986); quick for x >= a + 1.
 */
function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  let change = 0;
  for (let n = 1; Math.abs(change - 1) > EPSILON; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / awayFromZero(numerator * d + b);
    c = awayFromZero(b + numerator / c);
    change = c * d;
    fraction *= change;
  }
  return poissonMass(a, x) * a * fraction;
}

/**
 * I_x(a, b), the share of a beta distribution at or below x, given y = 1 - x as well so that neither is rounded away;
 * relative accuracy kept as it nears 0.
 */
export function betaLower(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  // I_x(a, b) = 1 - I_y(b, a); the fraction is quick on this side of the mean (Abramowitz and Stegun 1964, 26.5.8).
  if (x < (a + 1) / (a + b + 2)) return betaFraction(a, b, x, y);
  return 1 - betaFraction(b, a, y, x);
}

/** I_x(a, b) by its continued fraction (Abramowitz and Stegun 1964, 26.5.8), by the modified method of Lentz. */
function betaFraction(a: number, b: number, x: number, y: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  let change = 0;
  for (let m = 1; Math.abs(change - 1) > EPSILON; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    change = c * d;
    fraction *= change;
  }
  return ((binomialMass(a, b, x, y) * b) / (a + b)) * fraction;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
