/** What a reader must know before relying on the figures: one sentence or two for each matter, naming the scenarios it is about. */
import { type Experiment, type Precision, type ScenarioRun, wholeService } from './experiment.ts';
import type { Repetition } from './facts.ts';
import { counted, date, listed, number, percent, plain, quoted, weeks } from './wording.ts';

export interface Warning {
  readonly kind: 'few replications' | 'stopped' | 'precision' | 'load' | 'censored' | 'warm-up' | 'changes';
  /** Names of the scenarios it is about. */
  readonly scenarios: readonly string[];
  readonly text: string;
}

/** With fewer replications a t interval is wide and its own width uncertain. Rule of thumb. */
const FEW_REPLICATIONS = 30;

export function warnings(experiment: Experiment, called: Repetition = 'replication'): readonly Warning[] {
  const { scenarios } = experiment;
  return [
    ...aboutReplications(experiment, called),
    ...about('changes', scenarios.filter(endsBeforeChanges), laterChangesWords),
    ...about('load', scenarios.filter(overloaded), loadWords),
    ...about('censored', scenarios.filter(manyLeftWaiting), censoredWords),
    ...about('warm-up', scenarios.filter(neverSettled), unsettledWords),
    ...about('warm-up', scenarios.filter(notSteady), warmUpWords),
  ];
}

function about(
  kind: Warning['kind'],
  runs: readonly ScenarioRun[],
  words: (runs: readonly ScenarioRun[]) => string,
): Warning[] {
  return runs.length === 0 ? [] : [{ kind, scenarios: runs.map(({ name }) => name), text: words(runs) }];
}

function aboutReplications(
  { replications, precision, scenarios }: Experiment,
  called: Repetition,
): Warning[] {
  const made = counted(replications, called);
  const few = `Only ${made}: intervals are wide and not dependable. Use ${FEW_REPLICATIONS} or more.`;
  return [
    ...(replications < FEW_REPLICATIONS ? about('few replications', scenarios, () => few) : []),
    ...(precision.stopped ? about('stopped', scenarios, () => stoppedWords(made, precision)) : []),
    ...(precision.mode === 'auto' && !precision.reached && !precision.stopped
      ? about(
          'precision',
          scenarios,
          () => `After ${made}, the most allowed, some intervals are still wider than asked for.`,
        )
      : []),
  ];
}

const stoppedWords = (made: string, { planned, mode }: Precision) =>
  `The run was stopped after ${made}; ${mode === 'auto' ? 'up to ' : ''}${number(planned, 0)} were planned.`;

const endsBeforeChanges = ({ changesAfter }: ScenarioRun) => changesAfter.length > 0;

function laterChangesWords(runs: readonly ScenarioRun[]): string {
  const changes = runs.flatMap(({ name, changesAfter }) =>
    changesAfter.map((change) => `${quoted(change.name)} of ${quoted(name)} (${date(change.from)})`),
  );
  return `The time reported ends before ${listed(changes)}, so that ${changes.length === 1 ? 'this change has' : 'these changes have'} no effect here. Report more weeks to see ${changes.length === 1 ? 'it' : 'them'}.`;
}

const overloaded = ({ balance }: ScenarioRun) => balance.load > 1;

function loadWords(runs: readonly ScenarioRun[]): string {
  const loads = listed(runs.map(({ name, balance }) => `${percent(balance.load, 0)} in ${quoted(name)}`));
  const end = runs.every(({ balance }) => balance.leavingPerWeek > 0)
    ? 'only families who give up waiting or escalate hold it, or it grows'
    : 'it grows for as long as this lasts, but for any families who give up waiting or escalate';
  return `More families join the list than places can take: by formula demand is ${loads} of what could be allocated. There the list has no steady state: ${end}.`;
}

/** Families left waiting, as a share of those allocated, from which the mean wait of those allocated misleads. Rule of thumb. */
const MANY_LEFT_WAITING = 0.05;

function manyLeftWaiting({ summary }: ScenarioRun): boolean {
  const { waiting_end, allocated } = wholeService(summary).headline;
  return waiting_end.mean > MANY_LEFT_WAITING * allocated.mean;
}

function censoredWords(runs: readonly ScenarioRun[]): string {
  const left = (run: ScenarioRun) => plain(wholeService(run.summary).headline.waiting_end.mean);
  const counts = listed(runs.map((run) => `${left(run)} in ${quoted(run.name)}`));
  return `Families are still waiting at the end: ${counts}. Time to allocation counts only families allocated, so it understates the wait; “Time on the list, everyone who joined” counts them all.`;
}

const neverSettled = ({ settled }: ScenarioRun) => !settled;

function unsettledWords(runs: readonly ScenarioRun[]): string {
  const names = listed(runs.map(({ name }) => quoted(name)));
  return `${names} ${runs.length === 1 ? 'does' : 'do'} not settle: after ${weeks(runs[0]!.warmUpWeeks)} from empty the list and caseload still change, so figures depend on how long the service has run. Open it from a snapshot of today, or set period.warmUpWeeks.`;
}

/** Drift worth a word: this share of the period's mean, and this many standard errors. Rules of thumb. */
const DRIFT_SHARE = 0.15;
const DRIFT_ERRORS = 4;
/** Interquartile range of a normal distribution over its standard deviation: 2 * 0.67449. */
const IQR_IN_DEVIATIONS = 1.349;

/** After a warm-up the list should have no memory of the empty start: its first and last quarter should be alike. */
function notSteady(run: ScenarioRun): boolean {
  const { mean, p25, p75 } = wholeService(run.summary).weekly.waiting_mean;
  if (run.warmUpWeeks === 0 || !run.settled || mean.length < 4) return false;
  const { first, last } = quarters(run);
  const spread = average(p75.map((high, week) => high - p25[week]!)) / IQR_IN_DEVIATIONS;
  const error = (spread * Math.SQRT2) / Math.sqrt(run.summary.replications);
  const drift = Math.abs(last - first);
  return drift > DRIFT_SHARE * average(mean) && drift > DRIFT_ERRORS * error && drift > 1;
}

function warmUpWords(runs: readonly ScenarioRun[]): string {
  const drifts = runs.map((run) => {
    const { first, last } = quarters(run);
    return `${plain(first)} to ${plain(last)} families in ${quoted(run.name)}`;
  });
  return `The list is not steady after the warm-up: from the first to the last quarter of the period it goes from ${listed(drifts)}. A longer warm-up may be needed, unless trend, season or dated changes are the reason.`;
}

/** Mean list in the first and in the last quarter of the period. */
function quarters({ summary }: ScenarioRun): { first: number; last: number } {
  const { mean } = wholeService(summary).weekly.waiting_mean;
  const quarter = Math.floor(mean.length / 4);
  return { first: average(mean.slice(0, quarter)), last: average(mean.slice(-quarter)) };
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
