/** The headline table: a row for each measure, a column for each scenario, and how each differs from the base. */
import { csvText } from '../../../reports/csv-text.ts';
import { differenceIn, type Experiment, figuresOf } from '../../../reports/experiment.ts';
import { verdict } from '../../../reports/verdict.ts';
import {
  decimalsFor,
  differenceWithInterval,
  label,
  unitOf,
  withInterval,
} from '../../../reports/wording.ts';
import { MEASURES, type MeasureKey } from '../../../sim/measures/measures.ts';
import type { Group } from '../../../sim/measures/result.ts';
import type { Estimate } from '../../../sim/measures/summary.ts';

export interface HeadlineCell {
  /** "101 (95 to 107)". */
  readonly figure: string;
  /** "−23.0 (−30.2 to −16.0)"; `null` for the base and where there is none. */
  readonly difference: string | null;
  /** "fewer, better for families", "no clear difference"; `null` as above. */
  readonly words: string | null;
  readonly forFamilies: 'better' | 'worse' | null;
}

export interface HeadlineRow {
  readonly key: MeasureKey;
  readonly label: string;
  /** Empty where the label or the figures say it. */
  readonly unit: string;
  readonly meaning: string;
  readonly cells: readonly HeadlineCell[];
}

/** Measures without a figure in any scenario are left out. */
export function headlineRows(
  experiment: Experiment,
  keys: readonly MeasureKey[],
  group: Group,
): HeadlineRow[] {
  const { counted } = group;
  return keys.flatMap((key) => {
    const figures = experiment.scenarios.map(({ summary }) => figuresOf(summary, group)?.[key] ?? null);
    if (!figures.some((found) => found !== null && Number.isFinite(found.mean))) return [];
    const unit = unitOf(key, counted);
    const decimals = Math.min(...figures.map((found) => (found ? decimalsFor(found.mean, unit) : 9)));
    const saidAlready =
      ['share', 'pounds'].includes(unit) || label(key, counted).toLowerCase().includes(unit);
    return [
      {
        key,
        label: label(key, counted),
        unit: saidAlready ? '' : unit,
        meaning: MEASURES[key].meaning,
        cells: figures.map((found, at) => cell(experiment, at, key, group, found, decimals)),
      },
    ];
  });
}

function cell(
  { differences }: Experiment,
  at: number,
  key: MeasureKey,
  group: Group,
  found: Estimate | null,
  decimals: number,
): HeadlineCell {
  const unit = unitOf(key, group.counted);
  const against = differences[at - 1];
  const difference = against ? (differenceIn(against, group)?.[key] ?? null) : null;
  const figure = found === null ? 'not there' : withInterval(found, unit, decimals);
  if (difference === null || Number.isNaN(difference.mean)) {
    return { figure, difference: null, words: null, forFamilies: null };
  }
  const { words, forFamilies } = verdict(key, difference);
  return {
    figure,
    difference: `${differenceWithInterval(difference, unit)}${unit === 'share' ? ' points' : ''}`,
    words: forFamilies === null ? words : `${words}, ${forFamilies}`,
    forFamilies,
  };
}

const HEADER = [
  'group',
  'counted',
  'measure',
  'key',
  'unit',
  'scenario',
  'mean',
  'low',
  'high',
  'against',
  'difference',
  'difference_low',
  'difference_high',
  'verdict',
  'engine',
  'seed',
  'replications',
];

/** The same with every number in full and in a field of its own, one row for each measure and scenario; shares from 0 to 1. */
export function headlineCsv(experiment: Experiment, keys: readonly MeasureKey[], group: Group): string {
  const { engine, seed, replications } = experiment;
  const rows = keys.flatMap((key) =>
    experiment.scenarios.map((run, at) => {
      const against = experiment.differences[at - 1];
      const difference = against && differenceIn(against, group)?.[key];
      return [
        group.name,
        group.counted,
        label(key, group.counted),
        key,
        unitOf(key, group.counted),
        run.name,
        ...bounds(figuresOf(run.summary, group)?.[key]),
        against?.against ?? '',
        ...bounds(difference),
        difference ? verdict(key, difference).words : '',
        engine,
        seed,
        replications,
      ];
    }),
  );
  return csvText([HEADER, ...rows]);
}

const bounds = (estimate: Estimate | undefined) =>
  [estimate?.mean, estimate?.lo, estimate?.hi].map((value) => value ?? Number.NaN);
