/** The oracles against arithmetic done by hand and values in print, none of them computed by this project. */
import { describe, expect, test } from 'vitest';
import {
  erlangB,
  erlangC,
  meanWaitsByPriority,
  waitQuantile,
  withLeaving,
  withoutLeaving,
} from './erlang.ts';

describe('Erlang B', () => {
  test('by hand: one place with 1 erlang turns away a half, two places a fifth', () => {
    expect(erlangB(1, 1)).toBeCloseTo(1 / 2, 12);
    // (1/2) / (1 + 1 + 1/2)
    expect(erlangB(2, 1)).toBeCloseTo(1 / 5, 12);
  });

  // Standard table of traffic that a group carries at 1 % loss, to the digits printed.
  test.each([
    [1, 0.0101],
    [10, 4.461],
    [15, 8.108],
    [20, 12.03],
    [50, 37.9],
    [100, 84.06],
  ])('table: %i places lose 1 %% of %f erlangs', (places, offered) => {
    expect(erlangB(places, offered)).toBeCloseTo(0.01, 4);
  });
});

describe('Erlang C', () => {
  test('by hand: with one place the chance of waiting is the load, with two and 1 erlang a third', () => {
    expect(erlangC(1, 0.7)).toBeCloseTo(0.7, 12);
    // p0 = 1 / (1 + 1 + 1) from (a^2 / 2) / (1 - 1/2) = 1, and the chance of waiting is that last term times p0.
    expect(erlangC(2, 1)).toBeCloseTo(1 / 3, 12);
  });

  test('M/M/1 by hand: load 0.9 and mean length 1 wait 9 and queue 8.1', () => {
    const queue = withoutLeaving({ places: 1, arrivalRate: 0.9, meanLength: 1 });
    expect(queue.meanWait).toBeCloseTo(9, 10);
    expect(queue.meanWaiting).toBeCloseTo(8.1, 10);
  });

  test('eye clinic of three doctors, six patients an hour, twenty minutes each: Lq = 8/9, time in the clinic 28.9 minutes', () => {
    // Gross, Shortle, Thompson and Harris (2008), chapter 2, the M/M/c example.
    const clinic = withoutLeaving({ places: 3, arrivalRate: 6, meanLength: 1 / 3 });
    expect(clinic.meanWaiting).toBeCloseTo(8 / 9, 12);
    expect(clinic.meanWait * 60 + 20).toBeCloseTo(28.9, 1);
  });

  test('call centre of 50 agents, 48 calls a minute of one minute each: wait 20.8 seconds, queue 17', () => {
    // Mandelbaum and Zeltyn (2005), section 2, table comparing Erlang C and Erlang A.
    const centre = withoutLeaving({ places: 50, arrivalRate: 48, meanLength: 1 });
    expect(centre.meanWait * 60).toBeCloseTo(20.8, 1);
    expect(centre.meanWaiting).toBeCloseTo(17, 0);
  });

  test('quantiles of the wait: M/M/1 by hand, and the same call centre’s 58.1 seconds', () => {
    // P(W > t) = 0.8 exp(-0.2 t) is a tenth at t = 5 ln 8; a fifth of arrivals wait for nothing.
    const single = { places: 1, arrivalRate: 0.8, meanLength: 1 };
    expect(waitQuantile(single, 0.9)).toBeCloseTo(5 * Math.log(8), 12);
    expect(waitQuantile(single, 0.15)).toBe(0);
    // The same table: 90th percentile.
    expect(waitQuantile({ places: 50, arrivalRate: 48, meanLength: 1 }, 0.9) * 60).toBeCloseTo(58.1, 1);
  });
});

