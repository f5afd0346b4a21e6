/** Shares that make a whole must sum to 1. */
import type { Problem } from '../problem.ts';
import type { Scenario } from '../schema.ts';

/** How far a sum may be from 1: rounding in a file, never a wrong share. */
export const SUM_TOLERANCE = 1e-6;

export function shareRules(scenario: Scenario): Problem[] {
  const { demand, needs, pathways, localities, frontDoor, costs } = scenario;
  const { adviceLine } = frontDoor;
  const { cin, cpp, lac } = costs.escalation;
  const sources = Object.values(demand.sources).flatMap(({ share }) => share ?? []);
  const areas = Object.values(localities).map(({ share }) => share);
  const calls = [adviceLine.resolved, adviceLine.elsewhere, adviceLine.socialCare, adviceLine.frontDoor];
  const ladder = [cin.share, cpp.share, lac.share];
  return [
    ...(sources.length > 0 ? unlessWhole('demand.sources', sources, sources) : []),
    ...(areas.length > 0 ? unlessWhole('localities', areas, areas) : []),
    ...unlessWhole('frontDoor.adviceLine', calls, calls),
    ...(refers(scenario)
      ? unlessWhole('frontDoor.adviceLine.needs', adviceLine.needs, Object.values(adviceLine.needs))
      : []),
    ...unlessWhole('costs.escalation', ladder, ladder),
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

/** Whether calls to the advice line lead to referrals. */
export function refers({ frontDoor: { adviceLine } }: Scenario): boolean {
  return adviceLine.calls > 0 && adviceLine.frontDoor > 0;
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
