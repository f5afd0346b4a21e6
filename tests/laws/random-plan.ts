/**
 * Random cases for the laws: plans in which every mechanism of the engine may be on, in ways that no scenario can say too (whole-plan.ts), and
 * plans of random valid scenarios, in which they may be as well. To explore other cases change SEED (or leave it out of the
 * parameters of `fc.assert`); a failure prints the smallest scenario found, with the seed and path that repeat it.
 */
import fc from 'fast-check';
import { check } from '../../scenarios/check.ts';
import { compile } from '../../scenarios/compile.ts';
import type { Plan } from '../../sim/plan.ts';
import { arbitraryScenario } from '../scenarios/arbitrary-scenario.ts';
import { wholePlan } from './whole-plan.ts';

const SEED = 20261122;

/**
 * Parameters of fc.assert: `numRuns` cases, however long a busy machine takes for them. A slip that shows in one case of
 * ten escapes 40 cases with a chance of 1.5% (0.9^40), and 25 with one of 7%: what only some plans can show takes more cases.
 */
export const cases = (numRuns: number) => ({
  seed: SEED,
  numRuns,
});

export interface RandomCase {
  readonly plan: Plan;
  readonly seed: number;
}

const scenarioCase: fc.Arbitrary<RandomCase> = fc
  .record({ scenario: arbitraryScenario, seed: fc.nat() })
  .map(({ scenario, seed }) => {
    const { name: _, ...parts } = scenario;
    return printable({ plan: compile(check(scenario)).plan, seed }, { ...parts, seed });
  });

const wholeCase: fc.Arbitrary<RandomCase> = fc
  .record({ plan: wholePlan, seed: fc.nat() })
  .map(({ plan, seed }) => printable({ plan, seed }, { ...plan, seed }));

export const randomCase: fc.Arbitrary<RandomCase> = fc.oneof(
  { arbitrary: wholeCase, weight: 2 },
  { arbitrary: scenarioCase, weight: 3 },
);

/** A failure is printed a part to the line; a rate that is the same every day once. */
function printable(found: RandomCase, parts: Record<string, unknown>): RandomCase {
  const shown = (key: string, value: unknown) => {
    if (value === Number.POSITIVE_INFINITY) return 'Infinity';
    if (key === 'perDay' && Array.isArray(value)) return [...new Set(value)];
    return value;
  };
  const text = () =>
    Object.entries(parts)
      .map(([part, value]) => `\n  ${part}: ${JSON.stringify(value, shown)}`)
      .join('');
  return Object.assign(found, { [fc.toStringMethod]: text });
}
