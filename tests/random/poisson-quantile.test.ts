import { describe, expect, test } from 'vitest';
import { poissonQuantile } from '../../sim/random/distributions.ts';
import { uniforms } from './uniforms.ts';

const SHARES = [1e-9, 0.01, 0.5, 0.99, 0.9995, 0.999999999];

describe('Poisson quantile without a table', () => {
  // By adding up masses from 0 in 60-digit decimal arithmetic.
  test.each([
    [0.01, [0, 0, 0, 0, 1, 3]],
    [2.4, [0, 0, 2, 7, 9, 16]],
    [12, [0, 5, 12, 21, 25, 38]],
    [29.5, [4, 18, 29, 43, 49, 67]],
    [30.5, [4, 18, 30, 44, 50, 69]],
    [100, [46, 77, 100, 124, 134, 166]],
    [1234.5, [1030, 1154, 1234, 1317, 1352, 1451]],
    [100_000, [98_109, 99_265, 100_000, 100_736, 101_042, 101_902]],
  ])('for mean %d', (mean, quantiles) => {
    expect(SHARES.map((u) => poissonQuantile(mean, u))).toEqual(quantiles);
  });

  test('of mean 0 is 0', () => {
    expect(poissonQuantile(0, 1 - 2 ** -53)).toBe(0);
  });

  test('never falls as the mean or the share grows', () => {
    for (const u of uniforms(5, 50)) {
      let last = 0;
      for (let mean = 0; mean < 60; mean += 0.25) {
        const count = poissonQuantile(mean, u);
        expect(count).toBeGreaterThanOrEqual(last);
        last = count;
      }
    }
    for (const mean of [3, 29, 31, 5000]) {
      const counts = uniforms(6, 200)
        .sort()
        .map((u) => poissonQuantile(mean, u));
      expect(counts).toEqual(Float64Array.from(counts).sort());
    }
  });

  test('ends at the extreme shares', () => {
    for (const mean of [0.001, 1, 29.9, 30.1, 1e5]) {
      expect(poissonQuantile(mean, 2 ** -53)).toBeLessThanOrEqual(mean);
      expect(poissonQuantile(mean, 1 - 2 ** -53)).toBeGreaterThan(mean);
    }
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses mean %d', (mean) => {
    expect(() => poissonQuantile(mean, 0.5)).toThrow(`poisson: mean must be 0 or more, got ${mean}`);
  });
});
