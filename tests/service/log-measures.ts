/**
 * Every measure worked out from the log, from its meaning in sim/measures/measures.ts and with none of its code: each value by going
 * through the whole log again. Slow on purpose.
 */
import type { MeasureKey, WeeklyKey } from '../../sim/index.ts';
import type { Group } from '../../sim/measures/result.ts';
import { OUTCOMES, type Outcome, type Plan } from '../../sim/plan.ts';
import type { EventLog, Row, What } from './event-log.ts';
import { LogOfStaff } from './log-of-staff.ts';
import { meanOnList, type Stay, staysOf } from './log-stays.ts';

/** A part of the service: what the rows and the workers that belong to it have in common. */
export interface Part {
  readonly kind: Group['kind'];
  /** Index of the pathway, team or locality; 0 for the whole service. */
  readonly index: number;
  readonly counted: Group['counted'];
}

/** Parts in the order of `groupsOf`: the service, then pathways, teams and localities where there is more than one; the same again in children. */
export function partsOf(plan: Plan): Part[] {
  const several = (kind: Group['kind'], items: readonly unknown[]) =>
    items.length > 1 ? items.map((_, index) => ({ kind, index })) : [];
  const parts = [
    { kind: 'service' as const, index: 0 },
    ...several('pathway', plan.pathways),
    ...several('team', plan.teams),
    ...several('locality', plan.localities),
  ];
  const inFamilies = parts.map((part): Part => ({ ...part, counted: 'families' }));
  const inChildren = parts.map((part): Part => ({ ...part, counted: 'children' }));
  return plan.children === null ? inFamilies : [...inFamilies, ...inChildren];
}

