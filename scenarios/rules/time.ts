/** Dates, and series of weeks, must fit the time covered. */
import { addDays } from '../calendar.ts';
import type { Problem } from '../problem.ts';
import type { Post, Scenario, Source } from '../schema.ts';

export function timeRules(scenario: Scenario): Problem[] {
  const { start, weeks } = scenario.period;
  const last = addDays(start, weeks * 7 - 1);
  return [
    ...Object.entries(scenario.teams).flatMap(([team, { posts }]) =>
      Object.entries(posts).flatMap(([post, terms]) =>
        postProblems(`teams.${team}.posts.${post}`, terms, start, last),
      ),
    ),
    ...Object.entries(scenario.demand.sources).flatMap(([name, source]) =>
      sourceProblems(`demand.sources.${name}`, source, weeks),
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

function sourceProblems(path: string, source: Source, weeks: number): Problem[] {
  return [...volumeProblems(path, source, weeks), ...seasonProblems(path, source)];
}

function seasonProblems(path: string, { monthProfile }: Source): Problem[] {
  if (monthProfile === undefined || monthProfile.some((factor) => factor > 0)) return [];
  const allowed = 'a profile with at least one month above 0';
  return [
    {
      path: `${path}.monthProfile`,
      value: monthProfile,
      allowed,
      message: `is 0 throughout; write ${allowed}`,
    },
  ];
}

function volumeProblems(path: string, source: Source, weeks: number): Problem[] {
  const { weekly, referrals } = source;
  if (weekly === undefined) {
    if (referrals !== undefined) return [];
    const allowed = 'a number from 0 to 200000, or "weekly" in its place';
    return [
      { path: `${path}.referrals`, value: referrals, allowed, message: `is missing; write ${allowed}` },
    ];
  }
  const problems: Problem[] = besidesReplay(path, source);
  if (weekly.length !== weeks) {
    const allowed = `one count for each of the ${weeks} weeks reported`;
    problems.push({
      path: `${path}.weekly`,
      value: weekly.length,
      allowed,
      message: `has ${weekly.length} counts; write ${allowed}`,
    });
  }
  return problems;
}

/** A replayed series has its own volume, season, growth and bunching. */
function besidesReplay(
  path: string,
  { referrals, monthProfile, growthPerYear, overdispersion }: Source,
): Problem[] {
  const unused = [
    ['referrals', referrals, referrals === undefined],
    ['monthProfile', monthProfile, monthProfile === undefined],
    ['growthPerYear', growthPerYear, growthPerYear === 0],
    ['overdispersion', overdispersion, overdispersion === 1],
  ] as const;
  return unused.flatMap(([key, value, absent]) => {
    if (absent) return [];
    const message = `has no effect beside "weekly"; take it out ("${key}": null in a file that extends another)`;
    return [{ path: `${path}.${key}`, value, allowed: 'nothing beside "weekly"', message }];
  });
}
