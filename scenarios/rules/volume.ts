/** How much demand there is must be said once for each source, in one of the ways it can be said. */
import type { Problem } from '../problem.ts';
import type { Scenario, Source } from '../schema.ts';

const WAYS = '"referrals", "share", "weekly" or "weeklyCsv"';

export function volumeRules(scenario: Scenario): Problem[] {
  const { demand, period } = scenario;
  return [
    ...totalProblems(scenario),
    ...Object.entries(demand.sources).flatMap(([name, source]) => {
      const path = `demand.sources.${name}`;
      return [
        ...volumeProblems(path, source, period.weeks),
        ...seasonProblems(path, source),
        ...reboundProblems(path, source),
      ];
    }),
  ];
}

/** The total, when and only when sources have shares of it. */
function totalProblems({ demand: { referralsPerYear, sources } }: Scenario): Problem[] {
  const path = 'demand.referralsPerYear';
  const shared = Object.values(sources).some(({ share }) => share !== undefined);
  if (shared && referralsPerYear === undefined) {
    const allowed = 'a number from 0 to 200000, which sources have a "share" of';
    return [{ path, value: undefined, allowed, message: `is missing; write ${allowed}` }];
  }
  if (!shared && referralsPerYear !== undefined) {
    const allowed = 'nothing, unless sources have a "share" of it';
    const message = `is ${referralsPerYear}, but no source has a "share" of it; write shares in place of "referrals", or take it out`;
    return [{ path, value: referralsPerYear, allowed, message }];
  }
  return [];
}

function volumeProblems(path: string, source: Source, weeks: number): Problem[] {
  const { weekly, weeklyCsv, referrals, share } = source;
  if (weekly !== undefined) return [...besidesReplay(path, source), ...lengthProblems(path, weekly, weeks)];
  if (weeklyCsv !== undefined) {
    const allowed = '"weekly" with the counts themselves, where files cannot be read';
    const message = `names a file that has not been read; write ${allowed}`;
    return [{ path: `${path}.weeklyCsv`, value: weeklyCsv, allowed, message }];
  }
  if (share !== undefined) return besidesShare(path, source);
  if (referrals !== undefined) return [];
  const allowed = 'a number from 0 to 200000, or "share", "weekly" or "weeklyCsv" in its place';
  return [{ path: `${path}.referrals`, value: referrals, allowed, message: `is missing; write ${allowed}` }];
}

function lengthProblems(path: string, weekly: readonly number[], weeks: number): Problem[] {
  if (weekly.length === weeks) return [];
  const allowed = `one count for each of the ${weeks} weeks reported`;
  const message = `has ${weekly.length} counts; write ${allowed}`;
  return [{ path: `${path}.weekly`, value: weekly.length, allowed, message }];
}

function besidesShare(path: string, { referrals, per }: Source): Problem[] {
  const problems: Problem[] = [];
  if (referrals !== undefined) {
    const allowed = `one of ${WAYS}`;
    const message = `is given beside "share"; write only ${allowed} ("referrals": null in a file that extends another)`;
    problems.push({ path: `${path}.referrals`, value: referrals, allowed, message });
  }
  if (per !== 'year') {
    const allowed = '"year", because "share" is of "demand.referralsPerYear"';
    problems.push({ path: `${path}.per`, value: per, allowed, message: `is "${per}"; write ${allowed}` });
  }
  return problems;
}

/** A replayed series has its own volume, season, growth and bunching. */
function besidesReplay(path: string, source: Source): Problem[] {
  const { referrals, share, monthProfile, growthPerYear, overdispersion } = source;
  const { holidayFactor, septemberRebound } = source;
  const unused = [
    ['referrals', referrals, referrals === undefined],
    ['share', share, share === undefined],
    ['monthProfile', monthProfile, monthProfile === undefined],
    ['holidayFactor', holidayFactor, holidayFactor === 1],
    ['septemberRebound', septemberRebound, septemberRebound === 0],
    ['growthPerYear', growthPerYear, growthPerYear === 0],
    ['overdispersion', overdispersion, overdispersion === 1],
  ] as const;
  return unused.flatMap(([key, value, absent]) => {
    if (absent) return [];
    const message = `has no effect beside "weekly"; take it out ("${key}": null in a file that extends another)`;
    return [{ path: `${path}.${key}`, value, allowed: 'nothing beside "weekly"', message }];
  });
}

function seasonProblems(path: string, { monthProfile }: Source): Problem[] {
  if (monthProfile === undefined || monthProfile.some((factor) => factor > 0)) return [];
  const allowed = 'a profile with at least one month above 0';
  const message = `is 0 throughout; write ${allowed}`;
  return [{ path: `${path}.monthProfile`, value: monthProfile, allowed, message }];
}

/** Only referrals that a holiday kept away can come after it. */
function reboundProblems(path: string, { weekly, holidayFactor, septemberRebound }: Source): Problem[] {
  if (weekly !== undefined || septemberRebound === 0 || holidayFactor < 1) return [];
  const allowed = '0, unless "holidayFactor" is below 1';
  const message = `is ${septemberRebound}, but "holidayFactor" is ${holidayFactor}, so that no referrals are missing in the summer; write ${allowed}`;
  return [{ path: `${path}.septemberRebound`, value: septemberRebound, allowed, message }];
}
