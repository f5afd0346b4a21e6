/** When schools are shut, and how much busier or quieter that makes each working day of a year. */
import { addDays, createCalendar, monthOf, type Nation } from './calendar.ts';

export interface Holiday {
  /** First and last day, ISO dates. */
  readonly from: string;
  readonly to: string;
}

/** How school holidays change the referrals of a source. */
export interface HolidayTerms {
  /** A working day in holidays relative to one in term. */
  readonly holidayFactor: number;
  /** Share of what is missing in the summer holiday that comes in the six weeks after it. */
  readonly septemberRebound: number;
}

const REBOUND_DAYS = 42;
const MONDAY = 1;

/** The holidays that begin in calendar years `first` to `last`: those given, and the usual ones of school years in which none is given. */
export function schoolHolidays(given: readonly Holiday[], first: number, last: number): Holiday[] {
  const years = Array.from({ length: last - first + 2 }, (_, i) => first - 1 + i);
  return years.flatMap((year) => {
    const own = given.filter(({ from }) => schoolYearOf(from) === year);
    return own.length > 0 ? own : usualHolidays(year);
  });
}

/**
 * The usual English holidays of the school year that begins in September of `year`: a six-week summer, two weeks at Christmas and at
 * Easter, and three half terms of a week (Wikipedia, "English school holidays"). Councils set their own dates; a week begins here on
 * the Monday that most of them choose.
 */
export function usualHolidays(year: number): Holiday[] {
  const next = year + 1;
  return [
    weeks(lastMonday(year, 10), 1),
    weeks(mondayUpTo(`${year}-12-25`), 2),
    weeks(addDays(mondayUpTo(`${next}-02-07`), 14), 1),
    weeks(addDays(easterSunday(next), -6), 2),
    weeks(lastMonday(next, 5), 1),
    weeks(addDays(lastMonday(next, 8), -35), 6),
  ];
}

/**
 * The factor of each working day in a calendar year, by date: scaled so that the year keeps the volume it has by `season` alone (a
 * factor for each month from January).
 */
export function schoolFactors(
  year: number,
  { holidayFactor, septemberRebound }: HolidayTerms,
  holidays: readonly Holiday[],
  season: readonly number[],
  nation: Nation,
): Map<string, number> {
  const days = workingDates(year, nation);
  const volume = (dates: readonly string[]) => dates.reduce((sum, date) => sum + season[monthOf(date)]!, 0);
  const within = ({ from, to }: Holiday) => days.filter((date) => date >= from && date <= to);
  const shut = new Set(holidays.flatMap(within));
  const summer = holidays.find(({ from, to }) => from <= `${year}-08-01` && to >= `${year}-08-01`);
  const after = summer ? within({ from: addDays(summer.to, 1), to: addDays(summer.to, REBOUND_DAYS) }) : [];
  const missing = summer ? volume(within(summer)) * (1 - holidayFactor) : 0;
  const more = volume(after) > 0 ? (septemberRebound * missing) / volume(after) : 0;
  const returning = new Set(after);
  const plain = days.map((date) => (shut.has(date) ? holidayFactor : 1) + (returning.has(date) ? more : 0));
  const unscaled = days.reduce((sum, date, i) => sum + plain[i]! * season[monthOf(date)]!, 0);
  const scale = volume(days) / unscaled;
  return new Map(days.map((date, i) => [date, plain[i]! * scale]));
}

const schoolYearOf = (date: string) => Number(date.slice(0, 4)) - (monthOf(date) < 8 ? 1 : 0);

/** Monday of the first week to Friday of the last. */
const weeks = (monday: string, count: number): Holiday => ({
  from: monday,
  to: addDays(monday, 7 * count - 3),
});

/** The last Monday on or before a date. */
function mondayUpTo(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((weekday - MONDAY + 7) % 7));
}

/** `month`: 1 for January; one of 31 days. */
const lastMonday = (year: number, month: number) =>
  mondayUpTo(`${year}-${String(month).padStart(2, '0')}-31`);

/** The anonymous Gregorian computus (Meeus, Astronomical Algorithms, 2nd edition 1998, chapter 8). */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  const month = Math.floor(days / 31);
  return `${year}-0${month}-${String((days % 31) + 1).padStart(2, '0')}`;
}

function workingDates(year: number, nation: Nation): string[] {
  const calendar = createCalendar(nation, `${year}-01-01`);
  return Array.from({ length: calendar.toClock(`${year + 1}-01-01`) }, (_, day) => calendar.toDate(day));
}
