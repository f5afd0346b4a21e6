/**
 * Measures of staff, hours and costs worked out from what the service told of itself and of sessions, each by going through the whole log
 * again: the naive side of sim/measures. The times of changes come from the plan.
 */
import type { Activity } from '../../sim/measures/recorder.ts';
import { OUTCOMES, type Plan, type WorkerTerms } from '../../sim/plan.ts';
import type { Row, ServiceRow } from './event-log.ts';

const ESCALATED = OUTCOMES.indexOf('escalated');

type Of<What extends ServiceRow['what']> = Extract<ServiceRow, { readonly what: What }>;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Time that [from, to) and [start, end) have in common. */
export const overlap = (from: number, to: number, start: number, end: number) =>
  Math.max(0, Math.min(to, end) - Math.max(from, start));

/** Sums over [start, end), whole weeks. */
export class LogOfStaff {
  private readonly plan: Plan;
  private readonly service: readonly ServiceRow[];
  /** Of the part. */
  private readonly rows: readonly Row[];
  /** Indices of the part's teams; all of them for the whole service. */
  private readonly teams: readonly number[];

  constructor(plan: Plan, service: readonly ServiceRow[], rows: readonly Row[], team: number | null) {
    this.plan = plan;
    this.service = service;
    this.rows = rows;
    this.teams = team === null ? plan.teams.map((_, index) => index) : [team];
  }

  means(start: number, end: number) {
    const mean = (what: 'places' | 'staff', levelOf: (row: Of<'places' | 'staff'>) => number) =>
      sum(this.teams.map((team) => this.integral(team, what, levelOf, start, end))) / (end - start);
    return {
      places_mean: mean('places', (row) => (row.what === 'places' ? row.places : 0)),
      staff_in_post_mean: mean('staff', (row) => (row.what === 'staff' ? row.inPost : 0)),
      staff_vacant_mean: mean('staff', (row) => (row.what === 'staff' ? row.vacant : 0)),
    };
  }

  counts(start: number, end: number) {
    const { frontDoorHour = 0, hire = 0, escalationPerChild = 0 } = this.plan.costs ?? {};
    const { activities } = this.hours(start, end);
    const hires = this.told('hired', start, end).length;
    const costs = {
      cost_staff: this.pay(start, end),
      cost_travel: sum(this.sessions(start, end).map(({ team }) => this.plan.costs?.travel[team] ?? 0)),
      cost_hires: hires * hire,
      cost_front_door: activities.hours_front_door * frontDoorHour,
      cost_escalations: this.childrenEscalated(start, end) * escalationPerChild,
    };
    return {
      leavers: this.told('left', start, end).length,
      hires,
      calls: sum(this.told('called', start, end).map(({ calls }) => calls)),
      ...costs,
      cost_total: sum(Object.values(costs)),
    };
  }

  /** Hours by activity, and how many of those available are used. */
  hours(start: number, end: number) {
    const { plan } = this;
    const assessed = this.between(['assessed'], start, end);
    const sessions = this.sessions(start, end);
    const spent = this.told('spent', start, end);
    const on = (activity: Activity) =>
      sum(spent.filter((row) => row.activity === activity).map(({ hours }) => hours));
    const terms = [plan, ...plan.changes].flatMap(({ pathways }) => pathways);
    const total = (rows: readonly { hours: number }[]) => sum(rows.map(({ hours }) => hours));
    return {
      used: total(sessions) + total(assessed) + total(spent),
      available: sum(this.teams.map((team) => this.available(team, start, end))),
      activities: {
        hours_sessions: sum(sessions.map((row) => terms[row.terms]!.sessionHours)) + total(assessed),
        hours_travel: sum(sessions.map(({ team }) => plan.teams[team]!.travelHours)),
        hours_recording: sum(sessions.map((row) => terms[row.terms]!.recordingHours)),
        hours_cases: on('cases'),
        hours_waiting_contact: on('waiting contact'),
        hours_groups: on('groups'),
        hours_coordination: on('coordination'),
        hours_front_door:
          total(this.between(['decided', 'duty visited'], start, end)) +
          total(this.told('called', start, end)),
      },
    };
  }

  private sessions(start: number, end: number): Row[] {
    return this.between(['held', 'missed'], start, end);
  }

  private between(kinds: readonly Row['what'][], start: number, end: number): Row[] {
    return this.rows.filter(({ what, at }) => kinds.includes(what) && at >= start && at < end);
  }

  private told<What extends ServiceRow['what']>(what: What, start: number, end: number): Of<What>[] {
    return this.service.filter(
      (row): row is Of<What> =>
        row.what === what &&
        row.at >= start &&
        row.at < end &&
        (!('team' in row) || this.teams.includes(row.team)),
    );
  }

  /** Each level holds until the next. */
  private integral(
    team: number,
    what: 'places' | 'staff',
    levelOf: (row: Of<'places' | 'staff'>) => number,
    start: number,
    end: number,
  ): number {
    const rows = this.told(what, 0, end).filter((row) => row.team === team);
    return sum(rows.map((row, at) => levelOf(row) * overlap(row.at, rows[at + 1]?.at ?? end, start, end)));
  }

  /** Of each week what was told last. */
  private available(team: number, start: number, end: number): number {
    return sum(
      this.plan.clock.weekEnds.map((weekEnd, week) => {
        const weekStart = this.plan.clock.weekEnds[week - 1] ?? 0;
        if (weekStart < start || weekEnd > end) return 0;
        const rows = this.told('hours', weekStart, weekEnd).filter((row) => row.team === team);
        return rows.at(-1)?.hours ?? 0;
      }),
    );
  }

  private pay(start: number, end: number): number {
    const { costs, workers, changes } = this.plan;
    if (costs === null) return 0;
    const edges = [0, ...changes.map(({ at }) => at), Number.POSITIVE_INFINITY];
    return sum(
      workers.flatMap((worker, index) => {
        const told = this.service.filter(
          (row): row is Of<'in post' | 'out of post'> =>
            (row.what === 'in post' || row.what === 'out of post') && row.worker === index,
        );
        let terms: WorkerTerms = worker;
        return edges.slice(1).map((to, version) => {
          terms = changes[version - 1]?.workers[index] ?? terms;
          if (!this.teams.includes(terms.team)) return 0;
          const from = Math.max(edges[version]!, start);
          const until = Math.min(to, end);
          const days = told.map((row, at) =>
            row.what === 'in post' ? overlap(row.at, told[at + 1]?.at ?? end, from, until) : 0,
          );
          return sum(days) * costs.workerDay[index]! * (terms.fte / worker.fte);
        });
      }),
    );
  }

  private childrenEscalated(start: number, end: number): number {
    const closed = this.between(['closed', 'ended'], start, end).filter(
      ({ outcome }) => outcome === ESCALATED,
    );
    const rows = [...closed, ...this.between(['escalated', 'escalated after'], start, end)];
    return this.plan.children === null
      ? rows.length * (this.plan.costs?.meanChildren ?? 0)
      : sum(rows.map(({ children }) => children));
  }
}
