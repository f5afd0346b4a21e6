/**
 * Workers leave again and again, so that many sessions next in their lane are taken out while others of the lane go on: what the loop for plain
 * sessions must step over. The plain list, which has no such loop, must give the same bits.
 */
import { describe, expect, it } from 'vitest';
import { MEASURE_KEYS } from '../../sim/index.ts';
import { HeapEventList } from '../../sim/kernel/heap-event-list.ts';
import { LaneEventList } from '../../sim/kernel/lane-event-list.ts';
import { WeeklyRecorder } from '../../sim/measures/weekly-recorder.ts';
import type { Plan } from '../../sim/plan.ts';
import { Service } from '../../sim/service/service.ts';
import { either, pathway, plan, steady, WEEK, worker } from '../service/plan-builder.ts';

const WEEKS = 60;

/** Forty workers of six cases each; a quarter leave at different moments of the year, some of them on one day, and are replaced later. */
function changing(step: number): Plan {
  const leavers = Array.from({ length: 10 }, (_, i) => worker({ cap: 6, until: 20 + step * i }));
  const replacements = Array.from({ length: 10 }, (_, i) => worker({ cap: 6, from: 40 + step * i }));
  const stayers = Array.from({ length: 30 }, () => worker({ cap: 6 }));
  return plan({
    weeks: WEEKS,
    sources: [steady(3, WEEKS * WEEK)],
    pathways: [pathway({ sessions: either(3, 9, 20), interval: 5 })],
    workers: [...leavers, ...stayers, ...replacements],
  });
}

function results(run: Plan, events: LaneEventList | HeapEventList) {
  const recorder = new WeeklyRecorder(run);
  const service = new Service(run, 7, events, recorder);
  return [0, 1, 2].map((replication) => {
    service.replicate(replication);
    return recorder.results.map(({ headline, weekly }) => [Array.from(headline), Array.from(weekly)]);
  });
}

describe('a service that workers leave in the middle of their cases', () => {
  it.each([0, 1, 5, 7.3])('gives the same bits on either event list, one leaving every %d days', (step) => {
    const run = changing(step);
    const [lanes, heap] = [results(run, new LaneEventList()), results(run, new HeapEventList())];
    const changes = lanes.map(([service]) => service![0]![MEASURE_KEYS.indexOf('changes_of_worker')]!);
    expect(Math.min(...changes)).toBeGreaterThan(10);
    expect(lanes).toEqual(heap);
  });
});
