import { describe, expect, test } from 'vitest';
import { MEASURE_KEYS, type MeasureKey, WEEKLY_KEYS, type WeeklyKey } from '../../sim/measures/measures.ts';
import type { Group, GroupResult, Result } from '../../sim/measures/result.ts';
import { compare, summarise } from '../../sim/measures/summary.ts';
import { WAIT_BINS } from '../../sim/measures/wait-bins.ts';
import { normalQuantile } from '../../sim/random/normal.ts';
import { uniforms } from '../random/uniforms.ts';

const SERVICE: Group = { kind: 'service', name: 'Whole service', counted: 'families' };
const TEAM: Group = { kind: 'team', name: 'North', counted: 'families' };
const WEEKS = 3;

/** A group in which every measure is 0 but the ones given. */
function group(
  headline: Partial<Record<MeasureKey, number>>,
  weekly: Partial<Record<WeeklyKey, number[]>> = {},
  waits: Record<number, number> = {},
): GroupResult {
  const counts = new Uint32Array(WAIT_BINS);
  for (const [bin, count] of Object.entries(waits)) counts[Number(bin)] = count;
  return {
    headline: Float64Array.from(MEASURE_KEYS, (key) => headline[key] ?? 0),
    weekly: Float64Array.from(WEEKLY_KEYS.flatMap((key) => weekly[key] ?? new Array<number>(WEEKS).fill(0))),
    waits: counts,
    totalWaits: counts.map((count) => 2 * count),
    stillWaiting: counts.map((count) => 3 * count),
  };
}

const result = (replication: number, ...groups: GroupResult[]): Result => ({
  replication,
  events: 0,
  groups,
  postCosts: new Float64Array(),
});

/** One replication for each value of one measure. */
const replications = (key: MeasureKey, values: number[]) =>
  values.map((v, r) => result(r, group({ [key]: v })));

describe('summarise', () => {
  test('gives mean, standard error and 95% t interval of 1 to 5, worked by hand', () => {
    const { headline } = summarise([SERVICE], replications('wait_p90', [1, 2, 3, 4, 5])).groups[0]!;
    // Variance 2.5; t with 4 degrees of freedom at 0.975 is 2.776445 (tables).
    const se = Math.sqrt(0.5);
    expect(headline.wait_p90.mean).toBe(3);
    expect(headline.wait_p90.se).toBeCloseTo(se, 14);
    expect(headline.wait_p90.lo).toBeCloseTo(3 - 2.776445 * se, 6);
    expect(headline.wait_p90.hi).toBeCloseTo(3 + 2.776445 * se, 6);
    expect(headline.wait_p90.count).toBe(5);
    expect(headline.closed).toEqual({ mean: 0, se: 0, lo: 0, hi: 0, count: 5 });
  });

  test('covers the true mean in 95 of 100 samples of normal values, where the t interval is exact', () => {
    const samples = 2000;
    const size = 8;
    const draws = uniforms(12, samples * size).map(normalQuantile);
    let covered = 0;
    for (let i = 0; i < samples; i++) {
      const sample = replications('wait_mean', [...draws.slice(size * i, size * (i + 1))]);
      const { lo, hi } = summarise([SERVICE], sample).groups[0]!.headline.wait_mean;
      if (lo <= 0 && hi >= 0) covered += 1;
    }
    expect(Math.abs(covered / samples - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / samples));
  });

  test('leaves out replications in which a measure has no value, and says how many remain', () => {
    const estimate = (values: number[]) =>
      summarise([SERVICE], replications('wait_mean', values)).groups[0]!.headline.wait_mean;
    expect(estimate([4, Number.NaN, 8])).toMatchObject({ mean: 6, se: 2, count: 2 });
    expect(estimate([Number.NaN, 7])).toEqual({
      mean: 7,
      se: Number.NaN,
      lo: Number.NaN,
      hi: Number.NaN,
      count: 1,
    });
    expect(estimate([Number.NaN])).toMatchObject({ mean: Number.NaN, se: Number.NaN, count: 0 });
  });

  test('gives each week its mean and percentiles (R type 7), by measure', () => {
    const results = [5, 3, 1, 2, 4].map((v, r) =>
      result(r, group({}, { closed: [v, 10 * v, v === 3 ? Number.NaN : v], sessions_held: [7, 7, 7] })),
    );
    const { weekly } = summarise([SERVICE], results).groups[0]!;
    expect(weekly.closed.mean).toEqual([3, 30, 3]);
    expect(weekly.closed.p5[0]).toBeCloseTo(1.2, 14);
    expect(weekly.closed.p25).toEqual([2, 20, 1.75]);
    expect(weekly.closed.p50).toEqual([3, 30, 3]);
    expect(weekly.closed.p75).toEqual([4, 40, 4.25]);
    expect(weekly.closed.p95[1]).toBeCloseTo(48, 12);
    expect(weekly.sessions_held.p95).toEqual([7, 7, 7]);
    expect(weekly.referrals.mean).toEqual([0, 0, 0]);
    expect(Object.keys(weekly)).toEqual(WEEKLY_KEYS);
  });

  test('gives NaN for a week in which no replication has a value', () => {
    const results = [result(0, group({}, { closed: [1, Number.NaN, 1] }))];
    const { closed } = summarise([SERVICE], results).groups[0]!.weekly;
    expect(closed.mean).toEqual([1, Number.NaN, 1]);
    expect(closed.p50).toEqual([1, Number.NaN, 1]);
  });

  test('keeps groups apart and adds up their waits', () => {
    const results = [
      result(0, group({ closed: 10 }, {}, { 0: 4, 7: 1 }), group({ closed: 1 })),
      result(1, group({ closed: 20 }, {}, { 7: 2 }), group({ closed: 3 })),
    ];
    const { replications: count, groups } = summarise([SERVICE, TEAM], results);
    expect(count).toBe(2);
    expect(groups.map(({ group: named }) => named)).toEqual([SERVICE, TEAM]);
    expect(groups.map(({ headline }) => headline.closed.mean)).toEqual([15, 2]);
    expect(groups[0]!.waits).toHaveLength(WAIT_BINS);
    expect([0, 6, 7].map((bin) => groups[0]!.waits[bin])).toEqual([4, 0, 3]);
    expect(groups[0]!.totalWaits[7]).toBe(6);
    expect(groups[0]!.stillWaiting[0]).toBe(12);
  });

  test('has the same bits in whatever order replications finished', () => {
    const results = [...uniforms(4, 200)].map((u, r) =>
      result(r, group({ wait_mean: 1e3 * u ** 9 }, { closed: [u, u / 3, 1 / u] })),
    );
    const shuffled = results.toSorted((a, b) => Math.sin(a.replication) - Math.sin(b.replication));
    expect(shuffled[0]).not.toBe(results[0]);
    expect(summarise([SERVICE], shuffled)).toEqual(summarise([SERVICE], results));
  });

  test('refuses no replications, and groups that do not fit', () => {
    expect(() => summarise([SERVICE], [])).toThrow('there are no replications to summarise');
    expect(() => summarise([SERVICE, TEAM], [result(4, group({}))])).toThrow(
      'replication 4 has 1 groups, the plan 2',
    );
  });
});

