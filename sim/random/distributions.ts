/** From a distribution as a plan says it to one that can be drawn from. */
import type { DistributionPlan } from '../plan.ts';
import {
  exponentialDistribution,
  lognormalDistribution,
  triangularDistribution,
  weibullDistribution,
} from './closed-forms.ts';
import { negativeBinomialDistribution, poissonDistribution } from './counts.ts';
import type { Distribution } from './distribution.ts';
import { gammaDistribution } from './gamma.ts';
import {
  bernoulliDistribution,
  discreteDistribution,
  empiricalDistribution,
  fixedDistribution,
} from './listed-values.ts';

export { poissonQuantile } from './counts.ts';
export type { Distribution } from './distribution.ts';
export { gammaQuantile } from './gamma.ts';

/** How far chances may be from summing to 1 by rounding. */
const ROUNDING = 1e-9;

/**
 * Prepares a distribution; tables for fast draws are built here, once. A mean, median, cv or width of 0 gives the single
 * value that is the limit.
 * @throws RangeError naming kind, field and value where the plan makes no sense.
 */
export function distribution(plan: DistributionPlan): Distribution {
  switch (plan.kind) {
    case 'fixed':
      require(Number.isFinite(plan.value), plan, 'value', 'a number', plan.value);
      return fixedDistribution(plan.value);
    case 'exponential':
      requireAtLeast0(plan, 'mean', plan.mean);
      return plan.mean === 0 ? fixedDistribution(0) : exponentialDistribution(plan.mean);
    case 'gamma':
      requireAtLeast0(plan, 'mean', plan.mean);
      requireAtLeast0(plan, 'cv', plan.cv);
      if (plan.mean === 0 || plan.cv === 0) return fixedDistribution(plan.mean);
      return gammaDistribution(plan.mean, plan.cv);
    case 'lognormal':
      requireAtLeast0(plan, 'median', plan.median);
      requireAtLeast0(plan, 'cv', plan.cv);
      if (plan.median === 0 || plan.cv === 0) return fixedDistribution(plan.median);
      return lognormalDistribution(plan.median, plan.cv);
    case 'weibull':
      requireAbove0(plan, 'shape', plan.shape);
      requireAtLeast0(plan, 'scale', plan.scale);
      return plan.scale === 0 ? fixedDistribution(0) : weibullDistribution(plan.shape, plan.scale);
    case 'triangular':
      require(Number.isFinite(plan.least), plan, 'least', 'a number', plan.least);
      require(plan.mode >= plan.least, plan, 'mode', `at least ${plan.least} (least)`, plan.mode);
      require(plan.most >= plan.mode &&
        plan.most < Infinity, plan, 'most', `at least ${plan.mode} (mode)`, plan.most);
      if (plan.least === plan.most) return fixedDistribution(plan.least);
      return triangularDistribution(plan.least, plan.mode, plan.most);
    case 'poisson':
      requireAtLeast0(plan, 'mean', plan.mean);
      require(Number.isFinite(plan.plus), plan, 'plus', 'a number', plan.plus);
      return plan.mean === 0 ? fixedDistribution(plan.plus) : poissonDistribution(plan.mean, plan.plus);
    case 'negative binomial':
      return overdispersed(plan);
    case 'bernoulli':
      require(plan.p >= 0 && plan.p <= 1, plan, 'p', 'between 0 and 1', plan.p);
      return bernoulliDistribution(plan.p);
    case 'discrete':
      checkChances(plan);
      return discreteDistribution(plan.values, plan.chances);
    case 'empirical':
      require(plan.values.length > 0, plan, 'values', 'one number or more', 'none');
      requireNumbers(plan, plan.values);
      return empiricalDistribution(plan.values);
  }
}

function overdispersed(plan: DistributionPlan & { kind: 'negative binomial' }): Distribution {
  const { mean, varianceToMean, plus } = plan;
  requireAtLeast0(plan, 'mean', mean);
  require(varianceToMean >= 1 &&
    varianceToMean < Infinity, plan, 'varianceToMean', 'at least 1', varianceToMean);
  require(Number.isFinite(plus), plan, 'plus', 'a number', plus);
  if (mean === 0) return fixedDistribution(plus);
  return varianceToMean === 1
    ? poissonDistribution(mean, plus)
    : negativeBinomialDistribution(mean, varianceToMean, plus);
}

function checkChances(plan: DistributionPlan & { kind: 'discrete' }): void {
  const { values, chances } = plan;
  require(chances.length ===
    values.length, plan, 'chances', `one for each of ${values.length} values`, chances.length);
  requireNumbers(plan, values);
  for (const chance of chances)
    require(chance >= 0 && chance <= 1, plan, 'chances', 'between 0 and 1 each', chance);
  const sum = chances.reduce((total, chance) => total + chance, 0);
  require(Math.abs(sum - 1) <= ROUNDING, plan, 'chances', 'numbers that sum to 1', sum);
}

function requireNumbers(plan: DistributionPlan, values: readonly number[]): void {
  for (const value of values) require(Number.isFinite(value), plan, 'values', 'numbers', value);
}

function requireAtLeast0(plan: DistributionPlan, field: string, value: number): void {
  require(value >= 0 && value < Infinity, plan, field, '0 or more', value);
}

function requireAbove0(plan: DistributionPlan, field: string, value: number): void {
  require(value > 0 && value < Infinity, plan, field, 'above 0', value);
}

function require(
  holds: boolean,
  plan: DistributionPlan,
  field: string,
  wanted: string,
  got: number | string,
): void {
  if (!holds) throw new RangeError(`${plan.kind}: ${field} must be ${wanted}, got ${got}`);
}
