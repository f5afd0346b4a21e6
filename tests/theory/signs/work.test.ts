/**
 * Which way the figures must go when the work itself is changed: more cases to a worker with the same hours, a shorter offer, a first visit by duty.
 * Each is judged by paired differences on the reference service and must lie three standard errors from zero.
 */
import { describe, expect, it } from 'vitest';
import { valuesOf } from '../observations.ts';
import { mean } from '../statistics.ts';
import { differences, interval, type Length, type Patch, runs } from './paired-runs.ts';

const TWO_YEARS: Length = { replications: 20, weeks: 104, warmUpWeeks: 104 };

const pathway = (terms: object): Patch => ({ pathways: { 'family support': terms } });
const offerOf = (weeks: number) =>
  pathway({ plan: { by: 'length', length: { distribution: 'gamma', mean: weeks, cv: 0.55 } } });
const capOf = (capPerFte: number): Patch => ({ teams: { main: { posts: { worker: { capPerFte } } } } });

describe('a higher cap at the same hours, in a service with families waiting', () => {
  // 760 referrals a year for the reference service's 500, so that the places a higher cap adds are filled. Twelve cases take 7.5 of the 9.4 hours
  // a worker has in a week, eighteen 11.25: a session in six finds none, and is lost.
  const busy: Patch = {
    demand: {
      sources: {
        schools: { referrals: 430 },
        police: { referrals: 150 },
        'families themselves': { referrals: 60 },
        health: { referrals: 55 },
        others: { referrals: 65 },
      },
    },
    ...pathway({ whenNoHours: 'lost' }),
  };
  const twelve = runs([busy], TWO_YEARS);
  const eighteen = runs([busy, capOf(18)], TWO_YEARS);

  it('cuts the list', () => {
    expect(interval(differences(twelve, eighteen, 'waiting_mean')).high).toBeLessThan(0);
  });

  it('lowers the sessions each family has, and more families come back', () => {
    expect(interval(differences(twelve, eighteen, 'dose_mean')).high).toBeLessThan(0);
    expect(interval(differences(twelve, eighteen, 'rereferral_share')).low).toBeGreaterThan(0);
  });

  it('lengthens the intervention, and leaves the dose almost as it was, where sessions are put off instead', () => {
    const [now, then] = [12, 18].map((cap) =>
      runs([busy, pathway({ whenNoHours: 'put off' }), capOf(cap)], TWO_YEARS),
    );
    expect(interval(differences(now!, then!, 'length_mean')).low).toBeGreaterThan(0);
    expect(Math.abs(mean(differences(now!, then!, 'dose_mean')))).toBeLessThan(
      0.1 * Math.abs(mean(differences(twelve, eighteen, 'dose_mean'))),
    );
  });
});

describe('a shorter offer', () => {
  const half = runs([offerOf(26)], TWO_YEARS);
  const short = runs([offerOf(16)], TWO_YEARS);

  it('cuts the list and the wait', () => {
    expect(interval(differences(half, short, 'waiting_mean')).high).toBeLessThan(0);
    expect(interval(differences(half, short, 'wait_mean')).high).toBeLessThan(0);
  });

  it('has families come back more often', () => {
    expect(interval(differences(half, short, 'rereferral_share')).low).toBeGreaterThan(0);
  });
});

describe('a first visit by duty', () => {
  const without = runs([], TWO_YEARS);
  const duty = runs([{ frontDoor: { duty: { workers: 'unlimited', sessionsSaved: 2 } } }], TWO_YEARS);
  /** From referral to joining the list, of those allocated. */
  const frontEnd = (results: typeof without) => {
    const waits = valuesOf(results, 'wait_mean');
    return valuesOf(results, 'total_wait_mean').map((total, replication) => total - waits[replication]!);
  };

  it('lengthens the time to the list by the time of the visit', () => {
    const before = frontEnd(without);
    const { low, high } = interval(frontEnd(duty).map((after, r) => after - before[r]!));
    const visit = 2.42 / 7.4; // hours of a home visit over those of a working day
    expect(low).toBeGreaterThan(0);
    expect(low).toBeLessThan(visit);
    expect(high).toBeGreaterThan(visit);
  });

  it('leaves the decision where it was', () => {
    const { low, high } = interval(differences(without, duty, 'triage_wait_mean'));
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });

  it('shortens the intervention', () => {
    expect(interval(differences(without, duty, 'length_mean')).high).toBeLessThan(0);
  });
});
