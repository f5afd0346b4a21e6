/**
 * The plan: all that one run needs, in engine units and already valid. `scenarios/compile.ts` makes it from a scenario.
 * Plain data throughout, so that it crosses to a worker thread unchanged.
 *
 * The clock counts working days. 0 is the start of the run; statistics cover [windowStart, end].
 */
import type { CaseWeight, Hours, PerWorkingDay, Probability, WorkingDays } from './units.ts';

export interface Plan extends Terms {
  readonly clock: ClockPlan;
  readonly sources: readonly SourcePlan[];
  /** Calls to an advice line before any referral; `null` where there is none. */
  readonly adviceLine: AdviceLinePlan | null;
  /** Children in a family; `null` where nothing is counted in children. */
  readonly children: DistributionPlan | null;
  /** Names; at least one. */
  readonly localities: readonly string[];
  /** Chance that a family lives in each of them; sums to 1. */
  readonly localityShares: readonly Probability[];
  /** What caps and case weights count: a family, or each of its children. */
  readonly capsCount: 'families' | 'children';
  readonly teams: readonly TeamPlan[];
  /** Places in the establishment, in a fixed order, through all changes. */
  readonly workers: readonly WorkerPlan[];
  readonly opening: OpeningPlan;
  /** What is different from a time on, in order of time; each holds all terms in force from then on. */
  readonly changes: readonly ChangePlan[];
  /** `null` where nothing is costed. */
  readonly costs: CostPlan | null;
}

/** The terms on which the service works, which dated changes can replace. */
export interface Terms {
  /** Needs and pathways keep their number, order and names throughout a run. */
  readonly needs: readonly NeedPlan[];
  readonly frontDoor: FrontDoorPlan;
  readonly waiting: WaitingPlan;
  readonly pathways: readonly PathwayPlan[];
  readonly allocation: AllocationPlan;
}

export interface ChangePlan extends Terms {
  /** Later than 0 and than the change before. */
  readonly at: WorkingDays;
  /** In the order of `plan.sources`. Rates and counts to replay are there for the whole run already. */
  readonly sources: readonly Pick<SourcePlan, 'repeatShare' | 'needShares'>[];
  readonly adviceLine: AdviceLinePlan | null;
  /** In the order of `plan.workers`; `null` for one who goes on as before. Who comes and leaves is said by `from` and `until`. */
  readonly workers: readonly (WorkerTerms | null)[];
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
  /** Chance that a family sent to a pathway does not consent before it joins the list; and, if it joins, that it declines the place offered. */
  readonly declinesBefore: Probability;
  readonly declinesOffer: Probability;
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
  /** Decisions are made as desks come free, or by a triage panel that sits every so often and makes at most so many (no desk then). */
  readonly timing: { readonly kind: 'at once' } | PanelPlan;
  /** Duty visits before the list is joined; `null` where the first visit is made by the worker allocated. */
  readonly duty: DutyPlan | null;
  /** Staff hours that one decision takes, and one call to the advice line; they are costed and bind nothing. */
  readonly decisionHours: Hours;
}

export interface PanelPlan {
  readonly kind: 'panel';
  readonly every: WorkingDays;
  readonly most: number;
}

/** The duty model: the front door makes the home visit and the assessment, and the intervention is so many sessions shorter. */
export interface DutyPlan {
  /** Duty workers side by side; `Infinity` where nobody queues for one. */
  readonly workers: number;
  /** Time one family occupies a duty worker, in working days. */
  readonly visit: DistributionPlan;
  /** Staff hours for one family, costed. */
  readonly hours: Hours;
  /** Sessions taken off the plan; at least one is left. */
  readonly sessionsSaved: number;
}

