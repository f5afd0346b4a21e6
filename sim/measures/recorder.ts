/**
 * What the service tells about itself while it runs. The service never asks back: a recorder changes nothing.
 * It tells what happens in the order of time. A service that looks ahead tells a week's referrals and decisions, each in order, when the week opens,
 * and of sessions only how many were held so far; all of it before the week's end is told.
 * Times are on the clock, in working days; `weight` is in case weights.
 */

/** Whom an event is about. One object, filled anew for each event: read it, do not keep it. */
export interface Who {
  /** Means something from the front door's decision on. */
  readonly pathway: number;
  readonly locality: number;
  readonly children: number;
}

/** What workers' and front-door hours are spent on besides sessions. */
export const ACTIVITIES = ['cases', 'waiting contact', 'groups', 'coordination'] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** The families still on one list at the end who have not had a worker, in no order. */
export interface ListAtEnd {
  readonly pathway: number;
  readonly locality: number;
  /** Time since joining. */
  readonly ages: Float64Array;
  readonly children: Float64Array;
}

export interface Recorder {
  /** A replication begins. Families waiting and cases open at the start are told next, as `joined` and `opened`. */
  begin(): void;
  /** A dated change comes into force: `version` counts them from 1. */
  changed(now: number, version: number): void;
  /** Calls to the advice line in the week that began last, and the staff hours they take. */
  called(calls: number, hours: number): void;
  referred(now: number, who: Who): void;
  /** `hours` of front-door staff. */
  decided(now: number, who: Who, sinceReferral: number, hours: number): void;
  dutyVisited(now: number, who: Who, hours: number): void;
  /** The family does not consent, and does not join the list. */
  declinedBefore(now: number, who: Who): void;
  /** A family joins a list, having joined for the purpose of its wait at `joinedAt` (earlier only at the start). */
  joined(now: number, who: Who, joinedAt: number): void;
  /** A case already open with a worker when the run starts. */
  opened(now: number, who: Who, team: number, weight: number): void;
  /** A case already held by a partner when the run starts. */
  openedWithPartner(now: number, who: Who): void;
  allocated(now: number, who: Who, team: number, weight: number, wait: number, sinceReferral: number): void;
  /** A family whose worker left is given another. */
  reallocated(now: number, who: Who, team: number, weight: number): void;
  /** A worker left: the case goes back to the list. */
  givenBack(now: number, who: Who, team: number, weight: number): void;
  /** Its worker has been moved to another team, and the case with the worker. */
  movedTeam(now: number, who: Who, from: number, to: number, weight: number): void;
  withdrew(now: number, who: Who, waited: number): void;
  escalatedWaiting(now: number, who: Who, waited: number): void;
  /** Offered a place, the family declines it and leaves the list. */
  declinedOffer(now: number, who: Who, waited: number): void;
  /** A family leaves the list for a course or a partner. */
  tookUp(now: number, who: Who, offer: OtherOffer, wait: number, sinceReferral: number): void;
  /** So many sessions with a worker are attended; like a missed one each uses the session hours of those terms. */
  held(terms: number, team: number, sessions: number): void;
  missed(terms: number, team: number): void;
  /** The assessment by the worker allocated has been made. */
  assessed(terms: number, team: number, hours: number): void;
  slipped(pathway: number, team: number): void;
  /** No hours, and the session is not put off. */
  lost(pathway: number, team: number): void;
  /** `outcome` is an index into OUTCOMES; `length` is from first allocation to now; `sessions` is the dose. */
  closed(
    now: number,
    who: Who,
    team: number,
    weight: number,
    outcome: number,
    length: number,
    sessions: number,
  ): void;
  /** The same of a family in a course or held by a partner. */
  ended(now: number, who: Who, offer: OtherOffer, outcome: number, length: number, sessions: number): void;
  /** Told after `closed` or `ended` of a family that goes on to another pathway; `who` has the pathway it leaves. */
  stepped(now: number, who: Who): void;
  escalatedAfter(now: number, who: Who): void;
  cameBack(now: number, who: Who): void;
  /** A team's places changed to this total, because a worker came or left or a cap changed. */
  placesChanged(now: number, team: number, places: number): void;
  /** Full-time equivalents of a team in post, and of its posts that nobody holds. */
  staffChanged(now: number, team: number, inPost: number, vacant: number): void;
  /** A worker (index into `plan.workers`) is in post from now on, or no longer. For the cost of days in post. */
  inPost(now: number, worker: number, isInPost: boolean): void;
  /** A holder left by chance, or for another post; a new one began, after a vacancy or in a post established after the start. */
  left(team: number): void;
  hired(team: number): void;
  /** The week that began last has these hours for a team. Told at the start of the week, and again when they change in it. */
  hoursChanged(team: number, hours: number): void;
  /** Workers' hours of a team spent on something other than sessions, in the week that began last. */
  spent(activity: Activity, team: number, hours: number): void;
  /** A calendar week ends. `longestWait` is the age of the oldest family on each list (pathway x localities + locality), 0 when empty. */
  weekEnded(now: number, longestWait: Float64Array): void;
  /** The run ends. */
  finished(now: number, lists: readonly ListAtEnd[]): void;
}

/** Offers without a worker of the service. */
export type OtherOffer = 'group' | 'partner-held';
