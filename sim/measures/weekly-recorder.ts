/** The product's recorder: keeps the books in families and, where children are drawn, in children; and what is no matter of families once. */
import type { CostPlan, PathwayPlan, Plan, Terms } from '../plan.ts';
import { OUTCOMES } from '../plan.ts';
import { Books } from './books.ts';
import { Establishment } from './establishment.ts';
import { Payroll } from './payroll.ts';
import type { Activity, ListAtEnd, OtherOffer, Recorder, Who } from './recorder.ts';
import type { GroupResult } from './result.ts';
import { SessionCount } from './session-count.ts';
import * as sums from './sums.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { SUM } = sums;

const ESCALATED = OUTCOMES.indexOf('escalated');

const SUM_OF: Record<Activity, number> = {
  cases: SUM.hours_cases,
  'waiting contact': SUM.hours_waiting_contact,
  groups: SUM.hours_groups,
  coordination: SUM.hours_coordination,
};

export class WeeklyRecorder implements Recorder {
  private readonly plan: Plan;
  private readonly families: Books;
  /** Null where nothing is counted in children. */
  private readonly children: Books | null;
  private readonly sessions: SessionCount;
  private readonly costs: CostPlan | null;
  private readonly payroll: Payroll | null;
  private readonly establishment: Establishment;
  private readonly teamCount: number;
  /** In force. */
  private terms: Terms;
  private groups: GroupResult[] = [];

  constructor(plan: Plan) {
    const { windowStart, weekEnds } = plan.clock;
    const weeks = weekEnds.filter((_, week) => (weekEnds[week - 1] ?? 0) >= windowStart).length;
    const window = { start: windowStart, weeks };
    const teams = plan.teams.length;
    this.plan = plan;
    this.terms = plan;
    this.families = new Books(plan, 'families', window);
    this.children = plan.children && new Books(plan, 'children', window);
    this.sessions = new SessionCount(plan);
    this.costs = plan.costs;
    this.payroll = plan.costs && new Payroll(plan, plan.costs);
    this.establishment = new Establishment(this.families, teams);
    this.teamCount = teams;
  }

  /** Of the replication that ended last, in the order of `groupsOf`. */
  get results(): readonly GroupResult[] {
    return this.groups;
  }

  /** Of the same: what workers in each post cost. */
  get postCosts(): Float64Array {
    return this.payroll?.ofPosts() ?? new Float64Array(0);
  }

  begin() {
    this.establishment.begin();
    this.sessions.clear();
    this.families.begin();
    this.children?.begin();
    this.payroll?.begin();
    this.comeInForce(this.plan);
  }

  changed(now: number, version: number) {
    this.payroll?.changed(now, version);
    this.comeInForce(this.plan.changes[version - 1]!);
  }

  called(calls: number, hours: number) {
    this.families.service.add(SUM.calls, calls);
    this.atFrontDoor(hours);
  }

  referred(_now: number, who: Who) {
    this.families.referred(who);
    this.children?.referred(who);
  }

  decided(now: number, who: Who, sinceReferral: number, hours: number) {
    this.families.decided(now, who, sinceReferral);
    this.children?.decided(now, who, sinceReferral);
    this.atFrontDoor(hours);
  }

  dutyVisited(_now: number, _who: Who, hours: number) {
    this.atFrontDoor(hours);
  }

  declinedBefore(_now: number, who: Who) {
    this.count(SUM.declined, who);
  }

  joined(now: number, who: Who) {
    this.families.joined(now, who);
    this.children?.joined(now, who);
  }

  opened(now: number, who: Who, team: number, weight: number) {
    this.families.opened(now, who, team, weight);
    this.children?.opened(now, who, team, weight);
  }

  openedWithPartner(now: number, who: Who) {
    this.families.changeHeld(now, who, 'partner-held', 1);
    this.children?.changeHeld(now, who, 'partner-held', 1);
  }

  allocated(now: number, who: Who, team: number, weight: number, wait: number, sinceReferral: number) {
    this.families.allocated(now, who, team, weight, wait, sinceReferral);
    this.children?.allocated(now, who, team, weight, wait, sinceReferral);
  }

  reallocated(now: number, who: Who, team: number, weight: number) {
    this.families.reallocated(now, who, team, weight);
    this.children?.reallocated(now, who, team, weight);
  }

  givenBack(now: number, who: Who, team: number, weight: number) {
    this.families.givenBack(now, who, team, weight);
    this.children?.givenBack(now, who, team, weight);
  }

  movedTeam(now: number, who: Who, from: number, to: number, weight: number) {
    this.families.movedTeam(now, who, from, to, weight);
    this.children?.movedTeam(now, who, from, to, weight);
  }

  withdrew(now: number, who: Who, waited: number) {
    this.leftList(now, who, waited, SUM.left_list);
  }

  escalatedWaiting(now: number, who: Who, waited: number) {
    this.leftList(now, who, waited, SUM.escalated);
    this.count(SUM.escalated_waiting, who);
    this.costEscalation(who);
  }

  declinedOffer(now: number, who: Who, waited: number) {
    this.leftList(now, who, waited, SUM.declined);
  }

