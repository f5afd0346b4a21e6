/** A name that refers to a record must be one of its names. */
import { nearest } from '../did-you-mean.ts';
import { WHOLE_AREA } from '../parameters/locality.ts';
import type { Problem } from '../problem.ts';
import type { Scenario } from '../schema.ts';

export function nameRules(scenario: Scenario): Problem[] {
  const { demand, needs, frontDoor, pathways, localities, teams, opening } = scenario;
  const needNames = Object.keys(needs);
  const pathwayNames = Object.keys(pathways);
  const places = [WHOLE_AREA, ...Object.keys(localities)];
  return [
    ...Object.entries(demand.sources).flatMap(([source, { needs: mix }]) =>
      unknownKeys(`demand.sources.${source}.needs`, mix, needNames, 'need'),
    ),
    ...Object.entries(needs).flatMap(([need, { routes }]) =>
      unknownKeys(`needs.${need}.routes.pathways`, routes.pathways, pathwayNames, 'pathway'),
    ),
    ...unknownKeys('frontDoor.adviceLine.needs', frontDoor.adviceLine.needs, needNames, 'need'),
    ...Object.entries(pathways).flatMap(([pathway, { stepsTo }]) =>
      unknownKeys(`pathways.${pathway}.stepsTo`, stepsTo, pathwayNames, 'pathway'),
    ),
    ...Object.entries(teams).flatMap(([team, { locality, serves, posts }]) => [
      ...unknownName(`teams.${team}.locality`, locality, places, 'locality'),
      ...servesProblems(`teams.${team}.serves`, serves, pathwayNames, 'pathway'),
      ...Object.entries(posts).flatMap(([post, { serves: own = [] }]) =>
        servesProblems(`teams.${team}.posts.${post}.serves`, own, serves, 'pathway of the team'),
      ),
    ]),
    ...unknownKeys('opening.waiting', opening.waiting, pathwayNames, 'pathway'),
    ...unknownKeys('opening.open', opening.open, pathwayNames, 'pathway'),
  ];
}

function unknownKeys(path: string, record: object, known: readonly string[], kind: string): Problem[] {
  return Object.entries(record)
    .filter(([name]) => !known.includes(name))
    .map(([name, value]) => unknown(`${path}.${name}`, name, value, known, kind));
}

/** None where the name is left out. */
export function unknownName(
  path: string,
  name: string | undefined,
  known: readonly string[],
  kind: string,
): Problem[] {
  return name === undefined || known.includes(name) ? [] : [unknown(path, name, name, known, kind)];
}

function servesProblems(
  path: string,
  serves: readonly string[],
  known: readonly string[],
  kind: string,
): Problem[] {
  return serves.flatMap((name, i) => {
    const inner = `${path}.${i}`;
    if (!known.includes(name)) return [unknown(inner, name, name, known, kind)];
    if (serves.indexOf(name) === i) return [];
    return [
      {
        path: inner,
        value: name,
        allowed: 'each pathway once',
        message: `names "${name}" again; take it out`,
      },
    ];
  });
}

function unknown(
  path: string,
  name: string,
  value: unknown,
  known: readonly string[],
  kind: string,
): Problem {
  const allowed = `the name of a ${kind}: ${known.join(', ')}`;
  return {
    path,
    value,
    allowed,
    message: `there is no ${kind} "${name}"${nearest(name, known)}; write ${allowed}`,
  };
}
