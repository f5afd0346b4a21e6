/**
 * Every measure worked out from the log, from its meaning in sim/measures/measures.ts and with none of its code: each value by going
 * through the whole log again. Slow on purpose.
 */
import type { MeasureKey, WeeklyKey } from '../../sim/index.ts';
import type { Group } from '../../sim/measures/result.ts';
import { OUTCOMES, type Plan } from '../../sim/plan.ts';
import type { Row, What } from './event-log.ts';

const ESCALATED = OUTCOMES.indexOf('escalated');

/** A part of the service: what the rows and the workers that belong to it have in common. */
export interface Part {
  readonly kind: Group['kind'];
  /** Index of the pathway or team; 0 for the whole service. */
  readonly index: number;
}

/** Parts in the order of `groupsOf`: the service, then pathways and teams where there is more than one. */
export function partsOf(plan: Plan): Part[] {
  const several = (kind: Group['kind'], items: readonly unknown[]) =>
    items.length > 1 ? items.map((_, index) => ({ kind, index })) : [];
  return [
    { kind: 'service', index: 0 },
    ...several('pathway', plan.pathways),
    ...several('team', plan.teams),
  ];
}

/** One stay on the list, until the family has a worker or leaves; `to` is Infinity where it still waits at the end. */
export interface Stay {
  readonly family: string;
  readonly episode: number;
  readonly pathway: number;
  readonly priority: number;
  /** When it joined, 0 or before for those on the list at the start. */
  readonly joined: number;
  /** From when it is seen to wait. */
  readonly from: number;
  readonly to: number;
  readonly how: What | 'still waiting';
}

const ENDS_STAY: readonly What[] = ['allocated', 'withdrew', 'escalated'];

/** Stays that begin with joining; waits for another worker are not among them. */
export function staysOf(rows: readonly Row[]): Stay[] {
  const ends = new Map<string, Row>();
  for (const row of rows) if (ENDS_STAY.includes(row.what)) ends.set(`${row.family}/${row.episode}`, row);
  return rows
    .filter(({ what }) => what === 'joined')
    .map(({ family, episode, pathway, priority, joinedAt, at }) => {
      const end = ends.get(`${family}/${episode}`);
      return {
        family,
        episode,
        pathway,
        priority,
        joined: joinedAt,
        from: at,
        to: end?.at ?? Number.POSITIVE_INFINITY,
        how: end?.what ?? 'still waiting',
      };
    });
}

