/**
 * Plans for cases a reader can follow by hand. Left to itself a plan has: nobody referred, one need of priority 1 that waits as long as
 * it takes, one pathway of weight 1 with one session five days after allocation, one worker with one place and more hours than anyone
 * can use, and places given at once, first come first served. Weeks have five working days.
 */
import type {
  AllocationPlan,
  DistributionPlan,
  NeedPlan,
  PathwayPlan,
  Plan,
  ReReferralPlan,
  SourcePlan,
  WaitingAtOpening,
  WorkerPlan,
} from '../../sim/plan.ts';
import { caseWeight, hours, perWorkingDay, probability, workingDays } from '../../sim/units.ts';

export const WEEK = 5;
/** Hours a day that never bind. */
export const PLENTY = 1e6;

export const fixed = (value: number): DistributionPlan => ({ kind: 'fixed', value });
/** Each of the values with the same chance. */
export const either = (...values: number[]): DistributionPlan => ({ kind: 'empirical', values });

export interface PlanParts {
  readonly weeks: number;
  /** Weeks before statistics start. */
  readonly warmUpWeeks: number;
  readonly sources: readonly SourcePlan[];
  readonly needs: readonly NeedPlan[];
  readonly desks: number;
  readonly decision: DistributionPlan;
  readonly gathering: DistributionPlan;
  readonly pathways: readonly PathwayPlan[];
  readonly timing: AllocationPlan['timing'];
  readonly order: AllocationPlan['order'];
  readonly target: number;
  /** Pathways that each team serves; one team serves them all. */
  readonly teams: readonly (readonly number[])[];
  readonly workers: readonly WorkerPlan[];
  readonly waiting: readonly WaitingAtOpening[];
  readonly open: Plan['opening']['open'];
  readonly planned: Plan['opening']['planned'];
  readonly frontDoorInHand: boolean;
}

export function plan(parts: Partial<PlanParts> = {}): Plan {
  const pathways = parts.pathways ?? [pathway()];
  const warmUpWeeks = parts.warmUpWeeks ?? 0;
  const weeks = warmUpWeeks + (parts.weeks ?? 20);
  const teams = parts.teams ?? [pathways.map((_, index) => index)];
  return {
    clock: {
      windowStart: workingDays(warmUpWeeks * WEEK),
      weekEnds: Array.from({ length: weeks }, (_, week) => workingDays((week + 1) * WEEK)),
    },
    sources: parts.sources ?? [],
    needs: parts.needs ?? [need({ pathways: pathways.map((_, index) => (index === 0 ? 1 : 0)) })],
    frontDoor: {
      desks: parts.desks ?? Number.POSITIVE_INFINITY,
      decision: parts.decision ?? fixed(0),
      gathering: parts.gathering ?? fixed(0),
    },
    pathways,
    allocation: {
      timing: parts.timing ?? { kind: 'at once' },
      order: parts.order ?? { kind: 'first come' },
      target: workingDays(parts.target ?? 10),
    },
    teams: teams.map((serves, index) => ({ name: `team ${index + 1}`, locality: 'all', serves })),
    workers: parts.workers ?? [worker()],
    opening: {
      waiting: parts.waiting ?? [],
      open: parts.open ?? [],
      planned: parts.planned ?? pathways.map(() => null),
      closuresPerDay: pathways.map(() => 0),
      frontDoorInHand: parts.frontDoorInHand ?? false,
    },
  };
}

/** Exactly `perWeek` referrals in each week, all of need `need`. */
export function replayed(
  perWeek: readonly number[],
  { repeatShare = 0, needs = [1] }: { repeatShare?: number; needs?: readonly number[] } = {},
): SourcePlan {
  return {
    name: 'replayed',
    arrivals: { kind: 'replay', perWeek },
    repeatShare: probability(repeatShare),
    needShares: needs.map(probability),
  };
}

/** A steady rate of referrals on each of `days`. */
export function steady(perDay: number, days: number, overdispersion = 1): SourcePlan {
  return {
    name: 'steady',
    arrivals: {
      kind: 'rate',
      perDay: Array.from({ length: days }, () => perWorkingDay(perDay)),
      overdispersion,
    },
    repeatShare: probability(0),
    needShares: [probability(1)],
  };
}

export function need({
  priority = 1,
  patience = null as DistributionPlan | null,
  escalation = 0,
  pathways = [1] as readonly number[],
} = {}): NeedPlan {
  const sent = pathways.reduce((sum, share) => sum + share, 0);
  return {
    name: `need of priority ${priority}`,
    priority,
    patience,
    escalation: perWorkingDay(escalation),
    routes: {
      advice: probability(1 - sent),
      socialCare: probability(0),
      pathways: pathways.map(probability),
    },
  };
}

export function pathway({
  weight = 1,
  interval = WEEK as number,
  sessions = fixed(1) as DistributionPlan,
  sessionHours = 1,
  missedShare = 0,
  dropOut = 0,
  comesBack = {} as Partial<ReReferralPlan>,
} = {}): PathwayPlan {
  const never = probability(0);
  const always = probability(1);
  return {
    name: 'pathway',
    caseWeight: caseWeight(weight),
    dosage: { interval: workingDays(interval), amount: { kind: 'sessions', sessions } },
    sessionHours: hours(sessionHours),
    missedShare: probability(missedShare),
    dropOut: probability(dropOut),
    outcomes: [always, never, never, never, never, never],
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

export function worker({
  cap = 1,
  team = 0,
  hoursPerDay = PLENTY,
  from = 0,
  until = Number.POSITIVE_INFINITY,
} = {}): WorkerPlan {
  return {
    team,
    fte: 1,
    cap: caseWeight(cap),
    hoursPerDay: hours(hoursPerDay),
    from: workingDays(from),
    until: workingDays(until),
  };
}

/** A family on the list at the start that joined it at `joined`, 0 or before. */
export function waits(joined: number, { need = 0, pathway = 0 } = {}): WaitingAtOpening {
  return { joined: workingDays(joined), need, pathway };
}

/** A case open at the start. */
export function openCase(sessionsHad: number | null, { need = 0, pathway = 0 } = {}) {
  return { sessionsHad, need, pathway };
}
