/** Lengths as they are met at a random moment: long ones in proportion to their length (Cox 1962, Renewal Theory, section 5.4). */
import type { Distribution } from './distribution.ts';

/** A length met at random, by inversion: `u` is uniform on (0, 1). */
export type MetAtRandom = (u: number) => number;

/** Values at the middle of equal steps of probability, and their running totals: a draw takes a value in proportion to its size. */
export function metAtRandom(length: Distribution): MetAtRandom {
  const steps = 4096;
  const values = Float64Array.from({ length: steps }, (_, step) => length.quantile((step + 0.5) / steps));
  const totals = new Float64Array(steps);
  let total = 0;
  values.forEach((value, step) => {
    total += value;
    totals[step] = total;
  });
  return (u) => {
    const target = u * total;
    let low = 0;
    let high = steps - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (totals[middle]! < target) low = middle + 1;
      else high = middle;
    }
    return values[low]!;
  };
}
