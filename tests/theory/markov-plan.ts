/**
 * The plan whose service is a textbook queue: Poisson referrals, a front door that takes no time, exponential lengths, hours that
 * never bind, nobody drops out, misses a session or comes back. With one class and endless patience it is M/M/c, with exponential
 * patience M/M/c+M, with several classes a queue with priorities. One worker holds all the places.
 */
import type { DistributionPlan, Plan } from '../../sim/plan.ts';
import { caseWeight, hours, perWorkingDay, probability, workingDays } from '../../sim/units.ts';
import { pathway, whileWaiting } from '../service/plan-builder.ts';

export interface MarkovService {
  readonly places: number;
  /** Mean length of intervention, in working days. */
  readonly meanLength: number;
  /** Referrals per working day of each class, the most urgent first. Each has a pathway of its own in the one team. */
  readonly arrivalRates: readonly number[];
  /** In working days; `null` when nobody ever leaves the list. */
  readonly meanPatience: number | null;
  /** Waits are judged against this many working days. */
  readonly target: number;
}

/** Working days; whole numbers of weeks. */
export interface Period {
  readonly warmUp: number;
  readonly window: number;
}

const WEEK = 5;
const NO_TIME: DistributionPlan = { kind: 'fixed', value: 0 };
const NONE = probability(0);
const ALL = probability(1);
/** Sessions change nothing here, so there is one: an interval longer than any length. */
const NO_SESSIONS = 1e6;

export function markovPlan(service: MarkovService, period: Period): Plan {
  const { arrivalRates, places, meanPatience } = service;
  const days = period.warmUp + period.window;
  const oneOf = (chosen: number) => arrivalRates.map((_, index) => (index === chosen ? ALL : NONE));
  return {
    clock: {
      windowStart: workingDays(period.warmUp),
      weekEnds: Array.from({ length: days / WEEK }, (_, week) => workingDays((week + 1) * WEEK)),
    },
    sources: arrivalRates.map((rate, index) => ({
      name: `source ${index + 1}`,
      arrivals: {
        kind: 'rate',
        perDay: Array.from({ length: days }, () => perWorkingDay(rate)),
        overdispersion: 1,
      },
      repeatShare: NONE,
      needShares: oneOf(index),
    })),
    adviceLine: null,
    children: null,
    localities: ['whole area'],
    localityShares: [ALL],
    capsCount: 'families',
    needs: arrivalRates.map((_, index) => ({
      name: `need ${index + 1}`,
      priority: index + 1,
      patience: meanPatience === null ? null : { kind: 'exponential', mean: meanPatience },
      escalation: perWorkingDay(0),
      declinesBefore: NONE,
      declinesOffer: NONE,
      routes: { advice: NONE, socialCare: NONE, pathways: oneOf(index) },
    })),
    frontDoor: {
      desks: Number.POSITIVE_INFINITY,
      decision: NO_TIME,
      gathering: NO_TIME,
      timing: { kind: 'at once' },
      duty: null,
      decisionHours: hours(0),
    },
    waiting: whileWaiting(),
    pathways: arrivalRates.map((_, index) => ({
      ...pathway({ length: { kind: 'exponential', mean: service.meanLength }, interval: NO_SESSIONS }),
      name: `pathway ${index + 1}`,
      stepsTo: arrivalRates.map(() => NONE),
    })),
    allocation: {
      timing: { kind: 'at once' },
      order: { kind: 'priority' },
      target: workingDays(service.target),
      pooling: { kind: 'one list' },
    },
    teams: [{ name: 'team', locality: null, travelHours: hours(0), hoursCount: 'direct' }],
    workers: [
      {
        key: 1,
        team: 0,
        serves: arrivalRates.map((_, index) => index),
        fte: 1,
        cap: caseWeight(places),
        hoursPerDay: hours(1e9),
        from: workingDays(0),
        until: workingDays(Number.POSITIVE_INFINITY),
        career: null,
      },
    ],
    opening: {
      waiting: [],
      open: [],
      planned: arrivalRates.map(() => null),
      closuresPerDay: arrivalRates.map(() => 0),
      frontDoorInHand: false,
    },
    changes: [],
    costs: null,
  };
}
