/**
 * A queue of events in order of time, in one flat ring: a time, an entity and a sequence number side by side, 16 bytes an event.
 * Places are counted from the start of the replication; the place in the ring is the count masked.
 */
import * as layout from './ring-layout.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { CANCELLED, ENTITY, SEQUENCE, TIME, WORDS } = layout;

export class LaneRing {
  readonly rank: number;
  /** Index of the lane among the sources of events. */
  readonly source: number;
  words = new Int32Array(64 * WORDS);
  times = new Float64Array(this.words.buffer);
  mask = 63;
  head = 0;
  tail = 0;

  constructor(rank: number, source: number) {
    this.rank = rank;
    this.source = source;
  }

  /** Infinity when empty. The first event is never one that was cancelled. */
  firstTime(): number {
    return this.head < this.tail ? this.times[TIME * (this.head & this.mask)]! : Number.POSITIVE_INFINITY;
  }

  get firstSequence(): number {
    return this.words[WORDS * (this.head & this.mask) + SEQUENCE]!;
  }

  get length(): number {
    return this.tail - this.head;
  }

  clear() {
    this.head = 0;
    this.tail = 0;
  }

  /** Returns the event's place. */
  append(time: number, sequence: number, entity: number): number {
    if (this.tail - this.head > this.mask) this.grow();
    const at = this.tail;
    const place = at & this.mask;
    this.times[TIME * place] = time;
    this.words[WORDS * place + ENTITY] = entity;
    this.words[WORDS * place + SEQUENCE] = sequence;
    this.tail = at + 1;
    return at;
  }

  cancel(at: number) {
    this.words[WORDS * (at & this.mask) + ENTITY] = CANCELLED;
    this.skipCancelled();
  }

  /** Takes the first event; there must be one. */
  take(): number {
    const entity = this.words[WORDS * (this.head & this.mask) + ENTITY]!;
    this.head++;
    this.skipCancelled();
    return entity;
  }

  /** A handler has taken and put back events; see LaneRings. */
  goneThrough(head: number, tail: number) {
    this.head = head;
    this.tail = tail;
    this.skipCancelled();
  }

  private skipCancelled() {
    while (this.head < this.tail && this.words[WORDS * (this.head & this.mask) + ENTITY] === CANCELLED)
      this.head++;
  }

  private grow() {
    const { words, mask } = this;
    const longer = new Int32Array(words.length * 2);
    const longerMask = 2 * mask + 1;
    for (let at = this.head; at < this.tail; at++) {
      const from = WORDS * (at & mask);
      longer.set(words.subarray(from, from + WORDS), WORDS * (at & longerMask));
    }
    this.words = longer;
    this.times = new Float64Array(longer.buffer);
    this.mask = longerMask;
  }
}