/** What each kind of row adds to each stock. */
const STOCKS: Record<'waiting' | 'open', Partial<Record<What, number>>> = {
  waiting: { joined: 1, 'given back': 1, allocated: -1, reallocated: -1, withdrew: -1, escalated: -1 },
  open: { opened: 1, allocated: 1, reallocated: 1, 'given back': -1, closed: -1 },
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

/** One family's time on the list: seen from `seenFrom` after joining (below 0: from joining itself) until `until`. */
interface Seen {
  readonly seenFrom: number;
  readonly until: number;
  readonly leaves: boolean;
}

/** The product-limit estimate: at each distinct time of leaving, the share of those then seen on the list who do not leave. */
function meanOnList(seen: readonly Seen[]): number {
  const longest = Math.max(...seen.map(({ until }) => until));
  if (longest === Number.NEGATIVE_INFINITY) return Number.NaN;
  const leaving = seen.filter(({ leaves }) => leaves);
  const times = [...new Set(leaving.map(({ until }) => until))].sort((a, b) => a - b);
  let area = 0;
  let surviving = 1;
  let since = 0;
  for (const time of times) {
    area += surviving * (time - since);
    since = time;
    const atRisk = seen.filter(({ seenFrom, until }) => seenFrom <= time && until >= time).length;
    surviving *= 1 - leaving.filter(({ until }) => until === time).length / atRisk;
  }
  return area + surviving * (longest - since);
}

/** Time that [from, to) and [start, end) have in common. */
const overlap = (from: number, to: number, start: number, end: number) =>
  Math.max(0, Math.min(to, end) - Math.max(from, start));

export class LogMeasures {
  private readonly plan: Plan;
  private readonly part: Part;
  private readonly rows: readonly Row[];
  private readonly stays: readonly Stay[];

  constructor(plan: Plan, log: readonly Row[], part: Part) {
    this.plan = plan;
    this.part = part;
    const mine = ({ pathway, team }: { pathway: number; team?: number }) =>
      part.kind === 'service' || (part.kind === 'pathway' ? pathway : team) === part.index;
    this.rows = log.filter(mine);
    this.stays = part.kind === 'team' ? [] : staysOf(log).filter(mine);
  }

  /** Waits of families allocated in the window, from joining and from referral. */
  get waits() {
    return this.between('allocated', ...this.window).map(({ wait }) => wait);
  }

  get totalWaits() {
    return this.between('allocated', ...this.window).map(({ sinceReferral }) => sinceReferral);
  }

  /** Ages at the end of families still waiting for their first worker. */
  get stillWaiting() {
    const [, end] = this.window;
    return this.stays.filter(({ how }) => how === 'still waiting').map(({ joined }) => end - joined);
  }

  headline(): Record<MeasureKey, number> {
    const [start, end] = this.window;
    const { waits, stillWaiting } = this;
    const { target } = this.plan.allocation;
    const seen = this.stays
      .filter(({ to }) => to >= start)
      .map(({ joined, to }) => ({
        // Who joins at the start of the window or later is seen from the first instant.
        seenFrom: joined < start ? start - joined : Number.NEGATIVE_INFINITY,
        until: Math.min(to, end) - joined,
        leaves: to < end,
      }));
    const within = waits.filter((wait) => wait <= target).length;
    const beyond = stillWaiting.filter((age) => age > target).length;
    return {
      ...this.over(start, end),
      wait_mean: mean(waits),
      wait_p50: quantile(waits, 0.5),
      wait_p90: quantile(waits, 0.9),
      wait_all_mean: meanOnList(seen),
      within_target: within / (waits.length + beyond),
      triage_wait_mean: mean(this.between('decided', start, end).map(({ sinceReferral }) => sinceReferral)),
      total_wait_mean: mean(this.totalWaits),
      changes_of_worker: this.between('given back', start, end).length,
      length_mean: mean(this.between('closed', start, end).map(({ length }) => length)),
    };
  }

  /** Values of every week of the window. */
  weekly(): Record<WeeklyKey, number>[] {
    const { weekEnds, windowStart } = this.plan.clock;
    return weekEnds
      .map((end, week) => ({ start: weekEnds[week - 1] ?? 0, end }))
      .filter(({ start }) => start >= windowStart)
      .map(({ start, end }) => this.over(start, end));
  }

  /** Measures that have a meaning for any span of whole weeks. */
  private over(start: number, end: number): Record<WeeklyKey, number> {
    const days = end - start;
    const count = (what: What) => this.between(what, start, end).length;
    const used = sum(
      [...this.between('held', start, end), ...this.between('missed', start, end)].map(({ hours }) => hours),
    );
    const closedAsEscalated = this.between('closed', start, end).filter(
      ({ outcome }) => outcome === ESCALATED,
    );
    const waitingAtEnd = this.stays.filter(({ from, to }) => from < end && to >= end);
    return {
      waiting_mean: this.integral('waiting', start, end) / days,
      waiting_end: this.level('waiting', end),
      longest_wait_end: Math.max(0, ...waitingAtEnd.map(({ joined }) => end - joined)),
      referrals: count('referred'),
      decisions: count('decided'),
      allocated: count('allocated'),
      left_list: count('withdrew'),
      escalated: count('escalated') + closedAsEscalated.length,
      closed: count('closed'),
      rereferred: count('came back'),
      open_cases_mean: this.integral('open', start, end) / days,
      slots_used_mean: this.integral('open', start, end, ({ weight }) => weight) / days,
      places_mean: this.overWorkers(start, end, ({ cap }) => cap) / days,
      direct_hours_used_share: used / this.overWorkers(start, end, ({ hoursPerDay }) => hoursPerDay),
      sessions_held: count('held'),
      sessions_slipped: count('slipped'),
    };
  }

  private get window(): [start: number, end: number] {
    return [this.plan.clock.windowStart, this.plan.clock.weekEnds.at(-1)!];
  }

  private between(what: What, start: number, end: number): Row[] {
    return this.rows.filter((row) => row.what === what && row.at >= start && row.at < end);
  }

  /** Just before `end`: what happens at that instant belongs to the next week. */
  private level(stock: keyof typeof STOCKS, end: number): number {
    return sum(this.rows.map(({ what, at }) => (at < end ? (STOCKS[stock][what] ?? 0) : 0)));
  }

  private integral(stock: keyof typeof STOCKS, start: number, end: number, size = (_row: Row) => 1): number {
    return sum(
      this.rows.map((row) => {
        const change = STOCKS[stock][row.what];
        return change === undefined ? 0 : change * size(row) * Math.max(0, end - Math.max(start, row.at));
      }),
    );
  }

  private overWorkers(start: number, end: number, each: (worker: Plan['workers'][number]) => number): number {
    const mine = this.plan.workers.filter(
      ({ team }) => this.part.kind !== 'team' || team === this.part.index,
    );
    return sum(mine.map((worker) => each(worker) * overlap(worker.from, worker.until, start, end)));
  }
}
