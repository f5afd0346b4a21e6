/** The product's recorder: keeps a ledger for the whole service, and one for each pathway and each team where there is more than one. */
import { OUTCOMES, type Plan } from '../plan.ts';
import * as ledger from './ledger.ts';
import { Ledger } from './ledger.ts';
import type { Recorder } from './recorder.ts';
import type { Group, GroupResult } from './result.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { COUNT } = ledger;

const ESCALATED = OUTCOMES.indexOf('escalated');

/** The whole service; then each pathway and each team, where there is more than one of either. */
export function groupsOf(plan: Plan): Group[] {
  const groups: Group[] = [{ kind: 'service', name: 'whole service' }];
  if (plan.pathways.length > 1)
    groups.push(...plan.pathways.map(({ name }) => ({ kind: 'pathway' as const, name })));
  if (plan.teams.length > 1) groups.push(...plan.teams.map(({ name }) => ({ kind: 'team' as const, name })));
  return groups;
}

export class WeeklyRecorder implements Recorder {
  private readonly service: Ledger;
  /** By pathway and by team; null where there is only one. */
  private readonly pathways: readonly (Ledger | null)[];
  private readonly teams: readonly (Ledger | null)[];
  /** Of pathways and teams where there is more than one. */
  private readonly pathwayLedgers: readonly Ledger[];
  private readonly teamLedgers: readonly Ledger[];
  private readonly teamPlaces: Float64Array;
  private readonly teamHours: Float64Array;
  private readonly sessionHours: readonly number[];
  private readonly teamCount: number;
  /** By pathway and team. */
  private readonly heldThisWeek: Float64Array;
  private readonly missedThisWeek: Float64Array;
  private groups: GroupResult[] = [];

  constructor(plan: Plan) {
    const { windowStart, weekEnds } = plan.clock;
    const weeks = weekEnds.filter((_, week) => (weekEnds[week - 1] ?? 0) >= windowStart).length;
    const ledger = (kind: Group['kind']) => new Ledger(kind, windowStart, weeks, plan.allocation.target);
    this.service = ledger('service');
    this.pathwayLedgers = plan.pathways.length > 1 ? plan.pathways.map(() => ledger('pathway')) : [];
    this.teamLedgers = plan.teams.length > 1 ? plan.teams.map(() => ledger('team')) : [];
    this.pathways = plan.pathways.map((_, pathway) => this.pathwayLedgers[pathway] ?? null);
    this.teams = plan.teams.map((_, team) => this.teamLedgers[team] ?? null);
    this.teamPlaces = new Float64Array(plan.teams.length);
    this.teamHours = new Float64Array(plan.teams.length);
    this.sessionHours = plan.pathways.map((pathway) => pathway.sessionHours);
    this.teamCount = plan.teams.length;
    this.heldThisWeek = new Float64Array(plan.pathways.length * plan.teams.length);
    this.missedThisWeek = new Float64Array(plan.pathways.length * plan.teams.length);
  }

  /** Of the replication that ended last, in the order of `groupsOf`. */
  get results(): readonly GroupResult[] {
    return this.groups;
  }

  begin() {
    this.teamPlaces.fill(0);
    this.teamHours.fill(0);
    this.heldThisWeek.fill(0);
    this.missedThisWeek.fill(0);
    for (const ledger of this.all()) ledger.begin();
  }

  referred() {
    this.service.count(COUNT.referrals);
  }

  decided(now: number, sinceReferral: number) {
    this.service.count(COUNT.decisions);
    this.service.decided(now, sinceReferral);
  }

  joined(now: number, pathway: number) {
    this.changeWaiting(now, pathway, 1);
  }

  opened(now: number, pathway: number, team: number, weight: number) {
    this.changeOpen(now, pathway, team, 1, weight);
  }

  allocated(now: number, pathway: number, team: number, weight: number, wait: number, sinceReferral: number) {
    this.changeWaiting(now, pathway, -1);
    this.changeOpen(now, pathway, team, 1, weight);
    this.count(COUNT.allocated, pathway, team);
    this.service.allocated(now, wait, sinceReferral);
    this.pathways[pathway]?.allocated(now, wait, sinceReferral);
    this.teams[team]?.allocated(now, wait, sinceReferral);
  }

  reallocated(now: number, pathway: number, team: number, weight: number) {
    this.changeWaiting(now, pathway, -1);
    this.changeOpen(now, pathway, team, 1, weight);
  }

