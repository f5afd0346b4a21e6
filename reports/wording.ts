/** How reports say numbers, intervals, dates and inputs, in British English. A value without meaning (NaN) is said as "no figure". */
import type { Confidence } from '../scenarios/confidence.ts';
import type { DatedChange } from '../scenarios/dated-changes.ts';
import { MEASURES, type MeasureKey } from '../sim/measures/measures.ts';
import type { Group } from '../sim/measures/result.ts';
import type { Estimate } from '../sim/measures/summary.ts';

const NO_FIGURE = 'no figure';
const WORKING_DAYS_PER_WEEK = 5;
/** From this many working days on, people think in weeks: they are said as well. */
const SAID_IN_WEEKS_ABOVE = 10;
/** From this size on, a tenth of a family says nothing. */
const LARGE = 100;

export type Counted = Group['counted'];

/** Where "families" for "children" would not do. */
const LABELS_IN_CHILDREN: Partial<Record<MeasureKey, string>> = {
  referrals: 'Children referred',
  closed: 'Children whose case closed',
  open_cases_mean: 'Children with an open case, on average',
  changes_of_worker: 'Children whose worker changed',
};

export function label(key: MeasureKey, counted: Counted = 'families'): string {
  const said = MEASURES[key].label;
  if (counted === 'families') return said;
  return LABELS_IN_CHILDREN[key] ?? said.replace('Families', 'Children').replace('families', 'children');
}

/** Where children are counted every family and every referral counts as many times as it has children. */
export function unitOf(key: MeasureKey, counted: Counted = 'families'): string {
  const { unit } = MEASURES[key];
  return counted === 'children' && (unit === 'families' || unit === 'referrals') ? 'children' : unit;
}

/** Decimals for a value and for the bounds of its interval, so that the three are said alike. Shares count in %. */
export function decimalsFor(value: number, unit: string): number {
  if (unit === 'share') return Math.abs(value) < 0.1 || (value > 0.99 && value < 1) ? 1 : 0;
  if (unit === 'working days' || unit === 'weeks') return 1;
  if (unit === 'pounds') return 0;
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

/** The number as a table shows it: fixed decimals, "%" for shares and "£" for pounds, other units left to the row. */
export function figure(value: number, unit: string, decimals = decimalsFor(value, unit)): string {
  if (unit === 'pounds') return pounds(value, decimals);
  return unit === 'share' ? percent(value, decimals) : number(value, decimals);
}

/** "£1,036,000", "−£250". */
export function pounds(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return number(value, decimals);
  const said = number(value, decimals);
  return said.startsWith('−') ? `−£${said.slice(1)}` : `£${said}`;
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

/** "95 to 107", with as many decimals as the mean has; of a mean or an amount, so cut where none can be. */
export function interval(
  { mean, lo, hi }: Estimate,
  unit: string,
  decimals = decimalsFor(mean, unit),
): string {
  const [from, to] = [lo, hi].map((bound) => figure(possible(bound, unit), unit, decimals));
  return `${from} to ${to}`;
}

/** Every measure counts what cannot be less than none, and a share is no more than the whole; chance alone takes intervals beyond. */
const possible = (bound: number, unit: string): number =>
  Math.max(0, unit === 'share' ? Math.min(1, bound) : bound);

export const hasInterval = (estimate: Estimate): boolean =>
  Number.isFinite(estimate.lo) && Number.isFinite(estimate.hi);

/** The same in another unit: working days in weeks, a year in weeks. */
export const scaled = ({ mean, se, lo, hi, count }: Estimate, factor: number): Estimate => ({
  mean: mean * factor,
  se: se * factor,
  lo: lo * factor,
  hi: hi * factor,
  count,
});

/** A difference between two scenarios: shares in percentage points, the rest in their unit. */
export function differenceWithInterval(difference: Estimate, unit: string): string {
  if (Number.isNaN(difference.mean)) return NO_FIGURE;
  const share = unit === 'share';
  const scale = share ? 100 : 1;
  const decimals = share ? 1 : decimalsFor(difference.mean, unit);
  const say = (value: number) =>
    unit === 'pounds' ? pounds(value, decimals) : number(value * scale, decimals);
  const signed = (value: number) => (value > 0 && say(value) !== say(0) ? '+' : '') + say(value);
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
  return `${number(value, 1, 0)} ${workingDaysUnit(value)}`;
}

/** "working days (6.8 weeks)": the same after a figure that stands by itself. */
export function workingDaysUnit(value: number): string {
  const unit = number(value, 1, 0) === '1' ? 'working day' : 'working days';
  return value > SAID_IN_WEEKS_ABOVE ? `${unit} (${inWeeks(value)})` : unit;
}

/** Working days as "6.8 weeks". */
export function inWeeks(value: number): string {
  const said = number(value / WORKING_DAYS_PER_WEEK, 1, 0);
  return `${said} ${said === '1' ? 'week' : 'weeks'}`;
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

/** "From 1 April 2027 (“new posts”): two more full-time equivalents in North." */
export const changeSentence = ({ from, names, words }: DatedChange): string =>
  `From ${date(from)} (${listed(names.map(quoted))}): ${words.join('; ')}.`;

export const CONFIDENCE_LABELS: Readonly<Record<Confidence, string>> = {
  stated: 'Stated in a source document',
  public: 'Public source',
  derived: 'Worked out from sources',
  assumption: 'Assumption',
};

/**
 * An input's value in words: lists by commas, a distribution as "gamma, mean 26, cv 0.55".
 * @param say how its numbers are said
 */
export function inputValue(value: unknown, say: (value: number) => string = typedNumber): string {
  const nested = (inner: unknown): string =>
    typeof inner === 'object' && inner !== null ? `(${inputValue(inner, say)})` : inputValue(inner, say);
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'number') return say(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(nested).join(', ');
  if (typeof value === 'object') {
    const fields = Object.entries(value).map(([name, inner]) =>
      name === 'distribution' ? nested(inner) : `${name} ${nested(inner)}`,
    );
    return fields.length === 0 ? 'none' : fields.join(', ');
  }
  return String(value);
}

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
