import type { Distribution } from './distribution.ts';

/**
 * A draw given that it lies above `x`: inversion of what is left of the distribution there, `u` uniform on (0, 1).
 * `x` itself where rounding leaves nothing.
 */
export function drawBeyond({ cdf, quantile }: Distribution, x: number, u: number): number {
  const passed = cdf(x);
  const share = passed + u * (1 - passed);
  return share < 1 ? Math.max(x, quantile(share)) : x;
}
