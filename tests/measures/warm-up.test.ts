import { describe, expect, test } from 'vitest';
import { mserTruncation } from '../../sim/measures/warm-up.ts';
import { normalQuantile } from '../../sim/random/normal.ts';
import { uniforms } from '../random/uniforms.ts';

const weekly = (weeks: number, value: (week: number) => number) =>
  Array.from({ length: weeks }, (_, w) => value(w));

/** Standard normal noise, one value a week. */
const noise = (seed: number, weeks: number) => Array.from(uniforms(seed, weeks), normalQuantile);

/** White's statistic after leaving out the first batches, written out as he does: squared half-width over n(d)^2. */
function mser(batches: readonly number[], leftOut: number): number {
  const kept = batches.slice(leftOut);
  const mean = kept.reduce((sum, y) => sum + y, 0) / kept.length;
  return kept.reduce((sum, y) => sum + (y - mean) ** 2, 0) / kept.length ** 2;
}

describe('MSER-5', () => {
  test('leaves out a step at the start, exactly', () => {
    const series = weekly(200, (week) => (week < 40 ? 0 : 10));
    expect(mserTruncation(series)).toEqual({ weeks: 40, steady: true });
  });

  test('leaves out the batch that a step falls inside', () => {
    const series = weekly(200, (week) => (week < 37 ? 0 : 10));
    expect(mserTruncation(series)).toEqual({ weeks: 40, steady: true });
  });

  test('finds a noisy step to within a batch', () => {
    const shaken = noise(2, 400).map((z, week) => (week < 60 ? 0 : 20) + z);
    const { weeks, steady } = mserTruncation(shaken);
    expect(steady).toBe(true);
    expect(weeks).toBeGreaterThanOrEqual(60);
    expect(weeks).toBeLessThan(100);
  });

  test('leaves out most of a ramp that levels off', () => {
    const { weeks, steady } = mserTruncation(weekly(300, (week) => Math.min(week, 80) + (week % 2)));
    expect(steady).toBe(true);
    expect(weeks).toBeGreaterThanOrEqual(70);
    expect(weeks).toBeLessThanOrEqual(80);
  });

  test('sees no steady state in a ramp without end', () => {
    expect(mserTruncation(weekly(200, (week) => week))).toEqual({ weeks: 100, steady: false });
  });

  test('leaves nothing out of a constant, and little out of noise that is steady from the start', () => {
    expect(mserTruncation(weekly(100, () => 7))).toEqual({ weeks: 0, steady: true });
    const { weeks, steady } = mserTruncation(noise(9, 1000));
    expect(steady).toBe(true);
    expect(weeks).toBeLessThan(250);
  });

  test.each([1, 2, 3, 4, 5])('picks the least of the statistic written out: series %d', (seed) => {
    const series = noise(seed, 203).map((z, week) => z + 30 * Math.exp(-week / 20));
    const batches = weekly(40, (b) => series.slice(5 * b, 5 * b + 5).reduce((sum, y) => sum + y, 0) / 5);
    const statistics = weekly(21, (d) => mser(batches, d));
    const best = statistics.indexOf(Math.min(...statistics));
    expect(mserTruncation(series)).toEqual({ weeks: 5 * best, steady: best < 20 });
  });

  test('sees no steady state in a series too short to tell', () => {
    expect(mserTruncation([])).toEqual({ weeks: 0, steady: false });
    expect(mserTruncation(weekly(9, () => 1))).toEqual({ weeks: 0, steady: false });
  });

  test('names the week of a value that is no number', () => {
    expect(() => mserTruncation([1, 2, Number.NaN])).toThrow(
      'week 2 of the series must be a number, got NaN',
    );
  });
});
