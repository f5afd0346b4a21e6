/** An experiment for a person at a terminal: the answer first, then the figures, what binds and what to be careful about. */
import type { Experiment, ScenarioRun } from '../../reports/experiment.ts';
import { period } from '../../reports/facts.ts';
import { answer, binding } from '../../reports/findings.ts';
import { warnings } from '../../reports/warnings.ts';
import { counted, INTERVAL_MEANING } from '../../reports/wording.ts';
import { type Paint, wrap } from '../terminal.ts';
import { figureTables } from './figure-tables.ts';
import { commonScale, weeklyLine } from './weekly-line.ts';

export function experimentReport(experiment: Experiment, width: number, paint: Paint): string {
  const [base] = experiment.scenarios as readonly [ScenarioRun, ...ScenarioRun[]];
  const scale = commonScale(experiment.scenarios);
  const drawn = experiment.scenarios.map((run) => ({
    run,
    text: `${weeklyLine(run, scale, width, paint)}\n${wrap(`  ${binding(run).words}`, width, '  ')}`,
  }));
  const single = experiment.differences.length === 0;
  return [
    title(experiment, base, width, paint),
    paint('bold', wrap(answer(experiment), width)),
    figureTables(experiment, width, paint),
    ...drawn.map(({ run, text }) => (single ? text : `${paint('bold', run.name)}\n${text}`)),
    ...notes(experiment, width, paint),
    paint('dim', wrap(single ? INTERVAL_MEANING : `${INTERVAL_MEANING} ${POINTS}`, width)),
  ].join('\n\n');
}

const POINTS = 'Differences of shares are in percentage points.';

function title(experiment: Experiment, base: ScenarioRun, width: number, paint: Paint): string {
  const names = experiment.scenarios.map(({ name }) => name).join(' · ');
  const how = `${period(base)}, ${counted(experiment.replications, 'replication')}, seed ${experiment.seed}`;
  return `${paint(['bold', 'underline'], wrap(names, width))}\n${paint('dim', wrap(how, width))}`;
}

function notes(experiment: Experiment, width: number, paint: Paint): string[] {
  const found = warnings(experiment);
  if (found.length === 0) return [];
  const lines = found.map(({ text }) => wrap(`! ${text}`, width, '  '));
  return [`${paint(['bold', 'yellow'], 'Take care')}\n${lines.join('\n')}`];
}
