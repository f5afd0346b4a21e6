/** The weekly results of an experiment as one CSV file (RFC 4180, with a byte order mark so that Excel reads UTF-8). */
import { WEEKLY_KEYS, type WeeklyKey } from '../sim/measures/measures.ts';
import type { GroupSummary } from '../sim/measures/summary.ts';
import type { Experiment, ScenarioRun } from './experiment.ts';

const BYTE_ORDER_MARK = '\uFEFF';
export const WEEKLY_STATISTICS = ['mean', 'p5', 'p25', 'p50', 'p75', 'p95'] as const;
const HEADER = [
  'scenario',
  'group_kind',
  'group',
  'week',
  'date',
  ...WEEKLY_KEYS.flatMap((key) => WEEKLY_STATISTICS.map((statistic) => `${key}_${statistic}`)),
];

/** One row for each scenario, group (service, pathway, team) and week. A value without meaning is an empty field. */
export function weeklyCsv(experiment: Experiment): string {
  const rows = experiment.scenarios.flatMap((run) =>
    run.summary.groups.flatMap((group) => run.dates.map((date, week) => weekRow(run, group, week, date))),
  );
  return BYTE_ORDER_MARK + [HEADER, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function weekRow(run: ScenarioRun, { group, weekly }: GroupSummary, week: number, date: string) {
  const values = (key: WeeklyKey) =>
    WEEKLY_STATISTICS.map((statistic) => weekly[key][statistic][week] ?? Number.NaN);
  return [run.name, group.kind, group.name, week + 1, date, ...WEEKLY_KEYS.flatMap(values)];
}

function field(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const safe = withoutFormula(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A spreadsheet runs text that starts like a formula; an apostrophe in front makes it text (OWASP, "CSV Injection"). */
const withoutFormula = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