describe('compare', () => {
  test('pairs replications: differences of 1, 2 and 3, worked by hand', () => {
    const base = replications('waiting_mean', [100, 40, 70]);
    const other = replications('waiting_mean', [101, 42, 73]);
    const { waiting_mean: difference } = compare(base, other);
    // Variance 1, so se = 1 / sqrt(3); t with 2 degrees of freedom at 0.975 is 4.302653 (tables).
    expect(difference.mean).toBe(2);
    expect(difference.se).toBeCloseTo(1 / Math.sqrt(3), 14);
    expect(difference.lo).toBeCloseTo(2 - 4.302653 / Math.sqrt(3), 6);
    expect(difference.hi).toBeCloseTo(2 + 4.302653 / Math.sqrt(3), 6);
  });

  test('finds no difference and no error between equals', () => {
    const results = replications('waiting_mean', [0.1, 0.7, 1e9]);
    expect(compare(results, results).waiting_mean).toEqual({ mean: 0, se: 0, lo: 0, hi: 0, count: 3 });
  });

  test('leaves out a replication without a value in either', () => {
    const base = replications('wait_mean', [1, Number.NaN, 3, 4]);
    const other = replications('wait_mean', [Number.NaN, 2, 5, 8]);
    expect(compare(base, other).wait_mean).toMatchObject({ mean: 3, count: 2 });
  });

  test('compares the group asked for, wherever it stands in either', () => {
    const base = [0, 1].map((r) => result(r, group({ closed: 5 }), group({ closed: 10 + r })));
    const other = [0, 1].map((r) => result(r, group({ closed: 5 }), group({}), group({ closed: 13 + r })));
    expect(compare(base, other).closed).toMatchObject({ mean: 0 });
    expect(compare(base, other, { base: 1, other: 2 }).closed).toMatchObject({ mean: 3, se: 0 });
  });

  test('pairs by replication, not by place', () => {
    const base = replications('closed', [1, 2, 30]);
    const other = replications('closed', [1, 2, 30]).toReversed();
    expect(compare(base, other).closed).toMatchObject({ mean: 0, se: 0 });
  });

  test('refuses replications that do not pair', () => {
    const three = replications('closed', [1, 2, 3]);
    expect(() => compare(three, three.slice(1))).toThrow('cannot pair 3 replications with 2');
    expect(() => compare(three.slice(1), three.slice(0, 2))).toThrow('cannot pair replication 1 with 0');
  });
});
