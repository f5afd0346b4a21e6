/** How reports say numbers, intervals, dates and inputs, in British English. A value without meaning (NaN) is said as "no figure". */
import type { Confidence } from '../scenarios/confidence.ts';
import { MEASURES, type MeasureKey } from '../sim/measures/measures.ts';
import type { Estimate } from '../sim/measures/summary.ts';

const NO_FIGURE = 'no figure';
const WORKING_DAYS_PER_WEEK = 5;
/** From this many working days on, people think in weeks: they are said as well. */
const SAID_IN_WEEKS_ABOVE = 10;
/** From this size on, a tenth of a family says nothing. */
const LARGE = 100;

export const label = (key: MeasureKey): string => MEASURES[key].label;
export const unitOf = (key: MeasureKey): string => MEASURES[key].unit;

/** Decimals for a value and for the bounds of its interval, so that the three are said alike. Shares count in %. */
export function decimalsFor(value: number, unit: string): number {
  if (unit === 'share') return Math.abs(value) < 0.1 || (value > 0.99 && value < 1) ? 1 : 0;
  if (unit === 'working days' || unit === 'weeks') return 1;
  return Math.abs(value) >= LARGE ? 0 : 1;
}

/** "1,234.5"; a minus sign rather than a hyphen, and never "−0". */
export function number(value: number, decimals: number, least = decimals): string {
  if (!Number.isFinite(value))
    return Number.isNaN(value) ? NO_FIGURE : value > 0 ? 'no limit' : 'no lower limit';
  return new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: least,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  })
    .format(value)
    .replace('-', '−');
}

/** A share as a percentage: 0.412 is "41%". */
export function percent(share: number, decimals = decimalsFor(share, 'share')): string {
  return Number.isFinite(share) ? `${number(share * 100, decimals)}%` : NO_FIGURE;
}

/** The number as a table shows it: fixed decimals, "%" for shares, the unit left to the row. */
export function figure(value: number, unit: string, decimals = decimalsFor(value, unit)): string {
  return unit === 'share' ? percent(value, decimals) : number(value, decimals);
}

/** "101 (95 to 107)"; the mean alone where there is no interval (one replication). */
export function withInterval(
  estimate: Estimate,
  unit: string,
  decimals = decimalsFor(estimate.mean, unit),
): string {
  const mean = figure(estimate.mean, unit, decimals);
  return hasInterval(estimate) ? `${mean} (${interval(estimate, unit, decimals)})` : mean;
}

/** "95 to 107", with as many decimals as the mean has. */
export function interval(
  estimate: Estimate,
  unit: string,
  decimals = decimalsFor(estimate.mean, unit),
): string {
  return `${figure(estimate.lo, unit, decimals)} to ${figure(estimate.hi, unit, decimals)}`;
}

export const hasInterval = (estimate: Estimate): boolean =>
  Number.isFinite(estimate.lo) && Number.isFinite(estimate.hi);

/** A difference between two scenarios: shares in percentage points, the rest in their unit. */
export function differenceWithInterval(difference: Estimate, unit: string): string {
  if (Number.isNaN(difference.mean)) return NO_FIGURE;
  const share = unit === 'share';
  const scale = share ? 100 : 1;
  const decimals = share ? 1 : decimalsFor(difference.mean, unit);
  const signed = (value: number) =>
    (value * scale > 0 && number(value * scale, decimals) !== number(0, decimals) ? '+' : '') +
    number(value * scale, decimals);
  const range = hasInterval(difference) ? ` (${signed(difference.lo)} to ${signed(difference.hi)})` : '';
  return `${signed(difference.mean)}${range}`;
}

/** Unit of a difference: a difference of shares is in percentage points. */
export const differenceUnit = (unit: string): string => (unit === 'share' ? 'percentage points' : unit);

/** In a sentence: no needless ".0". */
export const plain = (value: number): string => number(value, Math.abs(value) >= LARGE ? 0 : 1, 0);

/** "101 families", "1 family". */
export function families(value: number): string {
  const said = plain(value);
  return `${said} ${said === '1' ? 'family' : 'families'}`;
}

/** "34 working days (6.8 weeks)"; up to ten working days the weeks are left out. */
export function workingDays(value: number): string {
  if (Number.isNaN(value)) return NO_FIGURE;
  const said = number(value, 1, 0);
  const days = `${said} working ${said === '1' ? 'day' : 'days'}`;
  return value > SAID_IN_WEEKS_ABOVE
    ? `${days} (${number(value / WORKING_DAYS_PER_WEEK, 1, 0)} weeks)`
    : days;
}

/** "52 weeks", "1 week". */
export const weeks = (count: number): string => `${number(count, 1, 0)} ${count === 1 ? 'week' : 'weeks'}`;

/** "2 scenarios", "1 replication". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number(count, 0)} ${count === 1 ? one : many}`;

/** "5 April 2027" from an ISO date. */
export function date(iso: string): string {
  return dateFormat.format(new Date(`${iso}T00:00:00Z`));
}
const dateFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A name someone typed, in quotation marks so that a sentence holds together whatever it is. */
export const quoted = (name: string): string => `“${name}”`;

/** "A, B and C". */
export const listed = (words: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words);

export const CONFIDENCE_LABELS: Readonly<Record<Confidence, string>> = {
  stated: 'Stated in a source document',
  public: 'Public source',
  derived: 'Worked out from sources',
  assumption: 'Assumption',
};

/** An input's value in words: lists by commas, a distribution as "gamma, mean 26, cv 0.55". */
export function inputValue(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'number') return typedNumber(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(nestedValue).join(', ');
  if (typeof value === 'object') {
    const fields = Object.entries(value).map(([name, inner]) =>
      name === 'distribution' ? nestedValue(inner) : `${name} ${nestedValue(inner)}`,
    );
    return fields.length === 0 ? 'none' : fields.join(', ');
  }
  return String(value);
}

const nestedValue = (value: unknown): string =>
  typeof value === 'object' && value !== null ? `(${inputValue(value)})` : inputValue(value);

/** As it was typed, but that a computed default such as 66.66666666666667 is cut to six digits. */
function typedNumber(value: number): string {
  return number(Math.abs(value) < 1000 ? Number(value.toPrecision(6)) : value, 12, 0);
}

/** "26 weeks", "0.24 (24%)", "gamma, mean 26, cv 0.55, in weeks"; a word or a date needs no unit. */
export function inputWithUnit(value: unknown, unit: string): string {
  const said = inputValue(value);
  if (unit === '' || value === null || typeof value === 'string' || typeof value === 'boolean') return said;
  if (typeof value === 'object') return `${said}, in ${unit}`;
  return unit === 'share' ? `${said} (${percent(Number(value), 1).replace('.0%', '%')})` : `${said} ${unit}`;
}

export const INTERVAL_MEANING =
  'Figures in brackets are 95% intervals: from chance in the simulation alone, not from uncertainty about the inputs.';
