/** A name that refers to a record must be one of its names. */
import { nearest } from '../did-you-mean.ts';
import type { Problem } from '../problem.ts';
import type { Scenario } from '../schema.ts';

export function nameRules({ demand, needs, pathways, teams, opening }: Scenario): Problem[] {
  const needNames = Object.keys(needs);
  const pathwayNames = Object.keys(pathways);
  return [
    ...Object.entries(demand.sources).flatMap(([source, { needs: mix }]) =>
      unknownKeys(`demand.sources.${source}.needs`, mix, needNames, 'need'),
    ),
    ...Object.entries(needs).flatMap(([need, { routes }]) =>
      unknownKeys(`needs.${need}.routes.pathways`, routes.pathways, pathwayNames, 'pathway'),
    ),
    ...Object.entries(teams).flatMap(([team, { serves }]) =>
      servesProblems(`teams.${team}.serves`, serves, pathwayNames),
    ),
    ...unknownKeys('opening.waiting', opening.waiting, pathwayNames, 'pathway'),
    ...unknownKeys('opening.open', opening.open, pathwayNames, 'pathway'),
  ];
}

function unknownKeys(path: string, record: object, known: readonly string[], kind: string): Problem[] {
  return Object.entries(record)
    .filter(([name]) => !known.includes(name))
    .map(([name, value]) => unknown(`${path}.${name}`, name, value, known, kind));
}

function servesProblems(path: string, serves: readonly string[], known: readonly string[]): Problem[] {
  return serves.flatMap((name, i) => {
    const inner = `${path}.${i}`;
    if (!known.includes(name)) return [unknown(inner, name, name, known, 'pathway')];
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
