/** How the work on each pathway is given, how much of it there is, and how it ends. */
import {
  type DosagePlan,
  type OfferPlan,
  OUTCOMES,
  type PathwayPlan,
  type ReReferralPlan,
} from '../../sim/plan.ts';
import { caseWeight, hours, probability, workingDays } from '../../sim/units.ts';
import { countPlan, timePlan, wholeShares } from '../distribution-plan.ts';
import { curveOf } from '../re-referral-curve.ts';
import type { Pathway, Scenario } from '../schema.ts';
import { definedIn, type Names } from './names.ts';
import type { Span } from './run-time.ts';

/** All pathways in a phase. One that the phase does not have keeps its terms for those on it; no route leads to it. */
export function pathwayPlans(
  phase: number,
  spans: readonly Span[],
  names: Names,
  daysPerWeek: number,
): PathwayPlan[] {
  return names.pathways.map((name) => {
    const scenario = definedIn(spans, phase, ({ pathways }) => name in pathways);
    return pathwayPlan(name, scenario, names, daysPerWeek);
  });
}

function pathwayPlan(
  name: string,
  { pathways, workload }: Scenario,
  names: Names,
  daysPerWeek: number,
): PathwayPlan {
  const pathway = pathways[name]!;
  const { assessment, escalationAfter } = pathway;
  const everyTask = workload.hoursCounted === 'task times';
  return {
    name,
    offer: offerPlan(pathway, names, daysPerWeek),
    caseWeight: caseWeight(pathway.caseWeight),
    dosage: {
      interval: workingDays(pathway.visitEveryWeeks * daysPerWeek),
      amount: amountPlan(pathway.plan, daysPerWeek),
    },
    sessionHours: hours(pathway.sessionHours),
    recordingHours: hours(pathway.recordingHours),
    caseHoursPerDay: hours(everyTask ? pathway.caseHoursPerWeek / daysPerWeek : 0),
    whenNoHours: pathway.whenNoHours,
    assessment:
      assessment.by === 'none'
        ? null
        : {
            time: timePlan(assessment.time, 'working days', daysPerWeek),
            hours: hours(assessment.hours),
          },
    stepsTo: names.pathways.map((other) => probability(pathway.stepsTo[other] ?? 0)),
    escalationAfter: {
      chance: probability(escalationAfter.chance),
      delay: timePlan(escalationAfter.delay, 'weeks', daysPerWeek),
    },
    missedShare: probability(pathway.missedShare),
    dropOut: probability(pathway.dropOutPerSession),
    outcomes: wholeShares(OUTCOMES.map((outcome) => pathway.outcomes[outcome])).map(probability),
    reReferral: reReferralPlan(pathway, daysPerWeek),
  };
}

function offerPlan({ offer, group, partner }: Pathway, { teams }: Names, daysPerWeek: number): OfferPlan {
  if (offer === 'group' && group) {
    return {
      kind: 'group',
      places: group.places,
      startsEvery: workingDays(group.startsEveryWeeks * daysPerWeek),
      fewest: group.fewest,
      sessions: group.sessions,
      facilitatorHours: hours(group.facilitatorHours),
      team: teams.indexOf(group.team),
    };
  }
  if (offer === 'partner-held' && partner) {
    return {
      kind: 'partner-held',
      most: partner.most === 'unlimited' ? Number.POSITIVE_INFINITY : partner.most,
      coordinationHoursPerDay: hours(partner.coordinationHoursPerWeek / daysPerWeek),
      team: teams.indexOf(partner.team),
    };
  }
  return { kind: 'one to one' };
}

function reReferralPlan({ reReferral }: Pathway, daysPerWeek: number): ReReferralPlan {
  const { chance, atSessions, slopePerSession, least, most } = curveOf(reReferral);
  return {
    chance: probability(chance),
    atSessions,
    slope: slopePerSession,
    least: probability(least),
    most: probability(most),
    recurringShare: probability(reReferral.recurringShare),
    recurringOdds: reReferral.recurringOdds,
    delay: timePlan(reReferral.delay, 'weeks', daysPerWeek),
    returnsTo: reReferral.returnsTo,
    priority: reReferral.priority === 'of need' ? null : reReferral.priority,
  };
}

export function amountPlan(plan: Pathway['plan'], daysPerWeek: number): DosagePlan['amount'] {
  return plan.by === 'length'
    ? { kind: 'length', length: timePlan(plan.length, 'weeks', daysPerWeek) }
    : { kind: 'sessions', sessions: countPlan(plan.sessions) };
}
