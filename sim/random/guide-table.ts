/**
 * Inversion of a cumulative table in constant expected time: a guide says where in the table to start looking.
 * Chen and Asau (1974), "On generating random variates from an empirical distribution", AIIE Transactions 6, 163-166.
 *
 * @param cumulative ascending shares in (0, 1]; not copied
 * @returns the first index whose share reaches `u`; `u` must not be above the last share
 */
export function guideTable(cumulative: Float64Array): (u: number) => number {
  const cells = cumulative.length;
  const start = new Int32Array(cells);
  for (let cell = 1, index = 0; cell < cells; cell++) {
    // Compared as the search below computes its cell, so that rounding can never start it too far on.
    while (index < cells - 1 && cumulative[index]! * cells < cell) index++;
    start[cell] = index;
  }
  return (u) => {
    let index = start[Math.floor(u * cells)]!;
    while (cumulative[index]! < u) index++;
    return index;
  };
}
