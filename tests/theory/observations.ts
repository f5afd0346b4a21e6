/** Replications of a plan on the engine, and how far their average lies from an exact value. */
import { createEngine } from '../../sim/engine.ts';
import { MEASURE_KEYS, type MeasureKey } from '../../sim/measures/measures.ts';
import type { Result } from '../../sim/measures/result.ts';
import type { Plan } from '../../sim/plan.ts';
import { deviation, mean } from './statistics.ts';

/** What a result holds is overwritten by no later one, so all of them can be kept. */
export function observe(plan: Plan, seed: number, replications: number): readonly Result[] {
  const engine = createEngine(plan, seed);
  return Array.from({ length: replications }, (_, replication) => engine.replicate(replication));
}

/** The measure in each replication; group 0 is the whole service, the others are as `groupsOf(plan)` lists them. */
export function valuesOf(results: readonly Result[], key: MeasureKey, group = 0): readonly number[] {
  const index = MEASURE_KEYS.indexOf(key);
  return results.map(({ groups }) => groups[group]!.headline[index]!);
}

/** Standard error of the average, estimated from the sample. */
export const standardError = (values: readonly number[]) => deviation(values) / Math.sqrt(values.length);

/** How many standard errors the average lies from the exact value. */
export const standardErrorsFromExact = (values: readonly number[], exact: number) =>
  (mean(values) - exact) / standardError(values);
