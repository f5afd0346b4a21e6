/** A length of warm-up found from a pilot: how long a service that starts with nobody takes to settle. */
import { addDays } from '../scenarios/calendar.ts';
import { compile } from '../scenarios/compile.ts';
import type { Scenario } from '../scenarios/schema.ts';
import { groupsOf, mserTruncation, type Result, summarise } from '../sim/index.ts';
import { createReplications } from './replications.ts';
import type { Pool } from './workers/pool.ts';

export const PILOT_REPLICATIONS = 20;
/** Five years: longer than any list that settles takes at councils' lengths of intervention (months). */
export const PILOT_WEEKS = 260;
/** Warm-ups are whole quarters: a figure to say, not one to tune. */
export const ROUNDED_UP_TO_WEEKS = 13;

export interface FoundWarmUp {
  readonly weeks: number;
  /** `false`: the pilot never settled, as when more families join than can be allocated; `weeks` is the longest searched. */
  readonly steady: boolean;
}

/**
 * The service as it stands on its first day, put back by the length of the pilot: posts that come later are not there yet, and
 * referrals have not grown.
 */
function asItOpens(scenario: Scenario): Scenario {
  const { period, demand } = scenario;
  const steady = Object.entries(demand.sources).map(([name, source]) => [
    name,
    { ...source, growthPerYear: 0 },
  ]);
  return {
    ...scenario,
    period: { ...period, start: addDays(period.start, -7 * PILOT_WEEKS) },
    demand: { ...demand, sources: Object.fromEntries(steady) },
  };
}

/**
 * Truncation by MSER on the pilot's mean number of families waiting or open, week by week.
 * @throws when the signal is aborted
 */
export async function findWarmUp(
  scenario: Scenario,
  seed: number,
  pool: Pool,
  signal: AbortSignal | undefined,
): Promise<FoundWarmUp> {
  const { plan } = compile(asItOpens(scenario), { weeks: PILOT_WEEKS, warmUpWeeks: 0 });
  const pilot = createReplications(pool, [plan], seed);
  await pilot.extendTo(PILOT_REPLICATIONS, () => {}, signal);
  const [results] = pilot.results(PILOT_REPLICATIONS) as [Result[]];
  const [service] = summarise(groupsOf(plan), results).groups;
  const { open_cases_mean: open, waiting_mean: waiting } = service!.weekly;
  const inTheService = open.mean.map((cases, week) => cases + waiting.mean[week]!);
  const { weeks, steady } = mserTruncation(inTheService);
  return { weeks: Math.ceil(weeks / ROUNDED_UP_TO_WEEKS) * ROUNDED_UP_TO_WEEKS, steady };
}

export type FindWarmUp = typeof findWarmUp;

/** Remembers the last so many that were found: the same service asked for again, with more replications say, needs no second pilot. */
export function rememberWarmUps(most: number): FindWarmUp {
  const found = new Map<string, FoundWarmUp>();
  return async (scenario, seed, pool, signal) => {
    const key = JSON.stringify([seed, { ...scenario, name: '', description: '' }]);
    const known = found.get(key);
    if (known) return known;
    const warmUp = await findWarmUp(scenario, seed, pool, signal);
    const [oldest] = found.keys();
    if (found.size >= most && oldest !== undefined) found.delete(oldest);
    found.set(key, warmUp);
    return warmUp;
  };
}
