/** Prepares a plan once and replicates it. */
import { LaneEventList } from './kernel/lane-event-list.ts';
import type { Result } from './measures/result.ts';
import { WeeklyRecorder } from './measures/weekly-recorder.ts';
import type { Plan } from './plan.ts';
import { Service } from './service/service.ts';

export { groupsOf } from './measures/groups.ts';

export interface Engine {
  /**
   * Runs one replication. The result depends on plan, seed and replication number alone. Memory is reused between calls.
   * @param replication a whole number from 0 to 2^32 - 1; RangeError otherwise
   */
  replicate(replication: number): Result;
}

/**
 * @param plan a valid plan, as `scenarios/compile.ts` makes
 * @param seed a whole number from 0 to 2^53 - 1; RangeError otherwise
 */
export function createEngine(plan: Plan, seed: number): Engine {
  const recorder = new WeeklyRecorder(plan);
  const service = new Service(plan, seed, new LaneEventList(), recorder, true);
  return {
    replicate(replication) {
      service.replicate(replication);
      return {
        replication,
        events: service.events,
        groups: recorder.results,
        postCosts: recorder.postCosts,
      };
    },
  };
}
