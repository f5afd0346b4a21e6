/** The period on a line: where a day stands, which marks are shown, and which row each label has. */
import { addDays, daysBetween } from '../../../scenarios/calendar.ts';

export interface TimeScale {
  readonly start: string;
  readonly last: string;
  /** Pixels from the first to the last day. */
  readonly width: number;
}

export const placeOf = ({ start, last, width }: TimeScale, day: string): number =>
  (daysBetween(start, day) / Math.max(1, daysBetween(start, last))) * width;

/** The day at a place, kept within the days on which a change may begin. */
export function dayAt({ start, last, width }: TimeScale, place: number): string {
  const days = Math.round((place / Math.max(1, width)) * daysBetween(start, last));
  return kept({ start, last }, addDays(start, days));
}

/** A change begins after the first day and not after the last. */
export function kept({ start, last }: Pick<TimeScale, 'start' | 'last'>, day: string): string {
  const first = addDays(start, 1);
  if (day < first) return first;
  return day > last ? last : day;
}

export type Step = 'day' | 'week' | 'month';

/** A step on; a month on is the same day of the next month, or its last. */
export function stepped(day: string, step: Step, by: 1 | -1): string {
  if (step !== 'month') return addDays(day, step === 'day' ? by : 7 * by);
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + by, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(first.toISOString().slice(0, 10), Math.min(date, days) - 1);
}

export interface Mark {
  readonly day: string;
  /** Empty where there is no room for it. */
  readonly label: string;
  readonly isYear: boolean;
}

/** Pixels. */
const ROOM_FOR_MONTH = 34;
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** The first of each month; a year's first, and the period's, bear the year. */
export function marksOf({ start, last, width }: TimeScale): Mark[] {
  const firsts: string[] = [];
  let first = `${start.slice(0, 7)}-01`;
  if (first < start) first = stepped(first, 'month', 1);
  for (; first <= last; first = stepped(first, 'month', 1)) firsts.push(first);
  const each = width / Math.max(1, daysBetween(start, last) / 30.44);
  const every = [1, 2, 3, 6, 12].find((months) => each * months >= ROOM_FOR_MONTH) ?? 12;
  return firsts.map((day) => {
    const month = Number(day.slice(5, 7));
    // At the very start a label would lie over the next.
    const shows = (month - 1) % every === 0 && (day !== start || each * every >= 2 * ROOM_FOR_MONTH);
    return { day, label: shows ? MONTH.format(Date.parse(day)) : '', isYear: month === 1 };
  });
}

export interface Labelled {
  readonly name: string;
  readonly from: string;
}

/** The row of each label, so that none lies over another: the first that has room. @param widthOf pixels of a label */
export function rowsOf(
  scale: TimeScale,
  changes: readonly Labelled[],
  widthOf: (change: Labelled) => number,
): ReadonlyMap<string, number> {
  const ends: number[] = [];
  const rows = new Map<string, number>();
  for (const change of changes) {
    const width = widthOf(change);
    const begins = labelPlace(scale, change.from, width);
    const free = ends.findIndex((end) => end <= begins);
    const row = free < 0 ? ends.length : free;
    ends[row] = begins + width + GAP;
    rows.set(change.name, row);
  }
  return rows;
}
const GAP = 8;

/** Where a label begins: at its day, or as far left of it as it must to stay on the line. */
export const labelPlace = (scale: TimeScale, day: string, width: number): number =>
  Math.max(0, Math.min(placeOf(scale, day), scale.width - width));
