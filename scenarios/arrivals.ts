/** Referrals of one source, and calls to the advice line, on each working day of a run. */
import { type PerWorkingDay, perWorkingDay } from '../sim/units.ts';
import { daysBetween, monthOf, type Nation, workingDaysByMonth, workingDaysPerWeek } from './calendar.ts';
import type { Scenario, Source } from './schema.ts';
import { schoolFactors, schoolHolidays } from './school-year.ts';
import { WEEKS_PER_MONTH, WEEKS_PER_YEAR } from './time-units.ts';

/** Mean referrals on a working day, before season and growth. */
export function meanPerWorkingDay(source: Source, { demand, period }: Scenario): number {
  const { weekly, share, referrals } = source;
  const perWeek = workingDaysPerWeek(period.nation);
  if (weekly) return weekly.reduce((sum, count) => sum + count, 0) / weekly.length / perWeek;
  return share === undefined
    ? onWorkingDay(referrals ?? 0, source.per, perWeek)
    : onWorkingDay(share * (demand.referralsPerYear ?? 0), 'year', perWeek);
}

/**
 * The rate on each working day. The month profile is scaled by the average number of working days in each month, so that the volume
 * of an average year stays, and school holidays so that each year's does; growth compounds daily from the start reported on, before
 * which (in a warm-up) there is none.
 */
export function ratesPerDay(
  source: Source,
  scenario: Scenario,
  workingDates: readonly string[],
): PerWorkingDay[] {
  const { start, nation } = scenario.period;
  const mean = meanPerWorkingDay(source, scenario);
  const season = seasonFactors(source.monthProfile, nation);
  const school = schoolFactorOf(source, scenario, season, workingDates);
  return workingDates.map((date) =>
    perWorkingDay(mean * season[monthOf(date)]! * school(date) * growthBy(date, start, source)),
  );
}

/** What growth has multiplied referrals by on `date`. */
export function growthBy(date: string, start: string, { growthPerYear }: Source): number {
  return (1 + growthPerYear) ** (Math.max(0, daysBetween(start, date)) / 365.25);
}

/** Calls to the advice line on each working day, all alike. */
export function callsPerDay(
  { frontDoor, period }: Scenario,
  workingDates: readonly string[],
): PerWorkingDay[] {
  const { calls, per } = frontDoor.adviceLine;
  const mean = perWorkingDay(onWorkingDay(calls, per, workingDaysPerWeek(period.nation)));
  return workingDates.map(() => mean);
}

/** So many in each year, month, week or working day, as a mean on a working day. */
function onWorkingDay(many: number, per: Source['per'], daysPerWeek: number): number {
  switch (per) {
    case 'year':
      return many / (daysPerWeek * WEEKS_PER_YEAR);
    case 'month':
      return many / (daysPerWeek * WEEKS_PER_MONTH);
    case 'week':
      return many / daysPerWeek;
    case 'working day':
      return many;
  }
}

function schoolFactorOf(
  source: Source,
  { demand, period }: Scenario,
  season: readonly number[],
  workingDates: readonly string[],
): (date: string) => number {
  if (source.holidayFactor === 1) return () => 1;
  const years = [...new Set(workingDates.map((date) => Number(date.slice(0, 4))))];
  const holidays = schoolHolidays(
    Object.values(demand.schoolHolidays),
    Math.min(...years) - 1,
    Math.max(...years),
  );
  const byDate = new Map(
    years.flatMap((year) => [...schoolFactors(year, source, holidays, season, period.nation)]),
  );
  return (date) => byDate.get(date)!;
}

function seasonFactors(profile: readonly number[] | undefined, nation: Nation): number[] {
  if (!profile) return new Array<number>(12).fill(1);
  const days = workingDaysByMonth(nation);
  const total = days.reduce((sum, count) => sum + count, 0);
  const weighted = days.reduce((sum, count, month) => sum + count * profile[month]!, 0);
  return profile.map((factor) => (factor * total) / weighted);
}
