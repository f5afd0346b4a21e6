/**
 * What the parameters alone say of a service in a steady state, beside the simulation: who joins, what can be allocated, and the load.
 * Demand and staffing are those at the end of the time reported, which is what the list then tends to.
 */
import { growthBy, meanPerWorkingDay } from './arrivals.ts';
import { addDays, workingDaysPerWeek } from './calendar.ts';
import { meanOf } from './distribution.ts';
import { doseOf } from './dose.ts';
import type { Need, Scenario } from './schema.ts';
import { WEEKS_PER_YEAR, workingDaysIn } from './time-units.ts';
import { workforce } from './workforce.ts';

/** The steady-state balance of a scenario by formula, beside the simulation. Rates are families a week. */
export interface Balance {
  /** Families a week that join the list: new referrals accepted, and returns. */
  readonly joining: number;
  /** Families a week that could be allocated: places divided by mean length of intervention. */
  readonly allocationsPossible: number;
  /** joining / allocationsPossible. Above 1 the list has no steady state but for families that leave it. */
  readonly load: number;
  /** Case weights the workers can hold at once. */
  readonly places: number;
  /** Direct hours a week needed with every place full, and there. */
  readonly hoursNeeded: number;
  readonly hoursAvailable: number;
  /** Leaving hazard a week on the list (withdrawing and escalating). */
  readonly leavingPerWeek: number;
}

/** An inflow that a service would need for its list or its places to be what they are. */
export interface Inflow {
  /** Families a week that join the list, returns among them. */
  readonly joining: number;
  /** New referrals a year, of the scenario's mix, that give it once returns have settled; below 0 where returns alone are more. */
  readonly referralsPerYear: number;
}

export function balance(scenario: Scenario): Balance {
  const flow = flowOf(scenario);
  const joining = joiningWithReturns(flow);
  return {
    joining,
    allocationsPossible: flow.allocationsPossible,
    load: joining / flow.allocationsPossible,
    places: flow.places,
    hoursNeeded: flow.hoursNeeded,
    hoursAvailable: flow.hoursAvailable,
    leavingPerWeek: flow.leavingPerWeek,
  };
}

/**
 * The inflow that keeps a list of `waiting` families level: what is allocated and what leaves, a = m + h * waiting, with m allocations
 * possible and h the hazard of leaving (fluid limit of an overloaded queue with abandonment: Whitt 2006, Operations Research 54:37-54).
 */
export function levelInflow(scenario: Scenario, waiting: number): Inflow {
  const flow = flowOf(scenario);
  const allocated = flow.allocationsPossible;
  return inflow(flow, allocated + flow.leavingPerWeek * waiting, allocated);
}

/** The inflow that keeps a `share` of places used where hardly anyone waits. */
export function inflowAtUse(scenario: Scenario, share: number): Inflow {
  const flow = flowOf(scenario);
  const allocated = flow.allocationsPossible * share;
  return inflow(flow, allocated, allocated);
}

function inflow(flow: Flow, joining: number, allocated: number): Inflow {
  const accepted = joining - flow.returnsPerAllocation * allocated;
  return { joining, referralsPerYear: (accepted / flow.acceptedPerReferral) * WEEKS_PER_YEAR };
}

interface Flow {
  readonly acceptedPerWeek: number;
  /** Families that join the list for each referral; NaN without referrals. */
  readonly acceptedPerReferral: number;
  /** Families that join the list again for each family allocated. */
  readonly returnsPerAllocation: number;
  readonly allocationsPossible: number;
  readonly places: number;
  readonly hoursNeeded: number;
  readonly hoursAvailable: number;
  readonly leavingPerWeek: number;
}

/** Returns come from those allocated, who are no more than can be. */
function joiningWithReturns({ acceptedPerWeek, returnsPerAllocation, allocationsPossible }: Flow): number {
  const ifAllAreAllocated = acceptedPerWeek / (1 - returnsPerAllocation);
  if (ifAllAreAllocated <= allocationsPossible) return ifAllAreAllocated;
  return acceptedPerWeek + returnsPerAllocation * allocationsPossible;
}

