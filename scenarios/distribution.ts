/**
 * Distributions as a scenario file says them. A time carries a unit (each parameter has a default one); a count does not.
 * Conversion to engine units is in `compile.ts`.
 */
import * as z from 'zod';
import { TIME_UNITS } from './time-units.ts';

const amount = z.number().min(0).max(100_000);
const positive = z.number().positive().max(100_000);
const spread = z.number().min(0.01).max(10);
const observed = z.array(amount).min(1).max(10_000);
const chances = z.array(z.number().min(0).max(1)).min(1).max(10_000);
const unit = z.enum(TIME_UNITS).optional();

/** Kinds a time may have. `cv` is standard deviation over mean; `chances` sum to 1. */
export const timeDistribution = z.discriminatedUnion('distribution', [
  z.strictObject({ distribution: z.literal('fixed'), value: amount, unit }),
  z.strictObject({ distribution: z.literal('exponential'), mean: positive, unit }),
  z.strictObject({ distribution: z.literal('gamma'), mean: positive, cv: spread, unit }),
  z.strictObject({ distribution: z.literal('lognormal'), median: positive, cv: spread, unit }),
  z.strictObject({
    distribution: z.literal('weibull'),
    shape: z.number().min(0.1).max(50),
    scale: positive,
    unit,
  }),
  z.strictObject({ distribution: z.literal('triangular'), least: amount, mode: amount, most: amount, unit }),
  z.strictObject({ distribution: z.literal('discrete'), values: observed, chances, unit }),
  z.strictObject({ distribution: z.literal('empirical'), values: observed, unit }),
]);
export type TimeDistribution = z.output<typeof timeDistribution>;

const whole = z.int().min(0).max(1_000);
const wholes = z.array(whole).min(1).max(10_000);
const plus = whole.default(0);

/** Kinds a count may have. `plus` is added to each draw, so that a count can start at one. */
export const countDistribution = z.discriminatedUnion('distribution', [
  z.strictObject({ distribution: z.literal('fixed'), value: whole }),
  z.strictObject({ distribution: z.literal('poisson'), mean: z.number().positive().max(1_000), plus }),
  z.strictObject({
    distribution: z.literal('negative binomial'),
    mean: z.number().positive().max(1_000),
    varianceToMean: z.number().min(1.001).max(100),
    plus,
  }),
  z.strictObject({ distribution: z.literal('discrete'), values: wholes, chances }),
  z.strictObject({ distribution: z.literal('empirical'), values: wholes }),
]);
export type CountDistribution = z.output<typeof countDistribution>;
export type Distribution = TimeDistribution | CountDistribution;

/** The keys a distribution of this kind is written with, or `undefined` for an unknown kind. */
export function fieldsOfKind(kind: string): string[] | undefined {
  const options = [...timeDistribution.options, ...countDistribution.options];
  const option = options.find(({ shape }) => shape.distribution.value === kind);
  return option && Object.keys(option.shape);
}

/**
 * Mean of a distribution, in its own unit. Gamma(1 + 1/shape) for Weibull, median * sqrt(1 + cv^2) for lognormal: Johnson, Kotz and
 * Balakrishnan, Continuous Univariate Distributions, vol. 1 (1994), chapters 21 and 14.
 */
export function meanOf(distribution: Distribution): number {
  switch (distribution.distribution) {
    case 'fixed':
      return distribution.value;
    case 'exponential':
    case 'gamma':
      return distribution.mean;
    case 'lognormal':
      return distribution.median * Math.sqrt(1 + distribution.cv ** 2);
    case 'weibull':
      return distribution.scale * gammaFunction(1 + 1 / distribution.shape);
    case 'triangular':
      return (distribution.least + distribution.mode + distribution.most) / 3;
    case 'poisson':
    case 'negative binomial':
      return distribution.mean + distribution.plus;
    case 'discrete':
      return distribution.values.reduce((sum, value, i) => sum + value * (distribution.chances[i] ?? 0), 0);
    case 'empirical':
      return distribution.values.reduce((sum, value) => sum + value, 0) / distribution.values.length;
  }
}

/**
 * Lanczos approximation, g = 7 with nine coefficients, relative error below 1e-13 for x >= 1
 * (Press and others, Numerical Recipes, 3rd edition 2007, section 6.1; coefficients by P. Godfrey, 2001).
 */
function gammaFunction(x: number): number {
  const z = x - 1;
  const sum = LANCZOS.reduce(
    (total, coefficient, i) => (i === 0 ? coefficient : total + coefficient / (z + i)),
    0,
  );
  const t = z + 7.5;
  return Math.sqrt(2 * Math.PI) * t ** (z + 0.5) * Math.exp(-t) * sum;
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
