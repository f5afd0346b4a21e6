import { describe, expect, test } from 'vitest';
import type { DistributionPlan } from '../../sim/plan.ts';
import { distribution, gammaQuantile } from '../../sim/random/distributions.ts';
import { gammaLower, gammaUpper } from '../../sim/random/special-functions.ts';
import { uniforms } from './uniforms.ts';

const gammaOfShape = (shape: number): DistributionPlan => ({
  kind: 'gamma',
  mean: shape,
  cv: 1 / Math.sqrt(shape),
});

const CONTINUOUS: DistributionPlan[] = [
  { kind: 'exponential', mean: 2.5 },
  gammaOfShape(0.05),
  gammaOfShape(0.4),
  { kind: 'gamma', mean: 60, cv: 0.5 },
  gammaOfShape(1e4),
  { kind: 'lognormal', median: 30, cv: 0.8 },
  { kind: 'weibull', shape: 0.7, scale: 12 },
  { kind: 'weibull', shape: 3, scale: 12 },
  { kind: 'triangular', least: 2, mode: 5, most: 20 },
  { kind: 'triangular', least: 2, mode: 2, most: 20 },
  { kind: 'triangular', least: 2, mode: 20, most: 20 },
];

const STEPPED: DistributionPlan[] = [
  { kind: 'fixed', value: 4 },
  { kind: 'poisson', mean: 0.3, plus: 0 },
  { kind: 'poisson', mean: 15, plus: 1 },
  { kind: 'poisson', mean: 5000, plus: 0 },
  { kind: 'negative binomial', mean: 10, varianceToMean: 5, plus: 2 },
  { kind: 'negative binomial', mean: 12, varianceToMean: 1, plus: 0 },
  { kind: 'negative binomial', mean: 12, varianceToMean: 1.0001, plus: 0 },
  { kind: 'negative binomial', mean: 4, varianceToMean: 40, plus: 0 },
  { kind: 'bernoulli', p: 0.3 },
  { kind: 'discrete', values: [7, 1, 3], chances: [0.2, 0.5, 0.3] },
  { kind: 'empirical', values: [3, 1, 4, 1, 5, 9, 2, 6] },
];

const EVERY_KIND = [...CONTINUOUS, ...STEPPED].map((plan) => [JSON.stringify(plan), plan] as const);
const DRAWS = uniforms(17, 100_000);

describe.each(EVERY_KIND)('%s', (_, plan) => {
  const it = distribution(plan);
  const sample = DRAWS.map(it.sample);

  test('has sample mean and variance as stated, to within 5 standard errors', () => {
    const n = sample.length;
    const mean = sample.reduce((sum, x) => sum + x, 0) / n;
    expect(Math.abs(mean - it.mean)).toBeLessThanOrEqual(5 * Math.sqrt(it.variance / n));
    // The sample's fourth moment gives the standard error of its second.
    const squares = sample.map((x) => (x - it.mean) ** 2);
    const variance = squares.reduce((sum, square) => sum + square, 0) / n;
    const spread = squares.reduce((sum, square) => sum + (square - variance) ** 2, 0) / n;
    expect(Math.abs(variance - it.variance)).toBeLessThanOrEqual(5 * Math.sqrt(spread / n));
  });

  test('draws its quantiles, near enough', () => {
    for (let i = 0; i < 2000; i++) {
      const exact = it.quantile(DRAWS[i]!);
      expect(Math.abs(sample[i]! - exact)).toBeLessThanOrEqual(1e-8 * Math.abs(exact));
    }
  });

  test('grows with the share', () => {
    const shares = DRAWS.slice(0, 2000).sort();
    for (const values of [shares.map(it.sample), shares.map(it.quantile)]) {
      values.forEach((value, i) => {
        if (i > 0) expect(value).toBeGreaterThanOrEqual(values[i - 1]!);
      });
    }
  });

  test('draws a number at the extreme uniforms', () => {
    for (const u of [2 ** -53, 1 - 2 ** -53]) expect(it.sample(u)).toSatisfy(Number.isFinite);
  });
});

