/** An event list too plain to be wrong: an array, sorted anew for each event taken. The truth that the quick ones are held to. */
import type { EventList, Handle, Lane } from '../../sim/kernel/event-list.ts';

interface Pending {
  readonly time: number;
  readonly rank: number;
  readonly sequence: number;
  readonly entity: number;
  readonly lane: Lane | null;
}

export class SortedArrayEventList implements EventList {
  time = 0;
  rank = 0;
  entity = 0;
  /** Of the event taken last; null when it was in none. */
  lane: Lane | null = null;
  /** Ids of events that have not happened, in order of scheduling. */
  private pending = new Map<Handle, Pending>();
  private sequence = 0;
  private readonly laneRanks: number[] = [];

  get handles(): readonly Handle[] {
    return [...this.pending.keys()];
  }

  clear() {
    this.pending.clear();
    this.sequence = 0;
    this.lane = null;
  }

  openLane(rank: number): Lane {
    return this.laneRanks.push(rank) - 1;
  }

  openHeap() {}

  append(lane: Lane, time: number, entity: number): Handle {
    return this.add({ time, rank: this.laneRanks[lane]!, sequence: this.sequence++, entity, lane });
  }

  schedule(time: number, rank: number, entity: number): Handle {
    return this.add({ time, rank, sequence: this.sequence++, entity, lane: null });
  }

  cancel(handle: Handle) {
    this.pending.delete(handle);
  }

  next(until: number): boolean {
    const inOrder = [...this.pending].sort(
      ([, a], [, b]) => a.time - b.time || a.rank - b.rank || a.sequence - b.sequence,
    );
    const first = inOrder[0];
    if (first === undefined || first[1].time >= until) return false;
    this.pending.delete(first[0]);
    ({ time: this.time, rank: this.rank, entity: this.entity, lane: this.lane } = first[1]);
    return true;
  }

  nextOfLane(): boolean {
    return false;
  }

  private add(event: Pending): Handle {
    this.pending.set(event.sequence, event);
    return event.sequence;
  }
}
