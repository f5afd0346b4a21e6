/** A source of referrals that replays counted weeks, and its way back to a yearly number: what it makes of a scenario's content. */
import type { Dataset, ScenarioContent } from '../../../../host/contract.ts';
import { addDays } from '../../../../scenarios/calendar.ts';
import { isGroup } from '../../../../scenarios/shape.ts';
import { WEEKS_PER_YEAR } from '../../../../scenarios/time-units.ts';
import { valueAt, withoutValue, withValue } from '../../../stores/scenario-content.ts';
import { baseOf, mergedOf } from '../../../stores/scenario-reading.ts';

/** Beside counted weeks these say nothing and may not stand: the counts have their own volume, season, growth and bunching. */
const OVERTAKEN = [
  'referrals',
  'share',
  'weeklyCsv',
  'monthProfile',
  'holidayFactor',
  'septemberRebound',
  'growthPerYear',
  'overdispersion',
];
const COLUMNS = ['Week from', 'Referrals'];

/** The counts and no more of the file: what it says of persons is not kept. */
export function datasetOf(id: string, from: string, start: string, counts: readonly number[]): Dataset {
  const rows = counts.map((count, week) => [addDays(start, 7 * week), count]);
  return { id, name: `Referrals by week from ${from}`, from, columns: COLUMNS, rows };
}

/** The counts in a dataset of the document, or `null` where it is of another kind. */
export function countsIn({ columns, rows }: Dataset): { start: string; counts: number[] } | null {
  if (columns.join() !== COLUMNS.join() || rows.length === 0) return null;
  return { start: String(rows[0]![0]), counts: rows.map((row) => Number(row[1])) };
}

/** The period becomes that of the counts: there is one for each week reported. */
export function withCounts(content: ScenarioContent, source: string, dataset: Dataset): ScenarioContent {
  const found = countsIn(dataset);
  if (found === null) return content;
  const path = `demand.sources.${source}`;
  const weekly = {
    value: found.counts,
    source: `Counted from ${dataset.from}`,
    confidence: 'stated',
  };
  const cleared = OVERTAKEN.reduce((made, key) => without(made, `${path}.${key}`), content);
  const dated = withValue(
    withValue(cleared, 'period.start', found.start),
    'period.weeks',
    found.counts.length,
  );
  return withValue(dated, `${path}.weekly`, weekly);
}

/** As what it extends has it; else as many referrals a year as the counts come to. The period stays. */
export function withYearlyNumber(content: ScenarioContent, source: string): ScenarioContent {
  const path = ['demand', 'sources', source];
  const base = baseOf(content);
  const weekly = valueAt(mergedOf(content).content, [...path, 'weekly']);
  const back = ['weekly', ...OVERTAKEN].reduce(
    (made, key) => withoutValue(made, [...path, key].join('.'), base),
    content,
  );
  const volume = valueAt(mergedOf(back).content, path);
  const isSaid = isGroup(volume) && ['referrals', 'share', 'weekly'].some((key) => volume[key] !== undefined);
  if (isSaid || !Array.isArray(weekly)) return back;
  const mean = weekly.reduce((sum, count) => sum + Number(count), 0) / weekly.length;
  return withValue(back, [...path, 'referrals'].join('.'), {
    value: Math.round(mean * WEEKS_PER_YEAR),
    source: `Mean of ${weekly.length} counted weeks`,
    confidence: 'derived',
  });
}

/** Taken out: `null` says so where the preset has it. */
function without(content: ScenarioContent, path: string): ScenarioContent {
  const base = baseOf(content);
  const left = withoutValue(content, path, base);
  return valueAt(base, path.split('.')) === undefined ? left : withValue(left, path, null);
}
