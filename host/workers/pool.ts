/** Worker threads that simulate. One pool serves any number of experiments, one after the other. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Plan } from '../../sim/plan.ts';
import { BadInput } from '../failure.ts';
import type { Answer, Enrolled, Job } from './messages.ts';
import { letThreadsCompile, letV8InlineMore } from './v8-options.ts';

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

export interface PoolOptions {
  /** Told of a thread that failed while nobody waited for it. */
  readonly onFault?: (thrown: unknown) => void;
  /** File that a thread runs, and the most memory it may take; only tests have others. */
  readonly worker?: string;
  readonly mostMegabytes?: number;
}

/**
 * @param threads defaults to what the machine can run side by side
 * @param ready threads kept while there is nothing to do; without them the next job waits for a thread to start
 */
export function createPool(
  threads: number = availableParallelism(),
  ready = 1,
  { onFault = () => {}, worker = workerFile(), mostMegabytes }: PoolOptions = {},
): Pool {
  letV8InlineMore();
  letThreadsCompile();
  const piscina = new Piscina<Job, Answer>({
    filename: worker,
    minThreads: Math.min(ready, threads),
    maxThreads: threads,
    idleTimeout: 10_000,
    concurrentTasksPerWorker: 1,
    // Room for young objects: with Node's own 48 MB for each thread a run is no faster and 60 to 120 MB larger.
    resourceLimits: {
      maxYoungGenerationSizeMb: 8,
      ...(mostMegabytes !== undefined && { maxOldGenerationSizeMb: mostMegabytes }),
    },
    // The program's own Node options (a debugger's port, a loader) are not for its workers.
    execArgv: [],
  });
  // Without a listener it would end the program.
  piscina.on('error', onFault);
  // Threads that fail before they begin are not started again, and what waits for one would wait for ever.
  let stranded = new AbortController();
  piscina.on('workerDestroy', () =>
    setImmediate(() => {
      if (piscina.threads.length > 0 || piscina.queueSize === 0) return;
      stranded.abort(NO_THREAD);
      stranded = new AbortController();
    }),
  );
  let enrolled = 0;
  return {
    threads,
    enrol(plan, seed) {
      enrolled += 1;
      return { id: enrolled, plan, seed };
    },
    async run(job, signal) {
      const ends = signal ? AbortSignal.any([signal, stranded.signal]) : stranded.signal;
      try {
        return await piscina.run(job, { signal: ends });
      } catch (error) {
        throw whyEnded(error);
      }
    },
    [Symbol.asyncDispose]: () => piscina.destroy(),
  };
}

const NO_THREAD = new Error(
  'The threads that simulate cannot be started. Close Headroom and open it again; if it happens again, install it anew.',
);

/** What ended a job, with what a person can do about it. What the engine itself throws stays as it is. */
function whyEnded(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.cause === NO_THREAD) return NO_THREAD;
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    const allowed = 'a service whose families all fit into the memory of one thread';
    const message =
      'simulating it took more memory than one thread may have; choose fewer weeks, or a smaller service, or one whose list does not grow without end';
    return new BadInput([{ path: 'scenario', value: 'too large', allowed, message }]);
  }
  if (!error.message.startsWith('worker exited')) return error;
  const message = `a thread that simulates ended in the middle of its work (${error.message}); run it again`;
  return new Error(message, { cause: error });
}
