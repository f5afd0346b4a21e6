/** Courses and partner-held plans need what only they have; families step to other pathways in shares of one whole. */
import type { Problem } from '../problem.ts';
import type { Pathway, Scenario } from '../schema.ts';
import { unknownName } from './names.ts';
import { SUM_TOLERANCE } from './shares.ts';

export function offerRules({ pathways, teams }: Scenario): Problem[] {
  return Object.entries(pathways).flatMap(([name, pathway]) => {
    const path = `pathways.${name}`;
    return [
      ...missingTerms(path, pathway),
      ...unknownName(`${path}.group.team`, pathway.group?.team, Object.keys(teams), 'team'),
      ...unknownName(`${path}.partner.team`, pathway.partner?.team, Object.keys(teams), 'team'),
      ...tooFewPlaces(path, pathway),
      ...stepProblems(path, name, pathway),
    ];
  });
}

function missingTerms(path: string, { offer, group, partner }: Pathway): Problem[] {
  if (offer === 'group' && group === undefined) {
    const fields = 'places, startsEveryWeeks, sessions, facilitatorHours and team';
    return [missing(`${path}.group`, offer, fields)];
  }
  if (offer === 'partner-held' && partner === undefined) return [missing(`${path}.partner`, offer, 'team')];
  return [];
}

function missing(path: string, offer: string, fields: string): Problem {
  const allowed = `an object in braces with ${fields}`;
  const message = `is missing, but "offer" is "${offer}"; write ${allowed}`;
  return { path, value: undefined, allowed, message };
}

function tooFewPlaces(path: string, { group }: Pathway): Problem[] {
  if (group === undefined || group.fewest <= group.places) return [];
  const allowed = `${group.places} or less, as "places"`;
  const message = `is ${group.fewest}, more than a course takes, so that none would ever start; write ${allowed}`;
  return [{ path: `${path}.group.fewest`, value: group.fewest, allowed, message }];
}

function stepProblems(path: string, name: string, { stepsTo }: Pathway): Problem[] {
  const problems: Problem[] = [];
  const own = stepsTo[name];
  if (own !== undefined) {
    const allowed = 'another pathway';
    const message = `steps from "${name}" to itself; take it out, or name ${allowed}`;
    problems.push({ path: `${path}.stepsTo.${name}`, value: own, allowed, message });
  }
  const sum = Object.values(stepsTo).reduce((total, share) => total + share, 0);
  if (sum > 1 + SUM_TOLERANCE) {
    const shown = Number(sum.toPrecision(6));
    const allowed = 'shares that sum to 1 or less';
    const message = `sums to ${shown}; take away ${Number((sum - 1).toPrecision(6))}, or more if some are to stay`;
    problems.push({ path: `${path}.stepsTo`, value: stepsTo, allowed, message });
  }
  return problems;
}
