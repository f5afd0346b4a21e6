/** A queue of events in order of time, in flat rings. Places are counted from the start of the replication; the place in the rings is the count masked. */
const CANCELLED = -1;

export class LaneQueue {
  readonly rank: number;
  /** Index of the lane among the sources of events. */
  readonly source: number;
  times = new Float64Array(64);
  entities = new Int32Array(64);
  mask = 63;
  head = 0;
  tail = 0;
  private sequences = new Float64Array(64);

  constructor(rank: number, source: number) {
    this.rank = rank;
    this.source = source;
  }

  /** Infinity when empty. The first event is never one that was cancelled. */
  get firstTime(): number {
    return this.head < this.tail ? this.times[this.head & this.mask]! : Number.POSITIVE_INFINITY;
  }

  get firstSequence(): number {
    return this.sequences[this.head & this.mask]!;
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
    this.times[place] = time;
    this.sequences[place] = sequence;
    this.entities[place] = entity;
    this.tail = at + 1;
    return at;
  }

  cancel(at: number) {
    this.entities[at & this.mask] = CANCELLED;
    this.skipCancelled();
  }

  /** Takes the first event; there must be one. */
  take(): number {
    const entity = this.entities[this.head & this.mask]!;
    this.head++;
    this.skipCancelled();
    return entity;
  }

  private skipCancelled() {
    while (this.head < this.tail && this.entities[this.head & this.mask] === CANCELLED) this.head++;
  }

  private grow() {
    const length = this.times.length * 2;
    const times = new Float64Array(length);
    const sequences = new Float64Array(length);
    const entities = new Int32Array(length);
    for (let at = this.head; at < this.tail; at++) {
      times[at & (length - 1)] = this.times[at & this.mask]!;
      sequences[at & (length - 1)] = this.sequences[at & this.mask]!;
      entities[at & (length - 1)] = this.entities[at & this.mask]!;
    }
    this.times = times;
    this.sequences = sequences;
    this.entities = entities;
    this.mask = length - 1;
  }
}
