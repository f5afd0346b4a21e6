/**
 * The plan: all that one run needs, in engine units and already valid. `scenarios/compile.ts` makes it from a scenario.
 * Plain data throughout, so that it crosses to a worker thread unchanged.
 *
 * The clock counts working days. 0 is the start of the run; statistics cover [windowStart, end].
 */
import type { CaseWeight, Hours, PerWorkingDay, Probability, WorkingDays } from './units.ts';

export interface Plan {
  readonly clock: ClockPlan;
  readonly sources: readonly SourcePlan[];
  readonly needs: readonly NeedPlan[];
  readonly frontDoor: FrontDoorPlan;
  readonly pathways: readonly PathwayPlan[];
  readonly allocation: AllocationPlan;
  readonly teams: readonly TeamPlan[];
  /** Individuals, in a fixed order. A worker's index is that worker's identity in every draw and every measure. */
  readonly workers: readonly WorkerPlan[];
  readonly opening: OpeningPlan;
}

export interface ClockPlan {
  /** Statistics start here; before it lies the warm-up (0 when there is none). */
  readonly windowStart: WorkingDays;
  /** Clock time at which each calendar week ends, ascending. The first week starts at 0, the last ends the run. */
  readonly weekEnds: readonly WorkingDays[];
}

/** A stream of referrals. Either `perDay` (a rate for each working day) or `perWeek` (counts to replay). */
export interface SourcePlan {
  readonly name: string;
  readonly arrivals:
    | {
        readonly kind: 'rate';
        /** Expected referrals on each working day of the run; index d covers [d, d + 1). */
        readonly perDay: readonly PerWorkingDay[];
        /** Variance-to-mean ratio of weekly counts; 1 is Poisson. */
        readonly overdispersion: number;
      }
    | {
        readonly kind: 'replay';
        /** Referrals in each week of the run, whole numbers, one for each of `clock.weekEnds`. */
        readonly perWeek: readonly number[];
      };
  /** Share of contacts that are about a family already known: they take a decision and go no further. */
  readonly repeatShare: Probability;
  /** Chance of each need, in the order of `plan.needs`; sums to 1. */
  readonly needShares: readonly Probability[];
}

export interface NeedPlan {
  readonly name: string;
  /** 1 is the most urgent. */
  readonly priority: number;
  /** Time on the list after which the family withdraws, from joining. `null`: it waits as long as it takes. */
  readonly patience: DistributionPlan | null;
  /** Chance per working day on the list of escalating to social care. */
  readonly escalation: PerWorkingDay;
  /** Where the front door's decision sends the family. All of them sum to 1. */
  readonly routes: {
    readonly advice: Probability;
    readonly socialCare: Probability;
    /** In the order of `plan.pathways`. */
    readonly pathways: readonly Probability[];
  };
}

export interface FrontDoorPlan {
  /** Decision makers working side by side; `Infinity` where the front door never makes anyone queue. */
  readonly desks: number;
  /** Time one decision takes a desk, in working days. */
  readonly decision: DistributionPlan;
  /** Gathering of information before a decision can be made; it occupies no desk. In working days. */
  readonly gathering: DistributionPlan;
}

export interface PathwayPlan {
  readonly name: string;
  readonly caseWeight: CaseWeight;
  readonly dosage: DosagePlan;
  /** Worker's time with the family in one session. */
  readonly sessionHours: Hours;
  /** Chance that the family misses a session: the worker's hours are spent and the session is held again later. */
  readonly missedShare: Probability;
  /** Chance of dropping out after each session attended. */
  readonly dropOut: Probability;
  /** Chance of each outcome of a plan seen to its end, in the order of `OUTCOMES`; sums to 1. */
  readonly outcomes: readonly Probability[];
  readonly reReferral: ReReferralPlan;
}

