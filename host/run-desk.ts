/**
 * Takes orders for runs and tells how they go. Previews and full runs each go one after the other; a preview goes before the jobs
 * of a full run under way. A newer order of the same name overtakes the older, of which nothing more is heard.
 */
import { performance } from 'node:perf_hooks';
import type { Experiment } from '../reports/experiment.ts';
import type { ScenarioDocument } from '../scenarios/file.ts';
import type { News, RunOrder, RunProgress } from './contract.ts';
import { type Estimate, inWords, LONG_RUN_SECONDS } from './estimate.ts';
import { BadInput, Stopped } from './failure.ts';
import { readKept } from './kept-scenarios.ts';
import { type Progress, runExperiment } from './runs.ts';
import { type FindWarmUp, rememberWarmUps } from './warm-up.ts';
import { wireFailureOf } from './wire-failure.ts';
import { createLanes } from './workers/lanes.ts';
import type { Pool } from './workers/pool.ts';

export interface RunDesk {
  /** @throws {BadInput} when a scenario is not valid, or too many runs wait */
  start(order: RunOrder): void;
  /** A run that is unknown or over is no fault. */
  cancel(run: string): void;
  /** Ends every run without a word, and waits until none is at work. */
  close(): Promise<void>;
}

export interface RunDeskParts {
  readonly pool: Pool;
  readonly tell: (news: News) => void;
  /** Keeps a result in an open document, or throws. */
  readonly keep: (document: string, label: string, experiment: Experiment) => void;
  /** Told of every fault of the program, as thrown. */
  readonly onFault: (thrown: unknown) => void;
}

/** More is no person's wish. */
const MOST_RUNS = 100;
const WARM_UPS_REMEMBERED = 50;

interface Run {
  readonly order: RunOrder;
  readonly scenarios: readonly ScenarioDocument[];
  readonly stop: AbortController;
  /** Its turn has come. */
  begun: boolean;
  /** Nobody wants to hear of it any more. */
  silent: boolean;
}

export function createRunDesk({ pool, tell, keep, onFault }: RunDeskParts): RunDesk {
  const lanes = createLanes(pool);
  const warmUpFor = rememberWarmUps(WARM_UPS_REMEMBERED);
  const runs = new Map<string, Run>();
  /** Of each lane, the end of the last run ordered. */
  const last = { preview: Promise.resolve(), full: Promise.resolve() };

  function dismiss(run: Run): void {
    run.silent = true;
    run.stop.abort();
    runs.delete(run.order.run);
  }

  async function work(run: Run): Promise<void> {
    if (run.silent) return;
    run.begun = true;
    const { order } = run;
    const told = (news: News) => {
      if (!run.silent) tell(news);
    };
    try {
      const experiment = await simulate(run, { pool: lanes[order.priority], warmUpFor }, told);
      if (run.silent) return;
      const kept = keepIfWanted(order, experiment, told);
      told({ kind: 'run finished', run: order.run, experiment, kept });
    } catch (thrown) {
      const failure = wireFailureOf(thrown);
      if (failure.kind === 'our fault') onFault(thrown);
      told({ kind: 'run failed', run: order.run, failure });
    } finally {
      if (runs.get(order.run) === run) runs.delete(order.run);
    }
  }

  /** Before its turn comes nothing would be heard of it, perhaps for minutes. */
  function forget(run: Run): void {
    dismiss(run);
    const failure = wireFailureOf(new Stopped('Stopped before it began'));
    tell({ kind: 'run failed', run: run.order.run, failure });
  }

  /** What was simulated is handed over even where it could not be kept. What was stopped early is nobody's lasting result. */
  function keepIfWanted(
    { run, keep: wanted }: RunOrder,
    experiment: Experiment,
    told: (news: News) => void,
  ): boolean {
    if (!wanted || experiment.precision.stopped) return false;
    try {
      keep(wanted.document, wanted.label, experiment);
      return true;
    } catch (thrown) {
      const { kind, message } = wireFailureOf(thrown);
      if (kind === 'our fault') onFault(thrown);
      told({
        kind: 'run notice',
        run,
        sentence: `This result could not be kept in the document. ${message}`,
      });
      return false;
    }
  }

  return {
    start(order) {
      const overtaken = runs.get(order.run);
      if (overtaken) dismiss(overtaken);
      if (runs.size >= MOST_RUNS) throw tooMany(order.run);
      const run: Run = {
        order,
        scenarios: readKept(order.scenarios),
        stop: new AbortController(),
        begun: false,
        silent: false,
      };
      runs.set(order.run, run);
      last[order.priority] = last[order.priority].then(() => work(run));
    },

    cancel(name) {
      const run = runs.get(name);
      if (run?.begun) run.stop.abort();
      else if (run) forget(run);
    },

    async close() {
      for (const run of [...runs.values()]) dismiss(run);
      await Promise.all([last.preview, last.full]);
    },
  };
}

