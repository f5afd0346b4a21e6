/** Group programmes, by hand: when a course starts, who is on it, what each attends, and the hours it takes. */
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../sim/plan.ts';
import { probability } from '../../sim/units.ts';
import { logOf, type Row, type ServiceRow, serviceLogOf, story, timesOf } from './event-log.ts';
import { fixed, group, need, pathway, plan, replayed, waits, worker } from './plan-builder.ts';

const COUNT = 4000;
const waiting = (count: number) => Array.from({ length: count }, (_, i) => waits(-count + i));
const course = (parts: Parameters<typeof group>[0] = {}) => pathway({ offer: group(parts) });
const ended = (rows: readonly Row[]) => rows.filter(({ what }) => what === 'ended');

function expectShare(count: number, of: number, chance: number) {
  expect(Math.abs(count / of - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / of));
}

describe('a course', () => {
  it('starts every so often with as many as it has places, and has one session each interval', () => {
    const pathways = [course({ places: 2, startsEvery: 10, sessions: 3 })];
    const rows = logOf(plan({ pathways, waiting: waiting(3) }));
    expect(story(rows, 'took up', 'ended', 'allocated')).toEqual([
      '10 took up waiting 1',
      '10 took up waiting 2',
      '20 took up waiting 3',
      '25 ended waiting 1',
      '25 ended waiting 2',
      '35 ended waiting 3',
    ]);
    expect(rows.find(({ what }) => what === 'took up')).toMatchObject({ wait: 13, worker: -1 });
    expect(ended(rows)[0]).toMatchObject({ offer: 'group', dose: 3, length: 15, outcome: 0 });
  });

  it('does not start with fewer than it needs; they wait for the next', () => {
    const pathways = [course({ places: 4, startsEvery: 10, fewest: 3 })];
    const sources = [replayed([0, 0, 1, 0, 0])];
    const rows = logOf(plan({ pathways, sources, waiting: waiting(2) }));
    // Two wait at 10, three from some time in [10, 15) on.
    expect(timesOf(rows, 'took up')).toEqual([20, 20, 20]);
  });

  it('takes families of all localities together, in the order of the list', () => {
    const needs = [need({ priority: 2 }), need({ priority: 1 })];
    const rows = logOf(
      plan({
        pathways: [course({ places: 2 })],
        localities: [0.5, 0.5],
        needs,
        order: { kind: 'priority' },
        waiting: [...waiting(12), waits(0, { need: 1 })],
      }),
    );
    const on = rows.filter(({ what }) => what === 'took up');
    expect(on.slice(0, 4).map(({ at, family }) => `${at} ${family}`)).toEqual([
      '5 waiting 13',
      '5 waiting 1',
      '10 waiting 2',
      '10 waiting 3',
    ]);
    expect(new Set(on.map(({ locality }) => locality))).toEqual(new Set([0, 1]));
  });

  it('gives the place of a family that declines to the next', () => {
    const needs = [need({ declinesOffer: 1 }), need()];
    const rows = logOf(
      plan({ pathways: [course({ places: 1 })], needs, waiting: [waits(-1), waits(0, { need: 1 })] }),
    );
    expect(story(rows, 'took up', 'declined offer')).toEqual([
      '5 declined offer waiting 1',
      '5 took up waiting 2',
    ]);
  });

  it('loses families that leave the list before it starts', () => {
    const needs = [need({ patience: fixed(4) })];
    const rows = logOf(plan({ pathways: [course()], needs, waiting: [waits(0)] }));
    expect(story(rows, 'took up', 'withdrew')).toEqual(['4 withdrew waiting 1']);
  });

  it('does not repeat a session that a family misses', () => {
    const missing = { ...course({ places: COUNT, sessions: 3 }), missedShare: probability(0.2) };
    const rows = logOf(plan({ pathways: [missing], waiting: waiting(COUNT) }));
    const all = ended(rows);
    expect(new Set(all.map(({ at }) => at))).toEqual(new Set([20]));
    expectShare(all.filter(({ dose }) => dose === 3).length, COUNT, 0.8 ** 3);
    expectShare(all.filter(({ dose }) => dose === 2).length, COUNT, 3 * 0.8 ** 2 * 0.2);
    expectShare(all.filter(({ dose }) => dose === 0).length, COUNT, 0.2 ** 3);
  });

  it('can be left after any session attended but the last, as disengaged', () => {
    const leaving = { ...course({ places: COUNT, sessions: 3 }), dropOut: probability(0.4) };
    const rows = logOf(plan({ pathways: [leaving], waiting: waiting(COUNT) }));
    const withDose = (dose: number) => ended(rows).filter((row) => row.dose === dose);
    expectShare(withDose(1).length, COUNT, 0.4);
    expectShare(withDose(2).length, COUNT, 0.6 * 0.4);
    for (const [dose, outcome] of [
      [1, 'disengaged'],
      [2, 'disengaged'],
      [3, 'needsMet'],
    ] as const)
      for (const row of withDose(dose)) {
        expect(OUTCOMES[row.outcome]).toBe(outcome);
        expect(row.at).toBe(5 + 5 * dose);
      }
  });

  it('is no reason to stay away for good: families come back as after any closure', () => {
    const comesBack = { chance: probability(1), delay: fixed(2) };
    const rows = logOf(
      plan({ weeks: 4, pathways: [pathway({ offer: group(), comesBack })], waiting: waiting(1) }),
    );
    expect(story(rows, 'took up', 'ended', 'came back')).toEqual([
      '5 took up waiting 1',
      '10 ended waiting 1',
      '12 came back waiting 1',
      '15 took up waiting 1',
    ]);
  });
});

