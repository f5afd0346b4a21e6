/**
 * Two teams with the same load each, on lists of their own or on one list.
 *
 * With fixed lengths, nobody leaving and nobody coming back, one list is never longer, at any time in any run: first come first served on P places
 * starts the n-th family at max(its coming, the start of the (n - P)-th + L), and no other way of giving out the places can make its n-th
 * start sooner, since of P + 1 starts in a row the last comes at least L after the first. So as many families have started at any time, or more.
 * With lengths by chance it holds on average.
 */
import { describe, expect, it } from 'vitest';
import { differences, interval, type Length, type Patch, runs, weekOf } from './paired-runs.ts';

const half = (locality: string): Patch => ({
  locality,
  serves: ['family support'],
  posts: { worker: { fte: 10, effectiveFill: 1, capPerFte: 10, contactShare: 1 } },
});
/** 200 places in two halves for 26 weeks allocate 401 families a year; 370 to 400 join. */
const TWO_TEAMS: Patch = {
  localities: { north: { share: 0.5 }, south: { share: 0.5 } },
  teams: { main: null, north: half('north'), south: half('south') },
};
const APART: Patch = { allocation: { pooling: 'by locality' } };
const pathway = (terms: object): Patch => ({ pathways: { 'family support': terms } });

describe('one list for two teams', () => {
  const LENGTH: Length = { replications: 20, weeks: 104, warmUpWeeks: 52 };

  it('is never longer than two, week by week and run by run, where lengths are fixed and nobody leaves', () => {
    const fixed: Patch = {
      ...pathway({
        missedShare: 0,
        plan: { by: 'length', length: { distribution: 'fixed', value: 26 } },
        reReferral: { version: 'central', chance: 0, least: 0, most: 0 },
      }),
      needs: { 'targeted help': { patience: 'unlimited', escalationPerWeek: 0 } },
      demand: { sources: { schools: { referrals: 250 } } },
    };
    const one = runs([TWO_TEAMS, fixed], LENGTH);
    const two = runs([TWO_TEAMS, fixed, APART], LENGTH);
    for (let week = 0; week < LENGTH.weeks; week++) {
      const apart = weekOf(two, 'waiting_mean', week);
      weekOf(one, 'waiting_mean', week).forEach((pooled, r) => {
        expect(pooled, `week ${week} of run ${r}`).toBeLessThanOrEqual(apart[r]! + 1e-9);
      });
    }
    expect(interval(differences(two, one, 'waiting_mean')).high).toBeLessThan(0);
  });

  it('shortens the mean wait of the reference service', () => {
    const length = { ...LENGTH, replications: 40 };
    const one = runs([TWO_TEAMS], length);
    const two = runs([TWO_TEAMS, APART], length);
    expect(interval(differences(two, one, 'wait_mean')).high).toBeLessThan(0);
    expect(interval(differences(two, one, 'waiting_mean')).high).toBeLessThan(0);
  });
});
