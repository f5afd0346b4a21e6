import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { wireFailureOf } from '../../host/wire-failure.ts';
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

describe('a thread that fails', () => {
  const file = (name: string) => fileURLToPath(new URL(`./workers/${name}.worker.ts`, import.meta.url));
  const failure = (running: Promise<unknown>) => running.then(() => null, wireFailureOf);
  const job = (pool: ReturnType<typeof createPool>) => pool.run({ ...pool.enrol(plan, 1), from: 0, to: 1 });

  it('because its file does not load: every job says so, the program goes on, and the fault is told', async () => {
    const faults: unknown[] = [];
    const broken = { worker: file('does-not-load'), onFault: (thrown: unknown) => faults.push(thrown) };
    await using pool = createPool(2, 1, broken);
    // The first may be given to a thread that has not failed yet; those that wait for another must end too.
    const failures = await Promise.all([1, 2, 3].map(() => failure(job(pool))));
    failures.push(await failure(job(pool)));
    for (const each of failures)
      expect(each).toMatchObject({ message: expect.stringMatching(/cannot be started|half of the file/) });
    expect(failures.at(-1)?.message).toMatch(/cannot be started. Close Headroom and open it again/);
    await expect.poll(() => faults.map(String)).toContain('Error: half of the file is missing');
  });

  it('because it ends: the job says so, and the next one has another thread', async () => {
    await using pool = createPool(1, 1, { worker: file('exits') });
    for (const _ of [1, 2])
      expect(await failure(job(pool))).toMatchObject({
        kind: 'our fault',
        message: expect.stringMatching(/ended in the middle of its work .*code: 7.* run it again/),
      });
  });

  it('because its memory is full: it is the service that is too large, and what to do is said', async () => {
    await using pool = createPool(1, 1, { worker: file('takes-all-memory'), mostMegabytes: 32 });
    expect(await failure(job(pool))).toMatchObject({
      kind: 'bad input',
      message: expect.stringMatching(/more memory than one thread may have; choose fewer weeks/),
    });
  });
});
