/** Clock and event loop. It knows ranks and entities as numbers only; what they mean is the handler's business. */
import type { EventList, Handle, Lane, LaneRings } from './event-list.ts';

/** Called once for each event, in order. */
export interface EventHandler {
  handle(rank: number, entity: number): void;
}

export class Kernel {
  /** Time of the event being handled. */
  now = 0;
  /** Events handled since `reset`. */
  handled = 0;
  private readonly events: EventList;

  constructor(events: EventList) {
    this.events = events;
  }

  reset() {
    this.now = 0;
    this.handled = 0;
    this.events.clear();
  }

  openLane(rank: number): Lane {
    return this.events.openLane(rank);
  }

  openHeap(rank: number) {
    this.events.openHeap(rank);
  }

  /** Schedules an event. Throws RangeError for a time before now, or NaN. */
  at(time: number, rank: number, entity: number): Handle {
    if (!(time >= this.now)) {
      throw new RangeError(
        `Event of rank ${rank} for entity ${entity} at time ${time}, but it is already ${this.now}.`,
      );
    }
    return this.events.schedule(time, rank, entity);
  }

  /** Schedules an event that falls due no earlier than the last one of its lane. */
  append(lane: Lane, time: number, entity: number): Handle {
    return this.events.append(lane, time, entity);
  }

  cancel(handle: Handle) {
    this.events.cancel(handle);
  }

  /**
   * For a handler that can go on with the next event of the same lane: its entity, or -1 where another event may come first.
   * The clock moves on; the event counts as handled.
   */
  nextOfLane(): number {
    const { events } = this;
    if (!events.nextOfLane()) return -1;
    this.now = events.time;
    this.handled++;
    return events.entity;
  }

  /** The lane of the event being handled, where the list keeps it as a ring that its handler may go through; see LaneRings. */
  get rings(): LaneRings | null {
    return this.events.rings ?? null;
  }

  /** The handler has taken so many more events from the ring, the last one at `time`. */
  wentOn(events: number, time: number) {
    this.now = time;
    this.handled += events;
    this.events.rings?.wentOn(time);
  }

  /** So many events have passed that the list never held, because nothing else could see them. */
  passed(events: number) {
    this.handled += events;
  }

  /** Handles every event before `until`, then sets the clock there. */
  run(until: number, handler: EventHandler) {
    const { events } = this;
    while (events.next(until)) {
      this.now = events.time;
      this.handled++;
      handler.handle(events.rank, events.entity);
    }
    this.now = until;
  }
}
