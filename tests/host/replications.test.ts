import { describe, expect, it } from 'vitest';
import { createReplications } from '../../host/replications.ts';
import type { Answer, Job } from '../../host/workers/messages.ts';
import type { Pool } from '../../host/workers/pool.ts';
import type { Result } from '../../sim/measures/result.ts';
import type { Plan } from '../../sim/plan.ts';

const PLANS = [{ name: 'base' }, { name: 'other' }] as unknown as Plan[];

/** Encodes in `events` which plan, seed and replication a result is of. */
const mark = (id: number, seed: number, replication: number) => id * 1e6 + seed * 1e3 + replication;

function answer({ id, seed, from, to }: Job): Answer {
  const results = Array.from({ length: to - from }, (_, index): Result => {
    const replication = from + index;
    return { replication, events: mark(id, seed, replication), groups: [], postCosts: new Float64Array() };
  });
  return { results, seconds: 0.01 * (to - from) };
}

/** A pool without threads. `delay` decides how long each job takes, so that jobs overtake each other. */
function pool(threads: number, delay: (job: Job) => number, jobs: Job[] = []): Pool {
  let plans = 0;
  return {
    threads,
    enrol: (plan, seed) => ({ id: ++plans, plan, seed }),
    run: (job, signal) =>
      new Promise((resolve, reject) => {
        jobs.push(job);
        const timer = setTimeout(() => resolve(answer(job)), delay(job));
        signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          reject(new Error('aborted'));
        });
      }),
    [Symbol.asyncDispose]: async () => {},
  };
}

describe('replications on a pool', () => {
  it.each([1, 2, 7])('come out in order on %i threads, whatever finishes first', async (threads) => {
    const backwards = pool(threads, ({ from }) => 20 - Math.min(20, from));
    const replications = createReplications(backwards, PLANS, 5);
    await replications.measureCost(undefined);
    await replications.extendTo(30, () => {}, undefined);
    expect(replications.complete).toBe(30);
    const expected = [1, 2].map((id) => Array.from({ length: 30 }, (_, r) => mark(id, 5, r)));
    expect(replications.results(30).map((results) => results.map(({ events }) => events))).toEqual(expected);
  });

  it('runs each replication of each plan once, first the two that are timed and then the rest', async () => {
    const jobs: Job[] = [];
    const replications = createReplications(
      pool(2, () => 0, jobs),
      PLANS,
      1,
    );
    await replications.measureCost(undefined);
    await replications.extendTo(40, () => {}, undefined);
    await replications.extendTo(70, () => {}, undefined);
    for (const id of [1, 2]) {
      const ran = jobs
        .filter((job) => job.id === id)
        .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index));
      expect(ran.sort((a, b) => a - b)).toEqual(Array.from({ length: 70 }, (_, r) => r));
    }
  });

  it('sums the cost of one replication over the plans', async () => {
    const replications = createReplications(
      pool(2, () => 0),
      PLANS,
      0,
    );
    const cost = await replications.measureCost(undefined);
    expect(cost.seconds).toBeCloseTo(0.02);
    expect(cost.events).toBe(mark(1, 0, 1) + mark(2, 0, 1));
  });

  it('keeps on abort what every plan has without a gap', async () => {
    const controller = new AbortController();
    // The job from 27 on never ends, while later ones do.
    const stuck = pool(3, ({ from }) => (from === 27 ? 1e6 : 1));
    const replications = createReplications(stuck, PLANS, 1);
    await replications.measureCost(undefined);
    const running = replications.extendTo(
      500,
      (finished) => finished > 300 && controller.abort(),
      controller.signal,
    );
    await expect(running).rejects.toThrow('aborted');
    expect(replications.complete).toBe(27);
    expect(replications.results(27).map((results) => results.length)).toEqual([27, 27]);
  });
});