  tookUp(now: number, who: Who, offer: OtherOffer, wait: number, sinceReferral: number) {
    this.families.tookUp(now, who, offer, wait, sinceReferral);
    this.children?.tookUp(now, who, offer, wait, sinceReferral);
  }

  held(terms: number, team: number, sessions: number) {
    this.sessions.held[terms * this.teamCount + team]! += sessions;
  }

  missed(terms: number, team: number) {
    this.sessions.missed[terms * this.teamCount + team]!++;
  }

  assessed(terms: number, team: number, hours: number) {
    const { service, pathways, teams } = this.families;
    for (const ledger of [service, pathways[terms % this.plan.pathways.length], teams[team]]) {
      ledger?.add(SUM.hours_sessions, hours);
      ledger?.useHours(hours);
    }
  }

  slipped(pathway: number, team: number) {
    this.countSession(SUM.sessions_slipped, pathway, team);
  }

  lost(pathway: number, team: number) {
    this.countSession(SUM.sessions_lost, pathway, team);
  }

  closed(
    now: number,
    who: Who,
    team: number,
    weight: number,
    outcome: number,
    length: number,
    sessions: number,
  ) {
    this.families.closed(now, who, team, weight, outcome, length, sessions);
    this.children?.closed(now, who, team, weight, outcome, length, sessions);
    if (outcome === ESCALATED) this.costEscalation(who);
  }

  ended(now: number, who: Who, offer: OtherOffer, outcome: number, length: number, sessions: number) {
    this.families.ended(now, who, offer, outcome, length, sessions);
    this.children?.ended(now, who, offer, outcome, length, sessions);
    if (outcome === ESCALATED) this.costEscalation(who);
  }

  stepped(_now: number, who: Who) {
    this.count(SUM.stepped, who);
  }

  escalatedAfter(_now: number, who: Who) {
    this.count(SUM.escalated_after, who);
    this.costEscalation(who);
  }

  cameBack(_now: number, who: Who) {
    this.count(SUM.rereferred, who);
  }

  placesChanged(now: number, team: number, places: number) {
    this.establishment.placesChanged(now, team, places);
  }

  staffChanged(now: number, team: number, inPost: number, vacant: number) {
    this.establishment.staffChanged(now, team, inPost, vacant);
  }

  inPost(now: number, worker: number, isInPost: boolean) {
    this.payroll?.set(now, worker, isInPost);
  }

  left(team: number) {
    this.addForTeam(SUM.leavers, team, 1);
  }

  hired(team: number) {
    this.addForTeam(SUM.hires, team, 1);
    if (this.costs) this.addForTeam(SUM.cost_hires, team, this.costs.hire);
  }

  hoursChanged(team: number, hours: number) {
    this.establishment.hoursChanged(team, hours);
  }

  spent(activity: Activity, team: number, hours: number) {
    this.addForTeam(SUM_OF[activity], team, hours);
    this.families.service.useHours(hours);
    this.families.teams[team]?.useHours(hours);
  }

  weekEnded(now: number, longestWait: Float64Array) {
    this.sessions.enter(this.families);
    this.establishment.enterHours();
    this.payroll?.weekEnded(now).forEach((pounds, team) => {
      this.addForTeam(SUM.cost_staff, team, pounds);
    });
    this.families.weekEnded(now, longestWait);
    this.children?.weekEnded(now, longestWait);
  }

  finished(now: number, lists: readonly ListAtEnd[]) {
    const left = lists.map((list) => ({
      ...list,
      forWorker: isOneToOne(this.terms.pathways[list.pathway]!),
    }));
    this.groups = [...this.families.results(now, left), ...(this.children?.results(now, left) ?? [])];
  }

  private comeInForce(terms: Terms) {
    this.terms = terms;
    this.families.judgeBy(terms.allocation.target);
    this.children?.judgeBy(terms.allocation.target);
  }

  private count(what: number, who: Who) {
    this.families.count(what, who);
    this.children?.count(what, who);
  }

  private countSession(what: number, pathway: number, team: number) {
    this.addForTeam(what, team, 1);
    this.families.pathways[pathway]?.add(what, 1);
  }

  private leftList(now: number, who: Who, waited: number, how: number) {
    this.families.leftList(now, who, waited, how);
    this.children?.leftList(now, who, waited, how);
  }

  private addForTeam(what: number, team: number, amount: number) {
    this.families.service.add(what, amount);
    this.families.teams[team]?.add(what, amount);
  }

  private atFrontDoor(hours: number) {
    if (hours === 0) return;
    const { service } = this.families;
    service.add(SUM.hours_front_door, hours);
    if (this.costs) service.add(SUM.cost_front_door, hours * this.costs.frontDoorHour);
  }

  private costEscalation(who: Who) {
    if (this.costs === null) return;
    const children = this.plan.children === null ? this.costs.meanChildren : who.children;
    this.families.add(SUM.cost_escalations, who, children * this.costs.escalationPerChild);
  }
}

const isOneToOne = ({ offer }: PathwayPlan) => offer.kind === 'one to one';
