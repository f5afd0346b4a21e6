/**
 * A naive recorder that writes down everything, with the family it happened to; and a service that tells it which family that is.
 * The service runs on the plainest event list, which hands every session to `handle` one by one.
 */
import { HeapEventList } from '../../sim/kernel/heap-event-list.ts';
import type { Activity, ListAtEnd, OtherOffer, Recorder, Who } from '../../sim/measures/recorder.ts';
import type { PathwayPlan, Plan } from '../../sim/plan.ts';
import { AT, type Families } from '../../sim/service/family/families.ts';
import { RANK } from '../../sim/service/ranks.ts';
import { Service } from '../../sim/service/service.ts';
import type { Workers } from '../../sim/service/staff/workers.ts';
import type { Row, ServiceRow, What } from './log-rows.ts';

export type { Row, ServiceRow, What };

type Told<R> = R extends unknown ? Omit<R, 'at' | 'after'> : never;

const SAYS_NOTHING = {
  pathway: Number.NaN,
  terms: Number.NaN,
  team: Number.NaN,
  fromTeam: Number.NaN,
  weight: Number.NaN,
  hours: Number.NaN,
  joinedAt: Number.NaN,
  wait: Number.NaN,
  sinceReferral: Number.NaN,
  offer: null,
  outcome: Number.NaN,
  length: Number.NaN,
  dose: Number.NaN,
};
/** A family's number holds its source or pathway in the part above this. */
const NUMBERS = 2 ** 20;

export class EventLog implements Recorder {
  rows: Row[] = [];
  service: ServiceRow[] = [];
  /** Ends of the weeks, as told. */
  weekEnds: number[] = [];
  listsAtEnd: readonly ListAtEnd[] = [];
  private families: Families | null = null;
  private workers: Workers | null = null;
  /** By terms index. */
  private readonly pathways: readonly PathwayPlan[];
  private readonly plan: Plan;
  private now = 0;
  /** Whom the event told now happens to. */
  private family = -1;

  constructor(plan: Plan) {
    this.plan = plan;
    this.pathways = [plan, ...plan.changes].flatMap(({ pathways }) => pathways);
  }

  /** Whoever the service looks up to tell of is whom the next event happens to. */
  watch(families: Families, workers: Workers) {
    this.families = families;
    this.workers = workers;
    const { who } = families;
    families.who = (family) => {
      this.family = family;
      return who.call(families, family);
    };
  }

  isAway(worker: number): boolean {
    return this.workers!.absent[worker] === 1;
  }

  about(family: number) {
    this.family = family;
  }

  clock(now: number) {
    this.now = now;
  }

  begin() {
    this.rows = [];
    this.service = [];
    this.weekEnds = [];
    this.listsAtEnd = [];
    this.now = 0;
  }

  changed(_now: number, version: number) {
    this.note({ what: 'changed', version });
  }

  called(calls: number, hours: number) {
    this.note({ what: 'called', calls, hours });
  }

  referred(now: number, _who: Who) {
    this.write({ what: 'referred', at: now });
  }

  decided(now: number, _who: Who, sinceReferral: number, hours: number) {
    this.write({ what: 'decided', at: now, sinceReferral, hours });
  }

  dutyVisited(now: number, { pathway }: Who, hours: number) {
    this.write({ what: 'duty visited', at: now, pathway, hours });
  }

  declinedBefore(now: number, { pathway }: Who) {
    this.write({ what: 'declined before', at: now, pathway });
  }

  joined(now: number, { pathway }: Who, joinedAt: number) {
    this.write({ what: 'joined', at: now, pathway, joinedAt });
  }

  opened(now: number, { pathway }: Who, team: number, weight: number) {
    this.write({ what: 'opened', at: now, pathway, team, weight });
  }

  openedWithPartner(now: number, { pathway }: Who) {
    this.write({ what: 'opened with partner', at: now, pathway, offer: 'partner-held' });
  }

  allocated(
    now: number,
    { pathway }: Who,
    team: number,
    weight: number,
    wait: number,
    sinceReferral: number,
  ) {
    this.write({ what: 'allocated', at: now, pathway, team, weight, wait, sinceReferral });
  }

  reallocated(now: number, { pathway }: Who, team: number, weight: number) {
    this.write({ what: 'reallocated', at: now, pathway, team, weight });
  }

  givenBack(now: number, { pathway }: Who, team: number, weight: number) {
    this.write({ what: 'given back', at: now, pathway, team, weight });
  }

  movedTeam(now: number, { pathway }: Who, fromTeam: number, team: number, weight: number) {
    this.write({ what: 'moved team', at: now, pathway, fromTeam, team, weight });
  }

  withdrew(now: number, { pathway }: Who, wait: number) {
    this.write({ what: 'withdrew', at: now, pathway, wait });
  }

  escalatedWaiting(now: number, { pathway }: Who, wait: number) {
    this.write({ what: 'escalated', at: now, pathway, wait });
  }

  declinedOffer(now: number, { pathway }: Who, wait: number) {
    this.write({ what: 'declined offer', at: now, pathway, wait });
  }

