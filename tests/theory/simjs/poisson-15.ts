/** Poisson with mean 15 by inversion; simjs has no Poisson of its own. */
const MEAN = 15;

/** P(X <= k), far enough up that a 32-bit uniform cannot pass the end. */
const CDF = (() => {
  let term = Math.exp(-MEAN);
  let sum = term;
  const cdf = [sum];
  for (let k = 1; sum < 1 - 2 ** -34; k++) {
    term *= MEAN / k;
    sum += term;
    cdf.push(sum);
  }
  return cdf;
})();

/** `u` uniform on [0, 1), a multiple of 2^-32. */
export function poissonQuantile15(u: number): number {
  let k = 0;
  while (u > CDF[k]!) k++;
  return k;
}