export interface AdviceLinePlan {
  /** Expected calls on each working day of the run. */
  readonly perDay: readonly PerWorkingDay[];
  /** What a call leads to; they sum to 1. A call that leads to the front door becomes a referral of `needShares`. */
  readonly outcomes: {
    readonly resolved: Probability;
    readonly elsewhere: Probability;
    readonly socialCare: Probability;
    readonly frontDoor: Probability;
  };
  readonly needShares: readonly Probability[];
  readonly callHours: Hours;
}

/** What happens on the list besides waiting. Without contact and growth every field is its neutral value. */
export interface WaitingPlan {
  /** Hours with each waiting family on a working day, taken from the teams that serve it before sessions are held. 0: no contact. */
  readonly contactHoursPerDay: Hours;
  /** What contact multiplies the hazards of withdrawing and of escalating by; 1 without contact. */
  readonly withdrawalFactor: number;
  readonly escalationFactor: number;
  /** Share by which the amount of work grows for each working day waited. */
  readonly needGrowth: PerWorkingDay;
}

export interface PathwayPlan {
  readonly name: string;
  readonly offer: OfferPlan;
  readonly caseWeight: CaseWeight;
  readonly dosage: DosagePlan;
  /** Worker's time with the family in one session. */
  readonly sessionHours: Hours;
  /** Writing up one session. */
  readonly recordingHours: Hours;
  /** Hours a working day that an open case takes besides its sessions (recording, liaison). 0 where hours are direct hours only. */
  readonly caseHoursPerDay: Hours;
  /** A session that finds no hours is put off to the next week, or lost: the plan goes on without it. */
  readonly whenNoHours: 'put off' | 'lost';
  /** Assessment by the worker allocated: so long before the first interval begins, and so many hours at its end. `null`: none. */
  readonly assessment: { readonly time: DistributionPlan; readonly hours: Hours } | null;
  /** Chance that work on this pathway breaks off at a session drawn evenly from the plan, and goes on in each pathway. In the order of `plan.pathways`. */
  readonly stepsTo: readonly Probability[];
  /** Chance of escalating to social care after closure, and when, in working days; whoever escalates does not come back. */
  readonly escalationAfter: { readonly chance: Probability; readonly delay: DistributionPlan };
  /** Chance that the family misses a session: the worker's hours are spent and the session is held again later. */
  readonly missedShare: Probability;
  /** Chance of dropping out after each session attended. */
  readonly dropOut: Probability;
  /** Chance of each outcome of a plan seen to its end, in the order of `OUTCOMES`; sums to 1. */
  readonly outcomes: readonly Probability[];
  readonly reReferral: ReReferralPlan;
}

/** How the work is given. */
export type OfferPlan =
  | { readonly kind: 'one to one' }
  /** A course: families wait for its start and attend together. Its hours come from the team's workers before sessions are held. */
  | {
      readonly kind: 'group';
      readonly places: number;
      /** A course starts every so often, the first time after one such time, if at least `fewest` wait. */
      readonly startsEvery: WorkingDays;
      readonly fewest: number;
      /** Every `dosage.interval` one session; how many is `sessions`. A family misses `missedShare` of them, which are not repeated. */
      readonly sessions: number;
      /** Hours of all facilitators together for one session. */
      readonly facilitatorHours: Hours;
      /** Index into `plan.teams`. */
      readonly team: number;
    }
  /** A lead practitioner of another service holds the case: it takes no place, only hours of co-ordination a working day. */
  | {
      readonly kind: 'partner-held';
      /** Cases partners can hold at once; `Infinity` where they never refuse. */
      readonly most: number;
      readonly coordinationHoursPerDay: Hours;
      /** Whose workers co-ordinate; an index into `plan.teams`. */
      readonly team: number;
    };

