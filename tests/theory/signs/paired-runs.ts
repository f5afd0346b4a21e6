/**
 * The reference service with something changed, run as the program runs it: read, checked, compiled, replicated. Runs are paired: replication r of
 * each scenario meets the same families, so that the difference, replication by replication, is the change's doing.
 */
import { compile } from '../../../scenarios/compile.ts';
import { readScenario } from '../../../scenarios/file.ts';
import { PRESETS } from '../../../scenarios/presets/index.ts';
import { SCENARIO_TYPE, SCENARIO_VERSION } from '../../../scenarios/schema.ts';
import type { MeasureKey, WeeklyKey } from '../../../sim/measures/measures.ts';
import { WEEKLY_KEYS } from '../../../sim/measures/measures.ts';
import type { Result } from '../../../sim/measures/result.ts';
import { observe, standardError, valuesOf } from '../observations.ts';
import { mean } from '../statistics.ts';

const SEED = 2027;

/** What of the reference service is different, as a file that extends it would say it. */
export type Patch = Readonly<Record<string, unknown>>;

export interface Length {
  readonly replications: number;
  readonly weeks: number;
  readonly warmUpWeeks: number;
}

/** The reference service with each patch in turn laid over it. */
export function runs(
  patches: readonly Patch[],
  { replications, weeks, warmUpWeeks }: Length,
): readonly Result[] {
  const { plan } = compile(scenarioOf(patches), { weeks, warmUpWeeks });
  return observe(plan, SEED, replications);
}

export function scenarioOf(patches: readonly Patch[]) {
  const layer = (depth: number): { name: string; text: string } => {
    if (depth === 0)
      return {
        name: 'reference',
        text: JSON.stringify(PRESETS.find(({ id }) => id === 'reference')!.scenario),
      };
    const content = {
      type: SCENARIO_TYPE,
      version: SCENARIO_VERSION,
      extends: `${depth - 1}`,
      name: `patch ${depth}`,
      ...patches[depth - 1],
    };
    return { name: `patch ${depth}`, text: JSON.stringify(content) };
  };
  return readScenario(layer(patches.length), (reference) => layer(Number(reference))).scenario;
}

/** Other minus base of a measure, in each replication. */
export function differences(
  base: readonly Result[],
  other: readonly Result[],
  key: MeasureKey,
): readonly number[] {
  const before = valuesOf(base, key);
  return valuesOf(other, key).map((after, replication) => after - before[replication]!);
}

/** A measure of one week (0 is the first reported) in each replication. */
export function weekOf(results: readonly Result[], key: WeeklyKey, week: number): readonly number[] {
  return results.map(({ groups }) => {
    const { weekly } = groups[0]!;
    const weeks = weekly.length / WEEKLY_KEYS.length;
    return weekly[WEEKLY_KEYS.indexOf(key) * weeks + week]!;
  });
}

/**
 * The mean with so many standard errors on either side of it. Three leave out the true difference in fewer than one experiment of a hundred
 * with the twenty replications or more that are run here.
 */
export function interval(values: readonly number[], standardErrors = 3) {
  const centre = mean(values);
  const margin = standardErrors * standardError(values);
  return { mean: centre, low: centre - margin, high: centre + margin };
}
