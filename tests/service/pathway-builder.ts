/** Needs and pathways for plans that a reader can follow by hand (see plan-builder.ts). */
import type { DistributionPlan, NeedPlan, OfferPlan, PathwayPlan, ReReferralPlan } from '../../sim/plan.ts';
import { caseWeight, hours, perWorkingDay, probability, workingDays } from '../../sim/units.ts';

export const WEEK = 5;
export const fixed = (value: number): DistributionPlan => ({ kind: 'fixed', value });
/** Each of the values with the same chance. */
export const either = (...values: number[]): DistributionPlan => ({ kind: 'empirical', values });

export function need({
  priority = 1,
  patience = null as DistributionPlan | null,
  escalation = 0,
  declinesBefore = 0,
  declinesOffer = 0,
  pathways = [1] as readonly number[],
} = {}): NeedPlan {
  const sent = pathways.reduce((sum, share) => sum + share, 0);
  return {
    name: `need of priority ${priority}`,
    priority,
    patience,
    escalation: perWorkingDay(escalation),
    declinesBefore: probability(declinesBefore),
    declinesOffer: probability(declinesOffer),
    routes: {
      advice: probability(1 - sent),
      socialCare: probability(0),
      pathways: pathways.map(probability),
    },
  };
}

export function pathway({
  offer = { kind: 'one to one' } as OfferPlan,
  weight = 1,
  interval = WEEK as number,
  sessions = fixed(1) as DistributionPlan,
  /** In place of sessions. */
  length = null as DistributionPlan | null,
  sessionHours = 1,
  recordingHours = 0,
  caseHoursPerDay = 0,
  whenNoHours = 'put off' as PathwayPlan['whenNoHours'],
  assessment = null as { readonly time: DistributionPlan; readonly hours: number } | null,
  /** By pathway; none of them unless said, however many there are. */
  stepsTo = [] as readonly number[],
  escalatesAfter = 0,
  escalationDelay = fixed(0) as DistributionPlan,
  missedShare = 0,
  dropOut = 0,
  outcomes = [1, 0, 0, 0, 0, 0] as readonly number[],
  comesBack = {} as Partial<ReReferralPlan>,
} = {}): PathwayPlan {
  const never = probability(0);
  const always = probability(1);
  return {
    name: 'pathway',
    offer,
    caseWeight: caseWeight(weight),
    dosage: {
      interval: workingDays(interval),
      amount: length === null ? { kind: 'sessions', sessions } : { kind: 'length', length },
    },
    sessionHours: hours(sessionHours),
    recordingHours: hours(recordingHours),
    caseHoursPerDay: hours(caseHoursPerDay),
    whenNoHours,
    assessment: assessment && { time: assessment.time, hours: hours(assessment.hours) },
    stepsTo: stepsTo.map(probability),
    escalationAfter: { chance: probability(escalatesAfter), delay: escalationDelay },
    missedShare: probability(missedShare),
    dropOut: probability(dropOut),
    outcomes: outcomes.map(probability),
    reReferral: {
      chance: never,
      atSessions: 0,
      slope: 0,
      least: never,
      most: always,
      recurringShare: never,
      recurringOdds: 1,
      delay: fixed(0),
      returnsTo: 'waiting list',
      priority: null,
      ...comesBack,
    },
  };
}

export function group({
  places = 8,
  startsEvery = WEEK as number,
  fewest = 1,
  sessions = 1,
  facilitatorHours = 0,
  team = 0,
} = {}): OfferPlan {
  return {
    kind: 'group',
    places,
    startsEvery: workingDays(startsEvery),
    fewest,
    sessions,
    facilitatorHours: hours(facilitatorHours),
    team,
  };
}

export function partnerHeld({
  most = Number.POSITIVE_INFINITY,
  coordinationHoursPerDay = 0,
  team = 0,
} = {}): OfferPlan {
  return { kind: 'partner-held', most, coordinationHoursPerDay: hours(coordinationHoursPerDay), team };
}
