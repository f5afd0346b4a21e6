import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createLanes } from '../../host/workers/lanes.ts';
import type { Answer, Job } from '../../host/workers/messages.ts';
import type { Pool } from '../../host/workers/pool.ts';

interface UnderWay {
  readonly job: Job;
  readonly signal: AbortSignal;
  readonly end: () => void;
}

/** A pool whose jobs end when a test says so, or when their thread is ended. */
function heldPool(threads: number) {
  const begun: UnderWay[] = [];
  const pool: Pool = {
    threads,
    enrol: (plan, seed) => ({ id: seed, plan, seed }),
    run: (job, signal) =>
      new Promise<Answer>((resolve, reject) => {
        begun.push({ job, signal: signal!, end: () => resolve({ results: [], seconds: job.from }) });
        signal?.addEventListener('abort', () => reject(signal.reason));
      }),
    [Symbol.asyncDispose]: async () => {},
  };
  return { pool, begun, order: () => begun.map(({ job }) => job.from) };
}

/** `from` tells jobs apart. */
const job = (from: number) => ({ from, to: from + 1 }) as Job;
const outcome = (run: Promise<Answer>) =>
  run.then(
    ({ seconds }) => seconds,
    (reason: unknown) => reason,
  );

describe('two lanes over one pool', () => {
  it('never hand over more jobs than there are threads, and previews first', async () => {
    const { pool, begun, order } = heldPool(2);
    const { full, preview } = createLanes(pool);
    const runs = [
      full.run(job(1)),
      full.run(job(2)),
      full.run(job(3)),
      preview.run(job(4)),
      preview.run(job(5)),
    ];
    expect(order()).toEqual([1, 2]);
    begun[0]!.end();
    await runs[0];
    await pause(0);
    expect(order()).toEqual([1, 2, 4]);
    for (let at = 1; at < 5; at += 1) {
      begun[at]!.end();
      await pause(0);
    }
    expect(order()).toEqual([1, 2, 4, 5, 3]);
    expect((await Promise.all(runs)).map(({ seconds }) => seconds)).toEqual([1, 2, 3, 4, 5]);
  });

  it('drop a waiting job that is stopped, without beginning it', async () => {
    const { pool, begun, order } = heldPool(1);
    const { full } = createLanes(pool);
    const stop = new AbortController();
    const runs = [full.run(job(1)), full.run(job(2), stop.signal), full.run(job(3))].map(outcome);
    stop.abort('no longer wanted');
    expect(await runs[1]).toBe('no longer wanted');
    begun[0]!.end();
    await runs[0];
    await pause(0);
    expect(order()).toEqual([1, 3]);
    begun[1]!.end();
    expect(await runs[2]).toBe(3);
  });

  it('answer at once when a job under way is stopped, but let it run out before its thread is used again', async () => {
    const { pool, begun, order } = heldPool(1);
    const { full, preview } = createLanes(pool);
    const stop = new AbortController();
    const stopped = outcome(full.run(job(1), stop.signal));
    const next = outcome(preview.run(job(2)));
    stop.abort('no longer wanted');
    expect(await stopped).toBe('no longer wanted');
    await pause(20);
    expect(order()).toEqual([1]);
    expect(begun[0]!.signal.aborted).toBe(false);
    begun[0]!.end();
    await pause(0);
    expect(order()).toEqual([1, 2]);
    begun[1]!.end();
    expect(await next).toBe(2);
  });

  it('end the thread of a stopped job that does not end by itself', async () => {
    const { pool, begun, order } = heldPool(1);
    const { full } = createLanes(pool);
    const stop = new AbortController();
    const stopped = outcome(full.run(job(1), stop.signal));
    const next = outcome(full.run(job(2)));
    stop.abort('no longer wanted');
    await stopped;
    while (begun.length < 2) await pause(20);
    expect(begun[0]!.signal.aborted).toBe(true);
    expect(order()).toEqual([1, 2]);
    begun[1]!.end();
    expect(await next).toBe(2);
  });

  it('refuse a job that was stopped before it came', async () => {
    const { pool, order } = heldPool(1);
    const { preview } = createLanes(pool);
    expect(await outcome(preview.run(job(1), AbortSignal.abort('too late')))).toBe('too late');
    expect(order()).toEqual([]);
  });
});
