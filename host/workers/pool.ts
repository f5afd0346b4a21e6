/** Worker threads that simulate. One pool serves any number of experiments, one after the other. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Plan } from '../../sim/plan.ts';
import { letV8InlineMore } from './inlining.ts';
import type { Answer, Enrolled, Job } from './messages.ts';

export interface Pool extends AsyncDisposable {
  readonly threads: number;
  /** Numbers a plan with its seed, for the jobs on it. */
  enrol(plan: Plan, seed: number): Enrolled;
  /** An abort ends the job at once, by ending its thread, and rejects. */
  run(job: Job, signal?: AbortSignal): Promise<Answer>;
}

/** The built worker lies beside the built program; run from source, Node strips the types of the source itself. */
function workerFile(): string {
  const [built, source] = ['./replicate.worker.js', './replicate.worker.ts'].map((name) =>
    fileURLToPath(new URL(name, import.meta.url)),
  ) as [string, string];
  return existsSync(built) ? built : source;
}

/**
 * @param threads defaults to what the machine can run side by side
 * @param ready threads kept while there is nothing to do; without them the next job waits for a thread to start
 */
export function createPool(threads: number = availableParallelism(), ready = 1): Pool {
  letV8InlineMore();
  const piscina = new Piscina<Job, Answer>({
    filename: workerFile(),
    minThreads: Math.min(ready, threads),
    maxThreads: threads,
    idleTimeout: 10_000,
    concurrentTasksPerWorker: 1,
    // Room for young objects: with Node's own 48 MB for each thread a run is no faster and 60 to 120 MB larger.
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
    // The program's own Node options (a debugger's port, a loader) are not for its workers.
    execArgv: [],
  });
  let enrolled = 0;
  return {
    threads,
    enrol(plan, seed) {
      enrolled += 1;
      return { id: enrolled, plan, seed };
    },
    run: (job, signal) => piscina.run(job, { signal: signal ?? null }),
    [Symbol.asyncDispose]: () => piscina.destroy(),
  };
}
