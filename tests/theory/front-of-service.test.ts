/**
 * The front of the service where queueing theory is exact: duty workers are an M/M/c, lists of localities are so many separate M/M/c and one
 * list is one of all their places. Each figure must lie within 3 standard errors of Erlang C, estimated from independent replications.
 */
import { describe, expect, it } from 'vitest';
import { LaneEventList } from '../../sim/kernel/lane-event-list.ts';
import type { Recorder } from '../../sim/measures/recorder.ts';
import type { Plan } from '../../sim/plan.ts';
import { Service } from '../../sim/service/service.ts';
import { workingDays } from '../../sim/units.ts';
import { duty, pathway, plan, steady, team, worker } from '../service/plan-builder.ts';
import { noticing } from '../service/quiet-recorder.ts';
import { standardError, standardErrorsFromExact } from './observations.ts';
import { type Queue, withoutLeaving } from './oracles/erlang.ts';

const SEED = 1917;
const REPLICATIONS = 30;
/** Working days. The warm-up is more than twelve relaxation times of each queue here (see erlang.test.ts). */
const WARM_UP = 2000;
const WEEKS = 2000;
const DAYS = WEEKS * 5;

/** What `read` says after each replication, the recorder made anew. */
function observed(service: Plan, watch: () => { recorder: Recorder; read: () => number }): number[] {
  return Array.from({ length: REPLICATIONS }, (_, replication) => {
    const { recorder, read } = watch();
    new Service(service, SEED, new LaneEventList(), recorder).replicate(replication);
    return read();
  });
}

function expectExact(values: readonly number[], exact: number) {
  expect(standardError(values)).toBeLessThan(0.1 * exact);
  expect(Math.abs(standardErrorsFromExact(values, exact))).toBeLessThan(3);
}

describe.each<Queue>([
  { places: 1, arrivalRate: 0.8, meanLength: 1 },
  { places: 3, arrivalRate: 2.55, meanLength: 1 },
])('Duty: $places duty workers, $arrivalRate families a day', (queue) => {
  it('holds as many families as an M/M/c, waiting and visited', () => {
    const service = plan({
      weeks: WEEKS,
      sources: [steady(queue.arrivalRate, DAYS)],
      duty: duty({ workers: queue.places, visit: { kind: 'exponential', mean: queue.meanLength } }),
      workers: [],
    });
    const held = observed(service, () => {
      let inDuty = 0;
      let since = WARM_UP;
      let total = 0;
      const moves = (now: number, change: number) => {
        if (now > WARM_UP) {
          total += inDuty * (now - since);
          since = now;
        }
        inDuty += change;
      };
      const recorder = noticing({
        decided: (now) => moves(now, 1),
        dutyVisited: (now) => moves(now, -1),
        finished: (now) => moves(now, 0),
      });
      return { recorder, read: () => total / (DAYS - WARM_UP) };
    });
    const { meanWaiting } = withoutLeaving(queue);
    expectExact(held, meanWaiting + queue.arrivalRate * queue.meanLength);
  });
});

describe('Two localities with 6 places each, load 0.9', () => {
  const whole: Queue = { places: 12, arrivalRate: 2.16, meanLength: 5 };
  const each: Queue = { places: 6, arrivalRate: 1.08, meanLength: 5 };
  const service = (pooling: Plan['allocation']['pooling']) =>
    plan({
      weeks: WEEKS,
      sources: [steady(whole.arrivalRate, DAYS)],
      localities: [0.5, 0.5],
      pooling,
      teams: [team({ locality: 0 }), team({ locality: 1 })],
      workers: [worker({ team: 0, cap: 6 }), worker({ team: 1, cap: 6 })],
      pathways: [pathway({ interval: 1e6, length: { kind: 'exponential', mean: whole.meanLength } })],
    });
  const waits = (pooling: Plan['allocation']['pooling']) =>
    observed(service(pooling), () => {
      let allocated = 0;
      let total = 0;
      const recorder = noticing({
        allocated(now, _who, _team, _weight, wait) {
          if (now < WARM_UP) return;
          allocated++;
          total += wait;
        },
      });
      return { recorder, read: () => total / allocated };
    });
  const apart = { kind: 'by locality', overflowAfter: workingDays(Number.POSITIVE_INFINITY) } as const;

  it('wait as in two separate M/M/6 where each has its own list', () => {
    expectExact(waits(apart), withoutLeaving(each).meanWait);
  });

  it('wait as in one M/M/12 where there is one list', () => {
    expectExact(waits({ kind: 'one list' }), withoutLeaving(whole).meanWait);
  });

  it('wait as in one M/M/12 where overflow is at once', () => {
    expectExact(
      waits({ kind: 'by locality', overflowAfter: workingDays(0) }),
      withoutLeaving(whole).meanWait,
    );
  });
});
