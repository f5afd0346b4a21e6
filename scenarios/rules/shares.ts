/** Shares that make a whole must sum to 1. */
import type { Problem } from '../problem.ts';
import type { Scenario } from '../schema.ts';

/** How far a sum may be from 1: rounding in a file, never a wrong share. */
export const SUM_TOLERANCE = 1e-6;

export function shareRules({ demand, needs, pathways }: Scenario): Problem[] {
  return [
    ...Object.entries(demand.sources).flatMap(([name, source]) =>
      unlessWhole(`demand.sources.${name}.needs`, source.needs, Object.values(source.needs)),
    ),
    ...Object.entries(needs).flatMap(([name, { routes }]) =>
      unlessWhole(`needs.${name}.routes`, routes, [
        routes.advice,
        routes.socialCare,
        ...Object.values(routes.pathways),
      ]),
    ),
    ...Object.entries(pathways).flatMap(([name, { outcomes }]) =>
      unlessWhole(`pathways.${name}.outcomes`, outcomes, Object.values(outcomes)),
    ),
  ];
}

/** A problem unless the shares sum to 1. */
export function unlessWhole(path: string, value: unknown, shares: readonly number[]): Problem[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) <= SUM_TOLERANCE) return [];
  const allowed = 'shares that sum to 1';
  const more = sum > 1 ? 'take away' : 'add';
  const message = `sums to ${round(sum)}; ${more} ${round(Math.abs(1 - sum))} so that it sums to 1, defaults counted in`;
  return [{ path, value, allowed, message }];
}

const round = (value: number) => Number(value.toPrecision(6));
