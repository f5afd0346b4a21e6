/**
 * What the service tells about itself while it runs. The service never asks back: a recorder changes nothing.
 * Times are on the clock, in working days; `weight` is in case weights.
 */
export interface Recorder {
  /** A replication begins. Families waiting and cases open at the start are told next, as `joined` and `opened`. */
  begin(): void;
  referred(now: number): void;
  decided(now: number, sinceReferral: number): void;
  /** A family joins the list of a pathway, having joined for the purpose of its wait at `joinedAt` (earlier only at the start). */
  joined(now: number, pathway: number, joinedAt: number): void;
  /** A case already open when the run starts. */
  opened(now: number, pathway: number, team: number, weight: number): void;
  allocated(
    now: number,
    pathway: number,
    team: number,
    weight: number,
    wait: number,
    sinceReferral: number,
  ): void;
  /** A family whose worker left is given another. */
  reallocated(now: number, pathway: number, team: number, weight: number): void;
  /** A worker left: the case goes back to the list. */
  givenBack(now: number, pathway: number, team: number, weight: number): void;
  withdrew(now: number, pathway: number, waited: number): void;
  escalatedWaiting(now: number, pathway: number, waited: number): void;
  /** So many sessions are attended; like a missed one each uses the pathway's session hours. */
  held(pathway: number, team: number, sessions: number): void;
  missed(pathway: number, team: number): void;
  slipped(pathway: number, team: number): void;
  /** `outcome` is an index into OUTCOMES; `length` is from first allocation to now. */
  closed(now: number, pathway: number, team: number, weight: number, outcome: number, length: number): void;
  cameBack(now: number, pathway: number): void;
  /** A team's places changed to this total, because a worker came or left. */
  placesChanged(now: number, team: number, places: number): void;
  /** The week that began last has these direct hours for a team. Told at the start of the week, and again when a worker comes or leaves in it. */
  hoursChanged(team: number, hours: number): void;
  /** A calendar week ends. `longestWait` is the age of the oldest family on each pathway's list, 0 when empty. */
  weekEnded(now: number, longestWait: Float64Array): void;
  /** The run ends; `waited` holds, for each pathway, the ages of the families on its list that have not had a worker. */
  ended(now: number, waited: readonly Float64Array[]): void;
}
