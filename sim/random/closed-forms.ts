/** Distributions whose quantiles are formulas. Moments: Johnson, Kotz and Balakrishnan (1994-95), "Continuous univariate distributions". */
import type { Distribution } from './distribution.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { lnGamma } from './special-functions.ts';

/** Exponential with this mean, above 0. */
export function exponentialDistribution(mean: number): Distribution {
  // 1 - u is exact for the uniforms drawn, and log is quicker than log1p.
  const draw = (u: number) => -mean * Math.log(1 - u);
  return {
    mean,
    variance: mean * mean,
    quantile: draw,
    cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-x / mean)),
    sample: draw,
  };
}

/** Lognormal with this median and cv (standard deviation over mean), both above 0: σ^2 = ln(1 + cv^2). */
export function lognormalDistribution(median: number, cv: number): Distribution {
  const sigma = Math.sqrt(Math.log1p(cv * cv));
  const mean = median * Math.sqrt(1 + cv * cv);
  const draw = (u: number) => median * Math.exp(sigma * normalQuantile(u));
  return {
    mean,
    variance: (mean * cv) ** 2,
    quantile: draw,
    cdf: (x) => (x <= 0 ? 0 : normalCdf(Math.log(x / median) / sigma)),
    sample: draw,
  };
}

/** Weibull with this shape and scale, both above 0: P(X > x) = exp(-(x / scale)^shape). */
export function weibullDistribution(shape: number, scale: number): Distribution {
  const inverseShape = 1 / shape;
  const gamma1 = Math.exp(lnGamma(1 + inverseShape));
  const gamma2 = Math.exp(lnGamma(1 + 2 * inverseShape));
  const draw = (u: number) => scale * (-Math.log1p(-u)) ** inverseShape;
  return {
    mean: scale * gamma1,
    variance: scale * scale * (gamma2 - gamma1 * gamma1),
    quantile: draw,
    cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-((x / scale) ** shape))),
    sample: draw,
  };
}

/** Triangular, with least <= mode <= most and least < most. */
export function triangularDistribution(least: number, mode: number, most: number): Distribution {
  const width = most - least;
  const left = mode - least;
  const right = most - mode;
  const shareLeft = left / width;
  const draw = (u: number) =>
    u <= shareLeft ? least + Math.sqrt(u * width * left) : most - Math.sqrt((1 - u) * width * right);
  return {
    mean: (least + mode + most) / 3,
    variance: (left * left + left * right + right * right) / 18,
    quantile: draw,
    cdf: (x) => {
      if (x <= least) return 0;
      if (x >= most) return 1;
      return x <= mode ? (x - least) ** 2 / (width * left) : 1 - (most - x) ** 2 / (width * right);
    },
    sample: draw,
  };
}