/** What each kind of row adds to each stock. */
type StockName = 'waiting' | 'open' | 'held' | 'in groups';
const WITH_WORKER = { opened: 1, allocated: 1, reallocated: 1, 'given back': -1, closed: -1 };
const ELSEWHERE = { 'opened with partner': 1, 'took up': 1, ended: -1 };
const STOCKS: Record<StockName, Partial<Record<What, number>>> = {
  waiting: {
    joined: 1,
    'given back': 1,
    allocated: -1,
    reallocated: -1,
    withdrew: -1,
    escalated: -1,
    'declined offer': -1,
    'took up': -1,
  },
  open: WITH_WORKER,
  held: ELSEWHERE,
  'in groups': ELSEWHERE,
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** R type 7, from the definition: position (n - 1) p among the sorted values. */
function quantile(values: readonly number[], p: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * p;
  const below = sorted[Math.floor(position)]!;
  const above = sorted[Math.ceil(position)]!;
  return below + (position - Math.floor(position)) * (above - below);
}

export class LogMeasures {
  private readonly plan: Plan;
  private readonly part: Part;
  private readonly rows: readonly Row[];
  private readonly stays: readonly Stay[];
  private readonly staff: LogOfStaff;
  /** Of each row: dated changes told before it. */
  private readonly versions: ReadonlyMap<Row, number>;

  constructor(plan: Plan, log: Pick<EventLog, 'rows' | 'service'>, part: Part) {
    const { kind, index } = part;
    this.plan = plan;
    this.part = part;
    const mine = (of: { pathway: number; locality: number; team?: number; fromTeam?: number }) =>
      ({
        service: true,
        pathway: of.pathway === index,
        team: of.team === index || of.fromTeam === index,
        locality: of.locality === index,
      })[kind];
    this.rows = log.rows.filter(mine);
    this.stays = kind === 'team' ? [] : staysOf(log.rows).filter(mine);
    this.staff = new LogOfStaff(plan, log.service, this.rows, kind === 'team' ? index : null);
    const changes = log.service.filter(({ what }) => what === 'changed');
    this.versions = new Map(
      log.rows.map((row, at) => [row, changes.filter(({ after }) => after <= at).length]),
    );
  }

  /** Waits of families allocated in the window, from joining and from referral. */
  get waits() {
    return this.each(this.allocatedIn(...this.window), ({ wait }) => wait);
  }

  get totalWaits() {
    return this.each(this.allocatedIn(...this.window), ({ sinceReferral }) => sinceReferral);
  }

  /** Ages at the end of families still waiting for their first worker. */
  get stillWaiting() {
    return this.agesOf(this.stays);
  }

  headline(): Record<MeasureKey, number> {
    const [start, end] = this.window;
    const { waits } = this;
    const weeks = this.plan.clock.weekEnds.filter((weekEnd) => weekEnd > start).length;
    const over = this.over(start, end);
    const within = this.allocatedIn(start, end).filter(
      (row) => row.wait <= this.targetAt(this.versions.get(row)!),
    );
    const beyond = this.agesOf(this.stays.filter((stay) => this.isJudged(stay))).filter(
      (age) => age > this.targetAt(this.plan.changes.length),
    );
    const closed = this.between(this.takesPart(['closed'], ['ended']), start, end);
    const { cost_total, cost_escalations, rereferred } = over;
    return {
      ...over,
      ...byActivity(this.staff.hours(start, end).activities, (hours) => hours / weeks),
      wait_mean: mean(waits),
      wait_p50: quantile(waits, 0.5),
      wait_p90: quantile(waits, 0.9),
      wait_all_mean: this.waitOfAll(start, end),
      within_target: this.size(within) / (waits.length + beyond.length),
      triage_wait_mean: mean(this.each(this.between(['decided'], start, end), (row) => row.sinceReferral)),
      total_wait_mean: mean(this.totalWaits),
      changes_of_worker: this.count('given back', start, end),
      length_mean: mean(this.each(closed, ({ length }) => length)),
      dose_mean: mean(this.each(closed, ({ dose }) => dose)),
      rereferral_share: rereferred / over.closed,
      cost_per_closure: (cost_total - cost_escalations) / over.closed,
    };
  }

  /** Values of every week of the window. */
  weekly(): Readonly<Record<WeeklyKey, number>>[] {
    const { weekEnds, windowStart } = this.plan.clock;
    return weekEnds
      .map((end, week) => ({ start: weekEnds[week - 1] ?? 0, end }))
      .filter(({ start }) => start >= windowStart)
      .map(({ start, end }) => this.over(start, end));
  }

  /** Measures that have a meaning for any span of whole weeks. */
  private over(start: number, end: number) {
    const days = end - start;
    const count = (...kinds: What[]) => this.size(this.between(kinds, start, end));
    const waitingAtEnd = this.stays.filter(({ from, to }) => from < end && to >= end);
    const closed = this.between(['closed', 'ended'], start, end);
    const closedAs = (outcome: Outcome) =>
      this.size(closed.filter((row) => row.outcome === OUTCOMES.indexOf(outcome)));
    const open =
      this.part.kind === 'pathway' ? (['open', 'held', 'in groups'] as const) : (['open'] as const);
    const { used, available, activities } = this.staff.hours(start, end);
    return {
      waiting_mean: this.integral('waiting', start, end) / days,
      waiting_end: this.level('waiting', end),
      longest_wait_end: Math.max(0, ...waitingAtEnd.map(({ joined }) => end - joined)),
      referrals: count('referred'),
      decisions: count('decided'),
      allocated: this.size(this.allocatedIn(start, end)),
      left_list: count('withdrew'),
      escalated: count('escalated') + closedAs('escalated'),
      closed: this.size(closed),
      rereferred: count('came back'),
      open_cases_mean: sum(open.map((stock) => this.integral(stock, start, end))) / days,
      slots_used_mean: this.integral('open', start, end, ({ weight }) => weight) / days,
      direct_hours_used_share: used / available,
      sessions_held: this.between(['held'], start, end).length,
      sessions_slipped: this.between(['slipped'], start, end).length,
      declined: count('declined before', 'declined offer'),
      escalated_waiting: count('escalated'),
      escalated_after: count('escalated after'),
      stepped: count('stepped'),
      closed_needs_met: closedAs('needsMet'),
      closed_disengaged: closedAs('disengaged'),
      closed_escalated: closedAs('escalated'),
      closed_transferred: closedAs('transferred'),
      closed_moved_away: closedAs('movedAway'),
      closed_other: closedAs('other'),
      sessions_lost: this.between(['lost'], start, end).length,
      partner_held_mean: this.integral('held', start, end) / days,
      in_groups_mean: this.integral('in groups', start, end) / days,
      ...activities,
      ...this.staff.means(start, end),
      ...this.staff.counts(start, end),
    };
  }

  private get window(): [start: number, end: number] {
    return [this.plan.clock.windowStart, this.plan.clock.weekEnds.at(-1)!];
  }

  /** Of a pathway those in courses or with partners take part as well; elsewhere only those with a worker. */
  private takesPart(withWorker: readonly What[], elsewhere: readonly What[]): readonly What[] {
    return this.part.kind === 'pathway' ? [...withWorker, ...elsewhere] : withWorker;
  }

  private allocatedIn(start: number, end: number): Row[] {
    return this.between(this.takesPart(['allocated'], ['took up']), start, end);
  }

  private targetAt(version: number): number {
    return [this.plan, ...this.plan.changes][version]!.allocation.target;
  }

  /** By the target: in a pathway everybody, elsewhere those who wait for a worker. */
  private isJudged({ pathway }: Stay): boolean {
    const { pathways } = this.plan.changes.at(-1) ?? this.plan;
    return this.part.kind === 'pathway' || pathways[pathway]!.offer.kind === 'one to one';
  }

  private agesOf(stays: readonly Stay[]): number[] {
    const [, end] = this.window;
    return this.each(
      stays.filter(({ how }) => how === 'still waiting'),
      ({ joined }) => end - joined,
    );
  }

  private waitOfAll(start: number, end: number): number {
    const stays = this.stays.filter(({ to }) => to >= start);
    return meanOnList(
      this.each(stays, ({ joined, to }) => ({
        // Who joins at the start of the window or later is seen from the first instant.
        seenFrom: joined < start ? start - joined : Number.NEGATIVE_INFINITY,
        until: Math.min(to, end) - joined,
        leaves: to < end,
      })),
    );
  }

  private between(kinds: readonly What[], start: number, end: number): Row[] {
    return this.rows.filter((row) => kinds.includes(row.what) && row.at >= start && row.at < end);
  }

  private count(what: What, start: number, end: number): number {
    return this.size(this.between([what], start, end));
  }

  private sizeOf({ children }: { readonly children: number }): number {
    return this.part.counted === 'children' ? children : 1;
  }

  private size(of: readonly { readonly children: number }[]): number {
    return sum(of.map((one) => this.sizeOf(one)));
  }

  /** A value for every family or child. */
  private each<Of extends { readonly children: number }, Value>(
    of: readonly Of[],
    value: (one: Of) => Value,
  ): Value[] {
    return of.flatMap((one) => Array.from({ length: this.sizeOf(one) }, () => value(one)));
  }

  /** Just before `end`: what happens at that instant belongs to the next week. */
  private level(stock: StockName, end: number): number {
    return sum(this.rows.map((row) => (row.at < end ? this.change(stock, row) * this.sizeOf(row) : 0)));
  }

  private integral(
    stock: StockName,
    start: number,
    end: number,
    size = (row: Row) => this.sizeOf(row),
  ): number {
    return sum(
      this.rows.map((row) => {
        const change = this.change(stock, row);
        return change === 0 ? 0 : change * size(row) * Math.max(0, end - Math.max(start, row.at));
      }),
    );
  }

  private change(stock: StockName, row: Row): number {
    if (stock === 'held' && row.offer !== 'partner-held') return 0;
    if (stock === 'in groups' && row.offer !== 'group') return 0;
    if (stock === 'open' && row.what === 'moved team' && this.part.kind === 'team')
      return row.team === this.part.index ? 1 : -1;
    return STOCKS[stock][row.what] ?? 0;
  }
}

function byActivity<Key extends string>(
  hours: Readonly<Record<Key, number>>,
  value: (hours: number) => number,
): Record<Key, number> {
  const entries = (Object.keys(hours) as Key[]).map((key) => [key, value(hours[key])]);
  return Object.fromEntries(entries) as Record<Key, number>;
}
