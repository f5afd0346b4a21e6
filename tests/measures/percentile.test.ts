import { describe, expect, test } from 'vitest';
import { percentile } from '../../sim/measures/percentile.ts';
import { uniforms } from '../random/uniforms.ts';

const of = (values: number[], p: number) => percentile(Float64Array.from(values), values.length, p);

describe('percentile (R type 7)', () => {
  test.each([
    // Position (n - 1) p, counted from 0, with linear interpolation: by hand.
    [[15, 20, 35, 40, 50], 0.4, 29],
    [[50, 15, 40, 20, 35], 0.4, 29],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4, 5], 0.05, 1.2],
    [[1, 2, 3, 4, 5], 0.95, 4.8],
    [[9, 7, 8], 0, 7],
    [[9, 7, 8], 1, 9],
    [[6], 0.9, 6],
    [[2, 2, 2, 2], 0.3, 2],
  ])('of %j at %d is %d', (values, p, expected) => {
    expect(of(values, p)).toBeCloseTo(expected, 12);
  });

  test('of nothing is NaN', () => {
    expect(of([], 0.5)).toBeNaN();
  });

  test('looks at the first values only', () => {
    expect(percentile(Float64Array.of(3, 1, 2, 100, -100), 3, 0.5)).toBe(2);
  });

  test.each([
    ['random', (u: number) => u],
    ['full of ties', (u: number) => Math.floor(5 * u)],
    ['mostly 0, as waits are', (u: number) => Math.max(0, u - 0.7)],
  ])('agrees with sorting: %s', (_, shape) => {
    const values = uniforms(3, 6001).map(shape);
    const sorted = values.slice().sort();
    for (const rank of [0, 1, 299, 3000, 5400, 5999, 6000]) {
      expect(percentile(values.slice(), values.length, rank / 6000)).toBeCloseTo(sorted[rank]!, 12);
    }
  });

  test('takes ascending and descending values', () => {
    const ascending = Array.from({ length: 1001 }, (_, i) => i);
    expect(of(ascending, 0.25)).toBe(250);
    expect(of(ascending.toReversed(), 0.25)).toBe(250);
  });

  test('only reorders the values', () => {
    const values = uniforms(4, 500);
    const before = values.slice().sort();
    percentile(values, values.length, 0.5);
    expect(values.sort()).toEqual(before);
  });
});
