/** One pool shared by two kinds of work: jobs of previews go before jobs of full runs, which wait between two jobs of theirs. */
import type { Answer, Job } from './messages.ts';
import type { Pool } from './pool.ts';

export interface Lanes {
  readonly preview: Pool;
  readonly full: Pool;
}

/**
 * A job is short. One that is stopped is let run out, because a new thread costs more than the job, and what comes of it is dropped;
 * after this many milliseconds its thread is ended.
 */
const PATIENCE = 500;

interface Waiting {
  readonly begin: () => Promise<void>;
}

/** The pool stays the caller's, to be disposed of by whoever made it. */
export function createLanes(pool: Pool): Lanes {
  const waiting: Record<keyof Lanes, Set<Waiting>> = { preview: new Set(), full: new Set() };
  let free = pool.threads;

  function beginNext(): void {
    while (free > 0) {
      const lane = waiting.preview.size > 0 ? waiting.preview : waiting.full;
      const [first] = lane;
      if (!first) return;
      lane.delete(first);
      free -= 1;
      void first.begin().finally(() => {
        free += 1;
        beginNext();
      });
    }
  }

  function run(lane: Set<Waiting>, job: Job, signal: AbortSignal | undefined): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const entry: Waiting = { begin: () => patiently(pool, job, signal).then(resolve, reject) };
    const onAbort = () => {
      lane.delete(entry);
      reject(signal?.reason);
    };
    if (signal?.aborted) onAbort();
    else {
      signal?.addEventListener('abort', onAbort, { once: true });
      lane.add(entry);
      beginNext();
    }
    return promise.finally(() => signal?.removeEventListener('abort', onAbort));
  }

  const laneOf = (lane: Set<Waiting>): Pool => ({
    threads: pool.threads,
    enrol: pool.enrol,
    run: (job, signal) => run(lane, job, signal),
    [Symbol.asyncDispose]: async () => {},
  });
  return { preview: laneOf(waiting.preview), full: laneOf(waiting.full) };
}

/** Settles when the job's thread is free again. */
async function patiently(pool: Pool, job: Job, signal: AbortSignal | undefined): Promise<Answer> {
  const end = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onAbort = () => {
    timer = setTimeout(() => end.abort(signal?.reason), PATIENCE);
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await pool.run(job, end.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