/** Outcomes of closure. Dropping out is `disengaged`. */
export const OUTCOMES = ['needsMet', 'disengaged', 'escalated', 'transferred', 'movedAway', 'other'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How much work a family is planned to have. One session every `interval`; the place is free after the last one. */
export interface DosagePlan {
  readonly interval: WorkingDays;
  readonly amount:
    | {
        /** Elapsed time from allocation to closure when no session slips, misses counted in. */
        readonly kind: 'length';
        readonly length: DistributionPlan;
      }
    | {
        /** Sessions attended; the first comes one interval after allocation. */
        readonly kind: 'sessions';
        readonly sessions: DistributionPlan;
      };
}

/** Chance p of coming back after d sessions attended: logit p = logit(chance) - slope * (d - atSessions), within [least, most]. */
export interface ReReferralPlan {
  readonly chance: Probability;
  readonly atSessions: number;
  /** Log odds per session. */
  readonly slope: number;
  readonly least: Probability;
  readonly most: Probability;
  /** Share of families with recurring needs, and what their odds are multiplied by. */
  readonly recurringShare: Probability;
  readonly recurringOdds: number;
  /** From closure to coming back, in working days. */
  readonly delay: DistributionPlan;
  readonly returnsTo: 'front door' | 'waiting list';
  /** Priority of a family that returns to the list; `null` keeps that of its need. */
  readonly priority: number | null;
}

export interface AllocationPlan {
  readonly timing:
    | { readonly kind: 'at once' }
    | { readonly kind: 'panel'; readonly every: WorkingDays; readonly most: number };
  readonly order:
    | { readonly kind: 'first come' }
    | { readonly kind: 'priority' }
    /** Waiting `perLevel` counts as much as one level of priority. */
    | { readonly kind: 'priority with ageing'; readonly perLevel: WorkingDays };
  /** Waits are judged against this, from joining the list to allocation. */
  readonly target: WorkingDays;
}

export interface TeamPlan {
  readonly name: string;
  readonly locality: string;
  /** Indices into `plan.pathways`. */
  readonly serves: readonly number[];
}

export interface WorkerPlan {
  /** Index into `plan.teams`. */
  readonly team: number;
  /** Share of a full-time post. */
  readonly fte: number;
  readonly cap: CaseWeight;
  /** Hours with families the worker has on each working day; a week's budget is this times the week's working days. */
  readonly hoursPerDay: Hours;
  /** On the clock: takes cases from `from` (0: from the start) until `until` (`Infinity`: throughout). */
  readonly from: WorkingDays;
  readonly until: WorkingDays;
}

/** How the run opens: with nobody (a warm-up follows), or with today's service. */
export interface OpeningPlan {
  readonly waiting: readonly WaitingAtOpening[];
  readonly open: readonly OpenAtOpening[];
  /** By pathway: how much work the cases open or closed before the start were planned to have; `null` where it is the pathway's. */
  readonly planned: readonly (DosagePlan['amount'] | null)[];
  /** Closures per working day, by pathway, in the time before the run, some of whom will still come back. */
  readonly closuresPerDay: readonly number[];
  /** Whether the front door opens with the referrals of the last days still in hand, at the rates of the first day. */
  readonly frontDoorInHand: boolean;
}

export interface WaitingAtOpening {
  readonly pathway: number;
  readonly need: number;
  /** When the family joined the list, 0 or before. */
  readonly joined: WorkingDays;
}

export interface OpenAtOpening {
  readonly pathway: number;
  readonly need: number;
  /** Sessions attended so far; `null` where unknown: drawn as for a service that has long been running. */
  readonly sessionsHad: number | null;
}

/** Distributions in engine units. Times are in working days. */
export type DistributionPlan =
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  | { readonly kind: 'gamma'; readonly mean: number; readonly cv: number }
  /** `cv` is standard deviation over mean. */
  | { readonly kind: 'lognormal'; readonly median: number; readonly cv: number }
  | { readonly kind: 'weibull'; readonly shape: number; readonly scale: number }
  | { readonly kind: 'triangular'; readonly least: number; readonly mode: number; readonly most: number }
  /** `plus` is added to each draw, so that a count can start at one. */
  | { readonly kind: 'poisson'; readonly mean: number; readonly plus: number }
  | {
      readonly kind: 'negative binomial';
      readonly mean: number;
      readonly varianceToMean: number;
      readonly plus: number;
    }
  /** 1 with chance p, else 0. */
  | { readonly kind: 'bernoulli'; readonly p: number }
  /** Each value with its chance; chances sum to 1. */
  | { readonly kind: 'discrete'; readonly values: readonly number[]; readonly chances: readonly number[] }
  /** A value observed, each as likely as the others. */
  | { readonly kind: 'empirical'; readonly values: readonly number[] };
