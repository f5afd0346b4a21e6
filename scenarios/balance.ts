/**
 * What the parameters alone say of a service in a steady state, beside the simulation: who joins, what can be allocated, and the load.
 * Demand and staffing are those at the end of the time reported, after the last dated change, which is what the list then tends to.
 */
import { demandOf } from './balance/demand.ts';
import { flowWithin, isOneToOne, type JoinedStream, placesTaken } from './balance/flow.ts';
import { leavingHazard } from './balance/leaving.ts';
import { endOf, type Moment } from './balance/moment.ts';
import { staffOf } from './balance/staff.ts';
import { streamsOf } from './balance/streams.ts';
import type { Work } from './balance/work.ts';
import { workingDaysPerWeek } from './calendar.ts';
import type { Scenario } from './schema.ts';
import { WEEKS_PER_YEAR } from './time-units.ts';

/** The steady-state balance of a scenario by formula, beside the simulation. Rates are families a week. It is of work one to one alone. */
export interface Balance {
  /** Families a week that join the list and take the place when it is offered: new referrals accepted, returns, and steps from other work. */
  readonly joining: number;
  /** Families a week that could be allocated: places divided by mean length of intervention. */
  readonly allocationsPossible: number;
  /** joining / allocationsPossible. Above 1 the list has no steady state but for families that leave it. */
  readonly load: number;
  /** Case weights the workers can hold at once. */
  readonly places: number;
  /**
   * Hours a week that families take with every place full and a session in each interval, and that are there: direct hours, or with task times
   * all but fixed ones.
   */
  readonly hoursNeeded: number;
  readonly hoursAvailable: number;
  /** Leaving hazard a week on the list (withdrawing and escalating). */
  readonly leavingPerWeek: number;
}

/** An inflow that a service would need for its list or its places to be what they are. */
export interface Inflow {
  /** Families a week that join the list and take the place offered, returns among them. */
  readonly joining: number;
  /** New referrals a year, of the scenario's mix, that give it once returns have settled; below 0 where returns alone are more. */
  readonly referralsPerYear: number;
}

export function balance(scenario: Scenario): Balance {
  return balanceAt(endOf(scenario));
}

/** The same at a moment. */
function balanceAt(moment: Moment): Balance {
  return flowAt(moment).balance;
}

/**
 * The inflow that keeps a list of `waiting` families level: what is allocated and what leaves, a = m + h * waiting, with m allocations
 * possible and h the hazard of leaving (fluid limit of an overloaded queue with abandonment: Whitt 2006, Operations Research 54:37-54).
 */
export function levelInflow(scenario: Scenario, waiting: number): Inflow {
  const flow = flowAt(endOf(scenario));
  const allocated = flow.balance.allocationsPossible;
  return inflow(flow, allocated + flow.balance.leavingPerWeek * waiting, allocated);
}

/** The inflow that keeps a `share` of places used where hardly anyone waits. */
export function inflowAtUse(scenario: Scenario, share: number): Inflow {
  const flow = flowAt(endOf(scenario));
  const allocated = flow.balance.allocationsPossible * share;
  return inflow(flow, allocated, allocated);
}

function inflow(flow: Flow, joining: number, allocated: number): Inflow {
  const accepted = joining - flow.returnsPerAllocation * allocated;
  return { joining, referralsPerYear: (accepted / flow.acceptedPerReferral) * WEEKS_PER_YEAR };
}

interface Flow {
  readonly balance: Balance;
  /** Families that join the list for each referral; NaN without referrals. */
  readonly acceptedPerReferral: number;
  /** Families that join the list again for each family allocated. */
  readonly returnsPerAllocation: number;
}

function flowAt(moment: Moment): Flow {
  const { scenario } = moment;
  const demand = demandOf(moment, workingDaysPerWeek(scenario.period.nation));
  const staff = staffOf(moment);
  const places = staff.reduce((sum, post) => sum + post.places, 0);
  const needs = streamsOf(scenario, demand);
  const streams = flowWithin(needs, (all) => placesTaken(all) <= places).filter(isOneToOne);
  const wanting = sumOf(streams, (stream) => stream.wanting);
  const mean = (of: (stream: JoinedStream) => number) =>
    wanting === 0 ? 0 : sumOf(streams, (stream) => stream.wanting * of(stream)) / wanting;
  const allocationsPossible = places / mean(({ work }) => work.placeWeeks);
  const joining = demand.referrals > 0 ? wanting : 0;
  return {
    balance: {
      joining,
      allocationsPossible,
      load: joining / allocationsPossible,
      places,
      hoursNeeded: wanting === 0 ? 0 : allocationsPossible * mean(({ work }) => hoursAtInterval(work)),
      hoursAvailable: staff.reduce((sum, post) => sum + post.hours, 0),
      leavingPerWeek: mean(({ need }) => leavingHazard(need, scenario)),
    },
    acceptedPerReferral: demand.referrals > 0 ? enteringOf(streams) / demand.referrals : Number.NaN,
    returnsPerAllocation: wanting > 0 ? (wanting - enteringOf(streams)) / begunOf(streams) : 0,
  };
}

/** All that one family takes, at one session in each interval that the case is open. */
function hoursAtInterval({ pathway, lengthWeeks, hours }: Work): number {
  const { travel, recording, cases, assessments } = hours;
  return (
    (lengthWeeks / pathway.visitEveryWeeks) * pathway.sessionHours + travel + recording + cases + assessments
  );
}

const sumOf = (streams: readonly JoinedStream[], of: (stream: JoinedStream) => number) =>
  streams.reduce((sum, stream) => sum + of(stream), 0);
const enteringOf = (streams: readonly JoinedStream[]) =>
  sumOf(streams, ({ entering, taking }) => entering * taking);
const begunOf = (streams: readonly JoinedStream[]) => sumOf(streams, ({ begun }) => begun);
