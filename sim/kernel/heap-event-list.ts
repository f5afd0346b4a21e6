/** The plainest event list: everything in one heap. The second opinion on `LaneEventList`, and stricter: it checks what the other takes on trust. */
import { EventHeap } from './event-heap.ts';
import type { EventList, Handle, Lane } from './event-list.ts';
import * as eventList from './event-list.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { SEQUENCES } = eventList;

export class HeapEventList implements EventList {
  time = 0;
  rank = 0;
  entity = 0;
  private sequence = 0;
  private readonly heap = new EventHeap();
  private readonly laneRanks: number[] = [];
  private readonly laneEnds: number[] = [];

  clear() {
    this.heap.clear();
    this.sequence = 0;
    this.laneEnds.fill(Number.NEGATIVE_INFINITY);
  }

  openLane(rank: number): Lane {
    this.laneEnds.push(Number.NEGATIVE_INFINITY);
    return this.laneRanks.push(rank) - 1;
  }

  /** One heap is the whole point of this list. */
  openHeap() {}

  append(lane: Lane, time: number, entity: number): Handle {
    const end = this.laneEnds[lane]!;
    if (!(time >= end))
      throw new RangeError(`Event at ${time} appended to lane ${lane} after one at ${end}.`);
    this.laneEnds[lane] = time;
    return this.schedule(time, this.laneRanks[lane]!, entity);
  }

  schedule(time: number, rank: number, entity: number): Handle {
    return this.heap.push(time, rank * SEQUENCES + this.sequence++, entity);
  }

  cancel(handle: Handle) {
    this.heap.cancel(handle);
  }

  next(until: number): boolean {
    const { heap } = this;
    if (heap.size === 0 || !(heap.times[0]! < until)) return false;
    this.time = heap.times[0]!;
    this.rank = Math.floor(heap.orders[0]! / SEQUENCES);
    this.entity = heap.firstEntity;
    heap.removeFirst();
    return true;
  }

  nextOfLane(): boolean {
    return false;
  }
}
