/** What each post costs by the inputs, with nobody leaving; what those in post cost is simulated (`postCosts` of a result). */
import { scenariosOverTime } from './changes.ts';
import { fullTimeYear } from './compile/costs.ts';
import type { Scenario } from './schema.ts';
import { WEEKS_PER_YEAR } from './time-units.ts';
import { workforce } from './workforce.ts';

export interface PostCost {
  readonly team: string;
  readonly post: string;
  readonly role: string;
  /** Full-time equivalents paid for: those in post where staffing is averaged, all where posts empty and fill by chance. */
  readonly fte: number;
  /** Pounds a year for a full-timer: salary, on-costs, a share of a manager, overheads. */
  readonly fullTimeYear: number;
  /** Pounds a week while all of them are in post. */
  readonly perWeek: number;
}

/** Of the posts there on an ISO date, in the order of the scenario; none where nothing is costed. */
export function postCostsOn(date: string, scenario: Scenario): PostCost[] {
  const { costs, teams } = scenariosOverTime(scenario).findLast(({ from }) => from <= date)!.scenario;
  if (costs.counted === 'no') return [];
  const people = workforce({ ...scenario, teams });
  return Object.entries(teams).flatMap(([team, { posts }]) =>
    Object.entries(posts).flatMap(([post, { role, salary, from, until }]) => {
      if ((from !== undefined && from > date) || (until !== undefined && until <= date)) return [];
      const fte = people
        .filter((person) => person.team === team && person.post === post)
        .reduce((sum, person) => sum + person.fte, 0);
      const year = fullTimeYear(salary, costs);
      return [{ team, post, role, fte, fullTimeYear: year, perWeek: (fte * year) / WEEKS_PER_YEAR }];
    }),
  );
}