function flowOf(scenario: Scenario): Flow {
  const daysPerWeek = workingDaysPerWeek(scenario.period.nation);
  const { referrals, accepted, streams } = streamsOf(scenario, daysPerWeek);
  const { places, hoursAvailable } = staffAtEnd(scenario, daysPerWeek);
  const mean = (of: (stream: Stream) => number) =>
    streams.reduce((sum, stream) => sum + stream.share * of(stream), 0);
  const placeWeeks = mean(({ pathway, lengthWeeks }) => pathway.caseWeight * lengthWeeks);
  const hoursPerFamily = mean(
    ({ pathway, lengthWeeks }) => (lengthWeeks / pathway.visitEveryWeeks) * pathway.sessionHours,
  );
  const allocationsPossible = places / placeWeeks;
  return {
    acceptedPerWeek: accepted,
    acceptedPerReferral: accepted / referrals,
    returnsPerAllocation: mean(({ joinsAgain }) => joinsAgain),
    allocationsPossible,
    places,
    hoursNeeded: allocationsPossible * hoursPerFamily,
    hoursAvailable,
    leavingPerWeek: mean(({ need }) => leavingHazard(need, daysPerWeek)),
  };
}

/** Families of one need on one pathway. */
interface Stream {
  readonly need: Need;
  readonly pathway: Scenario['pathways'][string];
  /** Of all families that join the list from the front door; of the routes, where nobody is referred. */
  readonly share: number;
  readonly lengthWeeks: number;
  /** Chance that a family allocated joins the list again: it returns, and the front door (if it comes there) sends it on. */
  readonly joinsAgain: number;
}

function streamsOf(scenario: Scenario, daysPerWeek: number) {
  const { needs, pathways } = scenario;
  const { referrals, byNeed } = referralsByNeed(scenario, daysPerWeek);
  const doses = new Map(
    Object.entries(pathways).map(([name, pathway]) => [name, doseOf(pathway, daysPerWeek)]),
  );
  const flows = Object.entries(needs).flatMap(([name, need]) => {
    const toList = Object.values(need.routes.pathways).reduce((sum, share) => sum + share, 0);
    return Object.entries(need.routes.pathways).map(([pathwayName, share]) => {
      const pathway = pathways[pathwayName]!;
      const { lengthDays, returnShare } = doses.get(pathwayName)!;
      const { returnsTo } = pathway.reReferral;
      return {
        perWeek: byNeed.get(name)! * share,
        route: share,
        need,
        pathway,
        lengthWeeks: lengthDays / daysPerWeek,
        joinsAgain: returnShare * (returnsTo === 'front door' ? toList : 1),
      };
    });
  });
  const accepted = flows.reduce((sum, { perWeek }) => sum + perWeek, 0);
  const routes = flows.reduce((sum, { route }) => sum + route, 0);
  const streams = flows.map(({ perWeek, route, ...flow }): Stream => {
    return { ...flow, share: accepted > 0 ? perWeek / accepted : route / routes };
  });
  return { referrals, accepted, streams };
}

/** Referrals a week, and of them new families a week with each need. */
function referralsByNeed({ demand, needs, period }: Scenario, daysPerWeek: number) {
  const end = addDays(period.start, period.weeks * 7);
  const sources = Object.values(demand.sources).map((source) => ({
    source,
    perWeek: meanPerWorkingDay(source, period.nation) * growthBy(end, period.start, source) * daysPerWeek,
  }));
  const newWith = (need: string) =>
    sources.reduce(
      (sum, { source, perWeek }) => sum + perWeek * (1 - source.repeatShare) * (source.needs[need] ?? 0),
      0,
    );
  return {
    referrals: sources.reduce((sum, { perWeek }) => sum + perWeek, 0),
    byNeed: new Map(Object.keys(needs).map((need) => [need, newWith(need)])),
  };
}

function staffAtEnd(scenario: Scenario, daysPerWeek: number) {
  const atEnd = workforce(scenario).filter(
    ({ team, post }) => scenario.teams[team]!.posts[post]!.until === undefined,
  );
  return {
    places: atEnd.reduce((sum, { cap }) => sum + cap, 0),
    hoursAvailable: atEnd.reduce((sum, { hoursPerDay }) => sum + hoursPerDay * daysPerWeek, 0),
  };
}

/** A patience of any shape counts by its mean, as if it were exponential. */
function leavingHazard({ patience, escalationPerWeek }: Need, daysPerWeek: number): number {
  if (patience === 'unlimited') return escalationPerWeek;
  const weeks = (meanOf(patience) * workingDaysIn(patience.unit ?? 'weeks', daysPerWeek)) / daysPerWeek;
  return escalationPerWeek + 1 / weeks;
}
