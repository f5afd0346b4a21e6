/**
 * The replications of the plans of one experiment. Jobs finish in any order on any number of threads; a result is filed
 * under its replication's number, so what comes out depends on the plans and the seed alone.
 */
import type { Result } from '../sim/index.ts';
import type { Plan } from '../sim/plan.ts';
import type { Enrolled } from './workers/messages.ts';
import type { Pool } from './workers/pool.ts';

/** Long enough that handing over costs nothing beside it, short enough that a stop loses little. */
const SECONDS_PER_JOB = 0.25;
const MOST_REPLICATIONS_PER_JOB = 25;

/** What one replication of every plan takes: summed over the plans. */
export interface Cost {
  readonly events: number;
  /** Of one thread. */
  readonly seconds: number;
  /** Memory its results hold until the experiment is summarised. */
  readonly bytes: number;
}

export interface Replications {
  /** Replications that every plan has, counted from the first without a gap. */
  readonly complete: number;
  /**
   * Runs the first two replications one by one. The cost is that of the second: during the first, Node still compiles the engine.
   * @throws when the signal is aborted
   */
  measureCost(signal: AbortSignal | undefined): Promise<Cost>;
  /**
   * Runs what is missing up to `count`.
   * @param onResult told the replications finished so far, summed over plans
   * @throws when the signal is aborted; what has finished stays
   */
  extendTo(
    count: number,
    onResult: (finished: number) => void,
    signal: AbortSignal | undefined,
  ): Promise<void>;
  /** The first `count` results of each plan, in order of replication; `count` is at most `complete`. */
  results(count: number): Result[][];
}

export function createReplications(pool: Pool, plans: readonly Plan[], seed: number): Replications {
  const tracks = plans.map((plan) => ({
    enrolled: pool.enrol(plan, seed),
    results: new Map<number, Result>(),
  }));
  let perJob = 1;

  async function runJob(
    { enrolled, results }: Track,
    from: number,
    to: number,
    signal: AbortSignal | undefined,
  ) {
    const answer = await pool.run({ ...enrolled, from, to }, signal);
    for (const result of answer.results) results.set(result.replication, result);
    return answer;
  }

  return {
    get complete() {
      return Math.min(...tracks.map(({ results }) => prefixLength(results)));
    },

    async measureCost(signal) {
      const cost = { events: 0, seconds: 0, bytes: 0 };
      for (const track of tracks) {
        await runJob(track, 0, 1, signal);
        const { results, seconds } = await runJob(track, 1, 2, signal);
        cost.seconds += seconds;
        for (const result of results) {
          cost.events += result.events;
          cost.bytes += bytesOf(result);
        }
      }
      const jobs = SECONDS_PER_JOB / (cost.seconds / tracks.length);
      perJob = Math.min(MOST_REPLICATIONS_PER_JOB, Math.max(1, Math.round(jobs)));
      return cost;
    },

    async extendTo(count, onResult, signal) {
      const jobs = missingJobs(tracks, count, Math.min(perJob, evenShare(tracks, count, pool.threads)));
      const finished = () => tracks.reduce((sum, { results }) => sum + results.size, 0);
      const work = async () => {
        for (const { track, from, to } of jobs) {
          await runJob(track, from, to, signal);
          onResult(finished());
        }
      };
      await Promise.all(Array.from({ length: pool.threads }, work));
    },

    results: (count) =>
      tracks.map(({ results }) =>
        Array.from({ length: count }, (_, replication) => results.get(replication)!),
      ),
  };
}

interface Track {
  readonly enrolled: Enrolled;
  readonly results: Map<number, Result>;
}

function prefixLength(results: ReadonlyMap<number, Result>): number {
  let length = 0;
  while (results.has(length)) length += 1;
  return length;
}

/** Replications for each thread when all get as many: a run too short for long jobs still uses every thread. */
function evenShare(tracks: readonly Track[], count: number, threads: number): number {
  const missing = tracks.reduce((sum, { results }) => sum + count - prefixLength(results), 0);
  return Math.max(1, Math.ceil(missing / threads));
}

/** All plans side by side, so that a stop leaves each with about the same replications. */
function* missingJobs(tracks: readonly Track[], count: number, perJob: number) {
  const start = Math.min(...tracks.map(({ results }) => prefixLength(results)));
  for (let from = start; from < count; from += perJob) {
    for (const track of tracks) yield { track, from, to: Math.min(from + perJob, count) };
  }
}

function bytesOf(result: Result): number {
  return result.groups
    .flatMap((group) => [group.headline, group.weekly, group.waits, group.totalWaits, group.stillWaiting])
    .reduce((sum, values) => sum + values.byteLength, result.postCosts.byteLength);
}
