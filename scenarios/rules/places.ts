/** Every family that can join a list must be able to get a worker, and every session an hour. */
import { vacantPlaces } from '../compile/careers.ts';
import { WHOLE_AREA } from '../parameters/locality.ts';
import { AREA_TRAVEL_HOURS } from '../parameters/team.ts';
import type { Problem } from '../problem.ts';
import type { Post, Scenario } from '../schema.ts';
import { type Individual, workforce } from '../workforce.ts';
import { refers } from './shares.ts';

/** More individuals than any council's service has. */
const MOST_WORKERS = 2_000;

export function placeRules(scenario: Scenario): Problem[] {
  const people = workforce(scenario);
  return [
    ...tooManyWorkers(people),
    ...moreThanFullTime(scenario, people),
    ...noLocalities(scenario),
    ...[...reachable(scenario)].flatMap(([pathway, asOpen]) =>
      pathwayProblems(scenario, people, pathway, asOpen),
    ),
  ];
}

function tooManyWorkers(people: readonly Individual[]): Problem[] {
  if (people.length <= MOST_WORKERS) return [];
  const allowed = `at most ${MOST_WORKERS} people`;
  return [
    {
      path: 'teams',
      value: people.length,
      allowed,
      message: `has ${people.length} people; write posts for ${allowed}`,
    },
  ];
}

function moreThanFullTime({ teams }: Scenario, people: readonly Individual[]): Problem[] {
  const over = people.filter(({ fte }) => fte > 1);
  const posts = new Map(
    over.map(({ team, post }) => [`teams.${team}.posts.${post}.workers`, teams[team]?.posts[post]]),
  );
  return [...posts].map(([path, post]) => ({
    path,
    value: post?.workers,
    allowed: 'as many people as there are full-time equivalents in post, or more',
    message: `${post?.workers} people cannot share ${inPost(post)}; write more people, or leave "workers" out`,
  }));
}

function inPost(post: Post | undefined): string {
  const all = `${post?.fte} full-time equivalents`;
  return post?.staffing === 'averaged' ? `${all}, ${post.effectiveFill} of them in post` : all;
}

/** Pathways that families can join or are open in; `true` where cases are open at the start. */
function reachable(scenario: Scenario): Map<string, boolean> {
  const { demand, needs, frontDoor, pathways, opening } = scenario;
  const found = new Map<string, boolean>();
  const mixes = Object.values(demand.sources).map(({ needs: mix }) => mix);
  if (refers(scenario)) mixes.push(frontDoor.adviceLine.needs);
  const seen = mixes.flatMap((mix) => Object.keys(mix).filter((need) => mix[need]! > 0));
  for (const need of seen) {
    for (const [pathway, share] of Object.entries(needs[need]?.routes.pathways ?? {})) {
      if (share > 0) found.set(pathway, false);
    }
  }
  for (const pathway of Object.keys(opening.waiting)) found.set(pathway, false);
  for (const pathway of Object.keys(opening.open)) found.set(pathway, true);
  // A map's loop goes on to the keys it gains.
  for (const pathway of found.keys()) {
    for (const [next, share] of Object.entries(pathways[pathway]?.stepsTo ?? {})) {
      if (share > 0 && !found.has(next)) found.set(next, false);
    }
  }
  return found;
}

/** Only work one to one needs workers who serve it. */
function pathwayProblems(
  scenario: Scenario,
  people: readonly Individual[],
  name: string,
  asOpen: boolean,
): Problem[] {
  const pathway = scenario.pathways[name];
  if (pathway?.offer !== 'one to one') return [];
  const path = `pathways.${name}`;
  const serving = people.filter(({ team, post }) => servedBy(scenario, team, post).includes(name));
  if (serving.length === 0) {
    const allowed = 'a pathway that a team serves';
    const message = `families can join it but no team serves it; add "${name}" to "serves" of a team`;
    return [{ path, value: name, allowed, message }];
  }
  const { caseWeight } = pathway;
  const able = serving.filter(({ cap }) => cap >= caseWeight - 1e-9);
  if (able.length === 0) {
    const most = Math.max(...serving.map(({ cap }) => cap));
    const message = `is ${caseWeight}, but no worker who serves "${name}" can hold more than ${most}; raise "capPerFte" or lower it`;
    return [{ path: `${path}.caseWeight`, value: caseWeight, allowed: `${most} or less`, message }];
  }
  return [
    ...shortOfHours(scenario, name, able),
    ...shortOfAssessmentHours(scenario, name, able),
    ...unservedLocalities(scenario, name, able),
    ...(asOpen ? nobodyAtStart(scenario, name, able) : []),
  ];
}

function servedBy({ teams }: Scenario, team: string, post: string): readonly string[] {
  return teams[team]?.posts[post]?.serves ?? teams[team]?.serves ?? [];
}

