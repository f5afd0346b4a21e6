import { describe, expect, test } from 'vitest';
import { studentTQuantile } from '../../sim/measures/student-t.ts';

describe('Student t quantile', () => {
  // Pearson and Hartley, Biometrika Tables for Statisticians, table 12, to the digits printed.
  test.each([
    [0.975, 1, 12.706],
    [0.975, 2, 4.303],
    [0.975, 4, 2.776],
    [0.975, 10, 2.228],
    [0.975, 29, 2.045],
    [0.975, 120, 1.98],
    [0.995, 5, 4.032],
    [0.95, 10, 1.812],
    [0.75, 7, 0.711],
  ])('at %d with %d degrees of freedom is %d', (p, df, printed) => {
    expect(Math.abs(studentTQuantile(p, df) - printed)).toBeLessThanOrEqual(0.0005);
  });

  test('with 10 degrees of freedom at 0.975 is 2.228139', () => {
    expect(studentTQuantile(0.975, 10)).toBeCloseTo(2.228139, 6);
  });

  test.each([1e-9, 0.01, 0.3, 0.5, 0.500001, 0.8, 0.9999])(
    'has closed forms for 1 and 2 degrees at %d',
    (p) => {
      const cauchy = p < 0.5 ? -1 / Math.tan(Math.PI * p) : Math.tan(Math.PI * (p - 0.5));
      const two = ((2 * p - 1) * Math.SQRT1_2) / Math.sqrt(p * (1 - p));
      const tolerance = (truth: number) => 1e-10 * Math.max(1e-3, Math.abs(truth));
      expect(Math.abs(studentTQuantile(p, 1) - cauchy)).toBeLessThanOrEqual(tolerance(cauchy));
      expect(Math.abs(studentTQuantile(p, 2) - two)).toBeLessThanOrEqual(tolerance(two));
    },
  );

  test('is odd about 1/2 and nears the normal', () => {
    expect(studentTQuantile(0.025, 7)).toBeCloseTo(-studentTQuantile(0.975, 7), 12);
    expect(studentTQuantile(0.975, 1e7)).toBeCloseTo(1.959964, 6);
  });

  test('refuses nonsense', () => {
    expect(() => studentTQuantile(0, 5)).toThrow('p must be between 0 and 1, got 0');
    expect(() => studentTQuantile(0.5, 0)).toThrow('degrees of freedom must be above 0, got 0');
  });
});
