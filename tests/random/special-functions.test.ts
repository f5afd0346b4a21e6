import { describe, expect, test } from 'vitest';
import { normalCdf, normalQuantile } from '../../sim/random/normal.ts';
import {
  betaLower,
  binomialMass,
  gammaLower,
  gammaUpper,
  lnGamma,
  poissonMass,
} from '../../sim/random/special-functions.ts';

function expectClose(actual: number, truth: number, relative: number): void {
  expect(Math.abs(actual / truth - 1)).toBeLessThan(relative);
}

describe('ln Γ', () => {
  test.each([2, 3, 5, 11, 20])('of whole %d is the factorial below it', (n) => {
    let factorial = 1;
    for (let i = 2; i < n; i++) factorial *= i;
    expect(lnGamma(n)).toBeCloseTo(Math.log(factorial), 13);
  });

  test('of 1/2 is ln sqrt(π), of 1.05 as in Abramowitz and Stegun, table 6.1', () => {
    expect(lnGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 14);
    expect(Math.exp(lnGamma(1.05))).toBeCloseTo(0.9735042656, 10);
  });

  test.each([1e-6, 0.3, 7.7, 1e4])('obeys the reflection or duplication formula at %d', (x) => {
    // Legendre: Γ(x) Γ(x + 1/2) = 2^(1 - 2x) sqrt(π) Γ(2x).
    const duplicated = (1 - 2 * x) * Math.LN2 + 0.5 * Math.log(Math.PI) + lnGamma(2 * x);
    const direct = lnGamma(x) + lnGamma(x + 0.5);
    expect(Math.abs(direct - duplicated)).toBeLessThan(1e-14 * Math.max(10, Math.abs(direct)));
  });
});

/** Sums of Poisson masses in 60-digit decimal arithmetic: share at or below k for mean m. */
const POISSON_SUMS = [
  { k: 0, m: 0.25, atOrBelow: 0.77880078307140488, above: 0.22119921692859512 },
  { k: 9, m: 4.5, atOrBelow: 0.98290726710062148, above: 0.017092732899378554 },
  { k: 14, m: 15, atOrBelow: 0.46565370894400965, above: 0.53434629105599041 },
  { k: 99, m: 100, atOrBelow: 0.48670120172085135, above: 0.5132987982791487 },
  { k: 9999, m: 10_050, atOrBelow: 0.30765755929743444, above: 0.69234244070256556 },
  { k: 98_500, m: 100_000, atOrBelow: 1.0009506686426628e-6, above: 0.99999899904933132 },
  { k: 100_000, m: 100_000, atOrBelow: 0.50084104309934008, above: 0.49915895690065987 },
];

describe('incomplete gamma', () => {
  test.each(POISSON_SUMS)(
    'of shape $k + 1 at $m is a sum of Poisson masses',
    ({ k, m, atOrBelow, above }) => {
      expectClose(gammaUpper(k + 1, m), atOrBelow, 1e-12);
      expectClose(gammaLower(k + 1, m), above, 1e-12);
    },
  );

  test('of tiny shape near 0 is x^a / Γ(a + 1)', () => {
    const x = 1e-40;
    expectClose(gammaLower(0.05, x), x ** 0.05 / 0.9735042656, 1e-9);
  });

  test('is 0 below its support', () => {
    expect(gammaLower(3, 0)).toBe(0);
    expect(gammaUpper(3, -1)).toBe(1);
  });
});

describe('masses', () => {
  test('Poisson at 3 for mean 2 is 8 e^-2 / 6', () => {
    expectClose(poissonMass(3, 2), (8 * Math.exp(-2)) / 6, 1e-14);
  });

  test('binomial at 3 of 7 with chance 0.4, and at 5 of 5', () => {
    expectClose(binomialMass(3, 4, 0.4, 0.6), 35 * 0.4 ** 3 * 0.6 ** 4, 1e-14);
    expectClose(binomialMass(5, 0, 0.4, 0.6), 0.4 ** 5, 1e-14);
  });
});

describe('incomplete beta', () => {
  test('is a binomial tail, summed in exact fractions', () => {
    // P(Binomial(12, 3/10) >= 8) and P(Binomial(1000, 1/2) >= 531).
    expectClose(betaLower(8, 5, 0.3, 0.7), 0.00948937113, 1e-12);
    expectClose(betaLower(531, 470, 0.5, 0.5), 0.026838924822505102, 1e-12);
  });

  test('is symmetric, and 0 and 1 at its ends', () => {
    expect(betaLower(2.5, 4, 0.3, 0.7) + betaLower(4, 2.5, 0.7, 0.3)).toBeCloseTo(1, 14);
    expect(betaLower(2, 3, 0, 1)).toBe(0);
    expect(betaLower(2, 3, 1, 0)).toBe(1);
  });
});

describe('standard normal', () => {
  test.each([
    // Wichura (1988), the three checks printed with AS 241.
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.26234008979841],
    // Tables.
    [0.975, 1.959963984540054],
    [0.5, 0],
  ])('quantile at %d is %d', (p, z) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(1e-15 * Math.max(1, Math.abs(z)));
  });

  test.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1.96, 0.024997895148220435],
    [-5, 2.866515718791939e-7],
    [3, 0.9986501019683699],
  ])('share at or below %d is %d', (z, share) => {
    expectClose(normalCdf(z), share, 1e-13);
  });

  test('quantile and share undo each other', () => {
    for (let z = -8; z <= 4; z += 0.25) expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, 9);
  });
});
