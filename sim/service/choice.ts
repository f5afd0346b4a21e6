/** Choosing one of several by chance. */

/** Running totals of chances that sum to 1; the last is exactly 1 so that rounding can leave no gap. */
export function cumulative(chances: readonly number[]): Float64Array {
  const totals = new Float64Array(chances.length);
  let total = 0;
  let last = 0;
  chances.forEach((chance, index) => {
    total += chance;
    totals[index] = total;
    if (chance > 0) last = index;
  });
  totals.fill(1, last);
  return totals;
}

/** Index of the choice that `u`, uniform on (0, 1), falls on. */
export function chosen(totals: Float64Array, u: number): number {
  let index = 0;
  while (u >= totals[index]!) index++;
  return index;
}
