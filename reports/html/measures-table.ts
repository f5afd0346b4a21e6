/** Tables of measures: a row each, a column for each scenario, and beneath a changed figure its difference from the base. */
import type { MeasureKey } from '../../sim/measures/measures.ts';
import type { Difference, Estimate } from '../../sim/measures/summary.ts';
import { differenceIn, type Experiment, figuresOf, wholeService } from '../experiment.ts';
import { verdict } from '../verdict.ts';
import {
  type Counted,
  decimalsFor,
  differenceWithInterval,
  label,
  percent,
  scaled,
  unitOf,
  withInterval,
} from '../wording.ts';
import { html, type Markup } from './markup.ts';
import { type Cell, table } from './table.ts';

interface MeasuresTable {
  readonly id: string;
  readonly caption: string;
  readonly experiment: Experiment;
  readonly keys: readonly MeasureKey[];
  readonly counted?: Counted;
  /** Says under each figure what share of this measure it is. */
  readonly shareOf?: MeasureKey | undefined;
  /** Said by the caption, and so by no row. */
  readonly unitSaid?: string;
  /** Says under each figure after the base how it differs. */
  readonly differences?: boolean;
}

export function measuresTable(given: MeasuresTable): Markup {
  const { id, caption, experiment, keys } = given;
  return table({
    id,
    caption: `${caption}: mean over replications (95% interval)`,
    head: ['Measure', ...experiment.scenarios.map(({ name }) => name)],
    rows: keys.flatMap((key) => rowsOf(key, given)),
    cells: 'figures',
  });
}

/** A length is said in working days and again in weeks, as plans are. */
function rowsOf(key: MeasureKey, given: MeasuresTable): Cell[][] {
  const { experiment, counted = 'families' } = given;
  const found = headlines(experiment, counted).map((headline) => headline[key]);
  const unit = unitOf(key, counted);
  const figures = [
    given.unitSaid === unit ? label(key, counted) : rowLabel(key, counted),
    ...sameDecimals(found, unit).map((said, i) => cell(said, i, key, given)),
  ];
  if (key !== 'length_mean') return [figures];
  const inWeeks = found.map((estimate, i) => scaled(estimate, 1 / experiment.scenarios[i]!.daysPerWeek));
  return [figures, [html`<span class="again">the same in weeks</span>`, ...sameDecimals(inWeeks, 'weeks')]];
}

function headlines({ scenarios }: Experiment, counted: Counted): Difference[] {
  return scenarios.map(({ summary }) => figuresOf(summary, { ...wholeService(summary).group, counted })!);
}

function cell(said: string, index: number, key: MeasureKey, given: MeasuresTable): Cell {
  const { experiment, counted = 'families', shareOf, differences = false } = given;
  const headline = headlines(experiment, counted)[index]!;
  const share =
    shareOf === undefined || shareOf === key
      ? null
      : html` <span class="unit beside">${percent(headline[key].mean / headline[shareOf].mean)}</span>`;
  const against = experiment.differences[index - 1];
  if (!differences || against === undefined) return html`${said}${share}`;
  const group = { ...wholeService(experiment.scenarios[index]!.summary).group, counted };
  return html`${said}${share} ${differenceLine(key, differenceIn(against, group)?.[key], counted)}`;
}

/** "−23.0 (−30.2 to −16.0), better", or that there is no clear difference. */
export function differenceLine(
  key: MeasureKey,
  difference: Estimate | undefined,
  counted: Counted = 'families',
): Markup | null {
  if (difference === undefined || Number.isNaN(difference.mean)) return null;
  const { words, clear, forFamilies } = verdict(key, difference);
  const said = clear
    ? `${unbroken(differenceWithInterval(difference, unitOf(key, counted)))}${forFamilies === null ? '' : `, ${forFamilies}`}`
    : words;
  return html`<span class="verdict ${forFamilies ?? 'neutral'}">${said}</span>`;
}

/** Figures of one row side by side, each with the decimals of the largest. */
export function sameDecimals(estimates: readonly Estimate[], unit: string): string[] {
  const decimals = Math.min(...estimates.map(({ mean }) => decimalsFor(mean, unit)));
  return estimates.map((estimate) => unbroken(withInterval(estimate, unit, decimals)));
}

/** A line may break before the interval, not inside it. */
export const unbroken = (said: string) => said.replace(/\(.*\)/, (range) => range.replaceAll(' ', '\u00A0'));

/** Units that the caption says (what is counted), or the figures ("%", "£"). */
const UNITS_SAID = ['share', 'pounds', 'families', 'children'];

/** The unit is left out where it is said already. */
export function rowLabel(
  key: MeasureKey,
  counted: Counted = 'families',
  unit = unitOf(key, counted),
): Markup {
  const said = UNITS_SAID.includes(unit) || label(key, counted).toLowerCase().includes(unit);
  return html`${label(key, counted)}${said ? null : html` <span class="unit">${unit}</span>`}`;
}
