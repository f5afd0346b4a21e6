/**
 * A naive recorder that writes down everything, with the family it happened to; and a service that tells it which family that is.
 * The service runs on the plainest event list, which hands every session to `handle` one by one.
 */
import { HeapEventList } from '../../sim/kernel/heap-event-list.ts';
import type { Recorder } from '../../sim/measures/recorder.ts';
import type { Plan } from '../../sim/plan.ts';
import { AT, type Families, STATE } from '../../sim/service/families.ts';
import { RANK } from '../../sim/service/ranks.ts';
import { Service } from '../../sim/service/service.ts';

export type What =
  | 'referred'
  | 'decided'
  | 'joined'
  | 'opened'
  | 'allocated'
  | 'reallocated'
  | 'given back'
  | 'withdrew'
  | 'escalated'
  | 'held'
  | 'missed'
  | 'slipped'
  | 'closed'
  | 'came back';

/** One line of the log. NaN where a column says nothing about this kind of event. Times in working days. */
export interface Row {
  readonly what: What;
  readonly at: number;
  /** The same in every run of the same seed and replication, whatever the plan. */
  readonly family: string;
  readonly episode: number;
  readonly need: number;
  readonly priority: number;
  readonly pathway: number;
  readonly team: number;
  /** -1 while the family has none. */
  readonly worker: number;
  readonly weight: number;
  readonly hours: number;
  /** When the family joined the list, for `joined`. */
  readonly joinedAt: number;
  /** On the list until allocated, withdrawn or escalated. */
  readonly wait: number;
  readonly sinceReferral: number;
  readonly outcome: number;
  /** From allocation to closure. */
  readonly length: number;
  /** Sessions the plan of the family has; means something once it has been allocated. */
  readonly sessionsPlanned: number;
}

const SAYS_NOTHING = {
  pathway: Number.NaN,
  team: Number.NaN,
  weight: Number.NaN,
  hours: Number.NaN,
  joinedAt: Number.NaN,
  wait: Number.NaN,
  sinceReferral: Number.NaN,
  outcome: Number.NaN,
  length: Number.NaN,
};
/** A family's number holds its source or pathway in the part above this. */
const NUMBERS = 2 ** 20;

export class EventLog implements Recorder {
  rows: Row[] = [];
  /** Ends of the weeks, as told. */
  weekEnds: number[] = [];
  private families: Families | null = null;
  private now = 0;
  /** Whom the events told now happen to, the innermost last. */
  private readonly subjects: number[] = [];
  private readonly onList = new Set<number>();
  private readonly plan: Plan;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  watch(families: Families) {
    this.families = families;
  }

  about(family: number, at: number, happening: () => void) {
    this.now = at;
    this.during(family, happening);
  }

  during(family: number, happening: () => void) {
    this.subjects.push(family);
    happening();
    this.subjects.pop();
  }

  /** The service tells first that a case is given back, then whose. */
  nameLast(family: number) {
    this.onList.add(family);
    this.rows.push(this.row(this.rows.pop()!, family));
  }

  begin() {
    this.rows = [];
    this.weekEnds = [];
    this.now = 0;
    this.onList.clear();
  }

  referred(now: number) {
    this.write({ what: 'referred', at: now });
  }

  decided(now: number, sinceReferral: number) {
    this.write({ what: 'decided', at: now, sinceReferral });
  }

  joined(now: number, pathway: number, joinedAt: number) {
    const family = this.subjects.at(-1) ?? this.newOnList();
    this.onList.add(family);
    this.write({ what: 'joined', at: now, pathway, joinedAt }, family);
  }

  opened(now: number, pathway: number, team: number, weight: number) {
    this.write({ what: 'opened', at: now, pathway, team, weight }, [...this.families!].at(-1));
  }

  allocated(now: number, pathway: number, team: number, weight: number, wait: number, sinceReferral: number) {
    this.onList.delete(this.subjects.at(-1)!);
    this.write({ what: 'allocated', at: now, pathway, team, weight, wait, sinceReferral });
  }

  reallocated(now: number, pathway: number, team: number, weight: number) {
    this.onList.delete(this.subjects.at(-1)!);
    this.write({ what: 'reallocated', at: now, pathway, team, weight });
  }

  givenBack(now: number, pathway: number, team: number, weight: number) {
    // Whose it is comes next, with `nameLast`.
    this.write({ what: 'given back', at: now, pathway, team, weight }, 0);
  }

  withdrew(now: number, pathway: number, waited: number) {
    this.onList.delete(this.subjects.at(-1)!);
    this.write({ what: 'withdrew', at: now, pathway, wait: waited });
  }

  escalatedWaiting(now: number, pathway: number, waited: number) {
    this.onList.delete(this.subjects.at(-1)!);
    this.write({ what: 'escalated', at: now, pathway, wait: waited });
  }

