/**
 * Exact answers for the queues with Poisson referrals, exponential lengths and one rate for every place: the limits of the
 * model in which nothing has to be simulated. All are steady-state values of a birth-death chain; time is in any one unit.
 *
 * - Erlang B and C: A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in automatic
 *   telephone exchanges", Post Office Electrical Engineers' Journal 10 (1917), 189-197. Modern form: Gross, Shortle, Thompson
 *   and Harris, Fundamentals of Queueing Theory, 4th ed. (2008), chapter 2.
 * - Erlang A (M/M/c+M): C. Palm, "Research on telephone traffic carried by full availability groups", Tele 1 (1957), 1-107;
 *   A. Mandelbaum and S. Zeltyn, "The Palm/Erlang-A queue, with applications to call centers" (2005), sections 3 and 4.
 * - Priorities: A. Cobham, "Priority assignment in waiting line problems", Operations Research 2 (1954), 70-76.
 */

/** Share of arrivals that find all places taken when nobody waits. `offered` is arrival rate times mean length. */
export function erlangB(places: number, offered: number): number {
  let blocked = 1;
  for (let c = 1; c <= places; c++) blocked = (offered * blocked) / (c + offered * blocked);
  return blocked;
}

/** Chance that an arrival has to wait, for `offered` below `places`. */
export function erlangC(places: number, offered: number): number {
  const blocked = erlangB(places, offered);
  return blocked / (1 - (offered / places) * (1 - blocked));
}

export interface Queue {
  readonly places: number;
  /** Arrivals per unit of time. */
  readonly arrivalRate: number;
  readonly meanLength: number;
}

const offeredTo = (queue: Queue) => queue.arrivalRate * queue.meanLength;

/** What a queue is like in the long run. */
export interface SteadyState {
  /** Share of arrivals that do not get a place at once. */
  readonly mustWait: number;
  readonly meanWaiting: number;
  /** Mean wait of those who get a place, the ones served at once included. */
  readonly meanWait: number;
}

/** M/M/c without leaving. */
export function withoutLeaving(queue: Queue): SteadyState {
  const mustWait = erlangC(queue.places, offeredTo(queue));
  const meanWait = mustWait / (queue.places / queue.meanLength - queue.arrivalRate);
  return { mustWait, meanWait, meanWaiting: queue.arrivalRate * meanWait };
}

/** Wait that a share `share` of arrivals to an M/M/c stay below, first come first served: P(W > t) = C exp(-(c mu - lambda) t). */
export function waitQuantile(queue: Queue, share: number): number {
  const { mustWait } = withoutLeaving(queue);
  if (mustWait <= 1 - share) return 0;
  return Math.log(mustWait / (1 - share)) / (queue.places / queue.meanLength - queue.arrivalRate);
}

export interface SteadyStateWithLeaving extends SteadyState {
  /** Share of arrivals that leave without a place. */
  readonly leave: number;
  readonly placesUsed: number;
}

/** M/M/c+M: each waiting family leaves after an exponential time of mean `meanPatience`. First come first served. */
export function withLeaving(queue: Queue, meanPatience: number): SteadyStateWithLeaving {
  const { places, arrivalRate, meanLength } = queue;
  const closing = places / meanLength;
  const leaving = 1 / meanPatience;

  let weight = 1;
  let total = 0;
  let mustWait = 0;
  let waiting = 0;
  let used = 0;
  let served = 0;
  let servedWait = 0;
  // For an arrival with `ahead` others before it: its chance of a place, and its wait counted only if it gets one. The next event
  // that concerns it is one of those ahead going (place or leaving), or its own leaving, at the rate `next` in all.
  let chance = 1;
  let wait = 0;
  for (let inService = 0; weight > 1e-18 * total || inService <= places + offeredTo(queue); inService++) {
    const ahead = inService - places;
    if (ahead >= 0) {
      const oneFewerAhead = closing + ahead * leaving;
      const next = oneFewerAhead + leaving;
      chance *= oneFewerAhead / next;
      wait = chance / next + (oneFewerAhead / next) * wait;
      mustWait += weight;
    }
    total += weight;
    waiting += weight * Math.max(0, ahead);
    used += weight * Math.min(inService, places);
    served += weight * chance;
    servedWait += weight * wait;
    const upward = arrivalRate;
    const downward = Math.min(inService + 1, places) / meanLength + Math.max(0, ahead + 1) * leaving;
    weight *= upward / downward;
  }
  return {
    mustWait: mustWait / total,
    meanWaiting: waiting / total,
    meanWait: servedWait / served,
    leave: 1 - served / total,
    placesUsed: used / total,
  };
}

/**
 * Mean wait of each class in an M/M/c without leaving in which a free place goes to the most urgent class first (index 0) and
 * nobody is interrupted: W_k = C / (c mu) / ((1 - s_{k-1}) (1 - s_k)), s_k being the load of classes 0 to k (Cobham 1954, for
 * several channels). All classes have the same mean length.
 */
export function meanWaitsByPriority(
  places: number,
  meanLength: number,
  arrivalRates: readonly number[],
): readonly number[] {
  const all = arrivalRates.reduce((sum, rate) => sum + rate, 0);
  const untilAPlaceFrees = (erlangC(places, all * meanLength) * meanLength) / places;
  let before = 0;
  return arrivalRates.map((rate) => {
    const upTo = before + (rate * meanLength) / places;
    const wait = untilAPlaceFrees / ((1 - before) * (1 - upTo));
    before = upTo;
    return wait;
  });
}
