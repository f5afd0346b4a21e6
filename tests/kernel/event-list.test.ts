/** Any two event lists hand back the same events in the same order: time, then rank, then sequence of scheduling. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventHeap } from '../../sim/kernel/event-heap.ts';
import type { EventList, Handle, Lane } from '../../sim/kernel/event-list.ts';
import { HeapEventList } from '../../sim/kernel/heap-event-list.ts';
import { LaneEventList } from '../../sim/kernel/lane-event-list.ts';
import { SortedArrayEventList } from './sorted-array-event-list.ts';

/** To explore other cases change the seed; a failure prints the seed and path that repeat it. */
const RUNS = { seed: 1, numRuns: 250 };

/** Ranks of the lanes opened in every list; two share a rank, as pathways with different intervals do. */
const LANE_RANKS = [2, 2, 6];
const RANKS = 9;
/** A rank that may have a heap of its own. */
const RANK_APART = 4;

/** What a service may ask of its event list. Times are gaps from the event taken last, in few whole steps so that ties abound. */
type Step =
  | { readonly do: 'schedule'; readonly gap: number; readonly rank: number }
  | { readonly do: 'append'; readonly lane: number; readonly gap: number; readonly times: number }
  | { readonly do: 'cancel'; readonly which: number }
  | { readonly do: 'next'; readonly within: number }
  | { readonly do: 'go on with the lane' }
  | { readonly do: 'clear' };

const gap = fc.integer({ min: 0, max: 6 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    arbitrary: fc.record({ do: fc.constant('schedule'), gap, rank: fc.nat({ max: RANKS - 1 }) } as const),
    weight: 8,
  },
  {
    arbitrary: fc.record({
      do: fc.constant('append'),
      lane: fc.nat({ max: LANE_RANKS.length - 1 }),
      gap,
      times: fc.oneof(fc.constant(1), fc.constant(1), fc.integer({ min: 2, max: 90 })),
    } as const),
    weight: 8,
  },
  { arbitrary: fc.record({ do: fc.constant('cancel'), which: fc.nat() } as const), weight: 5 },
  {
    arbitrary: fc.record({
      do: fc.constant('next'),
      within: fc.oneof(gap, fc.constant(Number.POSITIVE_INFINITY)),
    } as const),
    weight: 8,
  },
  { arbitrary: fc.constant({ do: 'go on with the lane' } as const), weight: 10 },
  { arbitrary: fc.constant({ do: 'clear' } as const), weight: 1 },
);
const steps = fc.array(step, { maxLength: 250, size: 'max' });

const taken = ({ time, rank, entity }: EventList) => ({ time, rank, entity });

/** Takes the same steps on a list and on the sorted array, and holds every answer of the one to the other. */
class Comparison {
  private readonly truth = new SortedArrayEventList();
  private readonly list: EventList;
  /** Handle in the list, by handle in the sorted array. */
  private readonly handles = new Map<Handle, Handle>();
  private readonly lanes: readonly { truth: Lane; list: Lane }[];
  private readonly laneEnds = LANE_RANKS.map(() => 0);
  private entities = 0;
  /** Of the `next` that took an event last. */
  private until = 0;

  constructor(list: EventList) {
    this.list = list;
    this.lanes = LANE_RANKS.map((rank) => ({ truth: this.truth.openLane(rank), list: list.openLane(rank) }));
    list.openHeap(RANK_APART);
  }

  take(step: Step) {
    const { truth, list } = this;
    switch (step.do) {
      case 'schedule':
        this.schedule(truth.time + step.gap, step.rank);
        break;
      case 'append':
        for (let time = 0; time < step.times; time++) this.append(step.lane, step.gap);
        break;
      case 'cancel':
        this.cancel(step.which);
        break;
      case 'next':
        this.next(truth.time + step.within);
        break;
      case 'go on with the lane':
        this.goOnWithLane();
        break;
      case 'clear':
        truth.clear();
        list.clear();
        this.handles.clear();
        this.laneEnds.fill(0);
    }
  }

  drain() {
    while (this.truth.handles.length > 0) this.next(Number.POSITIVE_INFINITY);
    expect(this.list.next(Number.POSITIVE_INFINITY)).toBe(false);
  }

  private append(lane: number, gap: number) {
    const time = Math.max(this.truth.time + gap, this.laneEnds[lane]!);
    this.laneEnds[lane] = time;
    const { truth, list } = this.lanes[lane]!;
    const entity = this.entities++;
    this.handles.set(this.truth.append(truth, time, entity), this.list.append(list, time, entity));
  }

  private schedule(time: number, rank: number) {
    const entity = this.entities++;
    this.handles.set(this.truth.schedule(time, rank, entity), this.list.schedule(time, rank, entity));
  }

  private cancel(which: number) {
    const { handles } = this.truth;
    if (handles.length === 0) return;
    const handle = handles[which % handles.length]!;
    this.truth.cancel(handle);
    this.list.cancel(this.handles.get(handle)!);
  }

