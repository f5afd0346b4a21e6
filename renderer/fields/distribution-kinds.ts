/** Distributions for people: what each kind is called, what its numbers are called, and how one kind becomes another. */
import { type Distribution, fieldsOfKind, meanOf } from '../../scenarios/distribution.ts';
import { isGroup } from '../../scenarios/shape.ts';

export const TIME_KINDS = [
  'fixed',
  'gamma',
  'lognormal',
  'triangular',
  'exponential',
  'weibull',
  'discrete',
  'empirical',
] as const;
export const COUNT_KINDS = ['fixed', 'poisson', 'negative binomial', 'discrete', 'empirical'] as const;
export type Kind = (typeof TIME_KINDS)[number] | (typeof COUNT_KINDS)[number];

export const KIND_LABELS: Readonly<Record<Kind, string>> = {
  fixed: 'always the same',
  gamma: 'average and spread (gamma)',
  lognormal: 'middle, a few very long (lognormal)',
  triangular: 'least, usual, most (triangular)',
  exponential: 'average, mostly short (exponential)',
  weibull: 'by shape and scale (Weibull)',
  poisson: 'average, by chance alone (Poisson)',
  'negative binomial': 'average, bunched (negative binomial)',
  discrete: 'values, each with its chance',
  empirical: 'values as they were observed',
};

export const TERM_LABELS: Readonly<Record<string, string>> = {
  value: 'Value',
  mean: 'On average',
  median: 'Half are below',
  cv: 'Spread, as a part of the average',
  shape: 'Shape',
  scale: 'Scale',
  least: 'Least',
  mode: 'Most often',
  most: 'Most',
  plus: 'Added to each',
  varianceToMean: 'Bunching: variance by average',
  values: 'Values',
  chances: 'Chance of each (sum 1)',
};

/** Numbers that make up a distribution of this kind, in the order of the file format. */
export const termsOf = (kind: string): readonly string[] =>
  (fieldsOfKind(kind) ?? []).filter((key) => key !== 'distribution' && key !== 'unit');

/** Of the exponential: the spread of what happens at any moment alike. A person types another. */
const PLAIN_SPREAD = 1;
/** The least bunching that the kind allows is 1.001; 2 is twice what chance alone gives. */
const PLAIN_BUNCHING = 2;

/** Of another kind with the same mean, as a start for typing. */
export function ofKind(kind: Kind, now: unknown, unit: string | null): Record<string, unknown> {
  const mean = meanIn(now) ?? 1;
  return { distribution: kind, ...startingTerms(kind, mean, now), ...(unit === null ? {} : { unit }) };
}

function startingTerms(kind: Kind, mean: number, now: unknown): Record<string, unknown> {
  const cv = isGroup(now) && typeof now.cv === 'number' ? now.cv : PLAIN_SPREAD;
  switch (kind) {
    case 'fixed':
      return { value: mean };
    case 'exponential':
      return { mean };
    case 'gamma':
      return { mean, cv };
    case 'lognormal':
      return { median: tidy(mean / Math.sqrt(1 + cv ** 2)), cv };
    case 'weibull':
      return { shape: 1, scale: mean };
    case 'triangular':
      return { least: 0, mode: mean, most: 2 * mean };
    case 'poisson':
      return { mean, plus: 0 };
    case 'negative binomial':
      return { mean, varianceToMean: PLAIN_BUNCHING, plus: 0 };
    case 'discrete':
      return { values: [mean], chances: [1] };
    case 'empirical':
      return { values: [mean] };
  }
}

/** `null` while its numbers are not all there. */
export function meanIn(value: unknown): number | null {
  if (!isGroup(value) || typeof value.distribution !== 'string') return null;
  const terms = termsOf(value.distribution);
  const whole = terms.every((term) => {
    const given = value[term];
    return Array.isArray(given) ? given.every(isNumber) : isNumber(given) || term === 'plus';
  });
  if (!whole) return null;
  const mean = meanOf({ plus: 0, ...value } as Distribution);
  return Number.isFinite(mean) ? tidy(mean) : null;
}

const isNumber = (given: unknown): given is number => typeof given === 'number';
const tidy = (value: number) => Number(value.toPrecision(4));
