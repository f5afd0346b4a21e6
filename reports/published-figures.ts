/**
 * A simulated preset beside what its service has published. Most inflows were derived from the published list, cases or places
 * (`preset.inflow`), so agreement says that published figures and model hold together, not that the model predicts; the wait is set by
 * none of them.
 *
 * A simulated mean agrees with a published figure, or range, when it lies no further from it than the sum of
 * - half its own 95% interval: chance in the simulation;
 * - the rounding of the source: half of the last unit the figure is given in (`within` of the preset, else `roundingOf`). A flow worked
 *   out by Little's law carries the rounding of open families and of length; a flow that is stated carries, besides its own, that of
 *   the length which the simulation was given.
 * There is no further allowance. A difference is explained only where the preset names a contradiction in the sources about that very figure.
 */
import type { ComparedFigure, Preset, PublishedFigures } from '../scenarios/presets/preset.ts';
import type { MeasureKey } from '../sim/measures/measures.ts';
import type { Estimate, GroupSummary, Summary } from '../sim/measures/summary.ts';
import { type Experiment, wholeService } from './experiment.ts';
import { number, scaled } from './wording.ts';

/** The run that every preset is given. */
export const CHECK_RUN = { replications: 30, weeks: 104, seed: 1 } as const;

/** 365.25 / 7. */
const WEEKS_PER_YEAR = 52.18;

/** A published figure with how far its rounding lets go of it at either end. */
export interface PublishedRange {
  readonly least: number;
  readonly most: number;
  readonly below: number;
  readonly above: number;
}

export interface ComparedRow {
  readonly figure: ComparedFigure;
  /** `null`: of the whole service. */
  readonly pathway: string | null;
  readonly unit: string;
  readonly simulated: Estimate;
  readonly published: PublishedRange;
  readonly agrees: boolean;
  /** Contradictions about this very figure, where it differs. */
  readonly explainedBy: readonly string[];
}

/** Only figures that the source gives are compared. */
export function compareWithPublished(
  { published, contradictions }: Pick<Preset, 'published' | 'contradictions'>,
  experiment: Experiment,
): ComparedRow[] {
  const [run] = experiment.scenarios;
  if (!run) throw new Error('An experiment has at least one scenario.');
  const { byPathway = {}, ...ofService } = published;
  const parts: [string | null, PublishedFigures][] = [[null, ofService], ...Object.entries(byPathway)];
  return parts.flatMap(([pathway, figures]) =>
    candidates(figures, simulatedOf(run.summary, pathway, run.dates.length)).flatMap(
      ({ range, simulated, figure, unit }) => {
        if (range === undefined) return [];
        const holds = agrees(simulated, range);
        const about = contradictions.filter((contradiction) => contradiction.figures?.includes(figure));
        const explainedBy = holds ? [] : about.map(({ id }) => id);
        return [{ figure, pathway, unit, simulated, published: range, agrees: holds, explainedBy }];
      },
    ),
  );
}

interface Simulated {
  readonly open: Estimate;
  readonly openChildren: Estimate;
  readonly waiting: Estimate;
  readonly wait: Estimate;
  readonly allocatedPerYear: Estimate;
  readonly referralsPerYear: Estimate;
}

function candidates(published: PublishedFigures, simulated: Simulated) {
  return [
    candidate('open families', 'families', simulated.open, asRange(published.openFamilies)),
    candidate('open children', 'children', simulated.openChildren, asRange(published.openChildren)),
    candidate('families waiting', 'families', simulated.waiting, asRange(published.waiting)),
    candidate('time to allocation', 'working days', simulated.wait, rounded(published.waitWorkingDays)),
    candidate('allocated a year', 'families', simulated.allocatedPerYear, throughput(published)),
    candidate(
      'referrals a year',
      'referrals',
      simulated.referralsPerYear,
      rounded(published.referralsPerYear),
    ),
  ];
}

const candidate = (
  figure: ComparedFigure,
  unit: string,
  simulated: Estimate,
  range: PublishedRange | undefined,
) => ({ figure, unit, simulated, range });