  held(pathway: number, team: number) {
    const hours = this.plan.pathways[pathway]!.sessionHours;
    this.write({ what: 'held', at: this.now, pathway, team, hours });
  }

  missed(pathway: number, team: number) {
    const hours = this.plan.pathways[pathway]!.sessionHours;
    this.write({ what: 'missed', at: this.now, pathway, team, hours });
  }

  slipped(pathway: number, team: number) {
    this.write({ what: 'slipped', at: this.now, pathway, team });
  }

  closed(now: number, pathway: number, team: number, weight: number, outcome: number, length: number) {
    this.write({ what: 'closed', at: now, pathway, team, weight, outcome, length });
  }

  cameBack(now: number, pathway: number) {
    this.write({ what: 'came back', at: now, pathway });
  }

  placesChanged() {}

  hoursChanged() {}

  weekEnded(now: number) {
    this.weekEnds.push(now);
  }

  ended() {}

  /** At the start families are put on the list without a word of who they are. */
  private newOnList(): number {
    for (const family of this.families!) {
      if (this.integer(family, 'state') === STATE.waiting && !this.onList.has(family)) return family;
    }
    throw new Error('Somebody joined the list but nobody is on it.');
  }

  private write(told: Partial<Row> & Pick<Row, 'what' | 'at'>, family = this.subjects.at(-1)!) {
    this.rows.push(this.row({ ...SAYS_NOTHING, ...told }, family));
  }

  private row(
    told: Omit<Row, 'family' | 'episode' | 'need' | 'priority' | 'worker' | 'sessionsPlanned'>,
    family: number,
  ): Row {
    return {
      ...told,
      family: nameOf(this.integer(family, 'origin'), this.integer(family, 'number')),
      episode: this.integer(family, 'episode'),
      need: this.integer(family, 'need'),
      priority: this.integer(family, 'priority'),
      worker: this.integer(family, 'worker'),
      sessionsPlanned: this.integer(family, 'sessionsPlanned'),
    };
  }

  private integer(family: number, field: keyof typeof AT): number {
    return this.families!.integers[family + AT[field]]!;
  }
}

/** 'waiting 1' and 'open 1' are the first of the opening, 'in hand 2 #1' was referred two days before, 'day 0 #1' the first referral numbered there; others say their list or source. */
function nameOf(origin: number, number: number): string {
  const part = Math.floor(number / NUMBERS);
  const place = (number % NUMBERS) + 1;
  const name = `${groupOf(origin)}${place}`;
  return part === 0 ? name : `${name} of ${part + 1}`;
}

function groupOf(origin: number): string {
  if (origin >= 0) return `day ${origin} #`;
  if (origin < -1000) return `in hand ${-1000 - origin} #`;
  return origin === -1 ? 'waiting ' : origin === -2 ? 'open ' : 'closed ';
}

const OF_A_FAMILY: ReadonlySet<number> = new Set([
  RANK.session,
  RANK.slippedSession,
  RANK.gathered,
  RANK.decision,
  RANK.comeBack,
  RANK.referral,
  RANK.leaveList,
]);

export class LoggedService extends Service {
  readonly log: EventLog;
  /** Called after every event, with the clock's time. */
  afterEvent: (now: number) => void = () => {};
  private readonly eventList: HeapEventList;

  constructor(plan: Plan, seed: number) {
    const events = new HeapEventList();
    const log = new EventLog(plan);
    super(plan, seed, events, log);
    this.eventList = events;
    this.log = log;
    log.watch(this.families);
  }

  override handle(rank: number, entity: number) {
    const { time } = this.eventList;
    if (OF_A_FAMILY.has(rank)) this.log.about(entity, time, () => super.handle(rank, entity));
    else super.handle(rank, entity);
    this.afterEvent(time);
  }

  override joins(family: number) {
    this.log.during(family, () => super.joins(family));
  }

  override begins(family: number) {
    this.log.during(family, () => super.begins(family));
  }

  override givesBack(family: number) {
    super.givesBack(family);
    this.log.nameLast(family);
  }
}

/** Everything that happens in one replication. */
export function logOf(plan: Plan, { seed = 1, replication = 0 } = {}): Row[] {
  const service = new LoggedService(plan, seed);
  service.replicate(replication);
  return service.log.rows;
}

/** The log as lines such as '5 allocated waiting 2', of these kinds only. */
export function story(rows: readonly Row[], ...kinds: What[]): string[] {
  return rows
    .filter(({ what }) => kinds.includes(what))
    .map(({ at, what, family }) => `${at} ${what} ${family}`);
}

/** Times of one kind of event, in the order in which they came. */
export const timesOf = (rows: readonly Row[], kind: What): number[] =>
  rows.filter(({ what }) => what === kind).map(({ at }) => at);
