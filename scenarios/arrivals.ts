/** Referrals of one source on each working day or week of a run. */
import { perWorkingDay } from '../sim/units.ts';
import { daysBetween, monthOf, type Nation, workingDaysByMonth, workingDaysPerWeek } from './calendar.ts';
import type { Source } from './schema.ts';
import { WEEKS_PER_MONTH, WEEKS_PER_YEAR } from './time-units.ts';

/** Mean referrals on a working day, before season and growth. */
export function meanPerWorkingDay(source: Source, nation: Nation): number {
  const perWeek = workingDaysPerWeek(nation);
  if (source.weekly)
    return source.weekly.reduce((sum, count) => sum + count, 0) / source.weekly.length / perWeek;
  const referrals = source.referrals ?? 0;
  switch (source.per) {
    case 'year':
      return referrals / (perWeek * WEEKS_PER_YEAR);
    case 'month':
      return referrals / (perWeek * WEEKS_PER_MONTH);
    case 'week':
      return referrals / perWeek;
    case 'working day':
      return referrals;
  }
}

/**
 * The rate on each working day. The month profile is scaled by the average number of working days in each month, so that the volume
 * of an average year stays; growth compounds daily from `start` on, before which (in a warm-up) there is none.
 */
export function ratesPerDay(source: Source, nation: Nation, workingDates: readonly string[], start: string) {
  const mean = meanPerWorkingDay(source, nation);
  const season = seasonFactors(source.monthProfile, nation);
  return workingDates.map((date) =>
    perWorkingDay(mean * season[monthOf(date)]! * growthBy(date, start, source)),
  );
}

/** What growth has multiplied referrals by on `date`. */
export function growthBy(date: string, start: string, { growthPerYear }: Source): number {
  return (1 + growthPerYear) ** (Math.max(0, daysBetween(start, date)) / 365.25);
}

function seasonFactors(profile: readonly number[] | undefined, nation: Nation): number[] {
  if (!profile) return new Array<number>(12).fill(1);
  const days = workingDaysByMonth(nation);
  const total = days.reduce((sum, count) => sum + count, 0);
  const weighted = days.reduce((sum, count, month) => sum + count * profile[month]!, 0);
  return profile.map((factor) => (factor * total) / weighted);
}
