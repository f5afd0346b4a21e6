/** Prices of what a run counts, in pounds. */
import type { CostPlan } from '../../sim/plan.ts';
import { meanChildren } from '../children.ts';
import type { Scenario } from '../schema.ts';
import { workingDaysPerYear } from '../workforce.ts';
import type { Names } from './names.ts';
import type { Place } from './places.ts';
import type { Span } from './run-time.ts';
import { beginningOf } from './staffing.ts';

type Costs = Scenario['costs'];

/** `null` where nothing is costed. */
export function costPlan(
  places: readonly Place[],
  spans: readonly Span[],
  { teams }: Names,
): CostPlan | null {
  const { costs, period } = spans[0]!.scenario;
  if (costs.counted === 'no') return null;
  const daysPerYear = workingDaysPerYear(period.nation);
  return {
    workerDay: places.map((place) => {
      const { terms, post } = beginningOf(place, spans);
      return (terms.fte * fullTimeYear(post.salary, costs)) / daysPerYear;
    }),
    ...postsOf(places, spans),
    travel: teams.map(() => costs.mileage * costs.milesPerVisit),
    hire: costs.hire,
    frontDoorHour: costs.frontDoorHour,
    escalationPerChild: escalationPerChild(costs.escalation),
    meanChildren: meanChildren(spans[0]!.scenario),
  };
}

/** Every post that a place is in at some time. A place that is not there in a phase stays with the post it was in, or will be. */
function postsOf(places: readonly Place[], spans: readonly Span[]): Pick<CostPlan, 'posts' | 'postOfWorker'> {
  const held = spans.map((_, phase) =>
    places.map(({ terms }) => {
      const { team, post } = (terms.slice(0, phase + 1).findLast((one) => one !== null) ??
        terms.find((one) => one !== null))!;
      return JSON.stringify([team, post]);
    }),
  );
  const keys = [...new Set(held.flat())];
  return {
    posts: keys.map((key) => {
      const [team, post] = JSON.parse(key) as [string, string];
      return { team, post };
    }),
    postOfWorker: held.map((inPhase) => inPhase.map((key) => keys.indexOf(key))),
  };
}

/** A full-timer for a year: salary with on-costs, a share of a manager, and overheads on both. */
export function fullTimeYear(
  salary: number,
  { onCosts, managerSalary, managerOnCosts, span, overheads }: Costs,
): number {
  const manager = (managerSalary * (1 + managerOnCosts)) / span;
  return (salary * (1 + onCosts) + manager) * (1 + overheads);
}

/** Of each child of a family that escalates: the share taken on, over the rungs of the ladder. */
function escalationPerChild({ shareOfChildren, cin, cpp, lac }: Costs['escalation']): number {
  const ladder = [cin, cpp, lac].reduce(
    (sum, { share, perChildYear, years }) => sum + share * perChildYear * years,
    0,
  );
  return shareOfChildren * ladder;
}
