/** Why a list grows or stays: needed and there, what binds, and what alone would bring it level. By formula, for the start and for the end. */
import { type AloneByLever, aloneByLever } from './balance/alone.ts';
import { isOneToOne, type JoinedStream } from './balance/flow.ts';
import { contactHours, leavingHazard } from './balance/leaving.ts';
import { frontDoorNeeds, type Level, type Needed, type Service, serviceAt, use } from './balance/level.ts';
import { endOf, type Moment, startOf } from './balance/moment.ts';
import { takeUpPossible } from './balance/offers.ts';
import { type Pool, poolsOf } from './balance/pools.ts';
import type { Scenario } from './schema.ts';

export type Limit = 'places' | 'hours' | 'panel' | 'decisions' | 'duty visits';

/** The service at one moment, when every family that joins the list is allocated. Rates are a week. */
export interface Situation
  extends Pick<Level, 'places' | 'hours' | 'hoursBy' | 'hoursLimit' | 'panel' | 'load'> {
  readonly when: Moment['when'];
  /** What caps and places count. */
  readonly placesCount: Scenario['allocation']['capsCount'];
  /** ISO date from which it holds. */
  readonly from: string;
  readonly changes: readonly string[];
  /** Families allocated a week to keep the list level, and that places, hours and panels together allow. */
  readonly allocations: Needed;
  readonly decisions: Needed;
  readonly visits: Needed;
  /** What is short; nothing where the list is level. */
  readonly binds: readonly Limit[];
  /** The list that this tends to; `null` where it is level. */
  readonly list: ListHeld | null;
  readonly alone: AloneByLever;
  /** Courses and partners, by pathway. */
  readonly offers: readonly OfferUse[];
  /** Lists that share workers; one where all do. */
  readonly pools: readonly Pool[];
  /** Growth of the work for each week on the list, which a level list leaves out. */
  readonly needGrowthPerWeek: number;
}

export interface ListHeld {
  /** Families waiting when as many leave as cannot be allocated; `Infinity` where none leave. */
  readonly families: number;
  /** Mean wait in weeks of those allocated then. */
  readonly weeks: number;
  /** Families a week more than can be allocated. */
  readonly over: number;
  /** Hours a week of contact with them. */
  readonly contactHours: number;
}

export interface OfferUse extends Needed {
  readonly pathway: string;
  readonly offer: 'group' | 'partner-held';
}

export interface Explanation {
  /** The start, and the end where it is another situation. */
  readonly situations: readonly Situation[];
}

export function explain(scenario: Scenario): Explanation {
  const [start, end] = [situationAt(startOf(scenario)), situationAt(endOf(scenario))];
  return { situations: isSame(start, end) ? [end] : [start, end] };
}

function isSame(start: Situation, end: Situation): boolean {
  const figures = ({ when: _when, from: _from, changes, ...rest }: Situation) =>
    JSON.stringify([rest, changes]);
  return figures(start) === figures(end);
}

function situationAt(moment: Moment): Situation {
  const service = serviceAt(moment);
  const level = service.level();
  const { decisions, visits } = frontDoorNeeds(service, level);
  const { places, hours, hoursBy, hoursLimit, panel, load, streams } = level;
  const begun = streams.filter(isOneToOne).reduce((sum, stream) => sum + stream.begun, 0);
  return {
    when: moment.when,
    placesCount: moment.scenario.allocation.capsCount,
    from: moment.from,
    changes: moment.changes,
    places,
    hours,
    hoursBy,
    hoursLimit,
    panel,
    load,
    allocations: { needed: begun, there: possible(service, begun, load) },
    decisions,
    visits,
    binds: [
      ...(use(places) > LEVEL ? (['places'] as const) : []),
      ...(hoursLimit && use(hours) > LEVEL ? (['hours'] as const) : []),
      ...(use(panel) > LEVEL ? (['panel'] as const) : []),
      ...(use(decisions) > LEVEL ? (['decisions'] as const) : []),
      ...(use(visits) > LEVEL ? (['duty visits'] as const) : []),
    ],
    list: load > LEVEL ? listHeld(service) : null,
    alone: aloneByLever(service),
    offers: offersOf(streams),
    pools: poolsOf(service, level),
    needGrowthPerWeek: moment.scenario.waiting.needGrowthPerWeek,
  };
}

/** 1, and what rounding may add. */
const LEVEL = 1 + 1e-9;

/** More families allocated would take as much more of what binds most. */
function possible({ referrals }: Service, begun: number, load: number): number {
  return referrals === 0 ? Number.POSITIVE_INFINITY : begun / load;
}

/**
 * Where more join than can be allocated: with a share s of those who join allocated and hazard h of leaving, (1 - s) a = h W families wait and
 * those allocated have waited ln(1 / s) / h (fluid limit: Whitt 2006, Operations Research 54:37-54).
 */
function listHeld(service: Service): ListHeld {
  const { scenario } = service.moment;
  const streams = service.limited().filter(isOneToOne);
  const sum = (of: (stream: JoinedStream) => number) =>
    streams.reduce((total, stream) => total + of(stream), 0);
  const joining = sum((stream) => stream.joining);
  const share = sum(({ begun }) => begun) / sum(({ wanting }) => wanting);
  const hazard = sum((stream) => stream.joining * leavingHazard(stream.need, scenario)) / joining;
  const over = (1 - share) * joining;
  const families = over / hazard;
  const contact = contactHours(scenario);
  return {
    families,
    weeks: Math.log(1 / share) / hazard,
    over,
    contactHours: contact === 0 ? 0 : contact * families,
  };
}

function offersOf(streams: readonly JoinedStream[]): OfferUse[] {
  const others = Map.groupBy(
    streams.filter((stream) => !isOneToOne(stream)),
    ({ pathwayName }) => pathwayName,
  );
  return [...others].flatMap(([pathway, here]) => {
    const { offer } = here[0]!.work.pathway;
    if (offer === 'one to one') return [];
    const needed = here.reduce((sum, stream) => sum + stream.wanting, 0);
    const length = here.reduce((sum, { wanting, work }) => sum + (wanting * work.lengthWeeks) / needed, 0);
    return [{ pathway, offer, needed, there: takeUpPossible(here[0]!.work.pathway, length) }];
  });
}
