/**
 * From a scenario to a plan: the only place where units are converted. Weeks are blocks of seven days from the first day on; a time in
 * weeks or months becomes working days by the nation's average working week, bank holidays taken out.
 */
import {
  type AllocationPlan,
  type DosagePlan,
  type FrontDoorPlan,
  type NeedPlan,
  OUTCOMES,
  type PathwayPlan,
  type Plan,
  type ReReferralPlan,
  type SourcePlan,
  type WorkerPlan,
} from '../sim/plan.ts';
import { caseWeight, hours, perWorkingDay, probability, workingDays } from '../sim/units.ts';
import { meanPerWorkingDay, ratesPerDay } from './arrivals.ts';
import { addDays, type Calendar, createCalendar, workingDaysPerWeek } from './calendar.ts';
import { countPlan, timePlan, wholeShares } from './distribution-plan.ts';
import { doseOf } from './dose.ts';
import { openCases, waitingFamilies } from './opening-families.ts';
import type { Need, Pathway, Scenario, Source } from './schema.ts';
import { workforce } from './workforce.ts';

export interface CompiledScenario {
  readonly plan: Plan;
  /** ISO date on which each week of the time reported begins. */
  readonly dates: readonly string[];
  /** Weeks simulated before the first of them. */
  readonly warmUpWeeks: number;
  /** Allocation target in working days. */
  readonly targetDays: number;
}

export interface CompileOptions {
  /** Weeks reported, in place of the scenario's own. */
  readonly weeks?: number;
  /** Weeks of warm-up, in place of the scenario's own; a snapshot has none whatever is given. */
  readonly warmUpWeeks?: number;
}

/** What conversion needs to know of time. */
interface Time {
  readonly daysPerWeek: number;
  readonly calendar: Calendar;
  /** First day reported. */
  readonly start: string;
  readonly warmUpWeeks: number;
  readonly weeks: number;
  /** The date of each working day of the run. */
  readonly workingDates: readonly string[];
}

/**
 * The plan of a scenario that `check` has passed.
 * @throws {Error} when the warm-up is "auto" and no length is given
 */
export function compile(scenario: Scenario, options: CompileOptions = {}): CompiledScenario {
  const weeks = options.weeks ?? scenario.period.weeks;
  const warmUpWeeks = warmUpOf(scenario, options.warmUpWeeks);
  const { nation, start } = scenario.period;
  const firstDay = addDays(start, -7 * warmUpWeeks);
  const calendar = createCalendar(nation, firstDay);
  const weekEnds = Array.from({ length: warmUpWeeks + weeks }, (_, k) =>
    workingDays(calendar.toClock(addDays(firstDay, 7 * (k + 1)))),
  );
  const workingDates = Array.from({ length: weekEnds.at(-1)! }, (_, day) => calendar.toDate(day));
  const time: Time = {
    daysPerWeek: workingDaysPerWeek(nation),
    calendar,
    start,
    warmUpWeeks,
    weeks,
    workingDates,
  };
  return {
    plan: {
      clock: { windowStart: workingDays(calendar.toClock(start)), weekEnds },
      sources: Object.entries(scenario.demand.sources).flatMap(([name, source]) =>
        sourcePlans(name, source, scenario, time),
      ),
      needs: Object.entries(scenario.needs).map(([name, need]) => needPlan(name, need, scenario, time)),
      frontDoor: frontDoorPlan(scenario, time),
      pathways: Object.entries(scenario.pathways).map(([name, pathway]) => pathwayPlan(name, pathway, time)),
      allocation: allocationPlan(scenario, time),
      teams: Object.entries(scenario.teams).map(([name, { locality, serves }]) => ({
        name,
        locality,
        serves: serves.map((pathway) => Object.keys(scenario.pathways).indexOf(pathway)),
      })),
      workers: workerPlans(scenario, time),
      opening: {
        waiting: waitingFamilies(scenario, calendar, time.daysPerWeek),
        open: openCases(scenario),
        planned: Object.keys(scenario.pathways).map((name) => {
          const plan = scenario.opening.open[name]?.plan;
          return plan ? amountPlan(plan, time.daysPerWeek) : null;
        }),
        closuresPerDay: closuresPerDay(scenario, time),
        frontDoorInHand: scenario.opening.from === 'snapshot',
      },
    },
    dates: Array.from({ length: weeks }, (_, week) => addDays(start, 7 * week)),
    warmUpWeeks,
    targetDays: scenario.allocation.targetDays,
  };
}

function warmUpOf({ opening, period }: Scenario, given: number | undefined): number {
  if (opening.from === 'snapshot') return 0;
  const weeks = given ?? period.warmUpWeeks;
  if (weeks === 'auto')
    throw new Error('period.warmUpWeeks is "auto": give compile the length that was found.');
  return weeks;
}

/**
 * A source by rate is one plan. A replayed series is two: its counts in the weeks it covers, and outside them (in a warm-up, or in a
 * run longer than the series) a steady rate of the same mean.
 */
