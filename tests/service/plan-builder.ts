/**
 * Plans for cases a reader can follow by hand. Left to itself a plan has: nobody referred, one need of priority 1 that waits as long as
 * it takes, one pathway of weight 1 with one session five days after allocation, one worker with one place and more hours than anyone
 * can use, and places given at once, first come first served. Weeks have five working days.
 */
import type {
  AdviceLinePlan,
  AllocationPlan,
  ChangePlan,
  CostPlan,
  DistributionPlan,
  DutyPlan,
  FrontDoorPlan,
  NeedPlan,
  PathwayPlan,
  Plan,
  SourcePlan,
  WaitingAtOpening,
  WaitingPlan,
  WorkerTerms,
} from '../../sim/plan.ts';
import { hours, perWorkingDay, probability, workingDays } from '../../sim/units.ts';
import { fixed, need, pathway, WEEK } from './pathway-builder.ts';
import { type TeamParts, type WorkerParts, worker } from './team-builder.ts';

export { either, fixed, group, need, partnerHeld, pathway, WEEK } from './pathway-builder.ts';
export { career, PLENTY, type TeamParts, team, type WorkerParts, worker } from './team-builder.ts';

export interface PlanParts {
  readonly weeks: number;
  /** Weeks before statistics start. */
  readonly warmUpWeeks: number;
  readonly sources: readonly SourcePlan[];
  readonly adviceLine: AdviceLinePlan | null;
  readonly children: DistributionPlan | null;
  /** Share of families in each locality; one of them all unless said. */
  readonly localities: readonly number[];
  readonly capsCount: Plan['capsCount'];
  readonly needs: readonly NeedPlan[];
  readonly desks: number;
  readonly decision: DistributionPlan;
  readonly gathering: DistributionPlan;
  readonly triage: FrontDoorPlan['timing'];
  readonly duty: DutyPlan | null;
  readonly decisionHours: number;
  readonly whileWaiting: WaitingPlan;
  readonly pathways: readonly PathwayPlan[];
  readonly timing: AllocationPlan['timing'];
  readonly order: AllocationPlan['order'];
  readonly target: number;
  readonly pooling: AllocationPlan['pooling'];
  /** Pathways that the workers of each team serve, or a team with more to it; one team serves them all. */
  readonly teams: readonly (readonly number[] | TeamParts)[];
  readonly workers: readonly WorkerParts[];
  readonly waiting: readonly WaitingAtOpening[];
  readonly open: Plan['opening']['open'];
  readonly planned: Plan['opening']['planned'];
  readonly closuresPerDay: readonly number[];
  readonly frontDoorInHand: boolean;
  readonly changes: readonly ChangeParts[];
  readonly costs: CostPlan | null;
}

/** What a dated change replaces; all else goes on as it is just before. */
export interface ChangeParts {
  readonly at: number;
  readonly sources?: ChangePlan['sources'];
  readonly adviceLine?: AdviceLinePlan | null;
  readonly needs?: readonly NeedPlan[];
  readonly frontDoor?: Partial<FrontDoorPlan>;
  readonly waiting?: WaitingPlan;
  readonly pathways?: readonly PathwayPlan[];
  readonly allocation?: Partial<AllocationPlan>;
  /** In the order of the plan's workers: what is new of each. */
  readonly workers?: readonly (Partial<WorkerTerms> | null)[];
}