  tookUp(now: number, { pathway }: Who, offer: OtherOffer, wait: number, sinceReferral: number) {
    this.write({ what: 'took up', at: now, pathway, offer, wait, sinceReferral });
  }

  held(terms: number, team: number, sessions: number) {
    if (sessions !== 1) throw new RangeError(`${sessions} sessions told at once: which families?`);
    this.write({ what: 'held', at: this.now, ...this.session(terms, team) });
  }

  missed(terms: number, team: number) {
    this.write({ what: 'missed', at: this.now, ...this.session(terms, team) });
  }

  assessed(terms: number, team: number, hours: number) {
    this.write({ what: 'assessed', at: this.now, ...this.session(terms, team), hours });
  }

  slipped(pathway: number, team: number) {
    this.write({ what: 'slipped', at: this.now, pathway, team });
  }

  lost(pathway: number, team: number) {
    this.write({ what: 'lost', at: this.now, pathway, team });
  }

  closed(
    now: number,
    { pathway }: Who,
    team: number,
    weight: number,
    outcome: number,
    length: number,
    dose: number,
  ) {
    this.write({ what: 'closed', at: now, pathway, team, weight, outcome, length, dose });
  }

  ended(now: number, { pathway }: Who, offer: OtherOffer, outcome: number, length: number, dose: number) {
    this.write({ what: 'ended', at: now, pathway, offer, outcome, length, dose });
  }

  stepped(now: number, { pathway }: Who) {
    this.write({ what: 'stepped', at: now, pathway });
  }

  escalatedAfter(now: number, { pathway }: Who) {
    this.write({ what: 'escalated after', at: now, pathway });
  }

  cameBack(now: number, { pathway }: Who) {
    this.write({ what: 'came back', at: now, pathway });
  }

  placesChanged(_now: number, team: number, places: number) {
    this.note({ what: 'places', team, places });
  }

  staffChanged(_now: number, team: number, inPost: number, vacant: number) {
    this.note({ what: 'staff', team, inPost, vacant });
  }

  inPost(_now: number, worker: number, isInPost: boolean) {
    this.note({ what: isInPost ? 'in post' : 'out of post', worker });
  }

  left(team: number) {
    this.note({ what: 'left', team });
  }

  hired(team: number) {
    this.note({ what: 'hired', team });
  }

  hoursChanged(team: number, hours: number) {
    this.note({ what: 'hours', team, hours });
  }

  spent(activity: Activity, team: number, hours: number) {
    this.note({ what: 'spent', activity, team, hours });
  }

  weekEnded(now: number) {
    this.weekEnds.push(now);
    this.now = now;
  }

  finished(_now: number, lists: readonly ListAtEnd[]) {
    this.listsAtEnd = lists;
  }

  private session(terms: number, team: number) {
    const { sessionHours, recordingHours } = this.pathways[terms]!;
    const { hoursCount, travelHours } = this.plan.teams[team]!;
    const hours = hoursCount === 'all' ? sessionHours + travelHours + recordingHours : sessionHours;
    return { terms, pathway: terms % this.plan.pathways.length, team, hours };
  }

  private note(told: Told<ServiceRow>) {
    this.service.push({ ...told, at: this.now, after: this.rows.length });
  }

  private write(told: Partial<Row> & Pick<Row, 'what' | 'at'>) {
    const { family } = this;
    const worker = this.integer(family, 'worker');
    this.rows.push({
      ...SAYS_NOTHING,
      ...told,
      family: nameOf(this.integer(family, 'origin'), this.integer(family, 'number')),
      episode: this.integer(family, 'episode'),
      need: this.integer(family, 'need'),
      priority: this.integer(family, 'priority'),
      children: this.integer(family, 'children'),
      locality: this.integer(family, 'locality'),
      worker,
      workerAway: this.isAway(worker),
      sessionsPlanned: this.integer(family, 'sessionsPlanned'),
    });
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

/** What sessions tell says nothing of whose they are: it is the family of the event. */
const SESSIONS: ReadonlySet<number> = new Set([RANK.session, RANK.slippedSession]);

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
    // The service shows its families to tests and keeps its workers to itself.
    log.watch(this.families, Reflect.get(this, 'workers') as Workers);
  }

  /** Whether a worker is away sick. */
  isAway(worker: number): boolean {
    return this.log.isAway(worker);
  }

  override handle(rank: number, entity: number) {
    const { time } = this.eventList;
    this.log.clock(time);
    if (SESSIONS.has(rank)) this.log.about(entity);
    super.handle(rank, entity);
    this.afterEvent(time);
  }
}

/** Everything that happens to families in one replication. */
export function logOf(plan: Plan, { seed = 1, replication = 0 } = {}): Row[] {
  const service = new LoggedService(plan, seed);
  service.replicate(replication);
  return service.log.rows;
}

/** What the service told of itself in one replication: its own book beside that of families. */
export function serviceLogOf(plan: Plan, { seed = 1, replication = 0 } = {}): ServiceRow[] {
  const service = new LoggedService(plan, seed);
  service.replicate(replication);
  return service.log.service;
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
