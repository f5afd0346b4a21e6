import { describe, expect, it } from 'vitest';
import { withMean } from '../../../renderer/screens/changes/templates/with-mean.ts';
import { type Distribution, meanOf } from '../../../scenarios/distribution.ts';

const TIMES: Distribution[] = [
  { distribution: 'fixed', value: 8 },
  { distribution: 'exponential', mean: 8 },
  { distribution: 'gamma', mean: 8, cv: 0.5 },
  { distribution: 'lognormal', median: 8, cv: 0.9 },
  { distribution: 'weibull', shape: 1.4, scale: 9 },
  { distribution: 'triangular', least: 2, mode: 6, most: 13 },
  { distribution: 'discrete', values: [4, 12], chances: [0.25, 0.75] },
  { distribution: 'empirical', values: [3, 8, 9] },
];

describe('another mean', () => {
  it.each(TIMES)('of a time: $distribution', (time) => {
    const found = withMean(time, 10, false) as unknown as Distribution;
    expect(meanOf(found)).toBeCloseTo(10, 3);
    expect(found.distribution).toBe(time.distribution);
  });

  it('of a count that starts at one leaves the start', () => {
    expect(withMean({ distribution: 'poisson', mean: 5, plus: 1 }, 10, true)).toEqual({
      distribution: 'poisson',
      mean: 9,
      plus: 1,
    });
  });

  it('of counts in values keeps them whole', () => {
    expect(withMean({ distribution: 'empirical', values: [3, 6, 9] }, 8, true)).toEqual({
      distribution: 'empirical',
      values: [4, 8, 12],
    });
    expect(withMean({ distribution: 'fixed', value: 10 }, 7.6, true)).toMatchObject({ value: 8 });
  });
});
