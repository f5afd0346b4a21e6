/** How fast families leave a list, contact with those who wait counted in. */
import { workingDaysPerWeek } from '../calendar.ts';
import { meanOf } from '../distribution.ts';
import type { Need, Scenario } from '../schema.ts';
import { workingDaysIn } from '../time-units.ts';

/** Hazard a week of giving up waiting or escalating. A patience of any shape counts by its mean, as if it were exponential. */
export function leavingHazard({ patience, escalationPerWeek }: Need, { waiting, period }: Scenario): number {
  const contact = waiting.contactEveryWeeks !== 'never';
  const escalating = escalationPerWeek * (contact ? waiting.escalationFactor : 1);
  if (patience === 'unlimited') return escalating;
  const daysPerWeek = workingDaysPerWeek(period.nation);
  const weeks = (meanOf(patience) * workingDaysIn(patience.unit ?? 'weeks', daysPerWeek)) / daysPerWeek;
  return escalating + (contact ? waiting.withdrawalFactor : 1) / weeks;
}

/** Hours a week of contact with one family on the list. */
export function contactHours({ waiting }: Scenario): number {
  return waiting.contactEveryWeeks === 'never' ? 0 : waiting.contactHours / waiting.contactEveryWeeks;
}
