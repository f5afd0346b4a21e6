/** The weekly results of an experiment as one CSV file. */
import { WEEKLY_KEYS, type WeeklyKey } from '../sim/measures/measures.ts';
import type { GroupSummary } from '../sim/measures/summary.ts';
import { csvText } from './csv-text.ts';
import type { Experiment, ScenarioRun } from './experiment.ts';

const WEEKLY_STATISTICS = ['mean', 'p5', 'p25', 'p50', 'p75', 'p95'] as const;
const HEADER = [
  'scenario',
  'group_kind',
  'group',
  'counted',
  'week',
  'date',
  ...WEEKLY_KEYS.flatMap((key) => WEEKLY_STATISTICS.map((statistic) => `${key}_${statistic}`)),
];

/** One row for each scenario, group (service, pathway, team, locality; in families, and in children where they are drawn) and week. A value without meaning is an empty field. */
export function weeklyCsv(experiment: Experiment): string {
  const rows = experiment.scenarios.flatMap((run) =>
    run.summary.groups.flatMap((group) => run.dates.map((date, week) => weekRow(run, group, week, date))),
  );
  return csvText([HEADER, ...rows]);
}

function weekRow(run: ScenarioRun, { group, weekly }: GroupSummary, week: number, date: string) {
  const values = (key: WeeklyKey) =>
    WEEKLY_STATISTICS.map((statistic) => weekly[key][statistic][week] ?? Number.NaN);
  return [run.name, group.kind, group.name, group.counted, week + 1, date, ...WEEKLY_KEYS.flatMap(values)];
}
