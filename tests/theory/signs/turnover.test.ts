/**
 * Posts that people leave and that take time to fill, on the reference service. A place is held for 1 / r years and then empty for t, so that in the long
 * run a share r t / (1 + r t) of places is empty (alternating renewals, Cox 1962), whatever the distribution of t. Each leaver's families change worker.
 */
import { describe, expect, it } from 'vitest';
import { valuesOf } from '../observations.ts';
import { differences, interval, type Length, type Patch, runs } from './paired-runs.ts';

const WEEKS_A_YEAR = 365.25 / 7;
const POSTS = 18;
const LENGTH: Length = { replications: 40, weeks: 520, warmUpWeeks: 208 };

const byChance = (turnoverPerYear: number, weeksToFill: number): Patch => ({
  teams: {
    main: {
      posts: {
        worker: {
          staffing: 'by chance',
          turnoverPerYear,
          timeToFill: { distribution: 'exponential', mean: weeksToFill },
          sicknessDaysPerYear: 0,
        },
      },
    },
  },
});
const vacant = (turnoverPerYear: number, weeksToFill: number) => {
  const gap = (turnoverPerYear * weeksToFill) / WEEKS_A_YEAR;
  return gap / (1 + gap);
};

describe('turnover of council staff, and twice that of social workers with longer gaps', () => {
  // 13.4% a year and 16 weeks: 3.9% of posts empty. 31.8% and 26 weeks: 13.7%.
  const usual = runs([byChance(0.134, 16)], LENGTH);
  const high = runs([byChance(0.318, 26)], LENGTH);

  it.each([
    { results: usual, turnover: 0.134, weeks: 16 },
    { results: high, turnover: 0.318, weeks: 26 },
  ])(
    'of $turnover a year with $weeks weeks to fill leaves the share empty that the formula says',
    ({ results, turnover, weeks }) => {
      const share = vacant(turnover, weeks);
      const { low, high: above } = interval(valuesOf(results, 'staff_vacant_mean'));
      expect(above - low).toBeLessThan(0.4 * POSTS * share);
      expect(low).toBeLessThan(POSTS * share);
      expect(above).toBeGreaterThan(POSTS * share);
    },
  );

  it('that is higher costs places, and families their worker, and lengthens the list', () => {
    expect(interval(differences(usual, high, 'places_mean')).high).toBeLessThan(0);
    expect(interval(differences(usual, high, 'changes_of_worker')).low).toBeGreaterThan(0);
    expect(interval(differences(usual, high, 'waiting_mean')).low).toBeGreaterThan(0);
    expect(interval(differences(usual, high, 'wait_mean')).low).toBeGreaterThan(0);
  });

  it('that is higher costs less in staff and more in hiring', () => {
    expect(interval(differences(usual, high, 'cost_staff')).high).toBeLessThan(0);
    expect(interval(differences(usual, high, 'cost_hires')).low).toBeGreaterThan(0);
  });
});
