import { describe, expect, test } from 'vitest';
import { WAIT_BINS, waitBin, waitBinFrom } from '../../sim/measures/wait-bins.ts';
import { uniforms } from '../random/uniforms.ts';

describe('wait bins', () => {
  test.each([
    [0, 0],
    [0.49, 0],
    [0.5, 1],
    [20, 40],
    [99.99, 199],
    [100, 200],
    // The first growing bin ends at 100.5, the second at 100 * 1.005^2 = 101.0025.
    [100.49, 200],
    [100.51, 201],
    [101.01, 202],
  ])('a wait of %d days falls in bin %d', (wait, bin) => {
    expect(waitBin(wait)).toBe(bin);
  });

  test('run upwards from 0 to an open bin at 5,000 days', () => {
    expect(waitBinFrom(0)).toBe(0);
    expect(waitBinFrom(WAIT_BINS - 1)).toBe(5000);
    for (const wait of [5000, 5001, 1e9, Number.POSITIVE_INFINITY]) expect(waitBin(wait)).toBe(WAIT_BINS - 1);
    expect(waitBin(4999.99)).toBe(WAIT_BINS - 2);
  });

  test('begin where they say, to the last bit', () => {
    for (let bin = 0; bin < WAIT_BINS; bin++) {
      const edge = waitBinFrom(bin);
      expect(waitBin(edge)).toBe(bin);
      // A relative 2^-52 below lies in the bin before.
      if (bin > 0) expect(waitBin(edge * (1 - Number.EPSILON))).toBe(bin - 1);
    }
  });

  test('are nowhere wider than half a day or 1% of the wait', () => {
    for (let bin = 0; bin < WAIT_BINS - 1; bin++) {
      const from = waitBinFrom(bin);
      expect(waitBinFrom(bin + 1) - from).toBeLessThanOrEqual(Math.max(0.5, 0.01 * from));
    }
  });

  test('hold every wait between their edges', () => {
    for (const u of uniforms(8, 20_000)) {
      const wait = 5000 * u * u;
      const bin = waitBin(wait);
      expect(waitBinFrom(bin)).toBeLessThanOrEqual(wait);
      expect(waitBinFrom(bin + 1)).toBeGreaterThan(wait);
    }
  });

  test('refuse what is no wait or no bin', () => {
    expect(() => waitBin(-0.1)).toThrow('a wait must be 0 working days or more, got -0.1');
    expect(() => waitBin(Number.NaN)).toThrow(RangeError);
    for (const bin of [-1, 0.5, WAIT_BINS]) expect(() => waitBinFrom(bin)).toThrow(`got ${bin}`);
  });
});