describe.each(CONTINUOUS.map((plan) => [JSON.stringify(plan), plan] as const))('%s', (_, plan) => {
  test('has a quantile that undoes its cdf', () => {
    const it = distribution(plan);
    for (const p of [1e-6, 0.01, 0.2, 0.5, 0.77, 0.99, 0.999999]) {
      expect(Math.abs(it.cdf(it.quantile(p)) / p - 1)).toBeLessThan(1e-9);
    }
    expect(it.cdf(it.mean - 1e9)).toBe(0);
    expect(it.cdf(it.mean + 1e9)).toBe(1);
  });
});

describe.each(STEPPED.map((plan) => [JSON.stringify(plan), plan] as const))('%s', (_, plan) => {
  test('has as quantile the least value whose cdf reaches the share', () => {
    const it = distribution(plan);
    for (let i = 0; i < 500; i++) {
      const share = DRAWS[i]!;
      const value = it.quantile(share);
      expect(it.cdf(value)).toBeGreaterThanOrEqual(share - 1e-12);
      expect(it.cdf(value - 1e-6)).toBeLessThan(share + 1e-12);
    }
    expect(it.cdf(it.quantile(2 ** -53) - 1e6)).toBe(0);
  });
});

describe('moments, worked by hand', () => {
  test.each<[DistributionPlan, number, number]>([
    [{ kind: 'exponential', mean: 3 }, 3, 9],
    [{ kind: 'gamma', mean: 10, cv: 0.5 }, 10, 25],
    // σ² = ln 2, so the mean is median * sqrt(2).
    [{ kind: 'lognormal', median: 10, cv: 1 }, 10 * Math.SQRT2, 200],
    // Γ(1.5) = sqrt(π) / 2: Rayleigh.
    [{ kind: 'weibull', shape: 2, scale: 2 }, Math.sqrt(Math.PI), 4 - Math.PI],
    [{ kind: 'triangular', least: 0, mode: 3, most: 6 }, 3, 1.5],
    [{ kind: 'poisson', mean: 15, plus: 1 }, 16, 15],
    [{ kind: 'negative binomial', mean: 10, varianceToMean: 3, plus: 1 }, 11, 30],
    [{ kind: 'bernoulli', p: 0.2 }, 0.2, 0.16],
    [{ kind: 'discrete', values: [0, 10], chances: [0.5, 0.5] }, 5, 25],
    [{ kind: 'empirical', values: [1, 2, 3, 6] }, 3, 3.5],
  ])('%j', (plan, mean, variance) => {
    const it = distribution(plan);
    expect(it.mean).toBeCloseTo(mean, 12);
    expect(it.variance).toBeCloseTo(variance, 11);
  });
});

