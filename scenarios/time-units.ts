/** The units in which a scenario may say a time, and what they are worth in working days. */
export const TIME_UNITS = ['hours', 'working days', 'weeks', 'months'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** A month is a twelfth of 365.25 days, in weeks: 365.25 / 12 / 7. */
export const WEEKS_PER_MONTH = 365.25 / 12 / 7;
/** Weeks in an average year of the Gregorian calendar's four-year cycle. */
export const WEEKS_PER_YEAR = 365.25 / 7;
/** Hours in a full-time working day: 37 a week, the norm of the National Joint Council for local government, over five days. */
const HOURS_PER_WORKING_DAY = 37 / 5;

/**
 * Working days in one of `unit`. `perWeek` is the average number of working days a week: 5 without bank holidays, a little less
 * with them. A week is elapsed time, so that it is worth `perWeek` working days.
 */
export function workingDaysIn(unit: TimeUnit, perWeek: number): number {
  switch (unit) {
    case 'hours':
      return 1 / HOURS_PER_WORKING_DAY;
    case 'working days':
      return 1;
    case 'weeks':
      return perWeek;
    case 'months':
      return WEEKS_PER_MONTH * perWeek;
  }
}
