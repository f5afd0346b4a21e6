import type { Answer, Enrolled, Job } from '../../host/workers/messages.ts';
import type { Pool } from '../../host/workers/pool.ts';
import { createEngine, type Engine } from '../../sim/index.ts';

/**
 * The real engine without threads. `secondsEach` is what it claims that one replication takes; `beforeJob` may end a run.
 */
export function inProcessPool(secondsEach = 0.001, beforeJob: (job: Job) => void = () => {}): Pool {
  const engines = new Map<number, Engine>();
  let enrolled = 0;
  return {
    threads: 1,
    enrol(plan, seed): Enrolled {
      enrolled += 1;
      engines.set(enrolled, createEngine(plan, seed));
      return { id: enrolled, plan, seed };
    },
    async run(job, signal): Promise<Answer> {
      beforeJob(job);
      signal?.throwIfAborted();
      const results = Array.from({ length: job.to - job.from }, (_, index) =>
        engines.get(job.id)!.replicate(job.from + index),
      );
      return { results, seconds: secondsEach * results.length };
    },
    [Symbol.asyncDispose]: async () => {},
  };
}
