/** What the fields of one distribution must be together. */
import type { Distribution } from '../distribution.ts';
import type { Problem } from '../problem.ts';
import type { Scenario } from '../schema.ts';
import { isGroup, leavesOf } from '../shape.ts';
import { unlessWhole } from './shares.ts';

export function distributionRules(scenario: Scenario): Problem[] {
  const sessions = Object.entries(scenario.pathways).flatMap(([name, { plan }]) =>
    plan.by === 'sessions'
      ? atLeastOne(`pathways.${name}.plan.sessions`, plan.sessions, 'session', 'plan')
      : [],
  );
  const each = leavesOf(scenario).flatMap(({ path, value }) =>
    isGroup(value) && 'distribution' in value ? fieldProblems(path, value as unknown as Distribution) : [],
  );
  return [...sessions, ...childrenProblems(scenario), ...each];
}

/** Caps can count children only where families have them. */
function childrenProblems({ families: { children }, allocation: { capsCount } }: Scenario): Problem[] {
  const path = 'families.children';
  if (children !== 'not counted') return atLeastOne(path, children, 'child', 'family');
  if (capsCount === 'families') return [];
  const allowed = 'a distribution, because allocation.capsCount is "children"';
  const message = `is "${children}"; write ${allowed}, or let allocation.capsCount be "families"`;
  return [{ path, value: children, allowed, message }];
}

function fieldProblems(path: string, value: Distribution): Problem[] {
  if (value.distribution === 'discrete') {
    const { values, chances } = value;
    if (values.length === chances.length) return unlessWhole(`${path}.chances`, chances, chances);
    const allowed = `one chance for each of the ${values.length} values`;
    return [
      {
        path: `${path}.chances`,
        value: chances,
        allowed,
        message: `has ${chances.length} chances; write ${allowed}`,
      },
    ];
  }
  if (value.distribution === 'triangular') {
    const { least, mode, most } = value;
    if (least <= mode && mode <= most && least < most) return [];
    const allowed = 'least, mode and most in rising order, with least below most';
    const message = `has ${least}, ${mode} and ${most}; write ${allowed}, or "fixed" for one value`;
    return [{ path, value, allowed, message }];
  }
  return [];
}

/** A plan of no session could never be carried out, and a family without a child is no family of this service. */
function atLeastOne(path: string, value: Distribution, counted: string, owner: string): Problem[] {
  const least = leastOf(value);
  if (least >= 1) return [];
  const counts = value.distribution === 'poisson' || value.distribution === 'negative binomial';
  const remedy = counts ? `write "plus": 1, so that every ${owner} has one` : 'write counts of 1 or more';
  const message = `can give a ${owner} ${least} ${counted === 'child' ? 'children' : 'sessions'}; ${remedy}`;
  return [{ path, value, allowed: `at least one ${counted}`, message }];
}

function leastOf(value: Distribution): number {
  switch (value.distribution) {
    case 'fixed':
      return value.value;
    case 'poisson':
    case 'negative binomial':
      return value.plus;
    case 'discrete':
      return Math.min(...value.values.filter((_, i) => (value.chances[i] ?? 0) > 0));
    case 'empirical':
      return Math.min(...value.values);
    default:
      return 0;
  }
}