describe('quantiles from outside', () => {
  test.each<[DistributionPlan, number, number, string]>([
    [{ kind: 'exponential', mean: 2 }, 0.5, 2 * Math.LN2, 'ln 2 half-life'],
    [{ kind: 'weibull', shape: 1.7, scale: 12 }, 1 - Math.exp(-1), 12, 'scale at 1 - 1/e'],
    [{ kind: 'lognormal', median: 30, cv: 0.8 }, 0.5, 30, 'median'],
    [
      { kind: 'lognormal', median: 1, cv: Math.sqrt(Math.E - 1) },
      0.975,
      Math.exp(1.959963984540054),
      'σ = 1',
    ],
    [{ kind: 'triangular', least: 0, mode: 1, most: 4 }, 0.0625, 0.5, 'x² / 4 left of the mode'],
    [{ kind: 'triangular', least: 0, mode: 1, most: 4 }, 0.97, 3.4, '1 - (4 - x)² / 12 right of it'],
    [{ kind: 'gamma', mean: 1, cv: 1 }, 0.95, 2.995732273553991, 'exponential: ln 20'],
    [gammaOfShape(5), 0.95, 9.1535190266375732, 'Erlang, by 60-digit Poisson sums'],
    [gammaOfShape(5), 0.05, 1.97014956805953, 'Erlang'],
    [gammaOfShape(50), 0.95, 62.171056702002041, 'Erlang'],
    [gammaOfShape(3), 1e-12, 0.00018172031462637445, 'Erlang'],
    [gammaOfShape(1e4), 0.975, 10196.9418249999, 'Erlang'],
  ])('%j at %d is %d (%s)', (plan, p, truth) => {
    const it = distribution(plan);
    expect(Math.abs(it.quantile(p) / truth - 1)).toBeLessThan(1e-12);
    expect(Math.abs(it.sample(p) / truth - 1)).toBeLessThan(1e-8);
  });

  // Pearson and Hartley, Biometrika Tables for Statisticians, table 8: chi-square with df degrees of freedom.
  test.each([
    [1, 0.95, 3.84146],
    [2, 0.95, 5.99146],
    [10, 0.95, 18.307],
    [10, 0.05, 3.9403],
    [30, 0.95, 43.773],
    [100, 0.95, 124.342],
  ])('gamma is half chi-square: %d df at %d is %d', (df, p, printed) => {
    expect(Math.abs((2 * gammaQuantile(df / 2, p)) / printed - 1)).toBeLessThan(5e-6);
  });

  test.each<[DistributionPlan, number, number]>([
    // Cumulative Poisson tables, mean 15: 0.4657 at 14, 0.5681 at 15; 0.9469 at 21, 0.9673 at 22.
    [{ kind: 'poisson', mean: 15, plus: 0 }, 0.5, 15],
    [{ kind: 'poisson', mean: 15, plus: 1 }, 0.95, 23],
    // Geometric, P(X <= k) = 1 - (3/4)^(k + 1): 0.9437 at 9, 0.9578 at 10.
    [{ kind: 'negative binomial', mean: 3, varianceToMean: 4, plus: 0 }, 0.95, 10],
    [{ kind: 'bernoulli', p: 0.3 }, 0.69, 0],
    [{ kind: 'bernoulli', p: 0.3 }, 0.71, 1],
    [{ kind: 'discrete', values: [7, 1, 3], chances: [0.2, 0.5, 0.3] }, 0.5, 1],
    [{ kind: 'discrete', values: [7, 1, 3], chances: [0.2, 0.5, 0.3] }, 0.81, 7],
    [{ kind: 'empirical', values: [30, 10, 20, 40] }, 0.25, 10],
    [{ kind: 'empirical', values: [30, 10, 20, 40] }, 0.26, 20],
  ])('%j at %d is %d', (plan, p, value) => {
    const it = distribution(plan);
    expect(it.quantile(p)).toBe(value);
    expect(it.sample(p)).toBe(value);
  });

  // Summed in 60-digit decimal arithmetic.
  test.each([
    [10, 5, 10, 0.6114626278333386],
    [10, 5, 40, 0.99774198179002971],
    [1000, 1.0001, 1020, 0.74257106205209156],
    [10, 1000, 0, 0.93318977157332383],
    [10, 1000, 100, 0.98189594637219912],
  ])(
    'negative binomial of mean %d and ratio %d has at or below %d a share of %d',
    (mean, varianceToMean, k, share) => {
      const it = distribution({ kind: 'negative binomial', mean, varianceToMean, plus: 3 });
      expect(Math.abs(it.cdf(k + 3) / share - 1)).toBeLessThan(1e-10);
      expect(it.sample(share - 1e-9)).toBe(k + 3);
      expect(it.sample(share + 1e-9)).toBeGreaterThan(k + 3);
    },
  );
});

describe('the gamma table', () => {
  test.each([0.05, 0.1, 0.5, 1, 3, 50, 1e4, 2e6])(
    'of shape %d is within 1e-8 of the exact quantile',
    (shape) => {
      const it = distribution(gammaOfShape(shape));
      for (const u of [1e-9, 1e-7, 1e-5, ...DRAWS.slice(0, 3000), 1 - 1e-5, 1 - 1e-7, 1 - 1e-9]) {
        const exact = it.quantile(u);
        // Below this a double has fewer digits than the tolerance.
        if (exact > 1e-300) expect(Math.abs(it.sample(u) / exact - 1)).toBeLessThan(1e-8);
      }
    },
  );

  test('rests on a quantile that solves for the smaller tail, at every shape and share', () => {
    for (const shape of [0.05, 0.3, 0.99, 1, 2.2, 17, 400, 1e4, 9e5]) {
      for (const u of [2 ** -53, 1e-9, 0.003, 0.3, 0.5, 0.51, 0.9, 1 - 1e-6, 1 - 2 ** -53]) {
        const x = gammaQuantile(shape, u);
        const tail = u > 0.5 ? gammaUpper(shape, x) / (1 - u) : gammaLower(shape, x) / u;
        // Below this a double has fewer digits than the tolerance. Rounding of ln x weighs as x f(x) / P(x), up to 1e4.
        if (x > 1e-300) expect(Math.abs(tail - 1)).toBeLessThan(1e-10);
      }
    }
  });
});

