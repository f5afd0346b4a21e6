/**
 * Percentiles by linear interpolation of order statistics: type 7 of Hyndman and Fan (1996), "Sample quantiles in
 * statistical packages", The American Statistician 50(4), 361-365; R's default.
 */

/**
 * The percentile at share `p` in [0, 1] of the first `count` values, none of them NaN; NaN when there are none.
 * Reorders them; allocates nothing.
 */
export function percentile(values: Float64Array, count: number, p: number): number {
  if (count === 0) return Number.NaN;
  const position = (count - 1) * p;
  const rank = Math.floor(position);
  select(values, count, rank);
  const below = values[rank]!;
  if (position === rank) return below;
  let above = Number.POSITIVE_INFINITY;
  for (let i = rank + 1; i < count; i++) {
    if (values[i]! < above) above = values[i]!;
  }
  return below + (position - rank) * (above - below);
}

/**
 * Moves the value of this rank (0 is the least) to its place, with none greater before it and none less after it.
 * Hoare (1961), "Algorithm 65: Find", CACM 4(7), 321-322; the pivot is the middle of three. Both scans stop at values
 * equal to the pivot, so that a sample full of ties (waits of 0) still halves.
 */
function select(values: Float64Array, count: number, rank: number): void {
  let left = 0;
  let right = count - 1;
  while (left < right) {
    const pivot = middleOfThree(values[left]!, values[(left + right) >>> 1]!, values[right]!);
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const swapped = values[i]!;
      values[i] = values[j]!;
      values[j] = swapped;
      i++;
      j--;
    }
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else return;
  }
}

function middleOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
