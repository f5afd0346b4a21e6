/** A distribution stretched or shrunk to another mean; its kind and its relative spread stay. */
import { type Distribution, meanOf } from '../../../../scenarios/distribution.ts';

/** Terms in the unit of what is drawn; shapes, spreads and chances have none. `plus` of a count is a start that stays. */
const IN_UNITS = new Set(['value', 'mean', 'median', 'scale', 'least', 'mode', 'most', 'values']);

/** @param whole counts: single values are rounded, so that the mean is met as nearly as whole numbers can */
export function withMean(distribution: Distribution, mean: number, whole: boolean): Record<string, unknown> {
  const plus = 'plus' in distribution ? distribution.plus : 0;
  const now = meanOf(distribution) - plus;
  const factor = (mean - plus) / now;
  const scaled = (value: number) => Number((value * factor).toPrecision(6));
  const stretched = (key: string, value: unknown): unknown => {
    if (!IN_UNITS.has(key)) return value;
    if (Array.isArray(value))
      return value.map((one: number) => (whole ? Math.round(one * factor) : scaled(one)));
    const exact = scaled(Number(value));
    return whole && key === 'value' ? Math.round(exact) : exact;
  };
  return Object.fromEntries(Object.entries(distribution).map(([key, value]) => [key, stretched(key, value)]));
}
