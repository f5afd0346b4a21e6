/** Plans made such that the engine may work out ahead what nothing can alter any more: for each of its two conditions, everything else left as it is. */
import type { Plan } from '../../sim/plan.ts';
import { hours, workingDays } from '../../sim/units.ts';

/** Families come to the front door by referral alone and are decided on in that order, on terms that stay (arrival/decisions-ahead.ts). */
export function withPlainDoor(plan: Plan, desks: number): Plan {
  return {
    ...plan,
    changes: [],
    frontDoor: {
      ...plan.frontDoor,
      desks,
      gathering: { kind: 'fixed', value: 0 },
      timing: { kind: 'at once' },
      duty: null,
    },
    pathways: plan.pathways.map((pathway) => ({
      ...pathway,
      caseHoursPerDay: hours(0),
      reReferral: { ...pathway.reReferral, returnsTo: 'waiting list' },
    })),
  };
}

/** Staff stay, families are seen at one interval and never miss, and there are more hours than anyone can use (casework/ample-sessions.ts). */
export function withAmpleHours(plan: Plan, interval: number): Plan {
  return {
    ...plan,
    changes: [],
    waiting: { ...plan.waiting, contactHoursPerDay: hours(0) },
    pathways: plan.pathways.map((pathway) => ({
      ...pathway,
      offer: { kind: 'one to one' },
      assessment: null,
      caseHoursPerDay: hours(0),
      missedShare: 0 as typeof pathway.missedShare,
      dropOut: 0 as typeof pathway.dropOut,
      dosage: {
        interval: workingDays(interval),
        amount: { kind: 'sessions', sessions: { kind: 'poisson', mean: 4, plus: 1 } },
      },
    })),
    workers: plan.workers.map((worker) => ({
      ...worker,
      from: workingDays(0),
      until: workingDays(Number.POSITIVE_INFINITY),
      career: null,
      hoursPerDay: hours(1000),
    })),
  };
}
