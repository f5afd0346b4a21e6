import { describe, expect, it } from 'vitest';
import { callsPerDay, ratesPerDay } from '../../scenarios/arrivals.ts';
import { addDays } from '../../scenarios/calendar.ts';
import { check } from '../../scenarios/check.ts';
import { schoolHolidays, usualHolidays } from '../../scenarios/school-year.ts';
import { smallWith } from './sample-scenario.ts';

/** Every Monday to Friday of 2027; without bank holidays there are 261. */
const WEEKDAYS = Array.from({ length: 365 }, (_, day) => addDays('2027-01-01', day)).filter((date) => {
  const weekday = new Date(date).getUTCDay();
  return weekday > 0 && weekday < 6;
});

/** Referrals on each weekday of 2027, relative to those without the terms given. */
function relative(source: object, schoolHolidays: object = {}): Map<string, number> {
  const rates = (terms: object, holidays: object) => {
    const scenario = check(
      smallWith({
        period: { nation: 'none' },
        demand: { sources: { everyone: terms }, schoolHolidays: holidays },
      }),
    );
    return ratesPerDay(scenario.demand.sources.everyone!, scenario, WEEKDAYS);
  };
  const plain = rates({}, {});
  return new Map(rates(source, schoolHolidays).map((rate, i) => [WEEKDAYS[i]!, rate / plain[i]!]));
}

describe('school holidays', () => {
  /** 71 weekdays of 2027, which leaves 190 as schools have; one elsewhere, so that the usual ones do not come on top. */
  const given = {
    long: { from: '2027-01-04', to: '2027-04-12' },
    next: { from: '2028-02-01', to: '2028-02-01' },
  };

  it('give the multipliers worked out by hand: 1.260 in 38 weeks of term, 0.302 in holidays', () => {
    const factors = relative({ holidayFactor: 0.24 }, given);
    expect(factors.get('2027-05-04')).toBeCloseTo(261 / (190 + 71 * 0.24), 12);
    expect(factors.get('2027-05-04')).toBeCloseTo(1.26, 2);
    expect(factors.get('2027-04-12')).toBeCloseTo(0.302, 2);
    expect(factors.get('2027-04-13')).toBe(factors.get('2027-05-04'));
  });

  it('keep the volume of a year', () => {
    const factors = [...relative({ holidayFactor: 0.1, septemberRebound: 0.3 }).values()];
    expect(factors.reduce((sum, factor) => sum + factor, 0)).toBeCloseTo(261, 9);
  });

  it('change nothing where they are like term, to the last bit', () => {
    expect([...relative({}, given).values()].every((factor) => factor === 1)).toBe(true);
  });

  it('send what is missing in the summer to the six weeks after it', () => {
    // Six weeks of summer and six after it, so that each day of these gains 0.3 x (1 - 0.24) of a day in term.
    const factors = relative({ holidayFactor: 0.24, septemberRebound: 0.3 });
    const term = factors.get('2027-07-01')!;
    const { to } = usualHolidays(2026).at(-1)!;
    expect(to).toBe('2027-09-03');
    expect(factors.get('2027-09-06')! / term).toBeCloseTo(1.228, 12);
    expect(factors.get('2027-10-15')! / term).toBeCloseTo(1.228, 12);
    expect(factors.get('2027-10-18')).toBe(term);
    expect(factors.get('2027-08-02')! / term).toBeCloseTo(0.24, 12);
  });

  it('are by default the dates usual in England, here of 2025/26, with a summer of six weeks', () => {
    expect(usualHolidays(2025)).toEqual([
      { from: '2025-10-27', to: '2025-10-31' },
      { from: '2025-12-22', to: '2026-01-02' },
      { from: '2026-02-16', to: '2026-02-20' },
      { from: '2026-03-30', to: '2026-04-10' },
      { from: '2026-05-25', to: '2026-05-29' },
      { from: '2026-07-27', to: '2026-09-04' },
    ]);
  });

  it.each([
    ['2024-03-31', 2023],
    ['2025-04-20', 2024],
    ['2038-04-25', 2037],
    ['2049-04-18', 2048],
  ])('have Easter Sunday %s between their two weeks', (easter, schoolYear) => {
    expect(usualHolidays(schoolYear)[3]).toEqual({ from: addDays(easter, -6), to: addDays(easter, 5) });
  });

  it('are those given in a school year that has any, and the usual ones in others', () => {
    const own = { from: '2026-10-19', to: '2026-10-30' };
    const all = schoolHolidays([own], 2026, 2027);
    expect(all.filter(({ from }) => from >= '2026-09-01' && from < '2027-09-01')).toEqual([own]);
    expect(all).toEqual(expect.arrayContaining([...usualHolidays(2025), ...usualHolidays(2027)]));
  });
});

describe('volumes', () => {
  it('by share of a total are those by number', () => {
    const shared = check(
      smallWith({
        demand: {
          referralsPerYear: 500,
          sources: {
            everyone: { referrals: null, share: 0.43 },
            others: { share: 0.57, needs: { ordinary: 1 } },
          },
        },
      }),
    );
    const counted = check(smallWith({ demand: { sources: { everyone: { referrals: 215 } } } }));
    const days = WEEKDAYS.slice(0, 3);
    const expected = ratesPerDay(counted.demand.sources.everyone!, counted, days);
    expect(ratesPerDay(shared.demand.sources.everyone!, shared, days)).toEqual(expected);
  });

  it('of calls to the advice line are alike on every working day', () => {
    const scenario = check(
      smallWith({
        period: { nation: 'none' },
        frontDoor: { adviceLine: { calls: 950, needs: { ordinary: 1 } } },
      }),
    );
    const [first, ...others] = callsPerDay(scenario, WEEKDAYS);
    expect(first).toBeCloseTo((950 / 365.25) * (7 / 5), 12);
    expect(new Set(others)).toEqual(new Set([first]));
  });
});
