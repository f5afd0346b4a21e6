import { describe, expect, it } from 'vitest';
import { agrees, roundingOf } from '../../host/preset-check.ts';

const estimate = (mean: number, halfWidth: number) => ({
  mean,
  se: halfWidth / 2,
  lo: mean - halfWidth,
  hi: mean + halfWidth,
  count: 50,
});

describe('the rounding of a published figure', () => {
  it.each([
    [7, 0.5],
    [48, 0.5],
    [444, 0.5],
    [1250, 5],
    [200, 5],
    [520, 5],
    [3000, 50],
    [2332, 0.5],
  ])('reads %i to within %d', (published, rounding) => {
    expect(roundingOf(published)).toBe(rounding);
  });
});

describe('agreement with a published figure', () => {
  it('allows half the interval, the rounding and a tenth of the figure, and no more', () => {
    // 200: 4 of interval + 5 of rounding + 20.
    const published = { least: 200, most: 200 };
    expect(agrees(estimate(228.9, 4), published)).toBe(true);
    expect(agrees(estimate(229.1, 4), published)).toBe(false);
    expect(agrees(estimate(171.1, 4), published)).toBe(true);
    expect(agrees(estimate(170.9, 4), published)).toBe(false);
  });

  it('takes each end of a range with its own tolerance', () => {
    // 13 to 26: 0 + 0.5 + 1.3 below, 0 + 0.5 + 2.6 above.
    const published = { least: 13, most: 26 };
    expect(agrees(estimate(11.3, 0), published)).toBe(true);
    expect(agrees(estimate(11.1, 0), published)).toBe(false);
    expect(agrees(estimate(29.0, 0), published)).toBe(true);
    expect(agrees(estimate(29.2, 0), published)).toBe(false);
  });

  it('does not agree with a figure that is not a number', () => {
    expect(agrees(estimate(Number.NaN, 0), { least: 10, most: 20 })).toBe(false);
  });
});
