/** Durations (or other amounts) counted as they come: how many, their sum, and a histogram of them. */
import { WAIT_BINS, waitBin } from './wait-bins.ts';

export class Tally {
  count = 0;
  private sum = 0;

  clear() {
    this.count = 0;
    this.sum = 0;
  }

  /** Counts the duration so many times. */
  add(duration: number, times: number) {
    this.count += times;
    this.sum += duration * times;
  }

  /** NaN when there are none. */
  get mean(): number {
    return this.sum / this.count;
  }
}

export class BinnedTally extends Tally {
  private readonly bins = new Uint32Array(WAIT_BINS);

  override clear() {
    super.clear();
    this.bins.fill(0);
  }

  override add(duration: number, times: number) {
    super.add(duration, times);
    this.bins[waitBin(duration)]! += times;
  }

  get histogram(): Uint32Array {
    return withoutEmptyEnd(this.bins);
  }
}

/** The histogram of durations that are all known, up to the last bin that holds any. */
export function histogram(durations: Float64Array): Uint32Array {
  const bins = new Uint32Array(WAIT_BINS);
  for (const duration of durations) bins[waitBin(duration)]!++;
  return withoutEmptyEnd(bins);
}

/** A copy. Nine in ten bins are for waits longer than any there is; a thousand replications are kept at once. */
function withoutEmptyEnd(bins: Uint32Array): Uint32Array {
  let end = bins.length;
  while (end > 0 && bins[end - 1] === 0) end--;
  return bins.slice(0, end);
}
