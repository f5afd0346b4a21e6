/** Referrals a week at a moment, season averaged out: from every source, and from calls to the advice line. */
import { callsPerDay, growthBy, meanPerWorkingDay } from '../arrivals.ts';
import { dateOf, type Moment } from './moment.ts';

export interface Demand {
  /** Referrals a week that the front door decides on, those about families already known among them. */
  readonly referrals: number;
  /** New families a week with each need. */
  readonly byNeed: ReadonlyMap<string, number>;
}

export function demandOf(moment: Moment, daysPerWeek: number): Demand {
  const { demand, needs, period, frontDoor } = moment.scenario;
  const { adviceLine } = frontDoor;
  const date = dateOf(moment);
  const sources = Object.values(demand.sources).map((source) => ({
    source,
    perWeek: meanPerWorkingDay(source, moment.scenario) * growthBy(date, period.start, source) * daysPerWeek,
  }));
  const fromCalls = callsPerDay(moment.scenario, [date])[0]! * daysPerWeek * adviceLine.frontDoor;
  const newWith = (need: string) =>
    sources.reduce(
      (sum, { source, perWeek }) => sum + perWeek * (1 - source.repeatShare) * (source.needs[need] ?? 0),
      fromCalls * (adviceLine.needs[need] ?? 0),
    );
  return {
    referrals: sources.reduce((sum, { perWeek }) => sum + perWeek, fromCalls),
    byNeed: new Map(Object.keys(needs).map((need) => [need, newWith(need)])),
  };
}
