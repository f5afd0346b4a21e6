/** Measures by hand, from the recorder the product uses. */
import { describe, expect, it } from 'vitest';
import { createEngine, MEASURE_KEYS, type MeasureKey, WEEKLY_KEYS, type WeeklyKey } from '../../sim/index.ts';
import { meanTimeOnList } from '../../sim/measures/time-on-list.ts';
import type { Plan } from '../../sim/plan.ts';
import { workingDays } from '../../sim/units.ts';
import { fixed, need, pathway, plan, waits, worker } from './plan-builder.ts';

const serviceOf = (plan: Plan) => createEngine(plan, 1).replicate(0).groups[0]!;
const headline = (plan: Plan, key: MeasureKey) => serviceOf(plan).headline[MEASURE_KEYS.indexOf(key)];
function weekly(plan: Plan, key: WeeklyKey): number[] {
  const { windowStart, weekEnds } = plan.clock;
  const weeks = weekEnds.filter((end) => end > windowStart).length;
  const row = WEEKLY_KEYS.indexOf(key);
  return Array.from(serviceOf(plan).weekly.subarray(row * weeks, (row + 1) * weeks));
}

/** Joined at -9, -6 and -3, one place, five days each: allocated at 0, 5 and 10 after waits of 9, 11 and 13; closed at 5, 10, 15. */
const three = plan({ weeks: 4, waiting: [waits(-9), waits(-6), waits(-3)], target: 11 });

describe('weeks', () => {
  it('own what falls on their first instant', () => {
    // Closures at 5, 10 and 15 belong to the weeks that begin then.
    expect(weekly(three, 'closed')).toEqual([0, 1, 1, 1]);
    expect(weekly(three, 'allocated')).toEqual([1, 1, 1, 0]);
    // Just before 5 two were waiting, just before 10 one.
    expect(weekly(three, 'waiting_end')).toEqual([2, 1, 0, 0]);
    expect(weekly(three, 'waiting_mean')).toEqual([2, 1, 0, 0]);
    expect(weekly(three, 'open_cases_mean')).toEqual([1, 1, 1, 0]);
  });

  it('before the window are not counted, and a window that starts on an instant has it', () => {
    const warm = { ...three, clock: { ...three.clock, windowStart: workingDays(5) } };
    expect(weekly(warm, 'allocated')).toEqual([1, 1, 0]);
    expect(headline(warm, 'allocated')).toBe(2);
    expect(headline(warm, 'wait_mean')).toBe(12);
    expect(headline(warm, 'waiting_mean')).toBeCloseTo(1 / 3, 12);
  });
});

describe('waits', () => {
  it('have the mean and percentiles of 9, 11 and 13 (R: quantile(c(9, 11, 13), 0.9) is 12.6)', () => {
    expect(headline(three, 'wait_mean')).toBe(11);
    expect(headline(three, 'wait_p50')).toBe(11);
    expect(headline(three, 'wait_p90')).toBeCloseTo(12.6, 12);
  });

  it('are within the target up to and including it', () => {
    expect(headline(three, 'within_target')).toBeCloseTo(2 / 3, 12);
  });

  it('count families still waiting beyond the target as not within it, and leave out those not yet beyond', () => {
    // One allocated at once after 12 days; no place ever after. At the end, 20, the others have waited 28 and 20.
    const stuck = (target: number) =>
      plan({
        weeks: 4,
        pathways: [pathway({ sessions: fixed(100) })],
        waiting: [waits(-12), waits(-8), waits(0)],
        target,
      });
    expect(headline(stuck(12), 'within_target')).toBeCloseTo(1 / 3, 12);
    expect(headline(stuck(20), 'within_target')).toBeCloseTo(1 / 2, 12);
    expect(headline(stuck(28), 'within_target')).toBe(1);
  });

  it('have their longest when each week ends, 0 with nobody waiting', () => {
    const nobodyServes = plan({ weeks: 3, workers: [worker({ cap: 0 })], waiting: [waits(-9), waits(-2)] });
    expect(weekly(nobodyServes, 'longest_wait_end')).toEqual([14, 19, 24]);
    // Patience of 12: the first leaves at 3, the second at 10, the first instant of the third week.
    const impatient = { ...nobodyServes, needs: [need({ patience: fixed(12) })] };
    expect(weekly(impatient, 'longest_wait_end')).toEqual([7, 12, 0]);
    expect(weekly(impatient, 'left_list')).toEqual([1, 0, 1]);
  });
});

