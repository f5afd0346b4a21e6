import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { balance, inflowAtUse, levelInflow } from '../../scenarios/balance.ts';
import { check } from '../../scenarios/check.ts';
import { doseOf } from '../../scenarios/dose.ts';
import { readScenario } from '../../scenarios/file.ts';
import { smallWith } from './sample-scenario.ts';

/** No recurring needs and the same chance whatever the dose. */
const flat = (chance: number) => ({ chance, slopePerSession: 0, least: 0, most: 1, recurringShare: 0 });

describe('EH-bench', () => {
  const bench = (slots: number) => {
    const url = new URL(`./eh-bench-${slots}.json`, import.meta.url);
    return readScenario({ name: url.pathname, text: readFileSync(url, 'utf8') }, () => null).scenario;
  };

  it('with 480 slots is overloaded: 34.5 join a week where 30 can be allocated', () => {
    // 12 a day, half accepted: 30 a week; 16 sessions a week apart in 480 places: 30 a week; 15% of them come back.
    const found = balance(bench(480));
    expect(found).toMatchObject({ places: 480, leavingPerWeek: expect.closeTo(5 / 120, 12) });
    expect(found.allocationsPossible).toBeCloseTo(30, 9);
    expect(found.joining).toBeCloseTo(34.5, 9);
    expect(found.load).toBeCloseTo(1.15, 9);
    // Simulated by a separate program (60,000 replications): 6239.774 allocated in 208 weeks, standard error 0.086.
    expect(found.allocationsPossible * 208).toBeCloseTo(6240, 6);
  });

  it('with 624 slots is below capacity', () => {
    const found = balance(bench(624));
    expect(found.joining).toBeCloseTo(30 / 0.85, 9);
    expect(found.load).toBeCloseTo(30 / 0.85 / 39, 9);
    // Needed when full: every family an hour each week.
    expect(found.hoursNeeded).toBeCloseTo(624, 9);
    expect(found.hoursAvailable).toBeCloseTo(52 * 37, 9);
  });
});

describe('the reference service of the evidence notes', () => {
  // 18 full-time equivalents 90% filled, cap 12, 26 weeks, leaving hazard 2% a week (evidence notes, sections 4.1 and 7.5).
  const reference = check(
    smallWith({
      teams: { main: { posts: { worker: { fte: 18, effectiveFill: 0.9 } } } },
      pathways: { 'family support': { reReferral: flat(0.13) } },
    }),
  );

  it('has 194 places and allocates 390 families a year', () => {
    const found = balance(reference);
    expect(found.places).toBe(194);
    expect(found.allocationsPossible * 52.18).toBeCloseTo(389.4, 0);
    expect(found.leavingPerWeek).toBeCloseTo(0.02, 12);
  });

  it('keeps 28.7 families waiting with an inflow of 420 a year', () => {
    // (420 - 390.1) / 52.18 / 0.02 = 28.7 in the notes, with 390.1 for 389.4.
    const { joining, referralsPerYear } = levelInflow(reference, 29.3);
    expect(joining * 52.18).toBeCloseTo(420, 0);
    // 13% of 389.4 come back and 74% of those are accepted; 74% of referrals are.
    expect(referralsPerYear).toBeCloseTo((420 - 0.13 * 0.74 * 389.4) / 0.74, 0);
  });

  it('is in balance with itself: referrals for a level list give that inflow', () => {
    const { joining, referralsPerYear } = levelInflow(reference, 40);
    const fed = {
      ...reference,
      demand: {
        ...reference.demand,
        sources: { everyone: { ...reference.demand.sources.everyone!, referrals: referralsPerYear } },
      },
    };
    expect(balance(fed).joining).toBeCloseTo(joining, 9);
  });

  it('uses 90% of its places with nine tenths of what it can allocate', () => {
    const { joining, referralsPerYear } = inflowAtUse(reference, 0.9);
    expect(joining).toBeCloseTo((0.9 * 194) / 26, 9);
    const fed = {
      ...reference,
      demand: {
        ...reference.demand,
        sources: { everyone: { ...reference.demand.sources.everyone!, referrals: referralsPerYear } },
      },
    };
    expect(balance(fed).load).toBeCloseTo(0.9, 9);
  });
});

describe('dose', () => {
  const dose = (terms: object) =>
    doseOf(check(smallWith({ pathways: { 'family support': terms } })).pathways['family support']!, 5);
  const sessions = (value: number) => ({ by: 'sessions', sessions: { distribution: 'fixed', value } });

  it.each([
    // The curve of the evidence notes (section 4.5) in sessions attended: log odds -0.847 at 5.1, falling by 0.1404 / 0.85 each.
    { attended: 5, chance: 0.3035 },
    { attended: 11, chance: 0.1392 },
    { attended: 30, chance: 0.05 },
  ])('of $attended sessions gives a chance of $chance to come back', ({ attended, chance }) => {
    const found = dose({ plan: sessions(attended), reReferral: { recurringShare: 0 } });
    expect(found.returnShare).toBeCloseTo(chance, 3);
  });

  it('counts families with recurring needs at their odds', () => {
    // Odds of 0.2 are 1/4; half as many again 3/8, a chance of 3/11.
    const reReferral = { ...flat(0.2), recurringShare: 0.2, recurringOdds: 1.5 };
    expect(dose({ reReferral }).returnShare).toBeCloseTo(0.8 * 0.2 + 0.2 * (3 / 11), 12);
  });

  it('lasts as many intervals as sessions and misses together', () => {
    // Ten sessions two weeks apart with one in five missed: 12.5 tries on average.
    expect(dose({ plan: sessions(10), missedShare: 0.2 }).lengthDays).toBeCloseTo(12.5 * 10, 9);
  });

  it('is cut short by dropping out: one, two or three sessions', () => {
    // Half drop out after each: 1/2, 1/4, 1/4 of families have one, two, three.
    const found = dose({ plan: sessions(3), missedShare: 0, dropOutPerSession: 0.5 });
    expect(found.lengthDays).toBeCloseTo(1.75 * 10, 9);
  });

  it('is found for the widest distribution that may be written', () => {
    const wide = { by: 'length', length: { distribution: 'lognormal', median: 20, cv: 10 } };
    const found = dose({ plan: wide, dropOutPerSession: 0.1, reReferral: flat(0.2) });
    expect(found.returnShare).toBeCloseTo(0.2, 9);
  });

  it('by length lasts its mean', () => {
    expect(dose({}).lengthDays).toBe(130);
  });
});
