/** Distributions over values that are listed one by one. */
import type { Distribution } from './distribution.ts';
import { guideTable } from './guide-table.ts';

/** `value` always. */
export function fixedDistribution(value: number): Distribution {
  return {
    mean: value,
    variance: 0,
    quantile: () => value,
    cdf: (x) => (x < value ? 0 : 1),
    sample: () => value,
  };
}

/** 1 with chance p, else 0. The draws of 1 are those of the largest u, so that they grow with p. */
export function bernoulliDistribution(p: number): Distribution {
  const draw = (u: number) => (u > 1 - p ? 1 : 0);
  return {
    mean: p,
    variance: p * (1 - p),
    quantile: draw,
    cdf: (x) => (x < 0 ? 0 : x < 1 ? 1 - p : 1),
    sample: draw,
  };
}

/** Each value with its chance; chances sum to 1 but for rounding. */
export function discreteDistribution(values: readonly number[], chances: readonly number[]): Distribution {
  const possible = values
    .map((value, i) => ({ value, chance: chances[i]! }))
    .filter(({ chance }) => chance > 0)
    .sort((one, other) => one.value - other.value);
  const sorted = Float64Array.from(possible, ({ value }) => value);
  const cumulative = new Float64Array(sorted.length);
  let share = 0;
  let mean = 0;
  possible.forEach(({ value, chance }, i) => {
    share += chance;
    cumulative[i] = share;
    mean += chance * value;
  });
  cumulative[cumulative.length - 1] = 1;
  const find = guideTable(cumulative);
  const draw = (u: number) => sorted[find(u)]!;
  return {
    mean,
    variance: possible.reduce((sum, { value, chance }) => sum + chance * (value - mean) ** 2, 0),
    quantile: draw,
    cdf: (x) => {
      const greater = firstAbove(sorted, x);
      return greater === 0 ? 0 : cumulative[greater - 1]!;
    },
    sample: draw,
  };
}

/** A value observed, each as likely as the others. */
export function empiricalDistribution(values: readonly number[]): Distribution {
  const sorted = Float64Array.from(values).sort();
  const count = sorted.length;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / count;
  const draw = (u: number) => sorted[Math.ceil(u * count) - 1]!;
  return {
    mean,
    variance: sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count,
    quantile: draw,
    cdf: (x) => firstAbove(sorted, x) / count,
    sample: draw,
  };
}

/** Index of the first value above x in an ascending list; its length where there is none. */
function firstAbove(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! > x) high = middle;
    else low = middle + 1;
  }
  return low;
}
