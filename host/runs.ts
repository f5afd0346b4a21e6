/** An experiment from request to result: warm-up found, replications run on threads, intervals made narrow, scenarios compared. */
import type { Experiment, Precision } from '../reports/experiment.ts';
import { type CompiledScenario, compile } from '../scenarios/compile.ts';
import type { ScenarioDocument } from '../scenarios/file.ts';
import { groupsOf, type Summary } from '../sim/index.ts';
import { type Estimate, estimate, LONG_RUN_SECONDS, refuseBeyondMemory, tooLong } from './estimate.ts';
import { BadInput, failureOf, Stopped } from './failure.ts';
import { isPrecise, replicationsLikelyNeeded, STEP, summariseHeadline } from './precision.ts';
import { described, experiment } from './put-together.ts';
import { type Cost, createReplications, type Replications } from './replications.ts';
import { type FindWarmUp, findWarmUp } from './warm-up.ts';
import type { Pool } from './workers/pool.ts';

/** Replications, and seconds they may take. */
const FIRST_LOOK = { most: 20, least: 4, within: 0.6 };

export interface RunRequest {
  /** The base first. All are run with the same seed, replication by replication (common random numbers). */
  readonly scenarios: readonly ScenarioDocument[];
  readonly seed: number;
  /** At least 2. "auto" runs as many as the intervals need; see `precision.ts`. */
  readonly replications: number | 'auto';
  /** Where "auto" ends. */
  readonly maxReplications: number;
  /** Weeks reported, in place of each scenario's own. */
  readonly weeks?: number | undefined;
}

export interface Progress {
  readonly phase: 'warm-up' | 'replications';
  /** Replications finished, over all scenarios. */
  readonly done: number;
  /** Those there will be; under "auto" the likely number. */
  readonly of: number;
}

export interface RunHooks {
  readonly pool: Pool;
  /** Finds a warm-up, or remembers it; from a pilot each time unless given. */
  readonly warmUpFor?: FindWarmUp | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** What a person should know of how the run was made. */
  readonly onNotice?: ((sentence: string) => void) | undefined;
  /** Told once what the first replications show, as if the run had ended there; of a run of a given number of replications. */
  readonly onFirstLook?: ((experiment: Experiment) => void) | undefined;
  /** Asked before a run above `LONG_RUN_SECONDS`. Without it such a run is refused. */
  readonly mayTakeLong?: ((estimate: Estimate) => Promise<boolean>) | undefined;
}

/**
 * The result depends on the request alone: not on threads, and, unless stopped, not on the machine.
 * On abort, what every scenario has finished is reported as stopped.
 * @throws {BadInput} when scenarios cannot be compared, or the run is too long or too large
 * @throws {Stopped} on an abort before two replications, or when `mayTakeLong` says no
 */
export async function runExperiment(request: RunRequest, hooks: RunHooks): Promise<Experiment> {
  refuseSameNames(request.scenarios);
  try {
    const warmUp = await commonWarmUp(request, hooks);
    const compiled = compileAll(request, warmUp.weeks);
    const plans = compiled.map(({ plan }) => plan);
    const replications = createReplications(hooks.pool, plans, request.seed);
    const headlines = (count: number) =>
      replications
        .results(count)
        .map((results, index) => summariseHeadline(groupsOf(plans[index]!)[0]!, results));
    const scenarios = request.scenarios.map((document, index) =>
      described(document, compiled[index]!, !warmUp.unsettled.has(index)),
    );
    const made = (precision: Precision) =>
      experiment(request.seed, scenarios, plans, replications, precision);
    return made(await replicate(request, replications, headlines, made, hooks));
  } catch (error) {
    throw isAbort(error, hooks.signal) ? new Stopped('Stopped before two replications were finished') : error;
  }
}

/** Whether a person's stop is what ended the work: the pool then rejects with an error of its own, not with one of ours. */
function isAbort(error: unknown, signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true && failureOf(error).kind === 'our fault';
}

function compileAll({ scenarios, weeks }: RunRequest, warmUpWeeks: number): CompiledScenario[] {
  const compiled = scenarios.map(({ scenario }) =>
    compile(scenario, weeks === undefined ? { warmUpWeeks } : { weeks, warmUpWeeks }),
  );
  refuseDifferentPeriods(scenarios, compiled);
  return compiled;
}

interface WarmUp {
  /** The longest of the scenarios', so that a difference between them is theirs and not their warm-ups'. */
  readonly weeks: number;
  /** Places of the scenarios that were never seen to settle. */
  readonly unsettled: ReadonlySet<number>;
}

