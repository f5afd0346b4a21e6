/**
 * How far the list moves when places or referrals do, by arithmetic that needs no simulation. While families always wait, every place is in use, so
 * places P with interventions of L weeks allocate m = P / L families a week. With a families a week joining and each leaving at a hazard h:
 *
 * - in the long run as many join as go, a = m + h x waiting, so waiting = (a - m) / h and those served waited ln(a / m) / h weeks (fluid limit;
 *   Whitt 2006, Operations Research 54:37-54). After a shock what is missing of the new level falls as exp(-h t).
 * - with nobody leaving, new places allocate m families a week for ever, and at once as many as there are of them.
 *
 * Families do not come back here and hours never bind, so that a is what is referred and L is the length planned. A week has five working days.
 */
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../sim/measures/result.ts';
import { valuesOf } from '../observations.ts';
import { mean } from '../statistics.ts';
import { differences, interval, type Length, type Patch, runs, weekOf } from './paired-runs.ts';

const WEEKS_A_YEAR = 52.18;
const LENGTH_WEEKS = 26;
const CV = 0.55;
const ACCEPTED = 0.74;
/** 1.5% withdraw and 0.5% escalate in a week: the defaults. */
const HAZARD = 0.02;

const PLAIN: Patch = {
  period: { nation: 'none' },
  pathways: {
    'family support': { missedShare: 0, reReferral: { version: 'central', chance: 0, least: 0, most: 0 } },
  },
  teams: { main: { posts: { worker: { contactShare: 1 } } } },
};
const schools = (referrals: number): Patch => ({ demand: { sources: { schools: { referrals } } } });
/** 600 referrals a year, of which 444 join; 194 places allocate 389. */
const BUSY = [PLAIN, schools(315)];
const POSTS = (fte: number) => ({ main: { posts: { worker: { fte } } } });

/** Mean over the weeks from `first` to before `last`, in each replication, of the weekly difference in families waiting. */
function gap(
  base: readonly Result[],
  other: readonly Result[],
  first: number,
  last: number,
): readonly number[] {
  const sums = new Array<number>(base.length).fill(0);
  for (let week = first; week < last; week++) {
    const before = weekOf(base, 'waiting_mean', week);
    weekOf(other, 'waiting_mean', week).forEach((after, r) => {
      sums[r]! += (after - before[r]!) / (last - first);
    });
  }
  return sums;
}

function expectWithin(values: readonly number[], expected: number, allowance: number) {
  const { low, high, mean: centre } = interval(values);
  const said = `${centre} (${low} to ${high}) for ${expected}`;
  expect(high - low, said).toBeLessThan(0.5 * Math.abs(expected));
  expect(low - allowance, said).toBeLessThan(expected);
  expect(high + allowance, said).toBeGreaterThan(expected);
}

