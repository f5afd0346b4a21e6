/**
 * The engine in the limits where queueing theory is exact (docs/model.md, section 9). Each figure must lie within 3 standard errors of the
 * exact value, the error estimated from independent replications; and the error must be small beside the value, or the test would
 * see nothing. The oracles have tests of their own.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { groupsOf } from '../../sim/engine.ts';
import type { MeasureKey } from '../../sim/measures/measures.ts';
import type { Result } from '../../sim/measures/result.ts';
import { type MarkovService, markovPlan, type Period } from './markov-plan.ts';
import { observe, standardError, standardErrorsFromExact, valuesOf } from './observations.ts';
import {
  meanWaitsByPriority,
  type Queue,
  waitQuantile,
  withLeaving,
  withoutLeaving,
} from './oracles/erlang.ts';

const SEED = 1917;
const REPLICATIONS = 40;
/** Largest standard error accepted, as a share of the exact value. */
const SHARP_ENOUGH = 0.1;

const serviceOf = (queue: Queue, meanPatience: number | null, target: number): MarkovService => ({
  places: queue.places,
  meanLength: queue.meanLength,
  arrivalRates: [queue.arrivalRate],
  meanPatience,
  target,
});

function expectExact(values: readonly number[], exact: number) {
  expect(standardError(values)).toBeLessThan(SHARP_ENOUGH * exact);
  expect(Math.abs(standardErrorsFromExact(values, exact))).toBeLessThan(3);
}

// The warm-up is at least twelve times 1 / (c mu (1 - sqrt(rho))^2), the relaxation time of the queue with one place (P. M. Morse,
// "Stochastic properties of waiting lines", J. Oper. Res. Soc. Am. 3 (1955), 255-261) and of c busy ones: 90, 158 and 123 days.
describe.each<{ load: number; period: Period; queue: Queue; target: number }>([
  {
    load: 0.8,
    target: 8,
    queue: { places: 1, arrivalRate: 0.8, meanLength: 1 },
    period: { warmUp: 2000, window: 10_000 },
  },
  {
    load: 0.9,
    target: 6,
    queue: { places: 12, arrivalRate: 2.16, meanLength: 5 },
    period: { warmUp: 2000, window: 10_000 },
  },
  {
    load: 0.934,
    target: 3,
    queue: { places: 36, arrivalRate: 6.7248, meanLength: 5 },
    period: { warmUp: 2000, window: 6000 },
  },
])('Erlang C: $queue.places places, load $load', ({ queue, period, target }) => {
  const exact = withoutLeaving(queue);
  let results: readonly Result[];
  beforeAll(() => {
    results = observe(markovPlan(serviceOf(queue, null, target), period), SEED, REPLICATIONS);
  });

  test.each<[MeasureKey, number]>([
    ['waiting_mean', exact.meanWaiting],
    ['wait_mean', exact.meanWait],
    // Nobody leaves, so everyone who joined waits as long as those allocated do.
    ['wait_all_mean', exact.meanWait],
    ['total_wait_mean', exact.meanWait],
    ['wait_p50', waitQuantile(queue, 0.5)],
    ['wait_p90', waitQuantile(queue, 0.9)],
    [
      'within_target',
      1 - exact.mustWait * Math.exp(-(queue.places / queue.meanLength - queue.arrivalRate) * target),
    ],
    ['slots_used_mean', queue.arrivalRate * queue.meanLength],
    ['open_cases_mean', queue.arrivalRate * queue.meanLength],
    ['allocated', queue.arrivalRate * period.window],
    ['closed', queue.arrivalRate * period.window],
    ['length_mean', queue.meanLength],
  ])('%s', (key, value) => {
    expectExact(valuesOf(results, key), value);
  });

  test('Little’s law: the list is the rate of joining times the wait', () => {
    const waiting = valuesOf(results, 'waiting_mean');
    const waits = valuesOf(results, 'wait_mean');
    const allocated = valuesOf(results, 'allocated');
    const gaps = waiting.map(
      (families, index) => families - (allocated[index]! / period.window) * waits[index]!,
    );
    // Only families on the list at either end of the window are counted differently.
    expect(Math.abs(standardErrorsFromExact(gaps, 0))).toBeLessThan(3);
    expect(standardError(gaps)).toBeLessThan(0.005 * exact.meanWaiting);
  });
});

describe.each<{ load: number; queue: Queue; meanPatience: number }>([
  { load: 0.8, queue: { places: 1, arrivalRate: 0.16, meanLength: 5 }, meanPatience: 5 },
  { load: 1.1, queue: { places: 12, arrivalRate: 2.64, meanLength: 5 }, meanPatience: 10 },
  { load: 1, queue: { places: 36, arrivalRate: 7.2, meanLength: 5 }, meanPatience: 60 },
])('Erlang A: $queue.places places, load $load, patience $meanPatience days', ({ queue, meanPatience }) => {
  // Leaving makes the queue forget within about its patience, so the warm-up is more than eight of the longest.
  const period: Period = { warmUp: 500, window: 5000 };
  const exact = withLeaving(queue, meanPatience);
  let results: readonly Result[];
  beforeAll(() => {
    results = observe(markovPlan(serviceOf(queue, meanPatience, 15), period), SEED, REPLICATIONS);
  });

  test.each<[MeasureKey, number]>([
    ['waiting_mean', exact.meanWaiting],
    ['wait_mean', exact.meanWait],
    ['wait_all_mean', exact.meanWaiting / queue.arrivalRate],
    ['left_list', queue.arrivalRate * exact.leave * period.window],
    ['allocated', queue.arrivalRate * (1 - exact.leave) * period.window],
    ['slots_used_mean', exact.placesUsed],
  ])('%s', (key, value) => {
    expectExact(valuesOf(results, key), value);
  });

  test('families leave at the rate of the list over their patience', () => {
    const left = valuesOf(results, 'left_list');
    const gaps = valuesOf(results, 'waiting_mean').map(
      (families, index) => families / meanPatience - left[index]! / period.window,
    );
    expect(Math.abs(standardErrorsFromExact(gaps, 0))).toBeLessThan(3);
  });
});

describe('Priorities: 12 places, load 0.9, a third of referrals urgent', () => {
  const meanLength = 5;
  const service: MarkovService = {
    places: 12,
    meanLength,
    arrivalRates: [0.72, 1.44],
    meanPatience: null,
    target: 15,
  };
  const exact = meanWaitsByPriority(service.places, meanLength, service.arrivalRates);
  const plan = markovPlan(service, { warmUp: 2000, window: 10_000 });
  let results: readonly Result[];
  beforeAll(() => {
    results = observe(plan, SEED, REPLICATIONS);
  });

  test.each(exact.map((wait, index) => ({ wait, pathway: `pathway ${index + 1}` })))(
    '$pathway waits $wait days on average',
    ({ wait, pathway }) => {
      const group = groupsOf(plan).findIndex(({ kind, name }) => kind === 'pathway' && name === pathway);
      expectExact(valuesOf(results, 'wait_mean', group), wait);
    },
  );

  test('the urgent wait less, and together they wait as long as they would without priorities', () => {
    const [urgent, ordinary] = exact;
    expect(urgent).toBeLessThan(ordinary!);
    const alike = withoutLeaving({ places: 12, arrivalRate: 2.16, meanLength });
    expectExact(valuesOf(results, 'wait_mean'), alike.meanWait);
  });
});
