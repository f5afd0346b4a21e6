/** Needs and how families wait: from the front door's decision to allocation. */
import type { AllocationPlan, FrontDoorPlan, NeedPlan, PanelPlan, WaitingPlan } from '../../sim/plan.ts';
import { hours, perWorkingDay, probability, workingDays } from '../../sim/units.ts';
import { timePlan, wholeShares } from '../distribution-plan.ts';
import type { Need, Scenario } from '../schema.ts';
import { definedIn, type Names } from './names.ts';
import type { Span } from './run-time.ts';

/**
 * All needs in a phase. One that the phase does not have keeps its terms for families with it; no source refers it, and where its routes
 * led to a pathway that has ended they lead to advice.
 */
export function needPlans(
  phase: number,
  spans: readonly Span[],
  { needs, pathways }: Names,
  daysPerWeek: number,
): NeedPlan[] {
  return needs.map((name) => {
    const need = definedIn(spans, phase, (scenario) => name in scenario.needs).needs[name]!;
    return {
      name,
      priority: need.priority,
      patience: need.patience === 'unlimited' ? null : timePlan(need.patience, 'weeks', daysPerWeek),
      escalation: perWorkingDay(need.escalationPerWeek / daysPerWeek),
      declinesBefore: probability(need.declinesBefore),
      declinesOffer: probability(need.declinesOffer),
      routes: routesOf(need.routes, pathways, spans[phase]!.scenario),
    };
  });
}

function routesOf(
  { advice, socialCare, pathways: sent }: Need['routes'],
  pathways: readonly string[],
  { pathways: there }: Scenario,
): NeedPlan['routes'] {
  const open = pathways.map((pathway) => (pathway in there ? (sent[pathway] ?? 0) : 0));
  const ended = Object.entries(sent).reduce((sum, [name, share]) => (name in there ? sum : sum + share), 0);
  const shares = wholeShares([advice + ended, socialCare, ...open]);
  const [adviceShare, socialCareShare, ...pathwayShares] = shares.map(probability);
  return { advice: adviceShare!, socialCare: socialCareShare!, pathways: pathwayShares };
}

export function frontDoorPlan({ frontDoor }: Scenario, daysPerWeek: number): FrontDoorPlan {
  const { duty } = frontDoor;
  return {
    desks: limit(frontDoor.desks),
    decision: timePlan(frontDoor.decisionTime, 'working days', daysPerWeek),
    gathering: timePlan(frontDoor.gatheringTime, 'working days', daysPerWeek),
    timing: timingPlan(frontDoor),
    duty:
      duty.workers === 'none'
        ? null
        : {
            workers: limit(duty.workers),
            visit: timePlan(duty.visitTime, 'working days', daysPerWeek),
            hours: hours(duty.hoursPerFamily),
            sessionsSaved: duty.sessionsSaved,
          },
    decisionHours: hours(frontDoor.decisionHours),
  };
}

/** Contact of so many hours every so many weeks, spread over working days. Without contact nothing multiplies a hazard. */
export function waitingPlan({ waiting }: Scenario, daysPerWeek: number): WaitingPlan {
  const needGrowth = perWorkingDay(waiting.needGrowthPerWeek / daysPerWeek);
  if (waiting.contactEveryWeeks === 'never')
    return { contactHoursPerDay: hours(0), withdrawalFactor: 1, escalationFactor: 1, needGrowth };
  return {
    contactHoursPerDay: hours(waiting.contactHours / (waiting.contactEveryWeeks * daysPerWeek)),
    withdrawalFactor: waiting.withdrawalFactor,
    escalationFactor: waiting.escalationFactor,
    needGrowth,
  };
}

export function allocationPlan({ allocation }: Scenario, daysPerWeek: number): AllocationPlan {
  const { order, ageingWeeks, targetDays, pooling, overflowAfterWeeks } = allocation;
  return {
    timing: timingPlan(allocation),
    order:
      order === 'priority with ageing'
        ? { kind: order, perLevel: workingDays(ageingWeeks * daysPerWeek) }
        : { kind: order },
    target: workingDays(targetDays),
    pooling:
      pooling === 'by locality'
        ? { kind: pooling, overflowAfter: workingDays(overflow(overflowAfterWeeks) * daysPerWeek) }
        : { kind: pooling },
  };
}

function timingPlan({
  timing,
  panelEveryDays,
  panelMost,
}: Pick<Scenario['allocation'], 'timing' | 'panelEveryDays' | 'panelMost'>):
  | { readonly kind: 'at once' }
  | PanelPlan {
  return timing === 'at once'
    ? { kind: timing }
    : { kind: timing, every: workingDays(panelEveryDays), most: limit(panelMost) };
}

const limit = (most: number | 'unlimited') => (most === 'unlimited' ? Number.POSITIVE_INFINITY : most);
const overflow = (weeks: number | 'never') => (weeks === 'never' ? Number.POSITIVE_INFINITY : weeks);
