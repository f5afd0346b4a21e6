import { describe, expect, it } from 'vitest';
import { createPool } from '../../host/workers/pool.ts';
import { compile } from '../../scenarios/compile.ts';
import { readScenario } from '../../scenarios/file.ts';
import { createEngine } from '../../sim/index.ts';
import { tinyScenario } from './tiny-scenario.ts';

const plan = compile(
  readScenario({ name: 'tiny', text: JSON.stringify(tinyScenario()) }, () => null).scenario,
).plan;

describe('worker threads', () => {
  it('hand back what the engine gives in this thread, for each of several plans and seeds', async () => {
    await using pool = createPool(2);
    const [one, other] = [pool.enrol(plan, 1), pool.enrol(plan, 2)];
    const answers = await Promise.all([
      pool.run({ ...one, from: 0, to: 3 }),
      pool.run({ ...other, from: 0, to: 3 }),
      pool.run({ ...one, from: 3, to: 5 }),
    ]);
    const expected = (seed: number, replications: readonly number[]) => {
      const engine = createEngine(plan, seed);
      return replications.map((replication) => structuredClone(engine.replicate(replication)));
    };
    expect(answers.map(({ results }) => results)).toEqual([
      expected(1, [0, 1, 2]),
      expected(2, [0, 1, 2]),
      expected(1, [3, 4]),
    ]);
  });

  it('end at once on abort, and serve the next job', async () => {
    await using pool = createPool(1);
    const enrolled = pool.enrol(plan, 1);
    const controller = new AbortController();
    const endless = pool.run({ ...enrolled, from: 0, to: 10_000_000 }, controller.signal);
    setTimeout(() => controller.abort(), 300);
    await expect(endless).rejects.toThrow(/abort/);
    const { results } = await pool.run({ ...enrolled, from: 0, to: 1 });
    expect(results).toHaveLength(1);
  });
});
