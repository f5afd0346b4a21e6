/** The facts of a run that stand beside every figure, so that a picture cut out of a report can be traced. */
import type { Experiment, ScenarioRun } from './experiment.ts';
import { counted, date, decimalsFor, number, weeks } from './wording.ts';

/** "52 weeks from 5 April 2027, after a warm-up of 26 weeks". */
export function period(run: ScenarioRun): string {
  const first = run.dates[0];
  const from = first === undefined ? '' : ` from ${date(first)}`;
  const warmUp = run.warmUpWeeks === 0 ? '' : `, after a warm-up of ${weeks(run.warmUpWeeks)}`;
  return `${weeks(run.dates.length)}${from}${warmUp}`;
}

/** What a reader knows a repetition as: the screens have runs, the command line and the written reports replications. */
export type Repetition = 'replication' | 'run';

/** "Headroom engine 1.0.0, seed 7, 200 replications; 52 weeks from 5 April 2027." */
export function runFacts(
  experiment: Experiment,
  run: ScenarioRun,
  called: Repetition = 'replication',
): string {
  const { engine, seed, replications } = experiment;
  return `Headroom engine ${engine}, seed ${seed}, ${counted(replications, called)}; ${period(run)}.`;
}

/** "19.8 families a week to allocate, 520 caseload places, each taken for 27.4 weeks": what the inputs come to, by formula, at the end of the period. */
export function inputsInShort({ balance: { joining, places, allocationsPossible } }: ScenarioRun): string {
  const said = (value: number) => number(value, decimalsFor(value, 'families'));
  const demand = `${said(joining)} families a week to allocate`;
  if (!(allocationsPossible > 0)) return demand;
  return `${demand}, ${said(places)} caseload places, each taken for ${weeks(places / allocationsPossible)}`;
}

/** What stands under a chart of one scenario. */
export function chartFacts(experiment: Experiment, run: ScenarioRun, called?: Repetition): string {
  return `${runFacts(experiment, run, called)} Inputs: ${inputsInShort(run)}.`;
}