function simulatedOf(summary: Summary, pathway: string | null, weeks: number): Simulated {
  const group = pathway === null ? wholeService(summary) : partOf(summary, pathway, 'families');
  const inChildren = partOf(summary, pathway, 'children');
  const { waiting_mean, wait_mean, referrals, rereferred } = group.headline;
  const yearly = (total: Estimate) => scaled(total, WEEKS_PER_YEAR / weeks);
  return {
    open: openIn(group),
    openChildren: openIn(inChildren),
    waiting: waiting_mean,
    wait: wait_mean,
    allocatedPerYear: yearly(takenUp(summary, group)),
    // A service that counts its referrals counts those who come back with the rest.
    referralsPerYear: yearly(sum([referrals, rereferred])),
  };
}

function partOf(
  { groups }: Summary,
  pathway: string | null,
  counted: GroupSummary['group']['counted'],
): GroupSummary {
  const kind = pathway === null ? 'service' : 'pathway';
  const found = groups.find(
    ({ group }) =>
      group.kind === kind && group.counted === counted && (pathway === null || group.name === pathway),
  );
  if (!found) throw new Error(`The summary has no ${kind} ${pathway ?? ''} in ${counted}.`);
  return found;
}

/** With workers, with partners and in courses. */
function openIn({ group, headline }: GroupSummary): Estimate {
  const keys: readonly MeasureKey[] =
    group.kind === 'service'
      ? ['open_cases_mean', 'partner_held_mean', 'in_groups_mean']
      : ['open_cases_mean'];
  return sum(keys.map((key) => headline[key]));
}

/** Families allocated a worker, begun on a course or taken by a partner; the whole service counts only the first, its pathways all. */
function takenUp({ groups }: Summary, part: GroupSummary): Estimate {
  if (part.group.kind !== 'service') return part.headline.allocated;
  const pathways = groups.filter(({ group }) => group.kind === 'pathway' && group.counted === 'families');
  return sum((pathways.length > 0 ? pathways : [part]).map(({ headline }) => headline.allocated));
}

/**
 * By Little's law (1961), the open families divided by how long each stays, where both are published; else as stated.
 * Presets write the former down too, for a reader.
 */
function throughput({
  throughputPerYear,
  openFamilies,
  lengthWeeks,
}: PublishedFigures): PublishedRange | undefined {
  const [open, length, stated] = [asRange(openFamilies), rounded(lengthWeeks), rounded(throughputPerYear)];
  if (open && length && length.least > length.below) {
    const least = (open.least * WEEKS_PER_YEAR) / length.most;
    const most = (open.most * WEEKS_PER_YEAR) / length.least;
    return {
      least,
      most,
      below: least - ((open.least - open.below) * WEEKS_PER_YEAR) / (length.most + length.above),
      above: ((open.most + open.above) * WEEKS_PER_YEAR) / (length.least - length.below) - most,
    };
  }
  if (!stated || !length) return stated;
  return {
    ...stated,
    below: stated.below + (stated.least * length.above) / length.most,
    above: stated.above + (stated.most * length.below) / length.least,
  };
}

export function agrees(simulated: Estimate, { least, most, below, above }: PublishedRange): boolean {
  const half = (simulated.hi - simulated.lo) / 2;
  return simulated.mean >= least - below - half && simulated.mean <= most + above + half;
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

function asRange(figure: PublishedFigures['openFamilies']): PublishedRange | undefined {
  if (!figure) return undefined;
  const { value, between: [least, most] = [value, value], within } = figure;
  return rounded({ least, most, ...(within === undefined ? {} : { within }) });
}

function rounded(
  range: { least: number; most: number; within?: number | undefined } | undefined,
): PublishedRange | undefined {
  if (!range) return undefined;
  const { least, most, within } = range;
  return { least, most, below: within ?? roundingOf(least), above: within ?? roundingOf(most) };
}

/** Half-intervals added up are never too narrow for a sum. */
function sum(estimates: readonly Estimate[]): Estimate {
  const total = (of: (estimate: Estimate) => number) =>
    estimates.reduce((found, estimate) => found + of(estimate), 0);
  return {
    mean: total(({ mean }) => mean),
    se: total(({ se }) => se),
    lo: total(({ lo }) => lo),
    hi: total(({ hi }) => hi),
    count: Math.min(...estimates.map(({ count }) => count)),
  };
}

/** "520", "13 to 26". */
export function publishedInWords({ least, most }: PublishedRange): string {
  const shown = (value: number) => number(value, value < 100 ? 1 : 0, 0);
  return least === most ? shown(least) : `${shown(least)} to ${shown(most)}`;
}
