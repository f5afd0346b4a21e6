/** Referrals and the front door. Times of referral within a week are drawn, so the hand work starts from those in the log. */
import { describe, expect, it } from 'vitest';
import { createEngine, WEEKLY_KEYS } from '../../sim/index.ts';
import type { Plan } from '../../sim/plan.ts';
import { logOf, type Row, timesOf } from './event-log.ts';
import { fixed, need, plan, replayed, steady, WEEK, worker } from './plan-builder.ts';

const of = (rows: readonly Row[], what: Row['what']) => rows.filter((row) => row.what === what);

/** One row of weekly values, of the whole service. */
function weekly(plan: Plan, key: (typeof WEEKLY_KEYS)[number], seed: number): number[] {
  const weeks = plan.clock.weekEnds.length;
  const row = WEEKLY_KEYS.indexOf(key);
  const values = createEngine(plan, seed).replicate(0).groups[0]!.weekly;
  return Array.from(values.subarray(row * weeks, (row + 1) * weeks));
}

describe('desks', () => {
  it('decide first come first served, each one referral at a time (Lindley’s recursion)', () => {
    const rows = logOf(
      plan({ weeks: 8, sources: [replayed([9, 0, 0, 0, 0, 0, 0, 0])], desks: 1, decision: fixed(2) }),
    );
    let free = 0;
    const expected = timesOf(rows, 'referred').map((referred) => {
      free = Math.max(free, referred) + 2;
      return free;
    });
    expect(expected).toHaveLength(9);
    expect(timesOf(rows, 'decided')).toEqual(expected);
    expect(of(rows, 'decided').map(({ family }) => family)).toEqual(
      of(rows, 'referred').map(({ family }) => family),
    );
  });

  it('work side by side: two desks serve whoever is next as one of them falls free', () => {
    const rows = logOf(
      plan({ weeks: 8, sources: [replayed([9, 0, 0, 0, 0, 0, 0, 0])], desks: 2, decision: fixed(2) }),
    );
    const free = [0, 0];
    const expected = timesOf(rows, 'referred').map((referred) => {
      const desk = free.indexOf(Math.min(...free));
      free[desk] = Math.max(free[desk]!, referred) + 2;
      return free[desk]!;
    });
    expect(timesOf(rows, 'decided')).toEqual(expected);
  });

  it('without limit make nobody queue; information is gathered before', () => {
    const rows = logOf(plan({ sources: [replayed([6])], decision: fixed(2), gathering: fixed(3) }));
    expect(timesOf(rows, 'decided')).toEqual(timesOf(rows, 'referred').map((time) => time + 3 + 2));
    for (const { sinceReferral } of of(rows, 'decided')) expect(sinceReferral).toBeCloseTo(5, 9);
  });

  it('are not held while information is gathered', () => {
    const rows = logOf(plan({ sources: [replayed([6])], desks: 1, gathering: fixed(3) }));
    expect(timesOf(rows, 'decided')).toEqual(timesOf(rows, 'referred').map((time) => time + 3));
  });
});

describe('the decision', () => {
  it('sends families where their need’s routes say', () => {
    const families = 4000;
    const rows = logOf(
      plan({
        sources: [replayed([families])],
        needs: [need({ pathways: [0.3] })],
        workers: [worker({ cap: families })],
      }),
    );
    expect(of(rows, 'decided')).toHaveLength(families);
    const share = of(rows, 'joined').length / families;
    expect(Math.abs(share - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / families));
  });

  it('answers a repeat contact and goes no further', () => {
    const known = logOf(plan({ sources: [replayed([50], { repeatShare: 1 })] }));
    expect(of(known, 'decided')).toHaveLength(50);
    expect(of(known, 'joined')).toEqual([]);
    const some = logOf(
      plan({ sources: [replayed([4000], { repeatShare: 0.25 })], workers: [worker({ cap: 4000 })] }),
    );
    const repeats = 1 - of(some, 'joined').length / 4000;
    expect(Math.abs(repeats - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / 4000));
  });
});

