/** The figures a person reads first, each as a row: what is measured, and what it came to. */
import {
  differenceIn,
  type Experiment,
  figuresOf,
  type ScenarioDifference,
  type ScenarioRun,
  wholeService,
} from '../../reports/experiment.ts';
import { telling } from '../../reports/topics.ts';
import { verdict } from '../../reports/verdict.ts';
import {
  type Counted,
  differenceWithInterval,
  label,
  scaled,
  unitOf,
  withInterval,
} from '../../reports/wording.ts';

type MeasureKey = Parameters<typeof label>[0];

/** Key measures, in the order a service manager asks for them. */
const KEY_MEASURES: readonly MeasureKey[] = [
  'waiting_mean',
  'waiting_end',
  'wait_mean',
  'wait_p50',
  'wait_p90',
  'within_target',
  'allocated',
  'left_list',
  'escalated',
  'escalated_after',
  'rereferred',
  'changes_of_worker',
  'open_cases_mean',
  'slots_used_mean',
  'places_mean',
  'direct_hours_used_share',
  'sessions_slipped',
  'length_mean',
  'cost_total',
  'cost_per_closure',
];

/** Told only where there is something to tell. */
const SOMETIMES: readonly MeasureKey[] = [
  'escalated_after',
  'changes_of_worker',
  'cost_total',
  'cost_per_closure',
];

/** Units that the label does not give away. */
const SAID_UNITS = ['working days', 'weeks'];

export interface FigureRow {
  readonly words: string;
  /** `null`: a line of words alone, over the rows that it is common to. */
  readonly figure: ((run: ScenarioRun) => string) | null;
  readonly difference: ((difference: ScenarioDifference) => string) | null;
}

/** Rows with their words. What the labels of neighbours have in common ("Time to allocation") is said once, above them. */
export function figureRows(experiment: Experiment, counted: Counted): FigureRow[] {
  const keys = KEY_MEASURES.filter(
    (key) => !SOMETIMES.includes(key) || telling(experiment, [key]).length > 0,
  );
  const subjectOf = (key: MeasureKey) => label(key, counted).split(', ')[0]!;
  return keys.flatMap((key, index) => {
    const subject = subjectOf(key);
    const isNeighbour = (other: MeasureKey | undefined) =>
      other !== undefined && subjectOf(other) === subject;
    const before = isNeighbour(keys[index - 1]);
    if (!before && !isNeighbour(keys[index + 1]))
      return [row(withUnit(label(key, counted), key), key, counted), ...inWeeks(key, counted)];
    const inner = row(`  ${label(key, counted).slice(subject.length).replace(/^, /, '')}`, key, counted);
    return before ? [inner] : [{ words: withUnit(subject, key), figure: null, difference: null }, inner];
  });
}

/** Pounds in a column of a terminal. */
const THOUSANDS = { key: 'cost_total', words: '£ thousand', factor: 1 / 1000 } as const;

function withUnit(words: string, key: MeasureKey): string {
  const unit = unitOf(key);
  if (key === THOUSANDS.key) return `${words} (${THOUSANDS.words})`;
  return SAID_UNITS.includes(unit) ? `${words} (${unit})` : words;
}

function row(words: string, key: MeasureKey, counted: Counted): FigureRow {
  return {
    words,
    figure: (run) => {
      const found = figuresIn(run, counted)[key];
      return key === THOUSANDS.key
        ? withInterval(scaled(found, THOUSANDS.factor), THOUSANDS.words)
        : withInterval(found, unitOf(key, counted));
    },
    difference: (difference) => differenceFigure(key, difference, counted),
  };
}

/** A length is said in weeks as well, as plans are. */
function inWeeks(key: MeasureKey, counted: Counted): FigureRow[] {
  if (key !== 'length_mean') return [];
  const figure = (run: ScenarioRun) =>
    withInterval(scaled(figuresIn(run, counted)[key], 1 / run.daysPerWeek), 'weeks');
  return [{ words: '  the same in weeks', figure, difference: null }];
}

const figuresIn = ({ summary }: ScenarioRun, counted: Counted) =>
  figuresOf(summary, { ...wholeService(summary).group, counted })!;

/** "−23.0 (−25.4 to −20.6)", or that there is no clear difference. */
function differenceFigure(key: MeasureKey, difference: ScenarioDifference, counted: Counted): string {
  const group = { ...difference.groups[0]!.group, counted };
  const found = differenceIn(difference, group)![key];
  const { clear, words } = verdict(key, found);
  if (!clear) return words;
  return key === THOUSANDS.key
    ? differenceWithInterval(scaled(found, THOUSANDS.factor), THOUSANDS.words)
    : differenceWithInterval(found, unitOf(key, counted));
}
