/**
 * A calendar queue (R. Brown, "Calendar queues: a fast O(1) priority queue implementation for the simulation event set problem",
 * Communications of the ACM 31 (1988), 1220-1227), without Brown's resizing: days as long as suit EH-bench. It exists to be raced
 * against the event lists of the product, and hands back the same events in the same order.
 *
 * Events are linked by id within a day, in order; a day holds those of every year that falls on it.
 */
import { type EventList, type Handle, type Lane, SEQUENCES } from '../sim/kernel/event-list.ts';

const DAYS = 1024;
const DAYS_PER_UNIT_OF_TIME = 128;
const NONE = -1;
const CAPACITY = 4096;

export class CalendarEventList implements EventList {
  time = 0;
  rank = 0;
  entity = 0;
  size = 0;
  private sequence = 0;
  /** Days since time 0 of the day looked at. */
  private today = 0;
  private readonly firsts = new Int32Array(DAYS).fill(NONE);
  private readonly laneRanks: number[] = [];
  /** By event id. */
  private readonly times = new Float64Array(CAPACITY);
  private readonly orders = new Float64Array(CAPACITY);
  private readonly entities = new Int32Array(CAPACITY);
  private readonly followers = new Int32Array(CAPACITY);
  private readonly predecessors = new Int32Array(CAPACITY);
  private readonly free = new Int32Array(CAPACITY);
  private freeCount = 0;

  constructor() {
    this.clear();
  }

  clear() {
    this.firsts.fill(NONE);
    this.size = 0;
    this.sequence = 0;
    this.today = 0;
    this.freeCount = CAPACITY;
    for (let at = 0; at < CAPACITY; at++) this.free[at] = CAPACITY - 1 - at;
  }

  openLane(rank: number): Lane {
    return this.laneRanks.push(rank) - 1;
  }

  /** Every event lies in the one calendar. */
  openHeap() {}

  append(lane: Lane, time: number, entity: number): Handle {
    return this.schedule(time, this.laneRanks[lane]!, entity);
  }

  schedule(time: number, rank: number, entity: number): Handle {
    if (this.freeCount === 0) throw new RangeError(`more than ${CAPACITY} events at once`);
    const { times, orders, followers, predecessors } = this;
    const id = this.free[--this.freeCount]!;
    const order = rank * SEQUENCES + this.sequence++;
    times[id] = time;
    orders[id] = order;
    this.entities[id] = entity;
    const day = Math.floor(time * DAYS_PER_UNIT_OF_TIME);
    const page = day & (DAYS - 1);
    let before = NONE;
    let after = this.firsts[page]!;
    while (after !== NONE && (times[after]! < time || (times[after]! === time && orders[after]! < order))) {
      before = after;
      after = followers[after]!;
    }
    followers[id] = after;
    predecessors[id] = before;
    if (after !== NONE) predecessors[after] = id;
    if (before === NONE) this.firsts[page] = id;
    else followers[before] = id;
    if (day < this.today) this.today = day;
    this.size++;
    return id;
  }

  cancel(handle: Handle) {
    const { followers, predecessors } = this;
    const before = predecessors[handle]!;
    const after = followers[handle]!;
    if (after !== NONE) predecessors[after] = before;
    if (before === NONE)
      this.firsts[Math.floor(this.times[handle]! * DAYS_PER_UNIT_OF_TIME) & (DAYS - 1)] = after;
    else followers[before] = after;
    this.free[this.freeCount++] = handle;
    this.size--;
  }

  next(until: number): boolean {
    if (this.size === 0) return false;
    const lastDay = until * DAYS_PER_UNIT_OF_TIME;
    for (let day = this.today; day <= lastDay; day++) {
      const id = this.firsts[day & (DAYS - 1)]!;
      if (id === NONE || this.times[id]! >= (day + 1) / DAYS_PER_UNIT_OF_TIME) continue;
      this.today = day;
      if (!(this.times[id]! < until)) return false;
      this.time = this.times[id]!;
      this.rank = Math.floor(this.orders[id]! / SEQUENCES);
      this.entity = this.entities[id]!;
      this.cancel(id);
      return true;
    }
    return false;
  }

  nextOfLane(): boolean {
    return false;
  }
}
