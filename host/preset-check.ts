/**
 * Presets beside what their services have published. Most inflows were derived from the published list or places (`preset.inflow`), so
 * agreement says that published figures and model hold together, not that the model predicts; the wait is set by none of them.
 *
 * A simulated mean agrees with a published figure, or range, when it lies no further from it than the sum of
 * - half its own 95% interval: chance in the simulation;
 * - the rounding of the source: half a unit of the last digit it can be read to (`roundingOf`);
 * - `MODEL_TOLERANCE` of the figure: a service is counted on one day of a year that the simulation averages over.
 * What the source contradicts itself about is told beside a difference and never moves a figure or a tolerance.
 */
import { type Experiment, wholeService } from '../reports/experiment.ts';
import type { Preset } from '../scenarios/presets/preset.ts';
import type { Estimate } from '../sim/index.ts';
import { MAX_REPLICATIONS } from './precision.ts';
import { runExperiment } from './runs.ts';
import { openScenario } from './scenario-files.ts';
import type { Pool } from './workers/pool.ts';

/** The run that every preset is given. */
export const CHECK_RUN = { replications: 50, weeks: 104, seed: 1 } as const;

/** Share of the published figure. A judgement: stocks published on one day vary by about this over a year. */
export const MODEL_TOLERANCE = 0.1;

/** 365.25 / 7. */
const WEEKS_PER_YEAR = 52.18;

export interface PublishedRange {
  readonly least: number;
  readonly most: number;
  readonly source: string;
}

export type ComparedFigure = 'open families' | 'families waiting' | 'time to allocation' | 'allocated a year';

export interface ComparedRow {
  readonly figure: ComparedFigure;
  readonly unit: string;
  readonly simulated: Estimate;
  readonly published: PublishedRange;
  readonly agrees: boolean;
}

export interface PresetCheck {
  readonly preset: Preset;
  readonly rows: readonly ComparedRow[];
}

export async function checkPreset(
  preset: Preset,
  pool: Pool,
  signal: AbortSignal | undefined,
): Promise<PresetCheck> {
  const { document } = openScenario(preset.id);
  const request = { scenarios: [document], ...CHECK_RUN, maxReplications: MAX_REPLICATIONS };
  return { preset, rows: compareWithPublished(preset, await runExperiment(request, { pool, signal })) };
}

/** Only figures that the source gives are compared. */
export function compareWithPublished(
  { published }: Pick<Preset, 'published'>,
  experiment: Experiment,
): ComparedRow[] {
  const [run] = experiment.scenarios;
  if (!run) throw new Error('An experiment has at least one scenario.');
  const { headline } = wholeService(run.summary);
  const perYear = scaled(headline.allocated, WEEKS_PER_YEAR / run.dates.length);
  const candidates = [
    {
      figure: 'open families',
      unit: 'families',
      simulated: headline.open_cases_mean,
      published: asRange(published.openFamilies),
    },
    {
      figure: 'families waiting',
      unit: 'families',
      simulated: headline.waiting_mean,
      published: asRange(published.waiting),
    },
    {
      figure: 'time to allocation',
      unit: 'working days',
      simulated: headline.wait_mean,
      published: published.waitWorkingDays,
    },
    { figure: 'allocated a year', unit: 'families', simulated: perYear, published: throughput(published) },
  ] as const;
  return candidates.flatMap(({ published: range, ...row }) =>
    range ? [{ ...row, published: range, agrees: agrees(row.simulated, range) }] : [],
  );
}

/** As published; else by Little's law (1961), the open families divided by how long each stays. */
function throughput({
  throughputPerYear,
  openFamilies,
  lengthWeeks,
}: Preset['published']): PublishedRange | undefined {
  if (throughputPerYear) return throughputPerYear;
  if (!openFamilies || !lengthWeeks || lengthWeeks.least === 0) return undefined;
  return {
    least: (openFamilies.value * WEEKS_PER_YEAR) / lengthWeeks.most,
    most: (openFamilies.value * WEEKS_PER_YEAR) / lengthWeeks.least,
    source: 'published open families divided by published length (Little’s law)',
  };
}

export function agrees(
  simulated: Estimate,
  { least, most }: Pick<PublishedRange, 'least' | 'most'>,
): boolean {
  const halfInterval = (simulated.hi - simulated.lo) / 2;
  const tolerance = (bound: number) => halfInterval + roundingOf(bound) + MODEL_TOLERANCE * bound;
  return simulated.mean >= least - tolerance(least) && simulated.mean <= most + tolerance(most);
}

/**
 * Half a unit of the last digit that a published figure can be read to. Zeros at its end may be rounding, but two digits are
 * taken as meant: 444 is read to 1, 1,250 to 10, 200 to 10 and 3,000 to 100.
 */
export function roundingOf(published: number): number {
  if (published < 10) return 0.5;
  const mostUnit = 10 ** (Math.floor(Math.log10(published)) - 1);
  let unit = 1;
  while (unit < mostUnit && published % (unit * 10) === 0) unit *= 10;
  return unit / 2;
}

const asRange = (figure: { value: number; source: string } | undefined): PublishedRange | undefined =>
  figure && { least: figure.value, most: figure.value, source: figure.source };

const scaled = ({ mean, se, lo, hi, count }: Estimate, by: number): Estimate => ({
  mean: mean * by,
  se: se * by,
  lo: lo * by,
  hi: hi * by,
  count,
});