/** On a list of its own a locality's families wait for its own teams and those of the whole area. */
function unservedLocalities(scenario: Scenario, name: string, able: readonly Individual[]): Problem[] {
  const { allocation, localities, teams } = scenario;
  if (allocation.pooling !== 'by locality' || allocation.overflowAfterWeeks !== 'never') return [];
  const where = new Set(able.map(({ team }) => teams[team]?.locality));
  if (where.has(WHOLE_AREA)) return [];
  return Object.keys(localities)
    .filter((locality) => localities[locality]!.share > 0 && !where.has(locality))
    .map((locality) => {
      const allowed = `a team for "${name}" in each locality, or one of the whole area`;
      const message = `has families who can join "${name}", but no team there or of the whole area serves it; write ${allowed}, or a number of weeks in allocation.overflowAfterWeeks`;
      return { path: `localities.${locality}`, value: name, allowed, message };
    });
}

/** Cases open on the first day are held by somebody in post then, on lists by locality by somebody of the place or of the whole area. */
function nobodyAtStart(scenario: Scenario, name: string, able: readonly Individual[]): Problem[] {
  const path = `opening.open.${name}`;
  const allowed = 'a post that is there and filled from the start, in a team that serves the pathway';
  const there = able.filter((person) => isThereAtStart(scenario, person, able));
  if (there.length === 0) {
    const message =
      'has cases open at the start but every post that could hold them begins later or is vacant then; leave out "from" of one, or lower its "vacantAtStart"';
    return [{ path, value: name, allowed, message }];
  }
  const { allocation, localities, teams } = scenario;
  const where = new Set(there.map(({ team }) => teams[team]?.locality));
  if (allocation.pooling !== 'by locality' || where.has(WHOLE_AREA)) return [];
  const without = Object.keys(localities).filter(
    (locality) => localities[locality]!.share > 0 && !where.has(locality),
  );
  if (without.length === 0) return [];
  const message = `has cases open at the start, but nobody in post then can hold those of ${without.join(', ')}; write ${allowed}, there or of the whole area`;
  return [{ path, value: name, allowed, message }];
}

/** Of the people of a post the last ones are vacant at the start. */
function isThereAtStart({ teams }: Scenario, person: Individual, all: readonly Individual[]): boolean {
  const post = teams[person.team]?.posts[person.post];
  if (post === undefined || post.from !== undefined) return false;
  if (post.staffing === 'averaged') return true;
  const own = all.filter(({ team, post: name }) => team === person.team && name === person.post);
  const shares = own.map(({ fte }) => fte);
  return !vacantPlaces(shares, post.vacantAtStart)[own.indexOf(person)];
}

function noLocalities({ allocation, localities }: Scenario): Problem[] {
  if (allocation.pooling === 'one list' || Object.keys(localities).length > 0) return [];
  const allowed = '"one list", unless "localities" names some';
  const message = `is "by locality", but there are no localities; write them in "localities", or "one list"`;
  return [{ path: 'allocation.pooling', value: allocation.pooling, allowed, message }];
}

/** A worker with less time in a week than a session takes would hold families and never see them. */
function shortOfHours(scenario: Scenario, name: string, able: readonly Individual[]): Problem[] {
  const { sessionHours } = scenario.pathways[name]!;
  const short = able.find(
    ({ team, hoursPerDay }) => hoursPerDay * 5 < sessionHours + besidesSession(scenario, name, team) - 1e-9,
  );
  if (!short) return [];
  const besides = besidesSession(scenario, name, short.team);
  const weekly = round(short.hoursPerDay * 5);
  const whole = besides > 0 ? ` and ${round(besides)} of travel and recording` : '';
  const message = `is ${sessionHours} hours${whole}, but a worker of teams.${short.team}.posts.${short.post} (${round(short.fte)} full-time equivalents) has ${weekly} hours a week with families, so no session could take place; raise "fte", "contactShare" or "weeklyHours" there`;
  const allowed = `${round(Math.max(0, short.hoursPerDay * 5 - besides))} or less`;
  return [{ path: `pathways.${name}.sessionHours`, value: sessionHours, allowed, message }];
}

/** An assessment is made in one piece, in one week, or put off: a worker with less time would never come to the first session. */
function shortOfAssessmentHours(scenario: Scenario, name: string, able: readonly Individual[]): Problem[] {
  const { by, hours } = scenario.pathways[name]!.assessment;
  const short = able.find(({ hoursPerDay }) => by === 'worker' && hoursPerDay * 5 < hours - 1e-9);
  if (!short) return [];
  const weekly = round(short.hoursPerDay * 5);
  const allowed = `${weekly} or less`;
  const message = `is ${hours} hours, but a worker of teams.${short.team}.posts.${short.post} (${round(short.fte)} full-time equivalents) has ${weekly} hours a week with families, so no assessment would ever be made; raise "fte", "contactShare" or "weeklyHours" there, or write ${allowed}`;
  return [{ path: `pathways.${name}.assessment.hours`, value: hours, allowed, message }];
}

/** Hours of travel and recording that a session takes besides. */
function besidesSession({ pathways, teams, workload }: Scenario, name: string, team: string): number {
  if (workload.hoursCounted === 'contact share') return 0;
  const { area, travelHoursPerSession } = teams[team]!;
  return pathways[name]!.recordingHours + (travelHoursPerSession ?? AREA_TRAVEL_HOURS[area]);
}

const round = (value: number) => Number(value.toPrecision(3));
