/** Weekly counts from a column of a CSV file: one heading row, then a row for each week. */
import { CsvError, type Info, parse } from 'csv-parse/sync';
import { nearest } from '../scenarios/did-you-mean.ts';
import { shown } from '../scenarios/problem.ts';
import type { SeriesFault } from '../scenarios/weekly-series.ts';

/** More in one week than any source has. */
const MOST = 10_000;
const COUNT_IN_WORDS = `a whole number from 0 to ${MOST}`;
/** Of one file; more say nothing new. */
const MOST_FAULTS = 10;

interface Row {
  readonly record: readonly string[];
  readonly info: Info;
}

/** Columns are set apart by commas, semicolons or tabs. Every fault names the file, the column and the line. */
export function weeklyCounts(
  text: string,
  file: string,
  column: string,
): { readonly counts: readonly number[] } | { readonly faults: readonly SeriesFault[] } {
  const rows = rowsOf(text);
  if (rows instanceof CsvError) return { faults: [unreadable(rows, file)] };
  const [headings, ...weeks] = withoutBlankEnd(rows);
  const columns = (headings?.record ?? []).map((heading) => heading.trim());
  const index = columns.indexOf(column.trim());
  if (index === -1) return { faults: [noColumn(column, columns, file)] };
  if (columns.indexOf(column.trim(), index + 1) !== -1) return { faults: [twice(column, file)] };
  if (weeks.length === 0) return { faults: [noRows(file)] };
  const cells = weeks.map(({ record, info }) => ({ text: (record[index] ?? '').trim(), line: info.lines }));
  const faults = cells.filter(({ text: cell }) => !isCount(cell)).map((cell) => badCell(cell, column, file));
  if (faults.length === 0) return { counts: cells.map(({ text: cell }) => Number(cell)) };
  return { faults: faults.slice(0, MOST_FAULTS) };
}

function rowsOf(text: string): Row[] | CsvError {
  try {
    return parse(text, {
      bom: true,
      delimiter: [',', ';', '\t'],
      info: true,
      relax_column_count: true,
    }) as unknown as Row[];
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
}

/** A blank row between weeks is a fault; at the end of a file it is none. */
function withoutBlankEnd(rows: readonly Row[]): readonly Row[] {
  const last = rows.findLastIndex(({ record }) => record.some((cell) => cell.trim() !== ''));
  return rows.slice(0, last + 1);
}

const isCount = (cell: string) => /^\d+$/.test(cell) && Number(cell) <= MOST;

function badCell({ text, line }: { text: string; line: number }, column: string, file: string): SeriesFault {
  const found = text === '' ? 'empty' : shown(text);
  const message = `${file}, column "${column}", line ${line} is ${found}; write ${COUNT_IN_WORDS}`;
  return { value: text, allowed: COUNT_IN_WORDS, message };
}

function noColumn(column: string, columns: readonly string[], file: string): SeriesFault {
  const named = columns.filter((heading) => heading !== '');
  const allowed =
    named.length === 0 ? 'a file with headings in its first row' : `one of ${named.map(shown).join(', ')}`;
  const message = `${file}, line 1 has no column "${column}"${nearest(column, named)}; write ${allowed}`;
  return { value: column, allowed, message };
}

function twice(column: string, file: string): SeriesFault {
  const allowed = 'a heading that only one column has';
  const message = `${file}, line 1 has two columns "${column}"; write ${allowed}`;
  return { value: column, allowed, message };
}

function noRows(file: string): SeriesFault {
  const allowed = 'a row for each week below the headings';
  return { value: file, allowed, message: `${file} has only headings; write ${allowed}` };
}

function unreadable(error: CsvError, file: string): SeriesFault {
  const allowed = 'a CSV file';
  const line = typeof error.lines === 'number' ? `, line ${error.lines}` : '';
  return { value: file, allowed, message: `${file}${line} is no CSV: ${error.message}; write ${allowed}` };
}
