/** The product's recorder, told by hand what happens. */
import { groupsOf } from '../../sim/measures/groups.ts';
import { weeklyKeysOf } from '../../sim/measures/kept.ts';
import { MEASURE_KEYS, type MeasureKey, type WeeklyKey } from '../../sim/measures/measures.ts';
import type { ListAtEnd, Who } from '../../sim/measures/recorder.ts';
import type { Group } from '../../sim/measures/result.ts';
import { WeeklyRecorder } from '../../sim/measures/weekly-recorder.ts';
import { OUTCOMES, type Outcome, type Plan } from '../../sim/plan.ts';

export const who = ({ pathway = 0, locality = 0, children = 1 } = {}): Who => ({
  pathway,
  locality,
  children,
});
/** Index of an outcome. */
export const as = (outcome: Outcome) => OUTCOMES.indexOf(outcome);
export const SERVICE: Partial<Group> = { kind: 'service', counted: 'families' };

/** Weeks of five days; what `during` tells of each week is told before it ends. */
export function recorded(
  plan: Plan,
  during: ((recorder: WeeklyRecorder) => void)[],
  left: readonly (readonly [who: Who, age: number])[] = [],
) {
  const recorder = new WeeklyRecorder(plan);
  const empty = new Float64Array(plan.pathways.length * plan.localities.length);
  recorder.begin();
  plan.clock.weekEnds.forEach((end, week) => {
    during[week]?.(recorder);
    recorder.weekEnded(end, empty);
  });
  recorder.finished(plan.clock.weekEnds.at(-1)!, lists(plan, left));
  const groups = groupsOf(plan);
  const find = (wanted: Partial<Group>) =>
    groups.findIndex((group) =>
      Object.entries(wanted).every(([key, value]) => group[key as keyof Group] === value),
    );
  const of = (wanted: Partial<Group>) => recorder.results[find(wanted)]!;
  return {
    of,
    postCosts: Array.from(recorder.postCosts),
    value: (key: MeasureKey, wanted: Partial<Group> = SERVICE) =>
      of(wanted).headline[MEASURE_KEYS.indexOf(key)],
    weekly: (key: WeeklyKey, wanted: Partial<Group> = SERVICE) => {
      const { weekly } = of(wanted);
      const keys = weeklyKeysOf(groups[find(wanted)]!);
      const weeks = weekly.length / keys.length;
      return Array.from(weekly.subarray(keys.indexOf(key) * weeks).subarray(0, weeks));
    },
  };
}

export function lists(plan: Plan, left: readonly (readonly [who: Who, age: number])[]): ListAtEnd[] {
  return plan.pathways.flatMap((_, pathway) =>
    plan.localities.map((_name, locality) => {
      const on = left.filter(([who]) => who.pathway === pathway && who.locality === locality);
      return {
        pathway,
        locality,
        ages: Float64Array.from(on, ([, age]) => age),
        children: Float64Array.from(on, ([{ children }]) => children),
      };
    }),
  );
}