async function commonWarmUp({ scenarios, seed }: RunRequest, hooks: RunHooks): Promise<WarmUp> {
  const { warmUpFor = findWarmUp } = hooks;
  const lengths = [0];
  const unsettled = new Set<number>();
  for (const [index, { scenario, name }] of scenarios.entries()) {
    if (scenario.opening.from === 'snapshot') continue;
    if (scenario.period.warmUpWeeks !== 'auto') {
      lengths.push(scenario.period.warmUpWeeks);
      continue;
    }
    hooks.onProgress?.({ phase: 'warm-up', done: index, of: scenarios.length });
    const { weeks, steady } = await warmUpFor(scenario, seed, hooks.pool, hooks.signal);
    lengths.push(weeks);
    if (!steady) {
      unsettled.add(index);
      hooks.onNotice?.(
        `“${name}” does not settle: after ${weeks} weeks from empty its list and caseload still change. ` +
          'Its figures depend on how long it has run; open it from a snapshot of today, or say how many weeks fill it up before the start.',
      );
    }
  }
  return { weeks: Math.max(...lengths), unsettled };
}

/** @throws {BadInput} where two scenarios could not be told apart in a report */
function refuseSameNames(scenarios: readonly ScenarioDocument[]): void {
  const names = scenarios.map(({ name }) => name);
  const repeated = names.filter((name, index) => names.indexOf(name) < index);
  if (repeated.length === 0) return;
  throw new BadInput(
    repeated.map((name) => ({
      path: 'name',
      value: name,
      allowed: 'a name that no other scenario of the comparison has',
      message: `two scenarios are named “${name}”; give each its own`,
    })),
  );
}

/** @throws {BadInput} naming the scenarios whose weeks are not the base's */
function refuseDifferentPeriods(
  scenarios: readonly ScenarioDocument[],
  compiled: readonly CompiledScenario[],
): void {
  const periods = compiled.map(({ dates }) => `${dates.length} weeks from ${dates[0]}`);
  const problems = periods.flatMap((period, index) =>
    period === periods[0]
      ? []
      : [
          {
            path: `${scenarios[index]!.name}: period`,
            value: period,
            allowed: `${periods[0]}, as the base`,
            message: `is ${period}, but the base has ${periods[0]}; give both the same period.start and period.weeks`,
          },
        ],
  );
  if (problems.length > 0) throw new BadInput(problems);
}

async function replicate(
  request: RunRequest,
  replications: Replications,
  summariesOf: (count: number) => Summary[],
  experimentOf: (precision: Precision) => Experiment,
  { pool, signal, onProgress, onFirstLook, mayTakeLong }: RunHooks,
): Promise<Precision> {
  const auto = request.replications === 'auto';
  const planned = request.replications === 'auto' ? request.maxReplications : request.replications;
  let agreed = false;
  const agree = async (cost: Cost, count: number) => {
    const likely = estimate(cost, count, pool.threads);
    refuseBeyondMemory(likely);
    if (agreed || likely.seconds <= LONG_RUN_SECONDS) return;
    if (!mayTakeLong) throw tooLong(likely);
    if (!(await mayTakeLong(likely))) throw new Stopped('Not begun');
    agreed = true;
  };
  const extendTo = (count: number, expected: number) => {
    const of = expected * request.scenarios.length;
    return replications.extendTo(count, (done) => onProgress?.({ phase: 'replications', done, of }), signal);
  };

  try {
    const cost = await replications.measureCost(signal);
    if (!auto) {
      await agree(cost, planned);
      const look = onFirstLook ? firstLook(cost, pool.threads) : planned;
      if (look < planned) {
        await extendTo(look, planned);
        onFirstLook?.(experimentOf({ mode: 'given', reached: true, stopped: false, planned: look }));
      }
      await extendTo(planned, planned);
      return { mode: 'given', reached: true, stopped: false, planned };
    }
    let count = Math.min(STEP, planned);
    let expected = count;
    for (;;) {
      await agree(cost, expected);
      await extendTo(count, expected);
      const found = summariesOf(count);
      if (isPrecise(found)) return { mode: 'auto', reached: true, stopped: false, planned };
      if (count >= planned) return { mode: 'auto', reached: false, stopped: false, planned };
      expected = replicationsLikelyNeeded(found, planned);
      count = Math.min(count + STEP, planned);
      expected = Math.max(expected, count);
    }
  } catch (error) {
    if (!isAbort(error, signal) || replications.complete < 2) throw error;
    return { mode: auto ? 'auto' : 'given', reached: false, stopped: true, planned };
  }
}

/** Replications of a first look: enough for a band if that takes no longer than a person is glad to wait, else as many as that time has. */
function firstLook({ seconds }: Cost, threads: number): number {
  const { most, least, within } = FIRST_LOOK;
  return Math.min(most, Math.max(least, Math.floor((within * threads) / seconds)));
}
