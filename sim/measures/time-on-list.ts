/** Mean time on the list for everyone who joined, those still waiting counted honestly. */

/**
 * Mean of the Kaplan-Meier survival curve (Kaplan & Meier 1958, JASA 53, 457-481), restricted to the longest time seen:
 * `left` holds times on the list of those who left it, `waiting` the times so far of those who have not. NaN when both are empty.
 * At equal times those who left come first. Sorts both arrays in place. Times in any one unit.
 */
export function meanTimeOnList(left: Float64Array, waiting: Float64Array): number {
  left.sort();
  waiting.sort();
  let atRisk = left.length + waiting.length;
  if (atRisk === 0) return Number.NaN;
  let mean = 0;
  let surviving = 1;
  let since = 0;
  let nextLeft = 0;
  let nextWaiting = 0;
  while (atRisk > 0) {
    const leaves = nextLeft < left.length && !(waiting[nextWaiting]! < left[nextLeft]!);
    const time = leaves ? left[nextLeft++]! : waiting[nextWaiting++]!;
    mean += surviving * (time - since);
    since = time;
    if (leaves) surviving *= 1 - 1 / atRisk;
    atRisk--;
  }
  return mean;
}