describe('families whose course ended before the run', () => {
  it('have had the sessions of a course, less those they missed, and come back accordingly', () => {
    // Below one and a half sessions they come back for sure, above it never: the odds are e^50 to 1 at one, and 1 to e^50 at two.
    const comesBack = { chance: probability(0.5), atSessions: 1.5, slope: 100, delay: fixed(20) };
    const offer = group({ sessions: 2 });
    const returns = (missedShare: number) => {
      const pathways = [pathway({ offer, missedShare, comesBack })];
      return timesOf(logOf(plan({ weeks: 4, pathways, closuresPerDay: [100] })), 'came back').length;
    };
    expect(returns(0)).toBe(0);
    expectShare(returns(0.3), 2000, 1 - 0.7 ** 2);
  });
});

describe('a dated change', () => {
  it('leaves the days of starts as they are, and runs the next course on its terms', () => {
    const changes = [{ at: 12, pathways: [course({ places: 2, startsEvery: 10, sessions: 2 })] }];
    const rows = logOf(
      plan({ pathways: [course({ places: 1, startsEvery: 10 })], waiting: waiting(3), changes }),
    );
    expect(story(rows, 'took up', 'ended')).toEqual([
      '10 took up waiting 1',
      '15 ended waiting 1',
      '20 took up waiting 2',
      '20 took up waiting 3',
      '30 ended waiting 2',
      '30 ended waiting 3',
    ]);
  });

  it('of how often courses start counts from its own day', () => {
    const changes = [{ at: 12, pathways: [course({ places: 1, startsEvery: 4 })] }];
    const rows = logOf(
      plan({ pathways: [course({ places: 1, startsEvery: 10 })], waiting: waiting(3), changes }),
    );
    expect(timesOf(rows, 'took up')).toEqual([10, 16, 20]);
  });

  it('can end courses, so that workers take the families who wait; one that has started goes on', () => {
    const changes = [{ at: 12, pathways: [pathway()] }];
    const rows = logOf(
      plan({ pathways: [course({ places: 1, startsEvery: 10 })], waiting: waiting(2), changes }),
    );
    expect(story(rows, 'took up', 'ended', 'allocated', 'closed')).toEqual([
      '10 took up waiting 1',
      '12 allocated waiting 2',
      '15 ended waiting 1',
      '17 closed waiting 2',
    ]);
  });
});

describe('facilitators’ hours', () => {
  const hoursTaken = (rows: readonly ServiceRow[]) =>
    rows.flatMap((row) => (row.what === 'spent' ? [`${row.at} ${row.activity} ${row.hours}`] : []));

  it('are taken for the sessions of the week, when it opens; in its first week when the course starts', () => {
    // Starts at 7; sessions two days apart at 9, 11, 13, 15: one in its first week, two in [10, 15), the last on the first day of [15, 20).
    const pathways = [
      pathway({ interval: 2, offer: group({ startsEvery: 7, sessions: 4, facilitatorHours: 6 }) }),
    ];
    const rows = serviceLogOf(plan({ weeks: 5, pathways, waiting: waiting(1) }));
    expect(hoursTaken(rows)).toEqual(['7 groups 6', '10 groups 12', '15 groups 6']);
  });

  it('are no more than workers have; the course is held all the same', () => {
    const pathways = [course({ sessions: 2, facilitatorHours: 6 })];
    const parts = { weeks: 5, pathways, workers: [worker({ hoursPerDay: 1 })], waiting: waiting(1) };
    // Starts at 5 with sessions at 10 and 15.
    expect(hoursTaken(serviceLogOf(plan(parts)))).toEqual(['10 groups 5', '15 groups 5']);
    expect(story(logOf(plan(parts)), 'ended')).toEqual(['15 ended waiting 1']);
  });
});