describe('an overloaded service', () => {
  const LENGTH: Length = { replications: 30, weeks: 364, warmUpWeeks: 208 };
  const CHANGE_WEEK = 52;
  const from = '2028-04-03'; // 52 weeks after the start of the reference service
  const LAST_TWO_YEARS = [260, 364] as const;
  /** What is still missing of the new level, on average over the two years looked at. */
  const missing = (level: number) => Math.abs(level) * Math.exp(-HAZARD * (LAST_TWO_YEARS[0] - CHANGE_WEEK));
  const base = runs(BUSY, LENGTH);

  it('keeps (a - m) / h families waiting, and those served waited ln(a / m) / h', () => {
    const a = (ACCEPTED * 600) / WEEKS_A_YEAR;
    const m = 194 / LENGTH_WEEKS;
    // The list is not at its level from the start: 4% is missing when the four years of warm-up are over.
    const level = (a - m) / HAZARD;
    expectWithin(valuesOf(base, 'waiting_mean'), level, 0.02 * level);
    const wait = (5 * Math.log(a / m)) / HAZARD;
    expectWithin(valuesOf(base, 'wait_mean'), wait, 0.02 * wait);
  });

  it('with places lost on a date has a list longer by their families a week over the hazard', () => {
    // 15 posts for 18, nine tenths filled: 162 places for 194.
    const shock = runs([...BUSY, { changes: { 'posts lost': { from, teams: POSTS(15) } } }], LENGTH);
    expect(gap(base, shock, 0, CHANGE_WEEK).every((difference) => difference === 0)).toBe(true);
    const longer = (194 - 162) / LENGTH_WEEKS / HAZARD;
    expectWithin(gap(base, shock, ...LAST_TWO_YEARS), longer, missing(longer));
  });

  it('without its step-downs has fewer referrals and a shorter list, by their share', () => {
    const stepDowns = 60;
    const open: Patch = {
      demand: {
        sources: { 'step-downs from social care': { referrals: stepDowns, needs: { 'targeted help': 1 } } },
      },
    };
    const close: Patch = {
      changes: {
        'step-downs stop': { from, demand: { sources: { 'step-downs from social care': { referrals: 0 } } } },
      },
    };
    const taking = runs([...BUSY, open], LENGTH);
    const closed = runs([...BUSY, open, close], LENGTH);
    const years = (LENGTH.weeks - CHANGE_WEEK) / WEEKS_A_YEAR;
    expectWithin(differences(taking, closed, 'referrals'), -stepDowns * years, 0);
    const shorter = (-ACCEPTED * stepDowns) / WEEKS_A_YEAR / HAZARD;
    expectWithin(gap(taking, closed, ...LAST_TWO_YEARS), shorter, missing(shorter));
  });
});

describe('new posts where families wait and none of them leaves', () => {
  const LENGTH: Length = { replications: 40, weeks: 208, warmUpWeeks: 104 };
  const patient: Patch = { needs: { 'targeted help': { patience: 'unlimited', escalationPerWeek: 0 } } };
  // 700 referrals a year, so that both lists grow and neither is ever empty.
  const base = runs([PLAIN, schools(415), patient], LENGTH);
  const FROM = 13; // weeks after the start: 5 July 2027
  const withMore = new Map(
    [3, 5].map((fte) => {
      const more = { fte, from: '2027-07-05', contactShare: 1 };
      return [fte, runs([PLAIN, schools(415), patient, { teams: { main: { posts: { more } } } }], LENGTH)];
    }),
  );
  const cleared = (other: readonly Result[], weeks: number) =>
    weekOf(other, 'waiting_end', FROM + weeks - 1).map(
      (after, r) => weekOf(base, 'waiting_end', FROM + weeks - 1)[r]! - after,
    );

  // By the arithmetic of a year's families (21.7 to a post: 12 cases, nine tenths filled, 26 weeks): 36 in 29 weeks, 48 in 39, 115 in 55.
  it.each([
    { fte: 3, families: 36, weeks: 29 },
    { fte: 3, families: 48, weeks: 39 },
    { fte: 5, families: 115, weeks: 55 },
  ])(
    '$fte of them clear $families families in $weeks weeks once their cases turn over',
    ({ fte, families, weeks }) => {
      const more = withMore.get(fte)!;
      const early = cleared(more, 104);
      const later = cleared(more, 104 + weeks);
      // Half a family for the rounding of the figure; places are whole, 32 for 32.4 and 54 for 54.
      expectWithin(
        later.map((all, r) => all - early[r]!),
        families,
        0.5 + 0.013 * families,
      );
    },
  );

  it('clear more in the beginning: by renewal theory (1 + cv^2) / 2 of a family for each new place', () => {
    // New places start with as many families as there are of them, and free themselves t / L + (cv^2 - 1) / 2 times in t weeks (Cox 1962).
    const more = withMore.get(5)!;
    const places = mean(weekOf(more, 'places_mean', 100)) - mean(weekOf(base, 'places_mean', 100));
    expect(places).toBe(54);
    expectWithin(cleared(more, 130), places * ((1 + CV ** 2) / 2 + 130 / LENGTH_WEEKS), 0);
  });
});
