/** Dates must fit the time covered, and each other. */
import { addDays } from '../calendar.ts';
import type { Problem } from '../problem.ts';
import type { Post, Scenario } from '../schema.ts';
import type { Holiday } from '../school-year.ts';

export function timeRules(scenario: Scenario): Problem[] {
  const { start, weeks } = scenario.period;
  const last = addDays(start, weeks * 7 - 1);
  return [
    ...Object.entries(scenario.teams).flatMap(([team, { posts }]) =>
      Object.entries(posts).flatMap(([post, terms]) =>
        postProblems(`teams.${team}.posts.${post}`, terms, start, last),
      ),
    ),
    ...Object.entries(scenario.demand.schoolHolidays).flatMap(([name, holiday]) =>
      backwards(`demand.schoolHolidays.${name}`, holiday),
    ),
  ];
}

function postProblems(path: string, { from, until }: Post, start: string, last: string): Problem[] {
  const problems: Problem[] = [];
  const allowed = `a date after ${start} and not after ${last}, the time reported`;
  const inside = (key: 'from' | 'until', date: string | undefined) => {
    if (date === undefined || (date > start && date <= last)) return;
    problems.push({
      path: `${path}.${key}`,
      value: date,
      allowed,
      message: `is ${date}; write ${allowed}, or leave it out`,
    });
  };
  inside('from', from);
  inside('until', until);
  if (from !== undefined && until !== undefined && until <= from) {
    const after = `a date after ${from}, when the post begins`;
    problems.push({
      path: `${path}.until`,
      value: until,
      allowed: after,
      message: `is ${until}; write ${after}`,
    });
  }
  return problems;
}

function backwards(path: string, { from, to }: Holiday): Problem[] {
  if (from <= to) return [];
  const allowed = `${from}, the first day, or a date after it`;
  return [{ path: `${path}.to`, value: to, allowed, message: `is ${to}; write ${allowed}` }];
}
