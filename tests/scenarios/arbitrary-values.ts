/** Random values of scenarios: numbers, shares, times and counts. */
import fc from 'fast-check';
import type { CountDistribution, TimeDistribution } from '../../scenarios/distribution.ts';

/**
 * In 1024ths of the span: a rate of 5e-324 a day is no more than rounding, and two times that are equal in truth are equal to the last bit.
 */
export const decimal = (min: number, max: number) =>
  fc.nat({ max: 1024 }).map((step) => min + ((max - min) * step) / 1024);

/** Shrinks to the neutral value. */
export const perhaps = <Value, Neutral>(neutral: Neutral, on: fc.Arbitrary<Value>) =>
  fc.oneof({ arbitrary: fc.constant(neutral), weight: 1 }, { arbitrary: on, weight: 1 });

/** A few at most, or as many as there are. */
export const limit = (most: number) =>
  fc.oneof(fc.constant('unlimited' as const), fc.integer({ min: 1, max: most }));

export const many = <Value>(count: number, each: fc.Arbitrary<Value>) =>
  fc.array(each, { minLength: count, maxLength: count });

export const named = (kind: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${kind} ${i + 1}`);

export const keyed = <Value>(names: readonly string[], values: readonly Value[]): Record<string, Value> =>
  Object.fromEntries(names.map((name, i) => [name, values[i]!]));

/** An entry for each name. */
export const each = <Value>(names: readonly string[], entry: (index: number) => fc.Arbitrary<Value>) =>
  fc.tuple(...names.map((_, index) => entry(index))).map((entries) => keyed(names, entries));

/** Some of the names, at least one. */
export const someOf = (names: readonly string[]) => fc.subarray([...names], { minLength: 1 });

/** `count` shares that sum to `total` but for rounding. */
export const shares = (count: number, total = 1): fc.Arbitrary<number[]> =>
  many(count, decimal(0.05, 1)).map((weights) => {
    const sum = weights.reduce((of, weight) => of + weight, 0);
    return weights.map((weight) => (weight / sum) * total);
  });

export const mixOf = (names: readonly string[]) => shares(names.length).map((values) => keyed(names, values));

/** A time with about the mean given, in the parameter's own unit. */
export function timeAround(mean: number): fc.Arbitrary<TimeDistribution> {
  const cv = decimal(0.2, 1.5);
  const about = decimal(mean * 0.5, mean * 1.5);
  return fc.oneof(
    about.map((value) => ({ distribution: 'fixed' as const, value })),
    about.map((value) => ({ distribution: 'exponential' as const, mean: value })),
    fc.record({ distribution: fc.constant('gamma' as const), mean: about, cv }),
    fc.record({ distribution: fc.constant('lognormal' as const), median: about, cv }),
    fc.record({ distribution: fc.constant('weibull' as const), shape: decimal(0.7, 3), scale: about }),
    about.map((most) => ({ distribution: 'triangular' as const, least: 0, mode: most / 2, most })),
    decimal(0, 1).map((p) => ({
      distribution: 'discrete' as const,
      values: [mean / 2, mean * 1.5],
      chances: [p, 1 - p],
    })),
    fc
      .array(about, { minLength: 1, maxLength: 5 })
      .map((values) => ({ distribution: 'empirical' as const, values })),
  );
}

export const sessionCount: fc.Arbitrary<CountDistribution> = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((value) => ({ distribution: 'fixed' as const, value })),
  decimal(0.5, 10).map((mean) => ({ distribution: 'poisson' as const, mean, plus: 1 })),
  fc.record({
    distribution: fc.constant('negative binomial' as const),
    mean: decimal(0.5, 8),
    varianceToMean: decimal(1.1, 4),
    plus: fc.constant(1),
  }),
  decimal(0, 1).map((p) => ({ distribution: 'discrete' as const, values: [2, 9], chances: [p, 1 - p] })),
  fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }).map((values) => ({
    distribution: 'empirical' as const,
    values,
  })),
);

/** An ISO date so many days after another. */
export const daysAfter = (start: string, days: number) =>
  new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10);
