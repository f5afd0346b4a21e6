/** Other opinions must themselves be right before they may contradict the engine. Truth: fixtures/eh-bench.json. */
import { beforeAll, describe, expect, test } from 'vitest';
import { replicateEhBenchByHand } from './eh-bench-by-hand.ts';
import {
  EH_BENCH_KEYS,
  type EhBenchKey,
  type EhBenchOutcome,
  ehBenchTruth,
  type Slots,
  standardErrorsFrom,
  WELL_BEHAVED_IN_LIGHT_LOAD,
} from './eh-bench-truth.ts';
import { replicateEhBenchInOneEntity } from './simjs/eh-bench-in-one-entity.ts';
import { replicateEhBenchOnSimjs } from './simjs/eh-bench-on-simjs.ts';
import { simjsSeed } from './simjs/seeds.ts';
import { deviation } from './statistics.ts';

const SEED = 20261122;

interface Case {
  readonly program: string;
  readonly replicate: (slots: Slots, seed: number) => EhBenchOutcome;
  readonly slots: Slots;
  readonly keys: readonly EhBenchKey[];
  readonly replications: number;
}

const byFamily = { program: 'on simjs, an entity for each family', replicate: replicateEhBenchOnSimjs };
const inOne = { program: 'on simjs, one entity', replicate: replicateEhBenchInOneEntity };
const byHand = { program: 'by hand', replicate: replicateEhBenchByHand };

const CASES: readonly Case[] = [
  { ...byFamily, slots: 480, keys: EH_BENCH_KEYS, replications: 50 },
  { ...byFamily, slots: 624, keys: WELL_BEHAVED_IN_LIGHT_LOAD, replications: 40 },
  { ...inOne, slots: 480, keys: EH_BENCH_KEYS, replications: 50 },
  { ...byHand, slots: 480, keys: EH_BENCH_KEYS, replications: 200 },
];

describe.each(CASES)('EH-bench $program, $slots slots', ({ replicate, slots, keys, replications }) => {
  const truth = ehBenchTruth(slots);
  let outcomes: readonly EhBenchOutcome[];
  beforeAll(() => {
    outcomes = Array.from({ length: replications }, (_, replication) =>
      replicate(slots, simjsSeed(SEED, replication)),
    );
  });

  test.each(keys)('%s agrees with the truth within 3 standard errors', (key) => {
    const values = outcomes.map((outcome) => outcome[key]);
    expect(Math.abs(standardErrorsFrom(truth[key], values))).toBeLessThan(3);
  });

  test('replications differ from one another', () => {
    expect(deviation(outcomes.map((outcome) => outcome.allocated))).toBeGreaterThan(0);
  });
});

test('a replication is decided by its seed', () => {
  expect(replicateEhBenchOnSimjs(480, 7)).toEqual(replicateEhBenchOnSimjs(480, 7));
});
