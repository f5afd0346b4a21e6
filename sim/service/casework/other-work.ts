/**
 * Work that comes before sessions: when a week opens it takes its hours from the workers, in this order: recording and liaison of open cases,
 * co-ordination of cases that partners hold, courses, contact with those who wait. A course that starts within the week adds its own;
 * all else that changes in a week counts from the next.
 */
import type { Plan } from '../../plan.ts';
import type { Families } from '../family/families.ts';
import * as record from '../family/family-record.ts';
import type { WaitingList } from '../list/waiting-list.ts';
import type { TeamTime } from '../staff/team-time.ts';
import type { Workers } from '../staff/workers.ts';
import type { TermsInForce } from '../terms.ts';
import type { Groups } from './groups.ts';
import type { Partners } from './partners.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, NOBODY, STATE } = record;

export class OtherWork {
  private readonly plan: Plan;
  private readonly inForce: TermsInForce;
  private readonly families: Families;
  private readonly workers: Workers;
  private readonly list: WaitingList;
  private readonly partners: Partners;
  private readonly groups: Groups;
  private readonly time: TeamTime;
  /** Whether open cases take hours besides sessions on any terms, and whether any case is co-ordinated. */
  private readonly casesTakeHours: boolean;
  private readonly isCoordinated: boolean;
  /** By worker: hours a day that the cases held take. */
  private readonly perDay: Float64Array;

  constructor(
    plan: Plan,
    inForce: TermsInForce,
    families: Families,
    workers: Workers,
    list: WaitingList,
    partners: Partners,
    groups: Groups,
    time: TeamTime,
  ) {
    this.plan = plan;
    this.inForce = inForce;
    this.families = families;
    this.workers = workers;
    this.list = list;
    this.partners = partners;
    this.groups = groups;
    this.time = time;
    this.casesTakeHours = inForce.pathways.some(({ caseHoursPerDay }) => caseHoursPerDay > 0);
    this.isCoordinated = inForce.pathways.some(
      ({ offer }) => offer.kind === 'partner-held' && offer.coordinationHoursPerDay > 0,
    );
    this.perDay = new Float64Array(plan.workers.length);
  }

  /** The week [from, weekEnd) opens, and its hours have been given out. */
  openWeek(from: number, weekEnd: number) {
    if (this.casesTakeHours) this.openCases(from, weekEnd);
    if (this.isCoordinated) this.coordination(weekEnd - from);
    this.groups.openWeek(from, weekEnd);
    const { contactHoursPerDay } = this.inForce.now.waiting;
    if (contactHoursPerDay > 0) this.waitingContact(contactHoursPerDay * (weekEnd - from));
  }

  /** Of each worker for the cases held, up to the place's last day. */
  private openCases(from: number, weekEnd: number) {
    const { plan, perDay, families, time, inForce } = this;
    const { integers } = families;
    perDay.fill(0);
    for (const family of families) {
      const worker = integers[family + AT.worker]!;
      if (integers[family + AT.state] !== STATE.open || worker === NOBODY) continue;
      const { caseHoursPerDay } = inForce.pathways[integers[family + AT.terms]!]!;
      perDay[worker] = perDay[worker]! + caseHoursPerDay;
    }
    perDay.forEach((hours, worker) => {
      const days = Math.max(0, Math.min(weekEnd, plan.workers[worker]!.until) - from);
      time.takeFrom(worker, hours * days);
    });
    time.tell('cases');
  }

  private coordination(days: number) {
    this.inForce.pathways.forEach(({ offer }, terms) => {
      if (offer.kind !== 'partner-held') return;
      const hours = this.partners.held[terms]! * offer.coordinationHoursPerDay * days;
      this.time.takeFromTeam('coordination', offer.team, hours);
    });
  }

  /** Of the workers who may take the families of a list; of the team that runs the courses or co-ordinates where nobody takes them. */
  private waitingContact(hours: number) {
    const { pathways } = this.inForce.now;
    const localities = this.plan.localities.length;
    pathways.forEach(({ offer }, pathway) => {
      for (let list = pathway * localities; list < (pathway + 1) * localities; list++) {
        const needed = this.list.waitingOn(list) * hours;
        if (offer.kind === 'one to one') this.time.takeEvenly(this.workers.whoServeList(list), needed);
        else this.time.takeFromTeam('waiting contact', offer.team, needed);
      }
    });
    this.time.tell('waiting contact');
  }
}
