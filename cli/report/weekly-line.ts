/** The waiting list week by week, drawn in one line. */
import sparkly from 'sparkly';
import { type ScenarioRun, wholeService } from '../../reports/experiment.ts';
import { date, families } from '../../reports/wording.ts';
import { type Paint, wrap } from '../terminal.ts';

/** More marks than this say no more. */
const MOST_MARKS = 60;

export interface Scale {
  readonly minimum: number;
  readonly maximum: number;
}

/** One scale for all scenarios, from zero, so that lines drawn below each other compare. */
export function commonScale(runs: readonly ScenarioRun[]): Scale {
  return { minimum: 0, maximum: Math.max(1, ...runs.flatMap((run) => waiting(run))) };
}

export function weeklyLine(run: ScenarioRun, scale: Scale, width: number, paint: Paint): string {
  const weekly = waiting(run);
  const weeksPerMark = Math.ceil(weekly.length / Math.min(MOST_MARKS, width - 2));
  const line = sparkly(averaged(weekly, weeksPerMark), scale);
  const [lowest, highest] = [Math.min(...weekly), Math.max(...weekly)];
  const mark = weeksPerMark === 1 ? 'one week' : `${weeksPerMark} weeks`;
  const range =
    families(lowest) === families(highest)
      ? `${families(lowest)} throughout`
      : `lowest ${extreme(run, weekly, lowest)}, highest ${extreme(run, weekly, highest)}`;
  const words = `Waiting list, weekly mean, ${mark} a mark: ${range}.`;
  return `  ${paint('cyan', line)}\n${wrap(`  ${words}`, width, '  ')}`;
}

const waiting = (run: ScenarioRun) => wholeService(run.summary).weekly.waiting_mean.mean;

function extreme(run: ScenarioRun, weekly: readonly number[], value: number): string {
  return `${families(value)} (week of ${date(run.dates[weekly.indexOf(value)]!)})`;
}

function averaged(values: readonly number[], size: number): number[] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) => {
    const part = values.slice(index * size, (index + 1) * size);
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
}
