/** The duty model by hand: who is visited when, and what the visit saves. Times of referral are those in the log. */
import { describe, expect, it } from 'vitest';
import { probability } from '../../sim/units.ts';
import { logOf, type Row, timesOf } from './event-log.ts';
import { duty, fixed, need, pathway, plan, replayed, worker } from './plan-builder.ts';

const of = (rows: readonly Row[], what: Row['what']) => rows.filter((row) => row.what === what);
const names = (rows: readonly Row[], what: Row['what']) => of(rows, what).map(({ family }) => family);
const SIX = [replayed([6])];
const ROOM = [worker({ cap: 100 })];

describe('duty workers', () => {
  it('visit first come first served, each one family at a time (Lindley’s recursion); the list is joined after', () => {
    const rows = logOf(
      plan({ weeks: 8, sources: SIX, workers: ROOM, duty: duty({ workers: 1, visit: fixed(2) }) }),
    );
    let free = 0;
    const expected = timesOf(rows, 'decided').map((decided) => {
      free = Math.max(free, decided) + 2;
      return free;
    });
    expect(timesOf(rows, 'duty visited')).toEqual(expected);
    expect(timesOf(rows, 'joined')).toEqual(expected);
    expect(names(rows, 'duty visited')).toEqual(names(rows, 'decided'));
  });

  it('without limit make nobody queue', () => {
    const rows = logOf(plan({ weeks: 8, sources: SIX, workers: ROOM, duty: duty({ visit: fixed(2) }) }));
    expect(timesOf(rows, 'duty visited')).toEqual(timesOf(rows, 'decided').map((time) => time + 2));
  });

  it('are not asked for families who get advice or do not consent', () => {
    const needs = [need({ pathways: [0.6], declinesBefore: 0.5 })];
    const rows = logOf(
      plan({ sources: [replayed([200])], needs, workers: [worker({ cap: 200 })], duty: duty() }),
    );
    expect(of(rows, 'declined before').length).toBeGreaterThan(0);
    expect(names(rows, 'duty visited')).toEqual(names(rows, 'joined'));
    expect(of(rows, 'decided')).toHaveLength(200);
    expect(of(rows, 'joined').length + of(rows, 'declined before').length).toBeLessThan(200);
  });

  it('spend their hours on each family', () => {
    const rows = logOf(plan({ sources: SIX, workers: ROOM, duty: duty({ hoursEach: 2.5 }) }));
    expect(of(rows, 'duty visited').map(({ hours }) => hours)).toEqual(new Array(6).fill(2.5));
  });
});

describe('a duty visit', () => {
  const saves = (sessionsSaved: number, pathways = [pathway({ sessions: fixed(5) })]) =>
    logOf(plan({ sources: SIX, workers: ROOM, pathways, duty: duty({ sessionsSaved }) }));

  it.each([
    [0, 5],
    [2, 3],
    [4, 1],
    [9, 1],
  ])('saves %i of five sessions and leaves %i, at least one', (saved, left) => {
    const rows = saves(saved);
    expect(of(rows, 'allocated')).toHaveLength(6);
    for (const { sessionsPlanned } of of(rows, 'allocated')) expect(sessionsPlanned).toBe(left);
    for (const { length, dose } of of(rows, 'closed')) {
      expect(length).toBeCloseTo(left * 5, 9);
      expect(dose).toBe(left);
    }
  });

  it('takes whole intervals off a planned length', () => {
    // 22 days at an interval of 5: the first of five sessions after 2. Less two: the first of three after 2.
    const rows = saves(2, [pathway({ length: fixed(22) })]);
    for (const { sessionsPlanned } of of(rows, 'allocated')) expect(sessionsPlanned).toBe(3);
    expect(of(rows, 'closed')).toHaveLength(6);
    for (const { length } of of(rows, 'closed')) expect(length).toBeCloseTo(12, 9);
  });

  it('leaves a plan of less than one interval as it is', () => {
    const rows = saves(2, [pathway({ length: fixed(3) })]);
    expect(of(rows, 'closed')).toHaveLength(6);
    for (const { length } of of(rows, 'closed')) expect(length).toBeCloseTo(3, 9);
  });
});

describe('a dated change of duty', () => {
  const ends = [{ at: 6, frontDoor: { duty: null } }];
  const long = duty({ workers: 1, visit: fixed(40), sessionsSaved: 2 });
  const five = [pathway({ sessions: fixed(5) })];

  it('that ends it sends those who wait for a visit to the list; one under way is finished and saves its sessions', () => {
    const rows = logOf(
      plan({ weeks: 20, sources: SIX, workers: ROOM, pathways: five, duty: long, changes: ends }),
    );
    const first = timesOf(rows, 'decided')[0]!;
    expect(timesOf(rows, 'joined')).toEqual([6, 6, 6, 6, 6, first + 40]);
    expect(timesOf(rows, 'duty visited')).toEqual([first + 40]);
    expect(of(rows, 'allocated').map(({ sessionsPlanned }) => sessionsPlanned)).toEqual([5, 5, 5, 5, 5, 3]);
  });

  it('that adds a duty worker lets the next be visited at once', () => {
    const changes = [{ at: 6, frontDoor: { duty: duty({ workers: 2, visit: fixed(4) }) } }];
    const rows = logOf(plan({ weeks: 20, sources: SIX, workers: ROOM, duty: long, changes }));
    const first = timesOf(rows, 'decided')[0]!;
    // The first visit goes on for its 40 days; the new duty worker makes the others from 6 on.
    expect(timesOf(rows, 'duty visited')).toEqual([10, 14, 18, 22, 26, first + 40]);
  });

  it('that ends it leaves a family that comes back with its whole plan', () => {
    const comesBack = { chance: probability(1), delay: fixed(1), returnsTo: 'front door' as const };
    const rows = logOf(
      plan({
        sources: [replayed([1])],
        pathways: [pathway({ sessions: fixed(5), comesBack })],
        duty: duty({ sessionsSaved: 2 }),
        changes: ends,
      }),
    );
    const planned = of(rows, 'allocated').map(({ sessionsPlanned }) => sessionsPlanned);
    expect(planned.slice(0, 3)).toEqual([3, 5, 5]);
  });
});
