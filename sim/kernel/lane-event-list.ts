/**
 * The product's event list: a queue for each lane, a heap for what falls due at no fixed interval, and the time of the first event of each at hand.
 * Nine in ten events are sessions; as long as nothing else comes before the lane's next, it is taken without looking further.
 * A rank can have a heap of its own: decisions, minutes away, then need not climb through patience, months away.
 * The figures that settled it are in docs/decisions/0004.
 */
import { EventHeap } from './event-heap.ts';
import type { EventList, Handle, Lane, LaneRings } from './event-list.ts';
import * as eventList from './event-list.ts';
import { LaneRing } from './lane-ring.ts';
import * as layout from './ring-layout.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { SEQUENCES } = eventList;
const { SOURCE_BITS } = layout;

/** Sources of events are heaps and lanes, numbered as they are opened. */
const MOST_SOURCES = 1 << SOURCE_BITS;
const SOURCE_MASK = MOST_SOURCES - 1;
/** Places in `clock`. */
const TIME = 0;
const BOUND = 1;
const LIMIT = 2;
const MOST_RANKS = 256;

export class LaneEventList implements EventList, LaneRings {
  readonly rings = this;
  /**
   * The time of the event taken last, the bound (which see) and the limit `next` was last given. A number in a field of its own would be put on
   * V8's heap at each change; a limit that is now a whole number and now a fraction would put there all that is compared with it.
   */
  private readonly clock = new Float64Array(3);
  rank = 0;
  entity = 0;
  sequence = 0;
  /** By source: its heap, or its lane. */
  private readonly heaps: (EventHeap | null)[] = [];
  private readonly lanes: (LaneRing | null)[] = [];
  private readonly heapOfRank: EventHeap[];
  /** Time of the first event of each source, Infinity where there is none, and for the current lane. */
  private readonly heads = new Float64Array(MOST_SOURCES);
  private sources = 0;
  /** The lane that is looked at first: the longest of those that events have been taken from. */
  private current: LaneRing;
  /** Whether the event taken last came from the current lane. */
  private onCurrent = false;
  private readonly noLane = new LaneRing(0, MOST_SOURCES - 1);

  constructor() {
    this.current = this.noLane;
    const common = this.addHeap();
    this.heapOfRank = Array.from({ length: MOST_RANKS }, () => common);
    this.clear();
  }

  get time(): number {
    return this.clock[TIME]!;
  }

  /** A time before which nothing comes but from the current lane; no later than the limit `next` was last given. */
  get bound(): number {
    return this.clock[BOUND]!;
  }

  clear() {
    for (const heap of this.heaps) heap?.clear();
    for (const lane of this.lanes) lane?.clear();
    this.heads.fill(Number.POSITIVE_INFINITY);
    this.sequence = 0;
    this.current = this.noLane;
    this.onCurrent = false;
    this.clock[BOUND] = Number.NEGATIVE_INFINITY;
  }

  openLane(rank: number): Lane {
    const source = this.newSource();
    this.heaps.push(null);
    this.lanes.push(new LaneRing(rank, source));
    return source;
  }

  openHeap(rank: number) {
    this.heapOfRank[rank] = this.addHeap();
  }

  append(lane: Lane, time: number, entity: number): Handle {
    const queue = this.lanes[lane]!;
    const at = queue.append(time, this.sequence++, entity);
    if (at === queue.head && queue !== this.current) this.appears(lane, time);
    return (at << SOURCE_BITS) | lane;
  }

  schedule(time: number, rank: number, entity: number): Handle {
    const heap = this.heapOfRank[rank]!;
    const id = heap.push(time, rank * SEQUENCES + this.sequence++, entity);
    const { source } = heap;
    if (time < this.heads[source]!) this.appears(source, time);
    return (id << SOURCE_BITS) | source;
  }

  cancel(handle: Handle) {
    const source = handle & SOURCE_MASK;
    const holder = this.heaps[source] ?? this.lanes[source]!;
    holder.cancel(handle >>> SOURCE_BITS);
    if (holder !== this.current) this.heads[source] = holder.firstTime();
  }

  next(until: number): boolean {
    const { current } = this;
    const time = current.firstTime();
    if (!(time < this.clock[BOUND]! && time < until)) {
      this.clock[LIMIT] = until;
      return this.search();
    }
    this.clock[TIME] = time;
    this.takeFrom(current);
    return true;
  }

  nextOfLane(): boolean {
    const { current } = this;
    const time = current.firstTime();
    if (!(this.onCurrent && time < this.clock[BOUND]!)) return false;
    this.clock[TIME] = time;
    this.takeFrom(current);
    return true;
  }

  get ring(): LaneRing | null {
    return this.onCurrent ? this.current : null;
  }

  wentOn(time: number) {
    this.clock[TIME] = time;
  }

  /** Looks at every source: the current lane may not be first. */
  private search(): boolean {
    const { heads, sources, current } = this;
    const until = this.clock[LIMIT]!;
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
    const currentTime = current.firstTime();
    if (currentTime < time || (currentTime === time && orderIn(current) < this.orderOf(first))) {
      if (!(currentTime < until)) return false;
      this.clock[BOUND] = time < until ? time : until;
      this.clock[TIME] = currentTime;
      this.takeFrom(current);
      return true;
    }
    if (!(time < until)) return false;
    this.clock[TIME] = time;
    const lane = this.lanes[first]!;
    if (lane === null) this.takeFromHeap(this.heaps[first]!);
    else this.takeFromOtherLane(lane);
    // What is next where the event came from; where the current lane has changed, in the one before.
    const next = this.onCurrent ? currentTime : heads[first]!;
    this.clock[BOUND] = next < second ? next : second;
    return true;
  }

  private takeFromHeap(heap: EventHeap) {
    this.rank = (heap.orders[0]! / SEQUENCES) | 0;
    this.entity = heap.firstEntity;
    heap.removeFirst();
    this.heads[heap.source] = heap.firstTime();
    this.onCurrent = false;
  }

  /** The lane becomes the current one if it is no shorter. */
  private takeFromOtherLane(lane: LaneRing) {
    const { heads, current } = this;
    this.takeFrom(lane);
    this.onCurrent = lane.length >= current.length;
    if (this.onCurrent) {
      heads[current.source] = current.firstTime();
      heads[lane.source] = Number.POSITIVE_INFINITY;
      this.current = lane;
    } else heads[lane.source] = lane.firstTime();
  }

  private takeFrom(lane: LaneRing) {
    this.rank = lane.rank;
    this.entity = lane.take();
    this.onCurrent = true;
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
    if (time < this.clock[BOUND]!) this.clock[BOUND] = time;
  }

  /** Rank and sequence, in one number that sorts as the pair does, of the first event of a source. */
  private orderOf(source: number): number {
    const queue = this.lanes[source]!;
    return queue === null ? this.heaps[source]!.orders[0]! : orderIn(queue);
  }
}

/** The same of the first event of a lane. */
function orderIn(lane: LaneRing): number {
  return lane.rank * SEQUENCES + lane.firstSequence;
}