describe('limits', () => {
  test.each<[DistributionPlan, number]>([
    [{ kind: 'exponential', mean: 0 }, 0],
    [{ kind: 'gamma', mean: 7, cv: 0 }, 7],
    [{ kind: 'lognormal', median: 7, cv: 0 }, 7],
    [{ kind: 'triangular', least: 2, mode: 2, most: 2 }, 2],
    [{ kind: 'poisson', mean: 0, plus: 1 }, 1],
    [{ kind: 'negative binomial', mean: 0, varianceToMean: 2, plus: 1 }, 1],
    [{ kind: 'discrete', values: [8, 9], chances: [0, 1] }, 9],
  ])('%j always gives %d', (plan, value) => {
    const it = distribution(plan);
    expect([it.mean, it.variance, it.sample(0.001), it.sample(0.999)]).toEqual([value, 0, value, value]);
  });
});

describe('nonsense is refused with kind, field and value', () => {
  test.each<[DistributionPlan, string]>([
    [{ kind: 'fixed', value: Number.NaN }, 'fixed: value must be a number, got NaN'],
    [{ kind: 'exponential', mean: -2 }, 'exponential: mean must be 0 or more, got -2'],
    [{ kind: 'gamma', mean: 3, cv: -1 }, 'gamma: cv must be 0 or more, got -1'],
    [{ kind: 'gamma', mean: Number.POSITIVE_INFINITY, cv: 1 }, 'gamma: mean must be 0 or more, got Infinity'],
    [{ kind: 'lognormal', median: -3, cv: 1 }, 'lognormal: median must be 0 or more, got -3'],
    [{ kind: 'weibull', shape: 0, scale: 1 }, 'weibull: shape must be above 0, got 0'],
    [{ kind: 'weibull', shape: 1, scale: -1 }, 'weibull: scale must be 0 or more, got -1'],
    [
      { kind: 'triangular', least: 2, mode: 1, most: 3 },
      'triangular: mode must be at least 2 (least), got 1',
    ],
    [{ kind: 'triangular', least: 2, mode: 4, most: 3 }, 'triangular: most must be at least 4 (mode), got 3'],
    [{ kind: 'poisson', mean: -1, plus: 0 }, 'poisson: mean must be 0 or more, got -1'],
    [
      { kind: 'negative binomial', mean: 1, varianceToMean: 0.9, plus: 0 },
      'negative binomial: varianceToMean must be at least 1, got 0.9',
    ],
    [{ kind: 'bernoulli', p: 1.1 }, 'bernoulli: p must be between 0 and 1, got 1.1'],
    [
      { kind: 'discrete', values: [1, 2], chances: [0.5, 0.4] },
      'discrete: chances must be numbers that sum to 1, got 0.9',
    ],
    [
      { kind: 'discrete', values: [1, 2], chances: [1] },
      'discrete: chances must be one for each of 2 values, got 1',
    ],
    [
      { kind: 'discrete', values: [1, 2], chances: [1.5, -0.5] },
      'discrete: chances must be between 0 and 1 each, got 1.5',
    ],
    [{ kind: 'empirical', values: [] }, 'empirical: values must be one number or more, got none'],
    [{ kind: 'empirical', values: [1, Number.NaN] }, 'empirical: values must be numbers, got NaN'],
  ])('%j', (plan, message) => {
    expect(() => distribution(plan)).toThrow(new RangeError(message));
  });

  test('chances may miss 1 by rounding', () => {
    const chances = Array.from({ length: 10 }, () => 0.1);
    expect(
      distribution({ kind: 'discrete', values: [...chances.keys()], chances }).sample(1 - 2 ** -53),
    ).toBe(9);
  });
});
