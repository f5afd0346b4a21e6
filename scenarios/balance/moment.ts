/** A scenario at a moment of the time reported: what is referred then, and who is there. */
import { addDays } from '../calendar.ts';
import { scenariosOverTime } from '../changes.ts';
import type { Post, Scenario } from '../schema.ts';

export interface Moment {
  /** As it stands then, without changes. */
  readonly scenario: Scenario;
  readonly when: 'start' | 'end';
  /** ISO date on which this scenario begins to hold. */
  readonly from: string;
  /** Names of the changes that begin then. */
  readonly changes: readonly string[];
}

/** The first day, before any change. */
export function startOf(scenario: Scenario): Moment {
  const [first] = scenariosOverTime(scenario) as [ReturnType<typeof scenariosOverTime>[number]];
  return { scenario: first.scenario, when: 'start', from: first.from, changes: [] };
}

/** The end of the time reported, after the last change: what the list then tends to. */
export function endOf(scenario: Scenario): Moment {
  const last = scenariosOverTime(scenario).at(-1)!;
  return { scenario: last.scenario, when: 'end', from: last.from, changes: last.names };
}

/** The date by which demand has grown. */
export function dateOf({ scenario: { period }, when }: Moment): string {
  return when === 'start' ? period.start : addDays(period.start, period.weeks * 7);
}

/** Posts of the first day; at the end those that stay. */
export function isThere({ from, until }: Post, { scenario: { period }, when }: Moment): boolean {
  if (when === 'end') return until === undefined;
  return (from === undefined || from <= period.start) && (until === undefined || until > period.start);
}
