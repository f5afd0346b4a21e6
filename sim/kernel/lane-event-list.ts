/**
 * The product's event list: a queue for each lane, a heap for what falls due at no fixed interval, and the time of the first event of each at hand.
 * Nine in ten events are sessions; as long as nothing else comes before the lane's next, it is taken without looking further.
 * A rank can have a heap of its own: decisions, minutes away, then need not climb through patience, months away.
 * The figures that settled it are in docs/decisions/0004.
 */
import { EventHeap } from './event-heap.ts';
import { type EventList, type Handle, type Lane, SEQUENCES } from './event-list.ts';
import { LaneQueue } from './lane-queue.ts';

/** Sources of events are heaps and lanes, numbered as they are opened; a handle holds its source in the low part. */
const MOST_SOURCES = 64;
const MOST_RANKS = 256;

export class LaneEventList implements EventList {
  time = 0;
  rank = 0;
  entity = 0;
  private sequence = 0;
  /** By source: its heap, or its lane. */
  private readonly heaps: (EventHeap | null)[] = [];
  private readonly lanes: (LaneQueue | null)[] = [];
  private readonly heapOfRank: EventHeap[];
  /** Time of the first event of each source, Infinity where there is none. That of the current lane is not kept. */
  private readonly heads = new Float64Array(MOST_SOURCES);
  private sources = 0;
  /** The lane of the event taken last, and a time before which nothing comes but from that lane. */
  private current: LaneQueue;
  private readonly noLane = new LaneQueue(0, MOST_SOURCES - 1);
  private bound = 0;

  constructor() {
    this.current = this.noLane;
    const common = this.addHeap();
    this.heapOfRank = Array.from({ length: MOST_RANKS }, () => common);
    this.clear();
  }

  clear() {
    for (const heap of this.heaps) heap?.clear();
    for (const lane of this.lanes) lane?.clear();
    this.heads.fill(Number.POSITIVE_INFINITY);
    this.sequence = 0;
    this.current = this.noLane;
    this.bound = Number.NEGATIVE_INFINITY;
  }

  openLane(rank: number): Lane {
    const source = this.newSource();
    this.heaps.push(null);
    this.lanes.push(new LaneQueue(rank, source));
    return source;
  }

  openHeap(rank: number) {
    this.heapOfRank[rank] = this.addHeap();
  }

  append(lane: Lane, time: number, entity: number): Handle {
    const queue = this.lanes[lane]!;
    const at = queue.append(time, this.sequence++, entity);
    if (at === queue.head && queue !== this.current) this.appears(lane, time);
    return at * MOST_SOURCES + lane;
  }

  schedule(time: number, rank: number, entity: number): Handle {
    const heap = this.heapOfRank[rank]!;
    const id = heap.push(time, rank * SEQUENCES + this.sequence++, entity);
    const { source } = heap;
    if (time < this.heads[source]!) this.appears(source, time);
    return id * MOST_SOURCES + source;
  }

  cancel(handle: Handle) {
    const source = handle % MOST_SOURCES;
    const event = (handle - source) / MOST_SOURCES;
    const holder = this.heaps[source] ?? this.lanes[source]!;
    holder.cancel(event);
    this.heads[source] = holder.firstTime;
  }

  next(until: number): boolean {
    const { heads, sources } = this;
    heads[this.current.source] = this.current.firstTime;
    let time = heads[0]!;
    let second = until;
    let first = 0;
    for (let source = 1; source < sources; source++) {
      const head = heads[source]!;
      if (head < time || (head === time && head < until && this.orderOf(source) < this.orderOf(first))) {
        if (time < second) second = time;
        time = head;
        first = source;
      } else if (head < second) {
        second = head;
      }
    }
    if (!(time < until)) return false;
    this.time = time;
    const queue = this.lanes[first]!;
    if (queue === null) {
      this.takeFromHeap(this.heaps[first]!);
    } else {
      this.rank = queue.rank;
      this.entity = queue.take();
      this.current = queue;
      this.bound = second;
    }
    return true;
  }

  nextOfLane(): boolean {
    const queue = this.current;
    const time = queue.firstTime;
    if (!(time < this.bound)) return false;
    this.time = time;
    this.entity = queue.take();
    return true;
  }

  private takeFromHeap(heap: EventHeap) {
    this.rank = Math.floor(heap.orders[0]! / SEQUENCES);
    this.entity = heap.firstEntity;
    heap.removeFirst();
    this.heads[heap.source] = heap.firstTime;
    this.current = this.noLane;
    this.bound = Number.NEGATIVE_INFINITY;
  }

  private addHeap(): EventHeap {
    const heap = new EventHeap(this.newSource());
    this.heaps.push(heap);
    this.lanes.push(null);
    return heap;
  }

  private newSource(): number {
    // The last place belongs to `noLane`.
    if (this.sources === MOST_SOURCES - 1)
      throw new RangeError(`No more than ${this.sources} lanes and heaps can be open.`);
    return this.sources++;
  }

  /** A source has a new first event. */
  private appears(source: number, time: number) {
    this.heads[source] = time;
    if (time < this.bound) this.bound = time;
  }

  /** Rank and sequence, in one number that sorts as the pair does, of the first event of a source. */
  private orderOf(source: number): number {
    const queue = this.lanes[source]!;
    return queue === null ? this.heaps[source]!.orders[0]! : queue.rank * SEQUENCES + queue.firstSequence;
  }
}