  givenBack(now: number, pathway: number, team: number, weight: number) {
    this.changeOpen(now, pathway, team, -1, -weight);
    this.changeWaiting(now, pathway, 1);
    this.count(COUNT.changes_of_worker, pathway, team);
  }

  withdrew(now: number, pathway: number, waited: number) {
    this.leftList(now, pathway, waited, COUNT.left_list);
  }

  escalatedWaiting(now: number, pathway: number, waited: number) {
    this.leftList(now, pathway, waited, COUNT.escalated);
  }

  held(pathway: number, team: number, sessions: number) {
    this.heldThisWeek[pathway * this.teamCount + team]! += sessions;
  }

  missed(pathway: number, team: number) {
    this.missedThisWeek[pathway * this.teamCount + team]!++;
  }

  slipped(pathway: number, team: number) {
    this.count(COUNT.sessions_slipped, pathway, team);
  }

  closed(now: number, pathway: number, team: number, weight: number, outcome: number, length: number) {
    this.changeOpen(now, pathway, team, -1, -weight);
    this.count(COUNT.closed, pathway, team);
    if (outcome === ESCALATED) this.count(COUNT.escalated, pathway, team);
    this.service.closed(now, length);
    this.pathways[pathway]?.closed(now, length);
    this.teams[team]?.closed(now, length);
  }

  cameBack(_now: number, pathway: number) {
    this.service.count(COUNT.rereferred);
    this.pathways[pathway]?.count(COUNT.rereferred);
  }

  placesChanged(now: number, team: number, places: number) {
    const change = places - this.teamPlaces[team]!;
    this.teamPlaces[team] = places;
    this.service.places.change(now, change);
    this.teams[team]?.places.change(now, change);
  }

  hoursChanged(team: number, hours: number) {
    this.service.hoursAvailable += hours - this.teamHours[team]!;
    this.teamHours[team] = hours;
    const ledger = this.teams[team];
    if (ledger) ledger.hoursAvailable = hours;
  }

  weekEnded(now: number, longestWait: Float64Array) {
    this.enterSessions();
    let longest = 0;
    for (const wait of longestWait) longest = Math.max(longest, wait);
    this.service.weekEnded(now, longest);
    for (const [pathway, ledger] of this.pathwayLedgers.entries())
      ledger.weekEnded(now, longestWait[pathway]!);
    for (const ledger of this.teamLedgers) ledger.weekEnded(now, 0);
  }

  ended(now: number, waited: readonly Float64Array[]) {
    const everyone = Float64Array.from(waited.flatMap((ages) => Array.from(ages)));
    const nobody = new Float64Array(0);
    this.groups = [
      this.service.result(now, everyone),
      ...this.pathwayLedgers.map((ledger, pathway) => ledger.result(now, waited[pathway]!)),
      ...this.teamLedgers.map((ledger) => ledger.result(now, nobody)),
    ];
  }

  private all(): Ledger[] {
    return [this.service, ...this.pathwayLedgers, ...this.teamLedgers];
  }

  private count(what: number, pathway: number, team: number) {
    this.service.count(what);
    this.pathways[pathway]?.count(what);
    this.teams[team]?.count(what);
  }

  /** Sessions are told so often that they are counted by pathway and team, and entered in the books once a week. */
  private enterSessions() {
    for (let cell = 0; cell < this.heldThisWeek.length; cell++) {
      const pathway = Math.floor(cell / this.teamCount);
      const team = cell % this.teamCount;
      const held = this.heldThisWeek[cell]!;
      const hours = (held + this.missedThisWeek[cell]!) * this.sessionHours[pathway]!;
      for (const ledger of [this.service, this.pathways[pathway], this.teams[team]])
        ledger?.sessions(held, hours);
    }
    this.heldThisWeek.fill(0);
    this.missedThisWeek.fill(0);
  }

  private leftList(now: number, pathway: number, waited: number, how: number) {
    this.changeWaiting(now, pathway, -1);
    this.service.count(how);
    this.pathways[pathway]?.count(how);
    this.service.leftList(now, waited);
    this.pathways[pathway]?.leftList(now, waited);
  }

  private changeWaiting(now: number, pathway: number, by: number) {
    this.service.waiting.change(now, by);
    this.pathways[pathway]?.waiting.change(now, by);
  }

  private changeOpen(now: number, pathway: number, team: number, families: number, weight: number) {
    this.service.changeOpen(now, families, weight);
    this.pathways[pathway]?.changeOpen(now, families, weight);
    this.teams[team]?.changeOpen(now, families, weight);
  }
}
