/** Dates as people here write them, whatever the machine's own language. */

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
    .format(Date.UTC(2026, month, 1))
    .toLowerCase(),
);

export const isIsoDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));

/** "5 April 2027", "5 Apr 2027", "05/04/2027" (day first) or "2027-04-05" as an ISO date; `null` for what is no date. */
export function isoFrom(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text);
  if (iso) return isoOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /^(\d\d?)[/.](\d\d?)[/.](\d{4})$/.exec(text);
  if (figures) return isoOf(Number(figures[3]), Number(figures[2]), Number(figures[1]));
  const words = /^(\d\d?)\s+([a-z]{3,})\.?\s+(\d{4})$/.exec(text);
  if (!words) return null;
  const month = MONTHS.findIndex((name) => name.startsWith(words[2]!));
  return month < 0 ? null : isoOf(Number(words[3]), month + 1, Number(words[1]));
}

/** `null` for 30 February. */
function isoOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
