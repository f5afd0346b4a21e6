/**
 * How a family lies in memory: a record each, in one stretch, so that an event touches one or two cache lines and not twenty arrays. A family is
 * the index of its record among the integers: `integers[family + AT.worker]`; its times lie at half that index: `times[(family >> 1) + TIME.joined]`.
 */

/** Where each whole number lies in a record, counted in 4 bytes. What sessions touch comes first. */
export const AT = {
  /** The handle of the family's one pending event, or NO_EVENT. */
  event: 0,
  /** The worker's team. */
  team: 1,
  pathway: 2,
  worker: 3,
  sessionsOwed: 4,
  /** Sessions of the plan, attended, lost or owed; up to the step where the case goes over to another pathway. */
  sessionsPlanned: 5,
  sessionsTried: 6,
  /** The terms the case was opened on: an index as of `TermsInForce`. */
  terms: 7,
  need: 8,
  /** Where the family came from: the day of its referral, or one of the origins at the start (below 0). */
  origin: 9,
  /** Which family of that origin. */
  number: 10,
  /** 0 for the first referral, one more each time the family comes back. */
  episode: 11,
  priority: 12,
  /** 1 once the present episode has had a worker: a second allocation is a change of worker. */
  hasHadWorker: 13,
  /** Links of the line the family stands in. */
  next: 14,
  previous: 15,
  /** What the front door will decide (see front-door.ts), how the family will leave the list (LEAVING), or how its course or its time with a partner will end (ENDING). */
  fate: 24,
  children: 25,
  /** Index into `plan.localities`. */
  locality: 26,
  /** One of STATE. */
  state: 27,
  /** Sessions of the plan that found no hours and were not put off. */
  sessionsLost: 28,
  /** Sessions after which the case goes over to another pathway, and which; 0 where it does not. */
  stepsAfter: 29,
  stepsTo: 30,
  /** Visits made before the intervention: bits of VISIT. */
  visits: 31,
} as const;

/** Where each time lies in a record, counted in 8 bytes: clock times of the present episode, in working days. */
export const TIME = {
  joined: 8,
  referred: 9,
  allocated: 10,
  /** From allocation to the first session. */
  firstGap: 11,
} as const;

/** 4-byte places in a record: two cache lines. */
export const RECORD = 32;

export const STATE = { free: 0, referred: 1, atFrontDoor: 2, waiting: 3, open: 4, closed: 5 } as const;

export const NOBODY = -1;

/** A duty visit has been made; the worker's assessment is still to come. */
export const VISIT = { duty: 1, assessmentDue: 2 } as const;
/** Above the bits of VISIT lies the version of terms on which the duty visit was made. */
export const VISIT_VERSION = 8;

/** How work with a family ends: the plan has been seen to its end, the family dropped out, or it goes over to another pathway. */
export const ENDING = { complete: 0, droppedOut: 1, steps: 2 } as const;

/** Why a family leaves the list without a place. */
export const LEAVING = { withdrew: 0, escalated: 1 } as const;
