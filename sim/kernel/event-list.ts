import type { LaneRing } from './lane-ring.ts';

/**
 * The pending events of one replication, in a total order: time, then rank, then sequence of scheduling.
 * Any two implementations hand back the same events in the same order, so swapping one for another changes no result.
 *
 * Most events of a caseload are sessions at a fixed interval: scheduled in the order in which they fall due. Such events are
 * appended to a lane, which an implementation may keep as a plain queue.
 */
export interface EventList {
  /** Of the event taken last by `next`. */
  readonly time: number;
  readonly rank: number;
  readonly entity: number;
  /** Forgets every event and starts sequence numbers again; lanes stay open and memory is kept. */
  clear(): void;
  /** Opens a lane for events of one rank. */
  openLane(rank: number): Lane;
  /** Advice that events of this rank fall due much sooner than others: a list may keep them apart. */
  openHeap(rank: number): void;
  /** Appends an event no earlier than the one appended last to this lane: that is the caller's word. */
  append(lane: Lane, time: number, entity: number): Handle;
  schedule(time: number, rank: number, entity: number): Handle;
  /** Removes an event that has not happened. A handle is spent once its event has been taken or cancelled. */
  cancel(handle: Handle): void;
  /** Takes the first event before `until`; false when there is none. */
  next(until: number): boolean;
  /**
   * Takes the next event if it comes from the lane of the event taken last and the list knows at no cost that it is the first before `until`.
   * False says nothing: `next` then finds it.
   */
  nextOfLane(): boolean;
  /** For a handler that goes through many events of a lane at one sitting; a list that keeps no rings has none. */
  readonly rings?: LaneRings;
}

/**
 * The lane of the event taken last, open to its handler. As long as nothing else is asked of the list, the handler may itself take the
 * events before `bound` from the front of `ring`, and put events that recur at its end; then it says how many it took.
 */
export interface LaneRings {
  /** Null when the event taken last was not of a lane, or not of the one the list looks at first. */
  readonly ring: LaneRing | null;
  readonly bound: number;
  /** The sequence number of the event scheduled next. */
  sequence: number;
  /** The lane has been gone through as far as `time`. */
  wentOn(time: number): void;
}

export type Lane = number;
/** Stands for a lane that nobody needs. */
export const NO_LANE: Lane = -1;
export type Handle = number;
/** Stands for "nothing scheduled". No event list hands it out. */
export const NO_EVENT: Handle = -1;

/** Rank and sequence in one number that sorts as the pair does: exact below 2^53 for 2^8 ranks and 2^45 events. */
export const SEQUENCES = 2 ** 45;
