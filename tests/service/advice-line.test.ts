/** The advice line: how many call, what becomes of the calls, and which of them become referrals. */
import { describe, expect, it } from 'vitest';
import type { AdviceLinePlan, Plan } from '../../sim/plan.ts';
import { probability } from '../../sim/units.ts';
import { LoggedService, logOf, type Row, serviceLogOf } from './event-log.ts';
import { adviceLine, fixed, need, plan, replayed, steady, WEEK, worker } from './plan-builder.ts';

const WEEKS = 40;
const DAYS = WEEKS * WEEK;
const PER_DAY = 20;

const referred = (rows: readonly Row[]) => rows.filter(({ what }) => what === 'referred');
const line = (frontDoor: number, perDay = PER_DAY, days = DAYS): AdviceLinePlan =>
  adviceLine(perDay, days, { frontDoor, callHours: 0.25 });
const called = (plan: Plan, seed = 1) =>
  serviceLogOf(plan, { seed }).flatMap((row) => (row.what === 'called' ? [row] : []));
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('calls', () => {
  it('are told week by week, with their hours, and are Poisson at the rate given', () => {
    const weeks = called(plan({ weeks: WEEKS, adviceLine: line(0) }));
    expect(weeks).toHaveLength(WEEKS);
    for (const { calls, hours } of weeks) expect(hours).toBeCloseTo(calls * 0.25, 9);
    const counts = weeks.map(({ calls }) => calls);
    const mean = total(counts) / WEEKS;
    const expected = PER_DAY * WEEK;
    // Variance of a sample variance of Poisson counts: (2 + 1 / mean) / n of its square.
    const variance = total(counts.map((count) => (count - mean) ** 2)) / (WEEKS - 1);
    expect(Math.abs(mean - expected)).toBeLessThan(3 * Math.sqrt(expected / WEEKS));
    expect(Math.abs(variance / expected - 1)).toBeLessThan(3 * Math.sqrt((2 + 1 / expected) / WEEKS));
  });

  it('that are resolved or that others take over reach nobody else', () => {
    const outcomes = {
      resolved: probability(0.5),
      elsewhere: probability(0.3),
      socialCare: probability(0.2),
      frontDoor: probability(0),
    };
    const service = plan({ weeks: WEEKS, adviceLine: { ...line(0), outcomes } });
    expect(total(called(service).map(({ calls }) => calls))).toBeGreaterThan(0);
    expect(logOf(service)).toEqual([]);
  });

  it('come by the rate of each day, and only where there is an advice line', () => {
    const someDays = {
      ...line(0),
      perDay: line(0).perDay.map((rate, day) => (day < 10 ? rate : 0)),
    } as AdviceLinePlan;
    const counts = called(plan({ weeks: 4, adviceLine: someDays })).map(({ calls }) => calls);
    expect(counts.slice(2)).toEqual([0, 0]);
    expect(total(counts.slice(0, 2))).toBeGreaterThan(0);
    expect(called(plan({ weeks: 4 }))).toEqual([]);
  });

  it('begin and end on the date of a change, in the middle of a week too', () => {
    const changes = [
      { at: 2, adviceLine: line(1) },
      { at: 8, adviceLine: null },
    ];
    const service = plan({ weeks: 4, changes, workers: [worker({ cap: 1000 })] });
    const times = referred(logOf(service)).map(({ at }) => at);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...times)).toBeLessThan(8);
    expect(called(service).map(({ calls }) => calls > 0)).toEqual([true, true, false, false]);
    expect(total(called(service).map(({ calls }) => calls))).toBe(times.length);
  });
});

describe('a call that leads to the front door', () => {
  it('becomes a referral: so large a share of all calls, at any time of its day, with the needs given', () => {
    const parts = {
      weeks: WEEKS,
      adviceLine: adviceLine(PER_DAY, DAYS, { frontDoor: 0.3, needs: [0.2, 0.8] }),
      needs: [need(), need({ priority: 2 })],
      workers: [worker({ cap: 1e5 })],
    };
    const calls = total(called(plan(parts)).map(({ calls }) => calls));
    const rows = logOf(plan(parts));
    const families = referred(rows);
    const within3 = (share: number, expected: number, of: number) =>
      expect(Math.abs(share - expected)).toBeLessThan(3 * Math.sqrt((expected * (1 - expected)) / of));
    within3(families.length / calls, 0.3, calls);
    within3(families.filter((row) => row.need === 1).length / families.length, 0.8, families.length);
    for (const { need, priority } of families) expect(priority).toBe(need + 1);
    const partOfDay = families.map(({ at }) => at - Math.floor(at));
    // A uniform time has mean 1/2 and variance 1/12.
    const mean = total(partOfDay) / families.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(3 * Math.sqrt(1 / 12 / families.length));
    expect(rows.filter(({ what }) => what === 'decided')).toHaveLength(families.length);
  });

  it('is the same family when more calls lead there, and leaves the families of sources alone', () => {
    const names = (frontDoor: number, perDay = PER_DAY) =>
      referred(logOf(plan({ sources: [steady(2, 100)], adviceLine: line(frontDoor, perDay) }))).map(
        ({ family, at }) => `${family} at ${at}`,
      );
    const none = names(0);
    const few = names(0.1);
    const many = new Set(names(0.3));
    const busier = new Set(names(0.3, PER_DAY * 1.5));
    expect(few.length).toBeGreaterThan(none.length);
    expect(none.filter((family) => !few.includes(family))).toEqual([]);
    expect(few.filter((family) => !many.has(family))).toEqual([]);
    expect([...many].filter((family) => !busier.has(family))).toEqual([]);
  });

  it('is not found to be a repeat, whatever share of the sources’ contacts is', () => {
    const rows = logOf(
      plan({
        weeks: 2,
        sources: [replayed([30], { repeatShare: 1 })],
        adviceLine: line(0.5),
        workers: [worker({ cap: 1000 })],
      }),
    );
    const joined = rows.filter(({ what }) => what === 'joined').length;
    expect(joined).toBeGreaterThan(0);
    expect(joined).toBe(referred(rows).length - 30);
  });

  it('is referred in order of time among those of the sources', () => {
    const times = referred(logOf(plan({ sources: [steady(3, 100)], adviceLine: line(0.3) }))).map(
      ({ at }) => at,
    );
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('may be in hand at the start: those of the time of gathering before it', () => {
    const service = new LoggedService(
      plan({ weeks: 1, adviceLine: line(0.3), gathering: fixed(2), frontDoorInHand: true }),
      1,
    );
    const replications = 200;
    const inHand = Array.from({ length: replications }, (_, replication) => {
      service.replicate(replication);
      return service.log.rows.filter(({ what, family }) => what === 'decided' && family.startsWith('in hand'))
        .length;
    });
    // Poisson with mean 20 x 0.3 x 2.
    expect(Math.abs(total(inHand) / replications - 12)).toBeLessThan(3 * Math.sqrt(12 / replications));
  });
});
