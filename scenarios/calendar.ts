/**
 * Dates and the working-day clock. The only file that knows a calendar.
 *
 * Days are ISO dates. A working day is Monday to Friday less the nation's bank holidays, substitute days included.
 */
import Holidays from 'date-holidays';
import type { Scenario } from './schema.ts';

export type Nation = Scenario['period']['nation'];

/** Regions as the library of holidays names them. */
const REGIONS = { england: 'ENG', wales: 'WLS', scotland: 'SCT', 'northern ireland': 'NIR' } as const;
const DAY_MS = 86_400_000;
/**
 * Single holidays that the library does not know. Scotland, 15 June 2026: royal proclamation for the World Cup
 * (Scottish Government, 5 February 2026).
 */
const PROCLAIMED: Readonly<Partial<Record<Nation, readonly string[]>>> = { scotland: ['2026-06-15'] };
/** 1970-01-05, a Monday, in days since 1970-01-01. */
const A_MONDAY = 4;
/** A cycle of 28 years holds each date on each weekday equally often; this one has no one-off holiday announced. */
const CYCLE = { from: 2027, to: 2054 } as const;
/** Years before and after a run's first day that its calendar knows: more than any warm-up, wait or run. */
const YEARS = { before: 11, after: 32 } as const;

export interface Calendar {
  /** Working days from the clock's start up to the morning of `date`; below 0 for a date before it. */
  toClock(date: string): number;
  /** The working day that clock time `clock` falls in: [n, n + 1) is the nth working day, counted from 0. */
  toDate(clock: number): string;
}

/** The calendar of a run whose clock starts (is 0) on the morning of `start`. */
export function createCalendar(nation: Nation, start: string): Calendar {
  const first = dayNumber(start);
  const year = Number(start.slice(0, 4));
  const holidays = weekdayHolidays(nation, year - YEARS.before, year + YEARS.after);
  const workingBefore = (day: number) => weekdaysBefore(day) - countBelow(holidays, day);
  const atStart = workingBefore(first);
  return {
    toClock: (date) => workingBefore(dayNumber(date)) - atStart,
    toDate: (clock) => {
      const wanted = atStart + Math.floor(clock);
      let low = first - YEARS.before * 366;
      let high = first + YEARS.after * 366;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (workingBefore(middle + 1) > wanted) high = middle;
        else low = middle + 1;
      }
      return isoDate(low);
    },
  };
}

/** `days` calendar days after `date`. */
export function addDays(date: string, days: number): string {
  return isoDate(dayNumber(date) + days);
}

/** Calendar days from `from` to `to`. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Average working days in a week: 5 less the bank holidays that fall on weekdays. */
export function workingDaysPerWeek(nation: Nation): number {
  const years = CYCLE.to - CYCLE.from + 1;
  const holidays = weekdayHolidays(nation, CYCLE.from, CYCLE.to).length / years;
  return 5 - (holidays * 7) / 365.25;
}

/** Average working days in each month from January to December. */
export function workingDaysByMonth(nation: Nation): number[] {
  const holidays = weekdayHolidays(nation, CYCLE.from, CYCLE.to);
  const years = CYCLE.to - CYCLE.from + 1;
  const firstOf = (month: number) => Date.UTC(CYCLE.from, month, 1) / DAY_MS;
  const workingBefore = (day: number) => weekdaysBefore(day) - countBelow(holidays, day);
  return Array.from({ length: 12 }, (_, january) => {
    const months = Array.from({ length: years }, (_, year) => year * 12 + january);
    const days = months.map((month) => workingBefore(firstOf(month + 1)) - workingBefore(firstOf(month)));
    return days.reduce((sum, count) => sum + count, 0) / years;
  });
}

/** 0 for January. */
export function monthOf(date: string): number {
  return Number(date.slice(5, 7)) - 1;
}

/** Days since 1970-01-01 of the bank holidays on Monday to Friday, ascending. */
function weekdayHolidays(nation: Nation, from: number, to: number): number[] {
  if (nation === 'none') return [];
  return Array.from({ length: to - from + 1 }, (_, i) => holidaysIn(nation, from + i)).flat();
}

/** The rules are slow to evaluate and give the same answer each time. */
const known = new Map<string, readonly number[]>();

function holidaysIn(nation: keyof typeof REGIONS, year: number): readonly number[] {
  const key = `${nation} ${year}`;
  const days = known.get(key) ?? evaluated(nation, year);
  known.set(key, days);
  return days;
}

function evaluated(nation: keyof typeof REGIONS, year: number): readonly number[] {
  const holidays = new Holidays('GB', REGIONS[nation]).getHolidays(year);
  const dates = holidays
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ date }) => date.slice(0, 10));
  const proclaimed = (PROCLAIMED[nation] ?? []).filter((date) => date.startsWith(String(year)));
  const days = [...dates, ...proclaimed].map(dayNumber).filter(isWeekday);
  return [...new Set(days)].sort((a, b) => a - b);
}

/** Mondays to Fridays in [1970-01-05, day). */
function weekdaysBefore(day: number): number {
  const days = day - A_MONDAY;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(5, days - weeks * 7);
}

const isWeekday = (day: number) => weekdaysBefore(day + 1) > weekdaysBefore(day);

/** How many of the ascending `values` are below `limit`. */
function countBelow(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const isoDate = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
