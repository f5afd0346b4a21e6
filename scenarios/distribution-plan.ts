/** A distribution of the scenario in engine units. */
import type { DistributionPlan } from '../sim/plan.ts';
import type { CountDistribution, TimeDistribution } from './distribution.ts';
import { type TimeUnit, workingDaysIn } from './time-units.ts';

/** Only what has the dimension of a time is scaled: means, medians and values, never a shape, spread or chance. */
export function timePlan(time: TimeDistribution, usualUnit: TimeUnit, daysPerWeek: number): DistributionPlan {
  const days = workingDaysIn(time.unit ?? usualUnit, daysPerWeek);
  switch (time.distribution) {
    case 'fixed':
      return { kind: 'fixed', value: time.value * days };
    case 'exponential':
      return { kind: 'exponential', mean: time.mean * days };
    case 'gamma':
      return { kind: 'gamma', mean: time.mean * days, cv: time.cv };
    case 'lognormal':
      return { kind: 'lognormal', median: time.median * days, cv: time.cv };
    case 'weibull':
      return { kind: 'weibull', shape: time.shape, scale: time.scale * days };
    case 'triangular':
      return { kind: 'triangular', least: time.least * days, mode: time.mode * days, most: time.most * days };
    case 'discrete':
      return {
        kind: 'discrete',
        values: time.values.map((value) => value * days),
        chances: wholeShares(time.chances),
      };
    case 'empirical':
      return { kind: 'empirical', values: time.values.map((value) => value * days) };
  }
}

export function countPlan(counted: CountDistribution): DistributionPlan {
  switch (counted.distribution) {
    case 'fixed':
      return { kind: 'fixed', value: counted.value };
    case 'poisson':
      return { kind: 'poisson', mean: counted.mean, plus: counted.plus };
    case 'negative binomial': {
      const { mean, varianceToMean, plus } = counted;
      return { kind: 'negative binomial', mean, varianceToMean, plus };
    }
    case 'discrete':
      return { kind: 'discrete', values: counted.values, chances: wholeShares(counted.chances) };
    case 'empirical':
      return { kind: 'empirical', values: counted.values };
  }
}

/** Shares that sum to 1 as written in a file, made to sum to 1 to the last digit. */
export function wholeShares(shares: readonly number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  return Math.abs(sum - 1) < 1e-12 ? [...shares] : shares.map((share) => share / sum);
}
