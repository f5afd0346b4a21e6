/**
 * A binary heap of events in flat arrays, with the place of each event known so that it can be removed at once.
 * Keys lie by place and move with the event; the hole moves, not the event (Williams 1964, CACM 7(6), algorithm 232).
 */
export class EventHeap {
  /** Index of the heap among the sources of events. */
  readonly source: number;
  size = 0;
  /** By place in the heap; place 0 is the first event. */
  times = new Float64Array(256);
  orders = new Float64Array(256);
  private ids = new Int32Array(256);
  /** By event id. */
  private places = new Int32Array(256);
  private entities = new Int32Array(256);
  private freeIds = new Int32Array(256);
  private freeCount = 0;
  private usedIds = 0;

  constructor(source = 0) {
    this.source = source;
  }

  clear() {
    this.size = 0;
    this.freeCount = 0;
    this.usedIds = 0;
  }

  firstTime(): number {
    return this.size > 0 ? this.times[0]! : Number.POSITIVE_INFINITY;
  }

  get firstEntity() {
    return this.entities[this.ids[0]!]!;
  }

  /** Returns the event's id, to remove it by. Ids are used again after removal. */
  push(time: number, order: number, entity: number): number {
    const place = this.size++;
    if (place === this.times.length) this.grow();
    const id = this.freeCount > 0 ? this.freeIds[--this.freeCount]! : this.usedIds++;
    this.entities[id] = entity;
    this.times[place] = time;
    this.orders[place] = order;
    this.ids[place] = id;
    this.rise(place);
    return id;
  }

  removeFirst() {
    this.freeIds[this.freeCount++] = this.ids[0]!;
    const last = --this.size;
    if (last > 0) this.fall(0, last);
  }

  cancel(id: number) {
    const place = this.places[id]!;
    this.freeIds[this.freeCount++] = id;
    const last = --this.size;
    if (place === last) return;
    const { times, orders } = this;
    const parent = (place - 1) >> 1;
    if (
      place > 0 &&
      (times[last]! < times[parent]! || (times[last] === times[parent] && orders[last]! < orders[parent]!))
    ) {
      times[place] = times[last]!;
      orders[place] = orders[last]!;
      this.ids[place] = this.ids[last]!;
      this.rise(place);
    } else {
      this.fall(place, last);
    }
  }

  /** The event at this place goes up to where it belongs. Times are read here, not handed over: a number handed to a function is put on V8's heap. */
  private rise(from: number) {
    const { times, orders, ids, places } = this;
    const time = times[from]!;
    const order = orders[from]!;
    const id = ids[from]!;
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const parentTime = times[parent]!;
      if (time > parentTime || (time === parentTime && order > orders[parent]!)) break;
      times[place] = parentTime;
      orders[place] = orders[parent]!;
      const moved = ids[parent]!;
      ids[place] = moved;
      places[moved] = place;
      place = parent;
    }
    times[place] = time;
    orders[place] = order;
    ids[place] = id;
    places[id] = place;
  }

  /** The hole at `from` goes down to where the event at `last`, just beyond the heap, belongs. */
  private fall(from: number, last: number) {
    const { times, orders, ids, places } = this;
    const time = times[last]!;
    const order = orders[last]!;
    const id = ids[last]!;
    let place = from;
    for (let child = 2 * place + 1; child < last; child = 2 * place + 1) {
      const right = child + 1;
      if (
        right < last &&
        (times[right]! < times[child]! || (times[right] === times[child] && orders[right]! < orders[child]!))
      ) {
        child = right;
      }
      const childTime = times[child]!;
      if (time < childTime || (time === childTime && order < orders[child]!)) break;
      times[place] = childTime;
      orders[place] = orders[child]!;
      const moved = ids[child]!;
      ids[place] = moved;
      places[moved] = place;
      place = child;
    }
    times[place] = time;
    orders[place] = order;
    ids[place] = id;
    places[id] = place;
  }

  private grow() {
    const length = this.times.length * 2;
    this.times = enlarged(this.times, new Float64Array(length));
    this.orders = enlarged(this.orders, new Float64Array(length));
    this.ids = enlarged(this.ids, new Int32Array(length));
    this.places = enlarged(this.places, new Int32Array(length));
    this.entities = enlarged(this.entities, new Int32Array(length));
    this.freeIds = enlarged(this.freeIds, new Int32Array(length));
  }
}

function enlarged<A extends Float64Array | Int32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
