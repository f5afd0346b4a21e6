import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  createCalendar,
  type Nation,
  workingDaysByMonth,
  workingDaysPerWeek,
} from '../../scenarios/calendar.ts';

/** Bank holidays as published at gov.uk/bank-holidays, substitute days included; month-day. */
const ENGLAND_AND_WALES = {
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
};
const PUBLISHED: Record<Exclude<Nation, 'none'>, Record<number, string>> = {
  england: ENGLAND_AND_WALES,
  wales: ENGLAND_AND_WALES,
  scotland: {
    2024: '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26',
    2025: '01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26',
    2026: '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28',
    2027: '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28',
  },
  'northern ireland': {
    2024: '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26',
    2025: '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26',
    2026: '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28',
    2027: '01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28',
  },
};
const NATIONS = ['england', 'wales', 'scotland', 'northern ireland', 'none'] as const;

const years = Object.entries(PUBLISHED).flatMap(([nation, byYear]) =>
  Object.entries(byYear).map(([year, days]) => ({ nation: nation as Nation, year, days })),
);

describe('bank holidays', () => {
  it.each(years)('of $nation in $year are those published', ({ nation, year, days }) => {
    const calendar = createCalendar(nation, `${year}-01-01`);
    const found: string[] = [];
    for (let date = `${year}-01-01`; date.startsWith(year); date = addDays(date, 1)) {
      const weekday = new Date(`${date}T12:00Z`).getUTCDay();
      const worked = calendar.toClock(addDays(date, 1)) > calendar.toClock(date);
      if (weekday === 0 || weekday === 6) expect(worked).toBe(false);
      else if (!worked) found.push(date.slice(5));
    }
    expect(found.join(' ')).toBe(days);
  });

  it('leave 253 working days in the financial year 2025/26 in England', () => {
    // 261 Mondays to Fridays from 1 April 2025 to 31 March 2026, less the eight of 2025/26.
    expect(createCalendar('england', '2025-04-01').toClock('2026-04-01')).toBe(253);
  });

  it('leave every Monday to Friday where there are none', () => {
    expect(createCalendar('none', '2025-04-01').toClock('2026-04-01')).toBe(261);
  });
});

describe('the clock', () => {
  it('counts the morning of the first day as 0 and skips a weekend and Easter', () => {
    const calendar = createCalendar('england', '2026-04-02');
    expect(calendar.toClock('2026-04-02')).toBe(0);
    expect(calendar.toClock('2026-04-03')).toBe(1);
    expect(calendar.toClock('2026-04-07')).toBe(1);
    expect(calendar.toClock('2026-04-08')).toBe(2);
    expect(calendar.toDate(1)).toBe('2026-04-07');
    expect(calendar.toDate(1.99)).toBe('2026-04-07');
  });

  it('is negative before the first day', () => {
    const calendar = createCalendar('england', '2026-04-07');
    expect(calendar.toClock('2026-04-02')).toBe(-1);
    expect(calendar.toDate(-1)).toBe('2026-04-02');
  });

  it('begins on the next working day where the first day is none', () => {
    const calendar = createCalendar('england', '2026-12-25');
    expect(calendar.toClock('2026-12-29')).toBe(0);
    expect(calendar.toDate(0)).toBe('2026-12-29');
  });

  it('gives back each working day from its date, for every nation and start', () => {
    const start = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays('2000-01-01', days));
    fc.assert(
      fc.property(
        fc.constantFrom(...NATIONS),
        start,
        fc.integer({ min: -2_000, max: 7_500 }),
        (nation, first, clock) => {
          const calendar = createCalendar(nation, first);
          const date = calendar.toDate(clock);
          expect(calendar.toClock(date)).toBe(clock);
          expect(calendar.toClock(addDays(date, 1))).toBe(clock + 1);
        },
      ),
      { seed: 20260401, numRuns: 100 },
    );
  });
});

describe('averages', () => {
  it.each([
    { nation: 'none' as const, holidays: 0 },
    { nation: 'england' as const, holidays: 8 },
    { nation: 'wales' as const, holidays: 8 },
    { nation: 'scotland' as const, holidays: 9 },
    { nation: 'northern ireland' as const, holidays: 10 },
  ])('a week in $nation is five days less $holidays holidays a year', ({ nation, holidays }) => {
    // Every holiday is kept on a weekday, by substitution where need be.
    expect(workingDaysPerWeek(nation)).toBeCloseTo(5 - (holidays * 7) / 365.25, 12);
  });

  it('December in England has two holidays, and the year adds up', () => {
    const months = workingDaysByMonth('england');
    // Over 28 years each date falls on each weekday four times: 31 days are 31 * 5/7 weekdays.
    expect(months[11]).toBeCloseTo((31 * 5) / 7 - 2, 10);
    expect(months.reduce((sum, days) => sum + days, 0)).toBeCloseTo((365.25 * 5) / 7 - 8, 10);
  });
});
