/** Student's t distribution. */
import { normalQuantile } from '../random/normal.ts';
import { betaLower, lnGamma } from '../random/special-functions.ts';

/**
 * The value at or below which a share `p` in (0, 1) of Student's t falls.
 * @throws RangeError unless p is in (0, 1) and degreesOfFreedom > 0.
 */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`p must be between 0 and 1, got ${p}`);
  if (!(degreesOfFreedom > 0))
    throw new RangeError(`degrees of freedom must be above 0, got ${degreesOfFreedom}`);
  if (p === 0.5) return 0;
  return p > 0.5 ? upperQuantile(1 - p, degreesOfFreedom) : -upperQuantile(p, degreesOfFreedom);
}

/**
 * The t above which a share `tail` below 1/2 falls. Newton's method for ln P(T > t) as a function of ln t, which is
 * concave and straight in the far tail: after its first step it comes in from one side.
 */
function upperQuantile(tail: number, df: number): number {
  const lnDensity0 = lnGamma((df + 1) / 2) - lnGamma(df / 2) - 0.5 * Math.log(df * Math.PI);
  let t = -normalQuantile(tail);
  for (;;) {
    const square = t * t;
    // Abramowitz and Stegun (1964), 26.7.1.
    const beyond = 0.5 * betaLower(df / 2, 0.5, df / (df + square), square / (df + square));
    const density = Math.exp(lnDensity0 - ((df + 1) / 2) * Math.log1p(square / df));
    const step = (Math.log(beyond / tail) * beyond) / (t * density);
    t *= Math.exp(step);
    // Newton's error squares with each step, so a step this small lands within rounding.
    if (Math.abs(step) < 1e-9) return t;
  }
}
