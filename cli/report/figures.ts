/** The figures a person reads first, each as a row: what is measured, and what it came to. */
import { type ScenarioDifference, type ScenarioRun, wholeService } from '../../reports/experiment.ts';
import { verdict } from '../../reports/verdict.ts';
import { differenceWithInterval, label, unitOf, withInterval } from '../../reports/wording.ts';

type MeasureKey = Parameters<typeof label>[0];

/** Key measures, in the order a service manager asks for them. */
export const KEY_MEASURES = [
  'waiting_mean',
  'waiting_end',
  'wait_mean',
  'wait_p50',
  'wait_p90',
  'within_target',
  'allocated',
  'left_list',
  'escalated',
  'rereferred',
  'open_cases_mean',
  'slots_used_mean',
  'places_mean',
  'direct_hours_used_share',
  'sessions_slipped',
  'length_mean',
] as const satisfies readonly MeasureKey[];
export type KeyMeasure = (typeof KEY_MEASURES)[number];

/** Units that the label does not give away. */
const SAID_UNITS = ['working days', 'weeks'];

export interface FigureRow {
  readonly words: string;
  /** `null`: a line of words alone, over the rows that it is common to. */
  readonly key: KeyMeasure | null;
}

/** Rows with their words. What the labels of neighbours have in common ("Time to allocation") is said once, above them. */
export const FIGURE_ROWS: readonly FigureRow[] = KEY_MEASURES.flatMap((key, index) => {
  const subject = subjectOf(key);
  const isNeighbour = (other: KeyMeasure | undefined) => other !== undefined && subjectOf(other) === subject;
  const before = isNeighbour(KEY_MEASURES[index - 1]);
  if (!before && !isNeighbour(KEY_MEASURES[index + 1])) return [{ words: withUnit(label(key), key), key }];
  const row = { words: `  ${label(key).slice(subject.length).replace(/^, /, '')}`, key };
  return before ? [row] : [{ words: withUnit(subject, key), key: null }, row];
});

/** "Time to allocation" of "Time to allocation, mean". */
function subjectOf(key: KeyMeasure): string {
  return label(key).split(', ')[0]!;
}

function withUnit(words: string, key: KeyMeasure): string {
  const unit = unitOf(key);
  return SAID_UNITS.includes(unit) ? `${words} (${unit})` : words;
}

/** "101 (95 to 107)". */
export function runFigure(key: KeyMeasure, run: ScenarioRun): string {
  return withInterval(wholeService(run.summary).headline[key], unitOf(key));
}

/** "−23.0 (−25.4 to −20.6)", or that there is no clear difference. */
export function differenceFigure(key: KeyMeasure, { headline }: ScenarioDifference): string {
  const { clear, words } = verdict(key, headline[key]);
  return clear ? differenceWithInterval(headline[key], unitOf(key)) : words;
}
