/**
 * Random cases for the laws: plans in which every mechanism of the engine may be on (whole-plan.ts), and plans of random valid scenarios, with workers
 * who come and leave besides. To explore other cases change SEED (or leave it out of the
 * parameters of `fc.assert`); a failure prints the smallest scenario found, with the seed and path that repeat it.
 */
import fc from 'fast-check';
import { check } from '../../scenarios/check.ts';
import { compile } from '../../scenarios/compile.ts';
import type { Plan, WorkerPlan } from '../../sim/plan.ts';
import { workingDays } from '../../sim/units.ts';
import { arbitraryScenario } from '../scenarios/arbitrary-scenario.ts';
import { wholePlan } from './whole-plan.ts';

const SEED = 20261122;

/** Parameters of fc.assert: `numRuns` cases, and half a minute at most to run them and to shrink a failure. */
export const cases = (numRuns: number) => ({
  seed: SEED,
  numRuns,
  interruptAfterTimeLimit: 30_000,
  markInterruptAsFailure: true,
});

export interface RandomCase {
  readonly plan: Plan;
  readonly seed: number;
}

/** From and until as shares of the run; beyond the run where there is no such date. */
interface Dates {
  readonly from: number;
  readonly until: number;
}

const dates: fc.Arbitrary<Dates> = fc.oneof(
  { arbitrary: fc.constant({ from: 0, until: 1 }), weight: 2 },
  {
    arbitrary: fc.record({ from: fc.constant(0), until: fc.double({ min: 0.05, max: 0.95, noNaN: true }) }),
    weight: 1,
  },
  {
    arbitrary: fc.record({ from: fc.double({ min: 0.05, max: 0.9, noNaN: true }), until: fc.constant(1) }),
    weight: 1,
  },
  {
    arbitrary: fc
      .tuple(fc.double({ min: 0.05, max: 0.9, noNaN: true }), fc.double({ min: 0.05, max: 0.9, noNaN: true }))
      .map(([a, b]) => ({ from: Math.min(a, b), until: Math.max(a, b) })),
    weight: 1,
  },
);

/** Whole days, as dates are; the first worker, whose team serves every pathway, stays so that open cases always have somebody. */
function withDates(plan: Plan, given: readonly Dates[]): Plan {
  const end = plan.clock.weekEnds.at(-1)!;
  const workers = plan.workers.map((worker, index): WorkerPlan => {
    const { from, until } = given[index % given.length]!;
    const first = Math.floor(from * end);
    if (index === 0) return worker;
    return {
      ...worker,
      from: workingDays(first),
      until: workingDays(
        until === 1 ? Number.POSITIVE_INFINITY : Math.max(first + 1, Math.ceil(until * end)),
      ),
    };
  });
  return { ...plan, workers };
}

const scenarioCase: fc.Arbitrary<RandomCase> = fc
  .record({
    scenario: arbitraryScenario,
    given: fc.array(dates, { minLength: 1, maxLength: 6 }),
    seed: fc.nat(),
  })
  .map(({ scenario, given, seed }) => {
    const plan = withDates(compile(check(scenario)).plan, given);
    const workers = plan.workers.map(({ team, cap, from, until }) => ({ team, cap, from, until }));
    const { name: _, ...parts } = scenario;
    return printable({ plan, seed }, { ...parts, workers, seed });
  });

const wholeCase: fc.Arbitrary<RandomCase> = fc
  .record({ plan: wholePlan, seed: fc.nat() })
  .map(({ plan, seed }) => printable({ plan, seed }, { ...plan, seed }));

export const randomCase: fc.Arbitrary<RandomCase> = fc.oneof(
  { arbitrary: wholeCase, weight: 3 },
  { arbitrary: scenarioCase, weight: 2 },
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
