/**
 * From a scenario to a plan: the only place where units are converted (with the folder `compile/`). Weeks are blocks of seven days from
 * the first day on; a time in weeks or months becomes working days by the nation's average working week, bank holidays taken out.
 */
import type { ChangePlan, OpeningPlan, Plan, Terms } from '../sim/plan.ts';
import { probability, workingDays } from '../sim/units.ts';
import { addDays } from './calendar.ts';
import { costPlan } from './compile/costs.ts';
import { adviceLinePlan, type Stream, streamsOf, streamTerms } from './compile/demand.ts';
import { allocationPlan, frontDoorPlan, needPlans, waitingPlan } from './compile/list.ts';
import { type Names, namesOf } from './compile/names.ts';
import { amountPlan, pathwayPlans } from './compile/pathways.ts';
import { type Place, placesOf } from './compile/places.ts';
import { type RunTime, runTime, type Span, spansOf } from './compile/run-time.ts';
import { changedTerms, teamPlans, workerPlans } from './compile/staffing.ts';
import { countPlan, wholeShares } from './distribution-plan.ts';
import { doseOf } from './dose.ts';
import { openCases, waitingFamilies } from './opening-families.ts';
import { WHOLE_AREA } from './parameters/locality.ts';
import type { Scenario } from './schema.ts';

export interface CompiledScenario {
  readonly plan: Plan;
  /** ISO date on which each week of the time reported begins. */
  readonly dates: readonly string[];
  /** Weeks simulated before the first of them. */
  readonly warmUpWeeks: number;
  /** Allocation target in working days. */
  readonly targetDays: number;
  /** Average working days in a week, by which lengths typed in weeks were converted. */
  readonly daysPerWeek: number;
}

export interface CompileOptions {
  /** Weeks reported, in place of the scenario's own. */
  readonly weeks?: number;
  /** Weeks of warm-up, in place of the scenario's own; a snapshot has none whatever is given. */
  readonly warmUpWeeks?: number;
}

/**
 * The plan of a scenario that `check` has passed.
 * @throws {Error} when the warm-up is "auto" and no length is given
 */
export function compile(scenario: Scenario, options: CompileOptions = {}): CompiledScenario {
  const weeks = options.weeks ?? scenario.period.weeks;
  const time = runTime(scenario, weeks, warmUpOf(scenario, options.warmUpWeeks));
  const { start } = time;
  return {
    plan: planOf(scenario, time),
    dates: Array.from({ length: weeks }, (_, week) => addDays(start, 7 * week)),
    warmUpWeeks: time.warmUpWeeks,
    targetDays: scenario.allocation.targetDays,
    daysPerWeek: time.daysPerWeek,
  };
}

function warmUpOf({ opening, period }: Scenario, given: number | undefined): number {
  if (opening.from === 'snapshot') return 0;
  const weeks = given ?? period.warmUpWeeks;
  if (weeks === 'auto')
    throw new Error('period.warmUpWeeks is "auto": give compile the length that was found.');
  return weeks;
}

function planOf(scenario: Scenario, time: RunTime): Plan {
  const spans = spansOf(scenario, time);
  const names = namesOf(spans);
  const streams = streamsOf(spans, names, time);
  const places = placesOf(spans, names, time.calendar.toClock);
  return {
    clock: { windowStart: workingDays(time.calendar.toClock(time.start)), weekEnds: time.weekEnds },
    sources: streams.map((stream) => ({ ...stream.plan, ...streamTerms(stream, 0, spans, names) })),
    adviceLine: adviceLinePlan(0, spans, names, time),
    ...termsIn(0, spans, names, time),
    children: childrenPlan(scenario),
    ...localitiesOf(scenario),
    capsCount: scenario.allocation.capsCount,
    teams: teamPlans(spans, names),
    workers: workerPlans(places, spans, names, time),
    opening: openingPlan(scenario, names, time),
    changes: spans.slice(1).map((_, i) => changePlan(i + 1, spans, names, streams, places, time)),
    costs: costPlan(places, spans, names),
  };
}

function termsIn(phase: number, spans: readonly Span[], names: Names, { daysPerWeek }: RunTime): Terms {
  const { scenario } = spans[phase]!;
  return {
    needs: needPlans(phase, spans, names, daysPerWeek),
    frontDoor: frontDoorPlan(scenario, daysPerWeek),
    waiting: waitingPlan(scenario, daysPerWeek),
    pathways: pathwayPlans(phase, spans, names, daysPerWeek),
    allocation: allocationPlan(scenario, daysPerWeek),
  };
}

function changePlan(
  phase: number,
  spans: readonly Span[],
  names: Names,
  streams: readonly Stream[],
  places: readonly Place[],
  time: RunTime,
): ChangePlan {
  return {
    at: spans[phase]!.from,
    ...termsIn(phase, spans, names, time),
    sources: streams.map((stream) => streamTerms(stream, phase, spans, names)),
    adviceLine: adviceLinePlan(phase, spans, names, time),
    workers: changedTerms(phase, places, names),
  };
}

function childrenPlan({ families: { children } }: Scenario): Plan['children'] {
  return children === 'not counted' ? null : countPlan(children);
}

/** Without localities everybody lives in the whole area. */
function localitiesOf({ localities }: Scenario): Pick<Plan, 'localities' | 'localityShares'> {
  const names = Object.keys(localities);
  if (names.length === 0) return { localities: [WHOLE_AREA], localityShares: [probability(1)] };
  const shares = wholeShares(Object.values(localities).map(({ share }) => share));
  return { localities: names, localityShares: shares.map(probability) };
}

function openingPlan(scenario: Scenario, { pathways }: Names, time: RunTime): OpeningPlan {
  const { opening } = scenario;
  return {
    waiting: waitingFamilies(scenario, time.calendar, time.daysPerWeek),
    open: openCases(scenario),
    planned: pathways.map((name) => {
      const plan = opening.open[name]?.plan;
      return plan ? amountPlan(plan, time.daysPerWeek) : null;
    }),
    closuresPerDay: pathways.map((name) => closuresPerDay(name, scenario, time)),
    frontDoorInHand: opening.from === 'snapshot',
  };
}

/** Closures before a snapshot, by Little's law from the cases now open: open / mean length. None before a warm-up. */
function closuresPerDay(name: string, { opening, pathways }: Scenario, { daysPerWeek }: RunTime): number {
  const terms = opening.open[name];
  const pathway = pathways[name];
  if (!terms || !pathway) return 0;
  const open = 'sessionsHad' in terms ? terms.sessionsHad.length : terms.families;
  return open / doseOf({ ...pathway, plan: terms.plan ?? pathway.plan }, daysPerWeek).lengthDays;
}