  private next(until: number) {
    const found = this.truth.next(until);
    expect(this.list.next(until)).toBe(found);
    if (!found) return;
    this.until = until;
    expect(taken(this.list)).toEqual(taken(this.truth));
  }

  /** A list may always say no; when it says yes it is the first event of all, and of the same lane. */
  private goOnWithLane() {
    const { lane } = this.truth;
    if (!this.list.nextOfLane()) return;
    expect(lane).not.toBeNull();
    expect(this.truth.next(this.until)).toBe(true);
    expect(taken(this.list)).toEqual(taken(this.truth));
    expect(this.truth.lane).toBe(lane);
  }
}

describe.each([
  ['LaneEventList', () => new LaneEventList()],
  ['HeapEventList', () => new HeapEventList()],
] as const)('%s', (_, create) => {
  it('hands back what a sorted array hands back, whatever is scheduled, appended, cancelled and taken', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const comparison = new Comparison(create());
        for (const step of taken) comparison.take(step);
        comparison.drain();
      }),
      RUNS,
    );
  });

  it('takes events of one instant by rank, then in the order in which they were scheduled', () => {
    const events = create();
    const lane = events.openLane(2);
    events.schedule(5, 8, 1);
    events.append(lane, 5, 2);
    events.schedule(5, 2, 3);
    events.append(lane, 5, 4);
    events.schedule(5, 0, 5);
    events.schedule(4, 8, 6);
    const order: number[] = [];
    while (events.next(10)) order.push(events.entity);
    expect(order).toEqual([6, 5, 2, 3, 4, 1]);
  });

  it('leaves an event at the limit where it is', () => {
    const events = create();
    events.schedule(5, 1, 7);
    expect(events.next(5)).toBe(false);
    expect(events.next(5.000001)).toBe(true);
    expect(events.entity).toBe(7);
  });

  it('keeps the order of a lane that grows while its ring has wrapped', () => {
    const events = create();
    const lane = events.openLane(2);
    let appended = 0;
    let taken = 0;
    const append = (count: number) => {
      for (let i = 0; i < count; i++) events.append(lane, appended, appended++);
    };
    const take = (count: number) => {
      for (let i = 0; i < count; i++) {
        expect(events.next(1e9)).toBe(true);
        expect(events.entity).toBe(taken++);
      }
    };
    append(60);
    take(50);
    append(54);
    take(1);
    append(300);
    take(363);
    expect(events.next(1e9)).toBe(false);
  });
});

describe('LaneEventList', () => {
  it('goes on with a lane without a look at the rest, and stops where another event comes first', () => {
    const events = new LaneEventList();
    const lane = events.openLane(2);
    for (const time of [1, 2, 3, 4]) events.append(lane, time, time);
    events.schedule(3, 2, 30);
    expect(events.next(10)).toBe(true);
    expect(events.nextOfLane()).toBe(true);
    expect(taken(events)).toEqual({ time: 2, rank: 2, entity: 2 });
    expect(events.nextOfLane()).toBe(false);
    events.schedule(2.5, 8, 25);
    expect(events.next(10)).toBe(true);
    expect(events.entity).toBe(25);
  });

  it('says how many it can open', () => {
    const events = new LaneEventList();
    expect(() => {
      for (let lane = 0; lane < 1000; lane++) events.openLane(2);
    }).toThrow(/No more than \d+/);
  });
});

describe('HeapEventList', () => {
  it('refuses what breaks a lane: a time before its end, or none; and stays as it was', () => {
    const events = new HeapEventList();
    const lane = events.openLane(2);
    events.append(lane, 5, 1);
    expect(() => events.append(lane, 4.9, 2)).toThrow(RangeError);
    expect(() => events.append(lane, Number.NaN, 3)).toThrow(RangeError);
    events.append(lane, 5, 4);
    const order: number[] = [];
    while (events.next(10)) order.push(events.entity);
    expect(order).toEqual([1, 4]);
  });
});

describe('EventHeap', () => {
  it('gives the rest in order after removal at any place', () => {
    const key = fc.tuple(fc.nat({ max: 20 }), fc.nat());
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 600, size: 'max' }), (keys) => {
        const heap = new EventHeap();
        const events = keys.map(([time], order) => ({ time, order, id: heap.push(time, order, order) }));
        const removed = new Set(keys.flatMap(([, pick]) => (pick % 3 === 0 ? [pick % keys.length] : [])));
        for (const order of removed) heap.cancel(events[order]!.id);
        const left = events
          .filter(({ order }) => !removed.has(order))
          .sort((a, b) => a.time - b.time || a.order - b.order);
        const popped: number[] = [];
        while (heap.size > 0) {
          popped.push(heap.firstEntity);
          heap.removeFirst();
        }
        expect(popped).toEqual(left.map(({ order }) => order));
      }),
      { ...RUNS, numRuns: 200 },
    );
  });
});
