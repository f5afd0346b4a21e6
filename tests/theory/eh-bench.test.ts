/** The engine on EH-bench, read from its scenario files, against the truth (fixtures/eh-bench.json) and against simjs. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../sim/measures/result.ts';
import { ehBenchPlan } from './eh-bench-plan.ts';
import {
  EH_BENCH_KEYS,
  type EhBenchKey,
  ehBenchTruth,
  standardErrorsFrom,
  WELL_BEHAVED_IN_LIGHT_LOAD,
} from './eh-bench-truth.ts';
import { observe, standardError, valuesOf } from './observations.ts';
import { replicateEhBenchOnSimjs } from './simjs/eh-bench-on-simjs.ts';
import { simjsSeed } from './simjs/seeds.ts';
import { deviation, mean } from './statistics.ts';

const SEED = 20261122;
const REPLICATIONS = 400;
const SIMJS_REPLICATIONS = 40;
/** At 480 slots a free slot is so rare that its spread in a sample says nothing; the others are near normal. */
const NEAR_NORMAL = EH_BENCH_KEYS.filter((key) => key !== 'slots_used_mean');

describe.each([480, 624] as const)('EH-bench with %i slots', (slots) => {
  const truth = ehBenchTruth(slots);
  const comparedWithSimjs: readonly EhBenchKey[] = slots === 480 ? NEAR_NORMAL : WELL_BEHAVED_IN_LIGHT_LOAD;
  let results: readonly Result[];
  beforeAll(() => {
    results = observe(ehBenchPlan(slots), SEED, REPLICATIONS);
  });

  test.each(EH_BENCH_KEYS)('%s agrees with the truth within 3 standard errors', (key) => {
    expect(Math.abs(standardErrorsFrom(truth[key], valuesOf(results, key)))).toBeLessThan(3);
  });

  test.each(comparedWithSimjs)('%s varies between replications as much as it truly does', (key) => {
    // The standard error of a sample deviation is about sd / sqrt(2 (n - 1)) for values near normal: the chi-square law of a variance.
    const error = truth[key].sd / Math.sqrt(2 * (REPLICATIONS - 1));
    expect(Math.abs(deviation(valuesOf(results, key)) - truth[key].sd)).toBeLessThan(4 * error);
  });

  describe('against simjs', () => {
    let outcomes: readonly Readonly<Record<EhBenchKey, number>>[];
    beforeAll(() => {
      outcomes = Array.from({ length: SIMJS_REPLICATIONS }, (_, replication) =>
        replicateEhBenchOnSimjs(slots, simjsSeed(SEED, replication)),
      );
    });

    test.each(comparedWithSimjs)('%s agrees within 3 standard errors of the difference', (key) => {
      const ours = valuesOf(results, key);
      const theirs = outcomes.map((outcome) => outcome[key]);
      const error = Math.hypot(standardError(ours), standardError(theirs));
      expect(Math.abs(mean(ours) - mean(theirs))).toBeLessThan(3 * error);
    });
  });
});
