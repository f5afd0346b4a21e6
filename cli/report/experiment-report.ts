/** An experiment for a person at a terminal: the answer first, then the figures, what binds and what to be careful about. */
import type { Experiment, ScenarioRun } from '../../reports/experiment.ts';
import { explainedShortly } from '../../reports/explain.ts';
import { period } from '../../reports/facts.ts';
import { answer, binding } from '../../reports/findings.ts';
import { warnings } from '../../reports/warnings.ts';
import { type Counted, changeSentence, INTERVAL_MEANING, counted as many } from '../../reports/wording.ts';
import { type Paint, wrap } from '../terminal.ts';
import { figureTables } from './figure-tables.ts';
import { commonScale, weeklyLine } from './weekly-line.ts';

/** @param counted what the table of figures counts; sentences and the weekly line count families */
export function experimentReport(
  experiment: Experiment,
  width: number,
  paint: Paint,
  counted: Counted = 'families',
): string {
  const [base] = experiment.scenarios as readonly [ScenarioRun, ...ScenarioRun[]];
  const scale = commonScale(experiment.scenarios);
  const drawn = experiment.scenarios.map((run) => ({
    run,
    text: [
      weeklyLine(run, scale, width, paint),
      ...changeLines(run, width),
      ...[binding(run).words, ...explainedShortly(run.explanation)].map((words) =>
        wrap(`  ${words}`, width, '  '),
      ),
    ].join('\n'),
  }));
  const single = experiment.differences.length === 0;
  return [
    title(experiment, base, width, paint),
    paint('bold', wrap(answer(experiment), width)),
    `${countedTitle(counted, width, paint)}${figureTables(experiment, counted, width, paint)}`,
    ...drawn.map(({ run, text }) => (single ? text : `${paint('bold', run.name)}\n${text}`)),
    ...notes(experiment, width, paint),
    paint('dim', wrap(single ? INTERVAL_MEANING : `${INTERVAL_MEANING} ${POINTS}`, width)),
  ].join('\n\n');
}

function countedTitle(counted: Counted, width: number, paint: Paint): string {
  if (counted === 'families') return '';
  return `${paint('bold', wrap('In children: each family counts as many times as it has children', width))}\n`;
}

/** "From 1 April 2027 (“new posts”): two more full-time equivalents in North." */
function changeLines({ changes }: ScenarioRun, width: number): string[] {
  return changes.map((change) => wrap(`  ${changeSentence(change)}`, width, '  '));
}

const POINTS = 'Differences of shares are in percentage points.';

function title(experiment: Experiment, base: ScenarioRun, width: number, paint: Paint): string {
  const names = experiment.scenarios.map(({ name }) => name).join(' · ');
  const how = `${period(base)}, ${many(experiment.replications, 'replication')}, seed ${experiment.seed}`;
  return `${paint(['bold', 'underline'], wrap(names, width))}\n${paint('dim', wrap(how, width))}`;
}

function notes(experiment: Experiment, width: number, paint: Paint): string[] {
  const found = warnings(experiment);
  if (found.length === 0) return [];
  const lines = found.map(({ text }) => wrap(`! ${text}`, width, '  '));
  return [`${paint(['bold', 'yellow'], 'Take care')}\n${lines.join('\n')}`];
}
