/** The names in a plan: those of all phases, in the order in which they are first seen. */
import type { Scenario } from '../schema.ts';
import type { Span } from './run-time.ts';

export interface Names {
  readonly sources: readonly string[];
  readonly needs: readonly string[];
  readonly pathways: readonly string[];
  readonly teams: readonly string[];
}

export function namesOf(spans: readonly Span[]): Names {
  const union = (of: (scenario: Scenario) => object) => [
    ...new Set(spans.flatMap(({ scenario }) => Object.keys(of(scenario)))),
  ];
  return {
    sources: union(({ demand }) => demand.sources),
    needs: union(({ needs }) => needs),
    pathways: union(({ pathways }) => pathways),
    teams: union(({ teams }) => teams),
  };
}

/**
 * The scenario that says an entry's terms in phase `phase`: that phase's own; where it has no such entry, the last before that had (its
 * terms go on for those already on it); and else the next that will.
 */
export function definedIn(
  spans: readonly Span[],
  phase: number,
  has: (scenario: Scenario) => boolean,
): Scenario {
  const before = spans.slice(0, phase + 1).findLast(({ scenario }) => has(scenario));
  return (before ?? spans.find(({ scenario }) => has(scenario)))!.scenario;
}
