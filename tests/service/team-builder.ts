/** Teams and workers for plans that a reader can follow by hand (see plan-builder.ts). */
import type { CareerPlan, DistributionPlan, TeamPlan, WorkerPlan } from '../../sim/plan.ts';
import { caseWeight, hours, perWorkingDay, probability, workingDays } from '../../sim/units.ts';
import { fixed } from './pathway-builder.ts';

/** Hours a day that never bind. */
export const PLENTY = 1e6;

/** `serves` of a team is what its workers serve who do not say so themselves. */
export type TeamParts = Omit<TeamPlan, 'name'> & { readonly serves: readonly number[] };

/** A worker without a key is told from others by its place in the plan. */
export type WorkerParts = Omit<WorkerPlan, 'key' | 'serves'> & {
  readonly key: number | null;
  readonly serves: readonly number[] | null;
};

export function team({
  serves = [0] as readonly number[],
  locality = null as number | null,
  travelHours = 0,
  hoursCount = 'direct' as TeamPlan['hoursCount'],
} = {}): TeamParts {
  return { serves, locality, travelHours: hours(travelHours), hoursCount };
}

export function worker({
  cap = 1,
  team = 0,
  fte = 1,
  hoursPerDay = PLENTY,
  from = 0,
  until = Number.POSITIVE_INFINITY,
  serves = null as readonly number[] | null,
  key = null as number | null,
  career = null as CareerPlan | null,
} = {}): WorkerParts {
  return {
    team,
    serves,
    fte,
    cap: caseWeight(cap),
    hoursPerDay: hours(hoursPerDay),
    key,
    from: workingDays(from),
    until: workingDays(until),
    career,
  };
}

/** A place that nobody leaves, in which nobody is sick, and which has been held from the start. */
export function career({
  leaving = 0,
  timeToFill = fixed(0) as DistributionPlan,
  vacantAtStart = false,
  induction = [] as readonly (readonly [from: number, share: number])[],
  sickness = null as { readonly hazard: number; readonly length: DistributionPlan } | null,
  promotion = null as { readonly share: number; readonly from: readonly number[] } | null,
} = {}): CareerPlan {
  return {
    leaving: perWorkingDay(leaving),
    timeToFill,
    vacantAtStart,
    induction: induction.map(([from, share]) => ({ from: workingDays(from), share: probability(share) })),
    sickness: sickness && { hazard: perWorkingDay(sickness.hazard), length: sickness.length },
    promotion: promotion && { share: probability(promotion.share), from: promotion.from },
  };
}