describe('time on the list of everyone who joined', () => {
  it('is Kaplan and Meier’s estimate in their own example (1958, JASA 53, section 2)', () => {
    // Deaths at 0.8, 3.1, 5.4, 9.2; losses at 1.0, 2.7, 7.0, 12.1: the curve is 7/8, 7/10, 21/40, 21/80 from each death on.
    const left = Float64Array.of(9.2, 0.8, 5.4, 3.1);
    const waiting = Float64Array.of(12.1, 1.0, 7.0, 2.7);
    const area =
      0.8 +
      (3.1 - 0.8) * (7 / 8) +
      (5.4 - 3.1) * (7 / 10) +
      (9.2 - 5.4) * (21 / 40) +
      (12.1 - 9.2) * (21 / 80);
    expect(meanTimeOnList(left, waiting, new Float64Array(0))).toBeCloseTo(area, 12);
  });

  it('counts who joined before the window from its start on', () => {
    // Left at 2, 5 and 9 after joining, the last seen from 4 on only; one waits at 7. At risk: 3 at 2, 3 at 5 (9 has entered), 1 at 9.
    const left = Float64Array.of(2, 5, 9);
    const area = 2 + (5 - 2) * (2 / 3) + (9 - 5) * (2 / 3) * (2 / 3);
    expect(meanTimeOnList(left, Float64Array.of(7), Float64Array.of(4))).toBeCloseTo(area, 12);
  });

  it('counts those still waiting as censored', () => {
    // Allocated after 12 days; two still waiting at 20 after 28 and 20. Curve: 1 until 12, then 2/3 until 28.
    const stuck = plan({
      weeks: 4,
      pathways: [pathway({ sessions: fixed(100) })],
      waiting: [waits(-12), waits(-8), waits(0)],
    });
    expect(headline(stuck, 'wait_all_mean')).toBeCloseTo(12 + (28 - 12) * (2 / 3), 12);
  });
});

describe('hours and places', () => {
  it('are those of the workers in post, day by day', () => {
    // Two hours a day from day 0 and four from day 7: weeks of 10, 10 + 3 x 4 = 22 and 30 hours; five sessions of one hour at 5 and 10.
    const workers = [worker({ cap: 5, hoursPerDay: 2 }), worker({ cap: 4, hoursPerDay: 4, from: 7 })];
    const waiting = Array.from({ length: 5 }, () => waits(0));
    const busy = plan({ weeks: 3, workers, pathways: [pathway({ sessions: fixed(2) })], waiting });
    expect(weekly(busy, 'direct_hours_used_share')).toEqual([0, 5 / 22, 5 / 30]);
    expect(headline(busy, 'direct_hours_used_share')).toBeCloseTo(10 / 62, 12);
    expect(weekly(busy, 'places_mean')).toEqual([5, 5 + (4 * 3) / 5, 9]);
    expect(headline(busy, 'sessions_held')).toBe(10);
  });

  it('count a change of worker once, and the family on the list until it has another', () => {
    const workers = [worker({ until: 7 }), worker({ from: 9 })];
    const change = plan({
      weeks: 4,
      workers,
      pathways: [pathway({ sessions: fixed(2) })],
      waiting: [waits(0)],
    });
    // Session at 5, given back at 7, taken on at 9, last session at 14.
    expect(headline(change, 'changes_of_worker')).toBe(1);
    expect(headline(change, 'allocated')).toBe(1);
    expect(headline(change, 'wait_mean')).toBe(0);
    expect(weekly(change, 'waiting_mean')).toEqual([0, 2 / 5, 0, 0]);
    expect(weekly(change, 'open_cases_mean')).toEqual([1, 3 / 5, 4 / 5, 0]);
    expect(headline(change, 'length_mean')).toBe(14);
    expect(weekly(change, 'places_mean')).toEqual([1, 3 / 5, 1, 1]);
  });
});
