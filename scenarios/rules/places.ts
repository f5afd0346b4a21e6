/** Every family that can join a list must be able to get a worker, and every session an hour. */
import type { Problem } from '../problem.ts';
import type { Scenario } from '../schema.ts';
import { type Individual, workforce } from '../workforce.ts';

/** More individuals than any council's service has. */
const MOST_WORKERS = 2_000;

export function placeRules(scenario: Scenario): Problem[] {
  const people = workforce(scenario);
  return [
    ...tooManyWorkers(people),
    ...moreThanFullTime(scenario, people),
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
    message: `${post?.workers} people cannot share ${post?.fte} full-time equivalents, ${post?.effectiveFill} of them in post; write more people, or leave "workers" out`,
  }));
}

/** Pathways that families can join or are open in; `true` where cases are open at the start. */
function reachable({ demand, needs, opening }: Scenario): Map<string, boolean> {
  const found = new Map<string, boolean>();
  const seen = Object.values(demand.sources).flatMap(({ needs: mix }) =>
    Object.keys(mix).filter((need) => mix[need]! > 0),
  );
  for (const need of seen) {
    for (const [pathway, share] of Object.entries(needs[need]?.routes.pathways ?? {})) {
      if (share > 0) found.set(pathway, false);
    }
  }
  for (const pathway of Object.keys(opening.waiting)) found.set(pathway, false);
  for (const pathway of Object.keys(opening.open)) found.set(pathway, true);
  return found;
}

function pathwayProblems(
  scenario: Scenario,
  people: readonly Individual[],
  name: string,
  asOpen: boolean,
): Problem[] {
  const pathway = scenario.pathways[name];
  if (!pathway) return [];
  const path = `pathways.${name}`;
  const serving = people.filter(({ team }) => scenario.teams[team]?.serves.includes(name));
  if (serving.length === 0) {
    const allowed = 'a pathway that a team serves';
    const message = `families can join it but no team serves it; add "${name}" to "serves" of a team`;
    return [{ path, value: name, allowed, message }];
  }
  const { caseWeight, sessionHours } = pathway;
  const able = serving.filter(({ cap }) => cap >= caseWeight - 1e-9);
  if (able.length === 0) {
    const most = Math.max(...serving.map(({ cap }) => cap));
    const message = `is ${caseWeight}, but no worker who serves "${name}" can hold more than ${most}; raise "capPerFte" or lower it`;
    return [{ path: `${path}.caseWeight`, value: caseWeight, allowed: `${most} or less`, message }];
  }
  const problems = shortOfHours(path, sessionHours, able);
  if (asOpen && able.every(({ team, post }) => scenario.teams[team]?.posts[post]?.from !== undefined)) {
    const allowed = 'a post that is there from the start, in a team that serves the pathway';
    const message = `has cases open at the start but every post that could hold them begins later; leave out "from" of one`;
    problems.push({ path: `opening.open.${name}`, value: name, allowed, message });
  }
  return problems;
}

/** A worker with less time in a week than a session takes would hold families and never see them. */
function shortOfHours(path: string, sessionHours: number, able: readonly Individual[]): Problem[] {
  const short = able.find(({ hoursPerDay }) => hoursPerDay * 5 < sessionHours - 1e-9);
  if (!short) return [];
  const weekly = Number((short.hoursPerDay * 5).toPrecision(3));
  const message = `is ${sessionHours} hours, but a worker of teams.${short.team}.posts.${short.post} (${Number(short.fte.toPrecision(3))} full-time equivalents) has ${weekly} hours a week with families, so no session could take place; raise "fte", "contactShare" or "weeklyHours" there`;
  return [{ path: `${path}.sessionHours`, value: sessionHours, allowed: `${weekly} or less`, message }];
}
