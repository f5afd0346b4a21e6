import { describe, expect, it } from 'vitest';
import { type Distribution, meanOf } from '../../scenarios/distribution.ts';
import { spreadOf } from '../../scenarios/distribution-spread.ts';

/** Means and variances by the textbook: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions, vol. 1 (1994). */
const KNOWN: { distribution: Distribution; mean: number; variance: number }[] = [
  { distribution: { distribution: 'fixed', value: 3 }, mean: 3, variance: 0 },
  { distribution: { distribution: 'exponential', mean: 4 }, mean: 4, variance: 16 },
  { distribution: { distribution: 'gamma', mean: 26, cv: 0.55 }, mean: 26, variance: (26 * 0.55) ** 2 },
  { distribution: { distribution: 'gamma', mean: 26, cv: 1.6 }, mean: 26, variance: (26 * 1.6) ** 2 },
  {
    distribution: { distribution: 'lognormal', median: 13, cv: 1 },
    mean: 13 * Math.SQRT2,
    variance: (13 * Math.SQRT2) ** 2,
  },
  // Shape 1 is exponential; shape 2 is Rayleigh, with mean sqrt(pi)/2 and variance 1 - pi/4 of the squared scale.
  { distribution: { distribution: 'weibull', shape: 1, scale: 5 }, mean: 5, variance: 25 },
  {
    distribution: { distribution: 'weibull', shape: 2, scale: 6 },
    mean: 3 * Math.sqrt(Math.PI),
    variance: 36 * (1 - Math.PI / 4),
  },
  { distribution: { distribution: 'triangular', least: 0, mode: 1, most: 3 }, mean: 4 / 3, variance: 7 / 18 },
  { distribution: { distribution: 'poisson', mean: 15, plus: 1 }, mean: 16, variance: 15 },
  { distribution: { distribution: 'poisson', mean: 900, plus: 0 }, mean: 900, variance: 900 },
  {
    distribution: { distribution: 'negative binomial', mean: 6, varianceToMean: 2.5, plus: 1 },
    mean: 7,
    variance: 15,
  },
  {
    distribution: { distribution: 'discrete', values: [1, 4], chances: [0.25, 0.75] },
    mean: 3.25,
    variance: 1.6875,
  },
  { distribution: { distribution: 'empirical', values: [1, 2, 6] }, mean: 3, variance: 14 / 3 },
];

describe.each(KNOWN)('$distribution', ({ distribution, mean, variance }) => {
  it(`has mean ${mean}`, () => {
    expect(meanOf(distribution)).toBeCloseTo(mean, 10);
  });

  it('has that mean and its variance when spread over values', () => {
    const spread = spreadOf(distribution);
    const found = spread.reduce((sum, { value, weight }) => sum + value * weight, 0);
    const squares = spread.reduce((sum, { value, weight }) => sum + weight * (value - found) ** 2, 0);
    expect(Math.abs(found - mean)).toBeLessThan(1e-3 * mean);
    expect(Math.abs(squares - variance)).toBeLessThan(5e-3 * variance + 1e-9);
  });
});