function simulate(
  { order, scenarios, stop }: Run,
  { pool, warmUpFor }: { readonly pool: Pool; readonly warmUpFor: FindWarmUp },
  told: (news: News) => void,
): Promise<Experiment> {
  const { run, seed, replications, maxReplications, weeks, mayTakeLong, firstLook = false } = order;
  const pace = createPace();
  return runExperiment(
    { scenarios, seed, replications, maxReplications, weeks },
    {
      pool,
      warmUpFor,
      signal: stop.signal,
      onProgress: (progress) => {
        const shown = pace(progress);
        if (shown && !stop.signal.aborted) told({ kind: 'run progress', run, progress: shown });
      },
      onNotice: (sentence) => told({ kind: 'run notice', run, sentence }),
      ...(firstLook && {
        onFirstLook: (experiment) => {
          if (!stop.signal.aborted) told({ kind: 'run first look', run, experiment });
        },
      }),
      mayTakeLong: async (likely) => {
        if (!mayTakeLong) throw takesLong(likely);
        return true;
      },
    },
  );
}

/** Milliseconds between two words on progress. */
const BETWEEN_PROGRESS = 100;
/** Below this share done, and before this many milliseconds, time left would be a guess. */
const LEAST_TO_JUDGE = { share: 0.02, milliseconds: 300 };

/** Thins progress out, and adds the time left at the pace so far; `null` where nothing need be said. */
function createPace(): (progress: Progress) => RunProgress | null {
  let said = Number.NEGATIVE_INFINITY;
  let begun: { readonly at: number; readonly done: number } | null = null;
  return ({ phase, done, of }) => {
    const now = performance.now();
    if (phase === 'replications') begun ??= { at: now, done };
    if (now - said < BETWEEN_PROGRESS) return null;
    said = now;
    return { phase, done, of, secondsLeft: begun && secondsLeft(begun, now, done, of) };
  };
}

function secondsLeft(begun: { at: number; done: number }, now: number, done: number, of: number) {
  const [spent, finished] = [now - begun.at, done - begun.done];
  if (spent < LEAST_TO_JUDGE.milliseconds || finished < LEAST_TO_JUDGE.share * of) return null;
  return ((spent / finished) * Math.max(0, of - done)) / 1000;
}

function takesLong(likely: Estimate): BadInput {
  return new BadInput([
    {
      path: 'replications',
      value: likely.replications,
      allowed: `a run of up to ${LONG_RUN_SECONDS / 60} minutes, unless a longer one is agreed to`,
      message: `${inWords(likely)}; choose fewer replications or a shorter period, or agree to wait`,
    },
  ]);
}

function tooMany(run: string): BadInput {
  const allowed = `up to ${MOST_RUNS} runs at once`;
  const message = `${MOST_RUNS} runs are waiting or at work; cancel some, or wait until they are over`;
  return new BadInput([{ path: 'run', value: run, allowed, message }]);
}
