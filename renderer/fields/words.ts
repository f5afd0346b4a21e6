/** How values and bounds are said and typed on a screen: shares as percentages, English numbers and dates. */

import { date, inputWithUnit, number } from '../../reports/wording.ts';
import type { Bounds, Parameter } from '../../scenarios/parameter.ts';
import { isGroup } from '../../scenarios/shape.ts';
import { isIsoDate } from './date-text.ts';
import { meanIn } from './distribution-kinds.ts';

/** The screens say "run" for what the written reports and the glossary call a replication. */
export const RUNS_MEANING =
  'A run plays the whole period through once with its own chance events; reports call it a replication. Figures are over all runs: the more there are, the narrower the intervals.';

/** Typed and shown as a percentage. */
export const isPercentage = (unit: string): boolean => /^(share|chance)\b/.test(unit);

/** "%", "% a week", or the unit itself; nothing for what has none. */
export function unitShown(unit: string): string {
  if (unit === 'share') return '%';
  if (unit === 'case weights') return 'cases';
  if (isPercentage(unit)) return unit.replace(/^(share|chance)/, '%');
  return ['choice', 'text', 'date', 'dates', 'names', 'priority'].includes(unit) ? '' : unit;
}

/** 0.155 as 15.5, without the dust of binary fractions. */
export const toPercentage = (share: number): number => Number((share * 100).toPrecision(12));
export const fromPercentage = (percentage: number): number => Number((percentage / 100).toPrecision(12));

/** "26 weeks", "15.5%", "5 April 2027", "gamma, mean 26, cv 0.55, in weeks". */
export function valueInWords(value: unknown, unit: string): string {
  if (typeof value === 'number') {
    if (isPercentage(unit)) return `${number(toPercentage(value), 6, 0)}${unitShown(unit)}`;
    return `${number(value, 6, 0)} ${unitShown(unit)}`.trim();
  }
  if (isIsoDate(value)) return date(value);
  const drawn = drawnInWords(value, unit);
  if (drawn !== null) return drawn;
  return value === undefined || value === null ? 'nothing' : inputWithUnit(value, unitShown(unit));
}

/** "26 weeks on average, spread 0.55" for a distribution whose numbers are all there, else `null`. */
function drawnInWords(value: unknown, unit: string): string | null {
  const mean = meanIn(value);
  if (mean === null || !isGroup(value)) return null;
  const said = `${number(mean, 4, 0)} ${typeof value.unit === 'string' ? value.unit : unit}`;
  if (value.distribution === 'fixed') return said;
  return typeof value.cv === 'number' ? `${said} on average, spread ${value.cv}` : `${said} on average`;
}

/** The same within a sentence that says what it is of: "12", "15.5%". */
export function valueShortly(value: unknown, unit: string): string {
  return typeof value === 'number' && !isPercentage(unit) ? number(value, 6, 0) : valueInWords(value, unit);
}

/** What may be typed, in the unit of the screen. */
export function allowedInWords({ allowed, form, unit }: Parameter): string {
  if (form.kind === 'date') return 'a date from 2000 to 2099, like 5 April 2027';
  if (form.kind !== 'number') return allowed;
  return [rangeInWords(form, unit), ...form.words.map((word) => `“${word}”`)].join(', or ');
}

/** "a whole number from 0 to 20,000", "a percentage from 0% to 100%" */
export function rangeInWords({ least, most, whole }: Bounds, unit: string): string {
  if (isPercentage(unit)) {
    const [from, to] = [least, most].map((bound) => number(toPercentage(bound), 6, 0));
    return `a percentage from ${from}% to ${to}%`;
  }
  return `a ${whole ? 'whole ' : ''}number from ${number(least, 6, 0)} to ${number(most, 6, 0)}`;
}
