/**
 * Bins that waits are counted in: half a working day wide up to 100, then each 0.5% wider than the one before up to
 * 5,000, then one without end. So a percentile read from the counts is within half a day or 0.5% of the true one.
 */
const EVEN_WIDTH = 0.5;
const EVEN_UNTIL = 100;
/** Lower edge of the last, open bin. */
const OPEN_FROM = 5000;
const GROWTH = 1.005;
const LN_GROWTH = Math.log(GROWTH);
const EVEN_BINS = EVEN_UNTIL / EVEN_WIDTH;
const GROWING_BINS = Math.ceil(Math.log(OPEN_FROM / EVEN_UNTIL) / LN_GROWTH);

/** Number of bins. */
export const WAIT_BINS = EVEN_BINS + GROWING_BINS + 1;

const LOWER_EDGES = Float64Array.from({ length: WAIT_BINS }, (_, bin) => {
  if (bin <= EVEN_BINS) return bin * EVEN_WIDTH;
  return bin === WAIT_BINS - 1 ? OPEN_FROM : EVEN_UNTIL * GROWTH ** (bin - EVEN_BINS);
});

/**
 * The bin that a wait in working days falls in; a wait of 0 falls in bin 0, with all below half a day.
 * @throws RangeError when the wait is negative or NaN.
 */
export function waitBin(wait: number): number {
  if (!(wait >= 0)) throw new RangeError(`a wait must be 0 working days or more, got ${wait}`);
  if (wait < EVEN_UNTIL) return Math.floor(wait / EVEN_WIDTH);
  if (wait >= OPEN_FROM) return WAIT_BINS - 1;
  const bin = EVEN_BINS + Math.floor(Math.log(wait / EVEN_UNTIL) / LN_GROWTH);
  // The logarithm can round across an edge; the edges decide.
  if (wait < LOWER_EDGES[bin]!) return bin - 1;
  return wait >= LOWER_EDGES[bin + 1]! ? bin + 1 : bin;
}

/**
 * The shortest wait, in working days, that falls in this bin.
 * @throws RangeError unless it is a whole number from 0 to WAIT_BINS - 1.
 */
export function waitBinFrom(bin: number): number {
  const edge = LOWER_EDGES[bin];
  if (edge === undefined)
    throw new RangeError(`bin must be a whole number from 0 to ${WAIT_BINS - 1}, got ${bin}`);
  return edge;
}