export function plan(parts: Partial<PlanParts> = {}): Plan {
  const pathways = stepping(parts.pathways ?? [pathway()]);
  const warmUpWeeks = parts.warmUpWeeks ?? 0;
  const weeks = warmUpWeeks + (parts.weeks ?? 20);
  const teams = (parts.teams ?? [pathways.map((_, index) => index)]).map(teamOf);
  const localities = parts.localities ?? [1];
  const start: Plan = {
    clock: {
      windowStart: workingDays(warmUpWeeks * WEEK),
      weekEnds: Array.from({ length: weeks }, (_, week) => workingDays((week + 1) * WEEK)),
    },
    sources: parts.sources ?? [],
    adviceLine: parts.adviceLine ?? null,
    children: parts.children ?? null,
    localities: localities.map((_, index) => `locality ${index + 1}`),
    localityShares: localities.map(probability),
    capsCount: parts.capsCount ?? 'families',
    needs: parts.needs ?? [need({ pathways: pathways.map((_, index) => (index === 0 ? 1 : 0)) })],
    frontDoor: {
      desks: parts.desks ?? Number.POSITIVE_INFINITY,
      decision: parts.decision ?? fixed(0),
      gathering: parts.gathering ?? fixed(0),
      timing: parts.triage ?? { kind: 'at once' },
      duty: parts.duty ?? null,
      decisionHours: hours(parts.decisionHours ?? 0),
    },
    waiting: parts.whileWaiting ?? whileWaiting(),
    pathways,
    allocation: {
      timing: parts.timing ?? { kind: 'at once' },
      order: parts.order ?? { kind: 'first come' },
      target: workingDays(parts.target ?? 10),
      pooling: parts.pooling ?? { kind: 'one list' },
    },
    teams: teams.map(({ serves: _, ...rest }, index) => ({ name: `team ${index + 1}`, ...rest })),
    workers: (parts.workers ?? [worker()]).map((each, index) => ({
      ...each,
      key: each.key ?? index + 1,
      serves: each.serves ?? teams[each.team]!.serves,
    })),
    opening: {
      waiting: parts.waiting ?? [],
      open: parts.open ?? [],
      planned: parts.planned ?? pathways.map(() => null),
      closuresPerDay: parts.closuresPerDay ?? pathways.map(() => 0),
      frontDoorInHand: parts.frontDoorInHand ?? false,
    },
    changes: [],
    costs: parts.costs ?? null,
  };
  return { ...start, changes: inForce(start, parts.changes ?? []) };
}

/** Changes in order of time, each with all terms in force from then on. */
export function inForce(start: Plan, changes: readonly ChangeParts[]): ChangePlan[] {
  const workers: WorkerTerms[] = [...start.workers];
  let before: Omit<ChangePlan, 'at' | 'workers'> = start;
  return changes.map((change) => {
    const { needs, frontDoor, waiting, pathways, allocation, sources, adviceLine } = before;
    const terms = {
      needs: change.needs ?? needs,
      frontDoor: { ...frontDoor, ...change.frontDoor },
      waiting: change.waiting ?? waiting,
      pathways: change.pathways === undefined ? pathways : stepping(change.pathways),
      allocation: { ...allocation, ...change.allocation },
      sources: change.sources ?? sources,
      adviceLine: change.adviceLine === undefined ? adviceLine : change.adviceLine,
    };
    before = terms;
    return {
      ...terms,
      at: workingDays(change.at),
      workers: workers.map((held, index) => {
        const changed = change.workers?.[index] ?? null;
        if (changed === null) return null;
        const { team, serves, fte, cap, hoursPerDay } = { ...held, ...changed };
        workers[index] = { team, serves, fte, cap, hoursPerDay };
        return workers[index];
      }),
    };
  });
}

/** A share for each pathway to step to, also where none was said. */
function stepping(pathways: readonly PathwayPlan[]): PathwayPlan[] {
  return pathways.map((each) => ({
    ...each,
    stepsTo: pathways.map((_, index) => each.stepsTo[index] ?? probability(0)),
  }));
}

function teamOf(team: readonly number[] | TeamParts): TeamParts {
  return 'serves' in team
    ? team
    : { serves: team, locality: null, travelHours: hours(0), hoursCount: 'direct' };
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

/** So many calls a day on each of `days`, of which this share becomes a referral and the rest is resolved. */
export function adviceLine(
  perDay: number,
  days: number,
  { frontDoor = 0, callHours = 0, needs = [1] as readonly number[] } = {},
): AdviceLinePlan {
  return {
    perDay: Array.from({ length: days }, () => perWorkingDay(perDay)),
    outcomes: {
      resolved: probability(1 - frontDoor),
      elsewhere: probability(0),
      socialCare: probability(0),
      frontDoor: probability(frontDoor),
    },
    needShares: needs.map(probability),
    callHours: hours(callHours),
  };
}

/** A panel, of triage or of allocation. */
export function panel(every: number, most = Number.POSITIVE_INFINITY) {
  return { kind: 'panel' as const, every: workingDays(every), most };
}

export function duty({
  workers = Number.POSITIVE_INFINITY,
  visit = fixed(0) as DistributionPlan,
  hoursEach = 0,
  sessionsSaved = 0,
} = {}): DutyPlan {
  return { workers, visit, hours: hours(hoursEach), sessionsSaved };
}

export function whileWaiting({
  contactHoursPerDay = 0,
  withdrawalFactor = 1,
  escalationFactor = 1,
  needGrowth = 0,
} = {}): WaitingPlan {
  return {
    contactHoursPerDay: hours(contactHoursPerDay),
    withdrawalFactor,
    escalationFactor,
    needGrowth: perWorkingDay(needGrowth),
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