describe('referrals', () => {
  it('replay exactly the counts of each week, spread over its days', () => {
    const counts = [3, 0, 7, 1, 400];
    const replay = plan({ weeks: 5, sources: [replayed(counts)] });
    expect(weekly(replay, 'referrals', 1)).toEqual(counts);
    const times = timesOf(logOf(replay), 'referred');
    const days = Array.from(
      { length: WEEK },
      (_, day) => times.filter((time) => Math.floor(time) === 20 + day).length,
    );
    for (const count of days) expect(Math.abs(count - 80)).toBeLessThan(4 * Math.sqrt(400 * 0.2 * 0.8));
  });

  it.each([1, 3])('vary from week to week with a variance-to-mean ratio of %i', (ratio) => {
    const weeks = 2000;
    const mean = 20;
    const counts = weekly(
      plan({ weeks, sources: [steady(mean / WEEK, weeks * WEEK, ratio)] }),
      'referrals',
      1,
    );
    const average = counts.reduce((sum, count) => sum + count, 0) / weeks;
    const variance = counts.reduce((sum, count) => sum + (count - average) ** 2, 0) / (weeks - 1);
    expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt((mean * ratio) / weeks));
    // Variance of a sample variance: (2 + excess kurtosis) / n. Poisson: 1 / mean. Negative binomial with r = mean / (ratio - 1):
    // 6 / r + (1 - p)^2 / (p r), p = 1 - 1 / ratio (Johnson, Kemp and Kotz 2005, section 5.4).
    const r = mean / (ratio - 1);
    const excess = ratio === 1 ? 1 / mean : 6 / r + 1 / ratio ** 2 / ((1 - 1 / ratio) * r);
    const standardError = mean * ratio * Math.sqrt((2 + excess) / weeks);
    expect(Math.abs(variance - mean * ratio)).toBeLessThan(4 * standardError);
  });

  it('keep the families of a lower rate when the rate rises, and add to them', () => {
    const families = (rate: number) =>
      new Set(
        of(logOf(plan({ sources: [steady(rate, 100)] })), 'referred').map(
          ({ family, at }) => `${family} at ${at}`,
        ),
      );
    const few = families(1);
    const many = families(1.5);
    expect([...few].filter((family) => !many.has(family))).toEqual([]);
    expect(many.size).toBeGreaterThan(few.size);
  });
});

describe('a front door with referrals in hand at the start', () => {
  const opening = (seed: number) =>
    logOf(plan({ weeks: 1, sources: [steady(6, 5)], gathering: fixed(2), frontDoorInHand: true }), {
      seed,
    }).filter(({ family }) => family.startsWith('in hand'));

  it('decides those referred less than the time of gathering before, each when its information is complete', () => {
    const rows = of(opening(1), 'decided');
    expect(rows.length).toBeGreaterThan(0);
    for (const { at, sinceReferral } of rows) {
      expect(sinceReferral).toBeCloseTo(2, 12);
      expect(at).toBeLessThan(2);
    }
  });

  it('holds as many as are referred in that time: 6 a day for 2 days', () => {
    const seeds = Array.from({ length: 200 }, (_, index) => index);
    const inHand = seeds.map((seed) => of(opening(seed), 'decided').length);
    const mean = inHand.reduce((sum, count) => sum + count, 0) / seeds.length;
    // Poisson: the standard error of the mean is sqrt(12 / 200).
    expect(Math.abs(mean - 12)).toBeLessThan(3 * Math.sqrt(12 / seeds.length));
  });

  it('is empty unless the run opens with today’s service', () => {
    const rows = logOf(plan({ weeks: 1, sources: [steady(6, 5)], gathering: fixed(2) }));
    expect(rows.filter(({ family }) => family.startsWith('in hand'))).toEqual([]);
  });
});
