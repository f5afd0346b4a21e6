/** A distribution as values with weights that sum to 1, for means of functions of it. */
import type { Distribution } from './distribution.ts';

export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** Steps of a continuous density, and how many standard deviations or means they reach. */
const STEPS = 2_000;

/** Exact for listed values; otherwise the density (or probability) at even steps, scaled to sum to 1. In the distribution's own unit. */
export function spreadOf(distribution: Distribution): Weighted[] {
  switch (distribution.distribution) {
    case 'fixed':
      return [{ value: distribution.value, weight: 1 }];
    case 'discrete':
      return normalised(
        distribution.values.map((value, i) => ({ value, weight: distribution.chances[i] ?? 0 })),
      );
    case 'empirical':
      return normalised(distribution.values.map((value) => ({ value, weight: 1 })));
    case 'exponential':
      return gamma(distribution.mean, 1);
    case 'gamma':
      return gamma(distribution.mean, 1 / distribution.cv ** 2);
    case 'lognormal': {
      const sigma = Math.sqrt(Math.log(1 + distribution.cv ** 2));
      return overNormal((z) => distribution.median * Math.exp(sigma * z));
    }
    case 'weibull':
      return overExponential((e) => distribution.scale * e ** (1 / distribution.shape));
    case 'triangular': {
      const { least, mode, most } = distribution;
      return stepped(least, most, (x) =>
        x < mode ? (x - least) / (mode - least) : (most - x) / (most - mode),
      );
    }
    case 'poisson':
      return counts(
        distribution.mean,
        distribution.mean,
        distribution.plus,
        (k) => distribution.mean / (k + 1),
      );
    case 'negative binomial': {
      const { mean, varianceToMean, plus } = distribution;
      const size = mean / (varianceToMean - 1);
      const miss = 1 - 1 / varianceToMean;
      return counts(mean, mean * varianceToMean, plus, (k) => (miss * (size + k)) / (k + 1));
    }
  }
}

/** Gamma through t = x^shape, in which the density has no pole at 0: f(x) dx is proportional to e^-x dt. */
function gamma(mean: number, shape: number): Weighted[] {
  const scale = mean / shape;
  const reach = shape + 12 * Math.sqrt(shape) + 12;
  if (shape >= 1)
    return stepped(0, reach, (x) => Math.exp((shape - 1) * Math.log(x / shape) - (x - shape))).map(by(scale));
  return stepped(0, reach ** shape, (t) => Math.exp(-(t ** (1 / shape))))
    .map(({ value, weight }) => ({ value: value ** (1 / shape), weight }))
    .map(by(scale));
}

const by =
  (scale: number) =>
  ({ value, weight }: Weighted): Weighted => ({ value: value * scale, weight });

function overNormal(transform: (z: number) => number): Weighted[] {
  return stepped(-8, 8, (z) => Math.exp((-z * z) / 2)).map(({ value, weight }) => ({
    value: transform(value),
    weight,
  }));
}

function overExponential(transform: (e: number) => number): Weighted[] {
  return stepped(0, 36, (e) => Math.exp(-e)).map(({ value, weight }) => ({
    value: transform(value),
    weight,
  }));
}

/** The middle of each of STEPS even steps, weighted by the density there. */
function stepped(from: number, to: number, density: (x: number) => number): Weighted[] {
  const width = (to - from) / STEPS;
  return normalised(
    Array.from({ length: STEPS }, (_, i) => {
      const value = from + (i + 0.5) * width;
      return { value, weight: density(value) };
    }),
  );
}

/** Probabilities by recursion p(k + 1) = ratio(k) p(k), scaled at the end so that a small p(0) does no harm. */
function counts(mean: number, variance: number, plus: number, ratio: (k: number) => number): Weighted[] {
  const most = Math.ceil(mean + 12 * Math.sqrt(variance) + 12);
  let log = 0;
  const logs = Array.from({ length: most + 1 }, (_, k) => {
    if (k > 0) log += Math.log(ratio(k - 1));
    return log;
  });
  const top = logs.reduce((a, b) => Math.max(a, b));
  return normalised(logs.map((value, k) => ({ value: k + plus, weight: Math.exp(value - top) })));
}

function normalised(values: readonly Weighted[]): Weighted[] {
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  return values.map(({ value, weight }) => ({ value, weight: weight / total }));
}
