/** Time to allocation, read from the histogram of waits that a summary keeps. */
import { WAIT_BINS, waitBinFrom } from '../sim/measures/wait-bins.ts';
import { type ScenarioRun, serviceCounted, wholeService } from './experiment.ts';
import type { Counted } from './wording.ts';

/** Waits worth a row of the table, in working days. */
const ROUND_WAITS = [1, 5, 10, 15, 20, 30, 40, 60, 80, 100, 130, 160, 200, 260, 390, 520];
/** Charts stop where this share has been allocated: the few longest waits would squeeze the rest. */
const SHOWN = 0.99;

/** Share of the families (or children) allocated that had waited at most `days`; even within a bin. NaN when none was allocated. */
export const allocatedWithin = (run: ScenarioRun, days: number, counted: Counted = 'families'): number =>
  shareWithin(waits(run, counted), days);

/** The same of any histogram of waits. */
export function shareWithin(counts: readonly number[], days: number): number {
  let all = 0;
  let within = 0;
  counts.forEach((count, bin) => {
    const part = (days - waitBinFrom(bin)) / (binUntil(bin) - waitBinFrom(bin));
    all += count;
    within += count * Math.min(1, Math.max(0, part));
  });
  return within / all;
}

/** Right end of the chart in working days: nearly everyone in every scenario, and the target with some room. */
export function longestToShow(runs: readonly ScenarioRun[]): number {
  return Math.ceil(Math.max(...runs.map((run) => longestOf(waits(run), run.targetDays))));
}

/** Of one histogram of waits: nearly everyone, and the target with some room. */
export const longestOf = (counts: readonly number[], targetDays: number): number =>
  Math.max(targetDays * 1.5, nearlyAllWithin(counts));

function nearlyAllWithin(counts: readonly number[]): number {
  let above = (1 - SHOWN) * counts.reduce((sum, count) => sum + count, 0);
  let bin = counts.length;
  while (bin > 0 && above >= 0) above -= counts[--bin]!;
  return binUntil(Math.min(bin, WAIT_BINS - 2));
}

const waits = (run: ScenarioRun, counted: Counted = 'families') =>
  (serviceCounted(run.summary, counted) ?? wholeService(run.summary)).waits;

/** The last bin has no end. */
const binUntil = (bin: number) => (bin === WAIT_BINS - 1 ? Number.POSITIVE_INFINITY : waitBinFrom(bin + 1));

/** Rows of the table: round waits up to the end of the chart, and the targets. */
export function waitsToTell(runs: readonly ScenarioRun[], longest = longestToShow(runs)): readonly number[] {
  const told = new Set([
    ...ROUND_WAITS.filter((days) => days <= longest),
    ...runs.map(({ targetDays }) => targetDays),
  ]);
  return [...told].sort((a, b) => a - b);
}