function sourcePlans(name: string, source: Source, { needs, period }: Scenario, time: Time): SourcePlan[] {
  const terms = {
    repeatShare: probability(source.repeatShare),
    needShares: wholeShares(Object.keys(needs).map((need) => source.needs[need] ?? 0)).map(probability),
  };
  if (!source.weekly) {
    const perDay = ratesPerDay(source, period.nation, time.workingDates, time.start);
    return [{ name, arrivals: { kind: 'rate', perDay, overdispersion: source.overdispersion }, ...terms }];
  }
  const { weekly } = source;
  const covered = Math.min(weekly.length, time.weeks);
  const perWeek = Array.from(
    { length: time.warmUpWeeks + time.weeks },
    (_, week) => weekly[week - time.warmUpWeeks] ?? 0,
  );
  const replay: SourcePlan = { name, arrivals: { kind: 'replay', perWeek }, ...terms };
  if (covered === perWeek.length) return [replay];
  const mean = meanPerWorkingDay(source, period.nation);
  const from = time.calendar.toClock(time.start);
  const to = time.calendar.toClock(addDays(time.start, 7 * covered));
  const perDay = time.workingDates.map((_, day) => perWorkingDay(day >= from && day < to ? 0 : mean));
  const outside: SourcePlan = {
    name: `${name} (outside the series)`,
    arrivals: { kind: 'rate', perDay, overdispersion: 1 },
    ...terms,
  };
  return [replay, outside];
}

function needPlan(name: string, need: Need, { pathways }: Scenario, { daysPerWeek }: Time): NeedPlan {
  const { advice, socialCare, pathways: sent } = need.routes;
  const shares = wholeShares([
    advice,
    socialCare,
    ...Object.keys(pathways).map((pathway) => sent[pathway] ?? 0),
  ]);
  const [adviceShare, socialCareShare, ...pathwayShares] = shares.map(probability);
  return {
    name,
    priority: need.priority,
    patience: need.patience === 'unlimited' ? null : timePlan(need.patience, 'weeks', daysPerWeek),
    escalation: perWorkingDay(need.escalationPerWeek / daysPerWeek),
    routes: { advice: adviceShare!, socialCare: socialCareShare!, pathways: pathwayShares },
  };
}

function frontDoorPlan({ frontDoor }: Scenario, { daysPerWeek }: Time): FrontDoorPlan {
  return {
    desks: frontDoor.desks === 'unlimited' ? Number.POSITIVE_INFINITY : frontDoor.desks,
    decision: timePlan(frontDoor.decisionTime, 'working days', daysPerWeek),
    gathering: timePlan(frontDoor.gatheringTime, 'working days', daysPerWeek),
  };
}

function pathwayPlan(name: string, pathway: Pathway, { daysPerWeek }: Time): PathwayPlan {
  const { plan } = pathway;
  return {
    name,
    caseWeight: caseWeight(pathway.caseWeight),
    dosage: {
      interval: workingDays(pathway.visitEveryWeeks * daysPerWeek),
      amount: amountPlan(plan, daysPerWeek),
    },
    sessionHours: hours(pathway.sessionHours),
    missedShare: probability(pathway.missedShare),
    dropOut: probability(pathway.dropOutPerSession),
    outcomes: wholeShares(OUTCOMES.map((outcome) => pathway.outcomes[outcome])).map(probability),
    reReferral: reReferralPlan(pathway, daysPerWeek),
  };
}

function reReferralPlan({ reReferral }: Pathway, daysPerWeek: number): ReReferralPlan {
  return {
    chance: probability(reReferral.chance),
    atSessions: reReferral.atSessions,
    slope: reReferral.slopePerSession,
    least: probability(reReferral.least),
    most: probability(reReferral.most),
    recurringShare: probability(reReferral.recurringShare),
    recurringOdds: reReferral.recurringOdds,
    delay: timePlan(reReferral.delay, 'weeks', daysPerWeek),
    returnsTo: reReferral.returnsTo,
    priority: reReferral.priority === 'of need' ? null : reReferral.priority,
  };
}

function allocationPlan({ allocation }: Scenario, { daysPerWeek }: Time): AllocationPlan {
  const { timing, panelEveryDays, panelMost, order, ageingWeeks, targetDays } = allocation;
  const most = panelMost === 'unlimited' ? Number.POSITIVE_INFINITY : panelMost;
  return {
    timing:
      timing === 'at once' ? { kind: timing } : { kind: timing, every: workingDays(panelEveryDays), most },
    order:
      order === 'priority with ageing'
        ? { kind: order, perLevel: workingDays(ageingWeeks * daysPerWeek) }
        : { kind: order },
    target: workingDays(targetDays),
  };
}

function workerPlans(scenario: Scenario, { calendar }: Time): WorkerPlan[] {
  const teams = Object.keys(scenario.teams);
  return workforce(scenario).map(({ team, post, fte, cap, hoursPerDay }) => {
    const { from, until } = scenario.teams[team]!.posts[post]!;
    return {
      team: teams.indexOf(team),
      fte,
      cap: caseWeight(cap),
      hoursPerDay: hours(hoursPerDay),
      from: workingDays(from === undefined ? 0 : calendar.toClock(from)),
      until: workingDays(until === undefined ? Number.POSITIVE_INFINITY : calendar.toClock(until)),
    };
  });
}

function amountPlan(plan: Pathway['plan'], daysPerWeek: number): DosagePlan['amount'] {
  return plan.by === 'length'
    ? ({ kind: 'length', length: timePlan(plan.length, 'weeks', daysPerWeek) } as const)
    : ({ kind: 'sessions', sessions: countPlan(plan.sessions) } as const);
}

/** Closures before a snapshot, by Little's law from the cases now open: open / mean length. None before a warm-up. */
function closuresPerDay({ opening, pathways }: Scenario, { daysPerWeek }: Time): number[] {
  return Object.entries(pathways).map(([name, pathway]) => {
    const terms = opening.open[name];
    if (!terms) return 0;
    const open = 'sessionsHad' in terms ? terms.sessionsHad.length : terms.families;
    return open / doseOf({ ...pathway, plan: terms.plan ?? pathway.plan }, daysPerWeek).lengthDays;
  });
}
