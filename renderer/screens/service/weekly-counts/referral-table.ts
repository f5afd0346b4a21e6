/** A table from a file, and the columns of it that weekly counts of referrals can be made from. Nothing of it leaves the window but those counts. */
import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { addDays, daysBetween } from '../../../../scenarios/calendar.ts';
import { isoFrom } from '../../../fields/date-text.ts';

/** As read: cells are text. */
export interface ReferralTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A column that holds a count for each week, or the date of each referral. */
export interface CountedColumn {
  readonly name: string;
  readonly at: number;
  readonly holds: 'counts' | 'dates';
}

export interface WeeklyCounts {
  /** The Monday of the first week; `null` where the column does not say. */
  readonly start: string | null;
  readonly counts: readonly number[];
  /** Referrals before the first whole week or after the last. */
  readonly leftOut: number;
  /** Rows without a date. */
  readonly blank: number;
}

/** More in one week than any source has: the bound of `demand.sources.*.weekly`. */
const MOST = 10_000;
const WEEK = 7;

/** @returns a sentence where the text is no table */
export function tableFrom(text: string): ReferralTable | string {
  const rows = cellsOf(text);
  if (typeof rows === 'string') return rows;
  const [columns, ...others] = rows.filter((row) => row.some((cell) => cell !== ''));
  if (!columns || others.length === 0) return 'It has no row below its headings.';
  return { columns, rows: others };
}

function cellsOf(text: string): string[][] | string {
  try {
    return parse(text, { bom: true, delimiter: [',', ';', '\t'], relax_column_count: true, trim: true });
  } catch (error) {
    if (error instanceof CsvError) return `It is not a CSV file: ${error.message}.`;
    throw error;
  }
}

/** Dates first: a column of whole numbers may hold something else than counts. */
export function countedColumns({ columns, rows }: ReferralTable): CountedColumn[] {
  const found = columns.flatMap((name, at): CountedColumn[] => {
    const cells = rows.map((row) => row[at] ?? '');
    if (cells.every(isCount)) return [{ name, at, holds: 'counts' }];
    const written = cells.filter((cell) => cell !== '');
    const isDated = written.length > 0 && written.every((cell) => dayOf(cell) !== null);
    return isDated ? [{ name, at, holds: 'dates' }] : [];
  });
  return found.toSorted((one, other) => Number(one.holds === 'counts') - Number(other.holds === 'counts'));
}

/** Dates are counted in whole weeks, Monday to Sunday: a week cut off by the export would look quiet. */
export function weeklyCounts({ rows }: ReferralTable, { at, holds }: CountedColumn): WeeklyCounts {
  const cells = rows.map((row) => row[at] ?? '');
  if (holds === 'counts') return { start: null, counts: cells.map(Number), leftOut: 0, blank: 0 };
  const days = cells.flatMap((cell) => dayOf(cell) ?? []).toSorted();
  const start = addDays(days[0]!, (WEEK - weekday(days[0]!)) % WEEK);
  const weeks = Math.max(0, Math.floor((daysBetween(start, days.at(-1)!) + 1) / WEEK));
  const counts = Array.from({ length: weeks }, () => 0);
  for (const day of days) {
    const week = Math.floor(daysBetween(start, day) / WEEK);
    if (week >= 0 && week < weeks) counts[week]!++;
  }
  const counted = counts.reduce((sum, count) => sum + count, 0);
  return { start, counts, leftOut: days.length - counted, blank: cells.length - days.length };
}

const isCount = (cell: string) => /^\d+$/.test(cell) && Number(cell) <= MOST;

/** A date with a time behind it is a date. */
const dayOf = (cell: string) => isoFrom(cell) ?? isoFrom(cell.split(/[T ]/)[0]!);

/** Days since Monday. */
const weekday = (iso: string) => (new Date(iso).getUTCDay() + 6) % WEEK;