describe('Erlang A', () => {
  test('patience as long as service makes the number present Poisson, whatever the places', () => {
    // Every family present goes at rate 1, so N is Poisson of mean 1. E(N - 1)+ = p0 = 1/e; E(N - 2)+ = 2 p0 + p1 - 1 = 3/e - 1.
    const one = withLeaving({ places: 1, arrivalRate: 1, meanLength: 1 }, 1);
    expect(one.meanWaiting).toBeCloseTo(1 / Math.E, 12);
    expect(one.leave).toBeCloseTo(1 / Math.E, 12);
    expect(one.mustWait).toBeCloseTo(1 - 1 / Math.E, 12);
    expect(one.placesUsed).toBeCloseTo(1 - 1 / Math.E, 12);
    const two = withLeaving({ places: 2, arrivalRate: 1, meanLength: 1 }, 1);
    expect(two.meanWaiting).toBeCloseTo(3 / Math.E - 1, 12);
    expect(two.leave).toBeCloseTo(3 / Math.E - 1, 12);
  });

  test('one place, by hand: the wait of those served', () => {
    // Rates all 1. Behind nobody: a place comes before patience ends with chance 1/2, after a mean of 1/2. Behind one other:
    // 2/3 that somebody goes first, after 1/3; then as before: chance 1/3 in all, after 1/3 + 1/2 = 5/6.
    // The number present is Poisson of mean a, so the mean wait of those served is
    // (a x 1/2 x 1/2 + a^2/2 x 1/3 x 5/6 + ...) / (1 + a x 1/2 + ...), from weights 1, a, a^2/2 of 0, 1, 2 present.
    const a = 1e-3;
    const queue = withLeaving({ places: 1, arrivalRate: a, meanLength: 1 }, 1);
    expect(queue.meanWait / a).toBeCloseTo((1 / 4 + (a * 5) / 36) / (1 + a / 2), 6);
  });

  test('call centre of 50 agents with patience of two minutes: 3.1 % leave, 3.7 seconds, queue 3, agents 93 % busy', () => {
    // The same table of Mandelbaum and Zeltyn (2005). Its wait is that of everybody, which by Little's law is queue over arrivals.
    const centre = withLeaving({ places: 50, arrivalRate: 48, meanLength: 1 }, 2);
    expect(centre.leave).toBeCloseTo(0.031, 3);
    expect((centre.meanWaiting / 48) * 60).toBeCloseTo(3.7, 1);
    expect(centre.meanWaiting).toBeCloseTo(3, 0);
    expect(centre.placesUsed / 50).toBeCloseTo(0.93, 2);
  });

  test('identities: those who leave do so at rate queue / patience, and places close what is served', () => {
    const queue = { places: 12, arrivalRate: 0.7, meanLength: 20 };
    const state = withLeaving(queue, 60);
    expect(queue.arrivalRate * state.leave).toBeCloseTo(state.meanWaiting / 60, 12);
    expect(queue.arrivalRate * (1 - state.leave)).toBeCloseTo(state.placesUsed / 20, 12);
  });

  test('patience without end gives Erlang C', () => {
    const queue = { places: 12, arrivalRate: 0.5, meanLength: 20 };
    const patient = withLeaving(queue, 1e12);
    const erlang = withoutLeaving(queue);
    expect(patient.meanWait).toBeCloseTo(erlang.meanWait, 6);
    expect(patient.meanWaiting).toBeCloseTo(erlang.meanWaiting, 6);
    expect(patient.mustWait).toBeCloseTo(erlang.mustWait, 8);
  });
});

describe('priorities', () => {
  test('one place, by hand: loads 0.3 and 0.4 of mean length 1', () => {
    // Mean residual work 0.7; 0.7 / 0.7 = 1 for the urgent and 0.7 / (0.7 x 0.3) = 10/3 for the others.
    const [urgent, ordinary] = meanWaitsByPriority(1, 1, [0.3, 0.4]);
    expect(urgent).toBeCloseTo(1, 12);
    expect(ordinary).toBeCloseTo(10 / 3, 12);
  });

  test('two places, by hand: 1/2 + 1/2 erlangs', () => {
    // C = 1/3, a place frees every 1/2: 1/6. Loads per place 1/4 and 1/2: (1/6) / (3/4) = 2/9, (1/6) / (3/4 x 1/2) = 4/9.
    const [urgent, ordinary] = meanWaitsByPriority(2, 1, [0.5, 0.5]);
    expect(urgent).toBeCloseTo(2 / 9, 12);
    expect(ordinary).toBeCloseTo(4 / 9, 12);
  });

  test('priority moves the waiting about without changing its sum', () => {
    // L. Kleinrock, "A conservation law for a wide class of queueing disciplines", Naval Res. Logist. Q. 12 (1965), 181-192.
    const rates = [0.2, 0.3, 0.25];
    const waits = meanWaitsByPriority(20, 24, rates);
    const waiting = rates.reduce((sum, rate, k) => sum + rate * waits[k]!, 0);
    expect(waiting).toBeCloseTo(
      withoutLeaving({ places: 20, arrivalRate: 0.75, meanLength: 24 }).meanWaiting,
      10,
    );
  });
});
