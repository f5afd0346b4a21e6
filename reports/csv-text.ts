/** Rows as CSV (RFC 4180), with a byte order mark so that Excel reads UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Numbers stay numbers, in full; one without meaning (NaN) is an empty field. */
export type CsvCell = string | number;

export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: CsvCell): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const safe = withoutFormula(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A spreadsheet runs text that starts like a formula; an apostrophe in front makes it text (OWASP, "CSV Injection"). */
const withoutFormula = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
