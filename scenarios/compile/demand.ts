/** Referrals of each source and calls to the advice line, on each day of a run. */
import type { AdviceLinePlan, SourcePlan } from '../../sim/plan.ts';
import { hours, perWorkingDay, probability } from '../../sim/units.ts';
import { callsPerDay, meanPerWorkingDay, ratesPerDay } from '../arrivals.ts';
import { wholeShares } from '../distribution-plan.ts';
import type { Scenario, Source } from '../schema.ts';
import { definedIn, type Names } from './names.ts';
import { overDays, type RunTime, type Span } from './run-time.ts';

/** The streams of one source: by rate one, or a replayed series with the steady rate around it. */
export interface Stream {
  readonly source: string;
  readonly plan: Pick<SourcePlan, 'name' | 'arrivals'>;
}

/** Over the whole run, in the order of the plan's sources. */
export function streamsOf(spans: readonly Span[], { sources }: Names, time: RunTime): Stream[] {
  return sources.flatMap((source) => arrivalsOf(source, spans, time).map((plan) => ({ source, plan })));
}

/** What a phase says of a stream besides its rate. */
export function streamTerms(
  { source: name }: Stream,
  phase: number,
  spans: readonly Span[],
  { needs }: Names,
): Pick<SourcePlan, 'repeatShare' | 'needShares'> {
  const source = definedIn(spans, phase, ({ demand }) => name in demand.sources).demand.sources[name]!;
  return {
    repeatShare: probability(source.repeatShare),
    needShares: wholeShares(needs.map((need) => source.needs[need] ?? 0)).map(probability),
  };
}

/**
 * A source by rate is one stream. A replayed series is two: its counts in the weeks that begin while it holds, and outside them (in a
 * warm-up, in a run longer than the series, before or after a change) a rate, for which a series counts by its mean.
 */
function arrivalsOf(name: string, spans: readonly Span[], time: RunTime): Stream['plan'][] {
  const perDay = overDays(spans, time, (scenario) => ratesIn(scenario, name, time));
  const steady = spans.map(({ scenario }) => scenario.demand.sources[name]).find(isByRate);
  const overdispersion = steady?.overdispersion ?? 1;
  const counts = countsPerWeek(name, spans, time);
  if (counts.every((count) => count === null))
    return [{ name, arrivals: { kind: 'rate', perDay, overdispersion } }];
  const replay: Stream['plan'] = {
    name,
    arrivals: { kind: 'replay', perWeek: counts.map((count) => count ?? 0) },
  };
  if (counts.every((count) => count !== null)) return [replay];
  const outside = perDay.map((rate, day) =>
    perWorkingDay(counts[time.weekEnds.findIndex((end) => day < end)] === null ? rate : 0),
  );
  return [
    replay,
    {
      name: `${name} (outside the series)`,
      arrivals: { kind: 'rate', perDay: outside, overdispersion },
    },
  ];
}

const isByRate = (source: Source | undefined) => source !== undefined && !source.weekly;

function ratesIn(scenario: Scenario, name: string, { workingDates }: RunTime): readonly number[] | null {
  const source = scenario.demand.sources[name];
  if (!source) return null;
  if (!source.weekly) return ratesPerDay(source, scenario, workingDates);
  const mean = meanPerWorkingDay(source, scenario);
  return workingDates.map(() => mean);
}

/** The count to replay in each week; `null` where none is given. */
function countsPerWeek(name: string, spans: readonly Span[], time: RunTime): (number | null)[] {
  return time.weekEnds.map((_, week) => {
    const begins = time.weekEnds[week - 1] ?? 0;
    const inForce = spans.findLast(({ from }) => from <= begins)!;
    return inForce.scenario.demand.sources[name]?.weekly?.[week - time.warmUpWeeks] ?? null;
  });
}

/** `null` where nobody ever calls. Calls come on the days of the phases that have them. */
export function adviceLinePlan(
  phase: number,
  spans: readonly Span[],
  { needs }: Names,
  time: RunTime,
): AdviceLinePlan | null {
  const answers = ({ frontDoor }: Scenario) => frontDoor.adviceLine.calls > 0;
  if (!spans.some(({ scenario }) => answers(scenario))) return null;
  const { adviceLine } = definedIn(spans, phase, answers).frontDoor;
  const { resolved, elsewhere, socialCare, frontDoor } = adviceLine;
  const outcomes = wholeShares([resolved, elsewhere, socialCare, frontDoor]).map(probability);
  return {
    perDay: overDays(spans, time, (scenario) => callsPerDay(scenario, time.workingDates)),
    outcomes: {
      resolved: outcomes[0]!,
      elsewhere: outcomes[1]!,
      socialCare: outcomes[2]!,
      frontDoor: outcomes[3]!,
    },
    needShares: wholeShares(needs.map((need) => adviceLine.needs[need] ?? 0)).map(probability),
    callHours: hours(adviceLine.hoursPerCall),
  };
}