/** Outcomes of closure. Dropping out is `disengaged`; stepping to another pathway is `transferred`. */
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
  readonly timing: { readonly kind: 'at once' } | PanelPlan;
  readonly order:
    | { readonly kind: 'first come' }
    | { readonly kind: 'priority' }
    /** Waiting `perLevel` counts as much as one level of priority. */
    | { readonly kind: 'priority with ageing'; readonly perLevel: WorkingDays };
  /** Waits are judged against this, from joining the list to allocation. */
  readonly target: WorkingDays;
  /**
   * One list for everybody, or one for each locality: a family is then offered only to teams of its own locality and of the whole area,
   * until it has waited `overflowAfter` (looked at when places are offered and at the start of each week; `Infinity`: never).
   */
  readonly pooling:
    | { readonly kind: 'one list' }
    | { readonly kind: 'by locality'; readonly overflowAfter: WorkingDays };
}

export interface TeamPlan {
  readonly name: string;
  /** Index into `plan.localities`; `null` for a team of the whole area. */
  readonly locality: number | null;
  /** Travel for one session. */
  readonly travelHours: Hours;
  /** Whether a session takes travel and recording from its worker's hours too, or hours are direct hours only. */
  readonly hoursCount: 'direct' | 'all';
}

/** What a worker can do, which a dated change can alter. */
export interface WorkerTerms {
  /** Index into `plan.teams`. */
  readonly team: number;
  /** Pathways whose families the worker takes; indices into `plan.pathways`, ascending. */
  readonly serves: readonly number[];
  /** Share of a full-time post. */
  readonly fte: number;
  readonly cap: CaseWeight;
  /** Hours the worker has on each working day for families (see `TeamPlan.hoursCount`); a week's budget is this times the week's working days. */
  readonly hoursPerDay: Hours;
}

/** A place in the establishment, held by one person at a time. */
export interface WorkerPlan extends WorkerTerms {
  /** Tells this place's draws from those of others, in every scenario compared: a hash of team, post and number in the post. */
  readonly key: number;
  /** On the clock: there from `from` (0: from the start) until `until` (`Infinity`: throughout). */
  readonly from: WorkingDays;
  readonly until: WorkingDays;
  /** How the place empties and fills by chance; `null` where it is held throughout. */
  readonly career: CareerPlan | null;
}

export interface CareerPlan {
  /** Hazard of leaving, for each working day in post. */
  readonly leaving: PerWorkingDay;
  /** From a place's falling vacant to its next holder's first day. */
  readonly timeToFill: DistributionPlan;
  readonly vacantAtStart: boolean;
  /** A new holder's share of the cap from so many working days after the first on, ascending, the first from 0. Empty: the whole cap. */
  readonly induction: readonly { readonly from: WorkingDays; readonly share: Probability }[];
  /** Spells of sickness: hazard for each working day at work, and length in working days. No allocation and no session in a spell. */
  readonly sickness: { readonly hazard: PerWorkingDay; readonly length: DistributionPlan } | null;
  /** Chance that the place is filled at once by a worker of `from` (indices into `plan.workers`, each with a career of its own), who leaves a place vacant there. */
  readonly promotion: { readonly share: Probability; readonly from: readonly number[] } | null;
}

/** Prices in pounds of `priceYear`. */
export interface CostPlan {
  /** By worker: pounds for each working day in post, management and overheads in it. In the order of `plan.workers`. */
  readonly workerDay: readonly number[];
  /** That the cost of workers is told by, in a fixed order through all changes. */
  readonly posts: readonly PostName[];
  /** By version of the terms and by worker: which of `posts` the worker's place is in. */
  readonly postOfWorker: readonly (readonly number[])[];
  /** By team, for the travel of one session, fuel and fares. */
  readonly travel: readonly number[];
  readonly hire: number;
  /** Pounds for an hour of front-door staff (decisions, duty visits, advice line). */
  readonly frontDoorHour: number;
  /** Pounds to social care for each child of a family that escalates. */
  readonly escalationPerChild: number;
  /** Children of a family where `plan.children` is null. */
  readonly meanChildren: number;
}

/** A post is named within its team. */
export interface PostName {
  readonly team: string;
  readonly post: string;
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
