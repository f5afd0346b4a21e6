import { describe, expect, it } from 'vitest';
import { isPrecise, replicationsLikelyNeeded, STEP, summariseHeadline } from '../../host/precision.ts';
import { MEASURE_KEYS } from '../../sim/measures/measures.ts';
import type { Result } from '../../sim/measures/result.ts';

/** A replication whose watched measures are as given and whose others are 0. */
function result(replication: number, wait: number, waiting: number): Result {
  const headline = Float64Array.from(MEASURE_KEYS, (key) =>
    key === 'wait_mean' ? wait : key === 'waiting_mean' ? waiting : 0,
  );
  const none = new Uint32Array();
  const group = { headline, weekly: new Float64Array(), waits: none, totalWaits: none, stillWaiting: none };
  return { replication, events: 1, groups: [group], postCosts: new Float64Array() };
}

/** `count` replications alternating between mean - spread and mean + spread, for both watched measures. */
function summary(count: number, mean: number, spread: number) {
  const results = Array.from({ length: count }, (_, r) => {
    const value = mean + (r % 2 === 0 ? -spread : spread);
    return result(r, value, value);
  });
  return summariseHeadline({ kind: 'service', name: 'service', counted: 'families' }, results);
}

// With values at mean ± s the standard error is s / sqrt(n - 1), and with n = 50 the half-width t(0.975; 49) * s / 7.
// t(0.975; 49) = 2.00958 (NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.2: 2.010).
const HALF_WIDTH_OF_ONE = 2.01 / 7;

describe('when auto has run enough', () => {
  it('is precise when the half-width is within 5% of the mean, and not before', () => {
    const spread = (0.05 * 100) / HALF_WIDTH_OF_ONE;
    expect(isPrecise([summary(50, 100, spread * 0.99)])).toBe(true);
    expect(isPrecise([summary(50, 100, spread * 1.01)])).toBe(false);
  });

  it('is precise below 0.1 family and 0.1 working day, so that an empty list ends', () => {
    const spread = 0.1 / HALF_WIDTH_OF_ONE;
    expect(isPrecise([summary(50, 0.3, spread * 0.99)])).toBe(true);
    expect(isPrecise([summary(50, 0.3, spread * 1.01)])).toBe(false);
    expect(isPrecise([summary(50, 0, 0)])).toBe(true);
  });

  it('waits for the least precise scenario', () => {
    expect(isPrecise([summary(50, 100, 1), summary(50, 100, 90)])).toBe(false);
  });

  it('ends where no family is allocated in any replication, and goes on where one is in a single one', () => {
    const none = Array.from({ length: 50 }, (_, r) => result(r, Number.NaN, 80));
    const service = { kind: 'service', name: 'service', counted: 'families' } as const;
    expect(isPrecise([summariseHeadline(service, none)])).toBe(true);
    expect(isPrecise([summariseHeadline(service, [...none.slice(1), result(0, 12, 80)])])).toBe(false);
  });

  it('expects four times the replications for half the width, in whole steps and up to the most', () => {
    const spread = (0.05 * 100) / HALF_WIDTH_OF_ONE;
    const needed = replicationsLikelyNeeded([summary(50, 100, spread * 1.99)], 2000);
    expect(needed).toBe(4 * STEP);
    expect(replicationsLikelyNeeded([summary(50, 100, spread * 1.99)], 120)).toBe(120);
  });
});
