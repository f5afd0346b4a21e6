/** The clock and the event loop. */
import { describe, expect, it } from 'vitest';
import { HeapEventList } from '../../sim/kernel/heap-event-list.ts';
import { Kernel } from '../../sim/kernel/kernel.ts';
import { LaneEventList } from '../../sim/kernel/lane-event-list.ts';

describe.each([
  ['LaneEventList', () => new LaneEventList()],
  ['HeapEventList', () => new HeapEventList()],
] as const)('kernel on a %s', (_, create) => {
  it('handles every event before the end, in order, with the clock at its time', () => {
    const kernel = new Kernel(create());
    kernel.at(3, 1, 30);
    kernel.at(1, 1, 10);
    kernel.at(7, 1, 70);
    const seen: [number, number][] = [];
    kernel.run(7, {
      handle(_rank, entity) {
        seen.push([kernel.now, entity]);
        if (entity === 10) kernel.at(kernel.now, 0, 11);
      },
    });
    expect(seen).toEqual([
      [1, 10],
      [1, 11],
      [3, 30],
    ]);
    expect(kernel.now).toBe(7);
    expect(kernel.handled).toBe(3);
  });

  it('counts events that a handler takes from the lane itself', () => {
    const kernel = new Kernel(create());
    const lane = kernel.openLane(2);
    for (const time of [1, 2, 3]) kernel.append(lane, time, time);
    const times: number[] = [];
    kernel.run(10, {
      handle() {
        do times.push(kernel.now);
        while (kernel.nextOfLane() !== -1);
      },
    });
    expect(times).toEqual([1, 2, 3]);
    expect(kernel.handled).toBe(3);
  });

  it('refuses a time before now, and NaN, naming rank, entity, time and now', () => {
    const kernel = new Kernel(create());
    kernel.run(5, { handle() {} });
    expect(() => kernel.at(4, 3, 17)).toThrow(/rank 3.*entity 17.*time 4.*5/);
    expect(() => kernel.at(Number.NaN, 3, 17)).toThrow(RangeError);
    expect(() => kernel.at(5, 3, 17)).not.toThrow();
  });

  it('forgets events and starts the clock again on reset', () => {
    const kernel = new Kernel(create());
    kernel.at(1, 1, 1);
    kernel.at(9, 1, 9);
    kernel.run(5, { handle() {} });
    kernel.reset();
    expect([kernel.now, kernel.handled]).toEqual([0, 0]);
    const seen: number[] = [];
    kernel.at(2, 1, 2);
    kernel.run(20, { handle: (_rank, entity) => seen.push(entity) });
    expect(seen).toEqual([2]);
  });
});
