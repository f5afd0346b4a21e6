/** Assessment by the worker allocated, by hand: so long before the first interval begins, its hours spent in one piece at the end. */
import { describe, expect, it } from 'vitest';
import { logOf, story, timesOf } from './event-log.ts';
import { duty, fixed, openCase, pathway, plan, replayed, waits, worker } from './plan-builder.ts';

const COUNT = 4000;
const assessed = (time: number, hours = 1, sessions = 2) =>
  pathway({ sessions: fixed(sessions), assessment: { time: fixed(time), hours } });

function expectShare(count: number, of: number, chance: number) {
  expect(Math.abs(count / of - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / of));
}

describe('an assessment by the worker', () => {
  it('comes first and is no session; the first interval begins at its end', () => {
    const rows = logOf(plan({ pathways: [assessed(7, 3)], waiting: [waits(0)] }));
    expect(story(rows, 'assessed', 'held', 'closed')).toEqual([
      '7 assessed waiting 1',
      '12 held waiting 1',
      '17 held waiting 1',
      '17 closed waiting 1',
    ]);
    expect(rows.find(({ what }) => what === 'assessed')!.hours).toBe(3);
    expect(rows.at(-1)).toMatchObject({ length: 17, dose: 2, sessionsPlanned: 2 });
  });

  it('waits for the next week when its hours are not there, and uses those that sessions would have had', () => {
    // An hour a week, from day 1. Both due at 6: 1 takes the hour of [5, 10), 2 that of [10, 15). So the session of 1, due at 11, slips to 15.
    const workers = [worker({ cap: 2, hoursPerDay: 0.2, from: 1 })];
    const rows = logOf(plan({ pathways: [assessed(5, 1, 1)], workers, waiting: [waits(-2), waits(-1)] }));
    expect(story(rows, 'assessed', 'slipped', 'held')).toEqual([
      '6 assessed waiting 1',
      '10 assessed waiting 2',
      '11 slipped waiting 1',
      '15 held waiting 1',
      '15 slipped waiting 2',
      '20 held waiting 2',
    ]);
  });

  it('is begun again by the next worker when the first leaves before its end, and not after', () => {
    const changing = (until: number) =>
      logOf(
        plan({
          pathways: [assessed(7, 1, 1)],
          workers: [worker({ until }), worker({ from: until })],
          waiting: [waits(0)],
        }),
      );
    expect(story(changing(4), 'reallocated', 'assessed', 'held')).toEqual([
      '4 reallocated waiting 1',
      '11 assessed waiting 1',
      '16 held waiting 1',
    ]);
    expect(story(changing(9), 'reallocated', 'assessed', 'held')).toEqual([
      '7 assessed waiting 1',
      '9 reallocated waiting 1',
      '14 held waiting 1',
    ]);
  });

  it('is not made where a duty visit has made it', () => {
    const rows = logOf(
      plan({ weeks: 8, sources: [replayed([1])], duty: duty({ visit: fixed(1) }), pathways: [assessed(7)] }),
    );
    const [allocated] = timesOf(rows, 'allocated');
    expect(timesOf(rows, 'assessed')).toEqual([]);
    expect(timesOf(rows, 'held')).toEqual([allocated! + 5, allocated! + 10]);
  });
});

describe('a case open at the start', () => {
  /** Thirty days of assessment, then two sessions five days apart: open for 40 days. */
  const openWith = (sessionsHad: number | null) =>
    logOf(
      plan({
        weeks: 9,
        pathways: [assessed(30)],
        workers: [worker({ cap: COUNT })],
        open: Array.from({ length: COUNT }, () => openCase(sessionsHad)),
      }),
    );

  it('of unknown progress is met in its assessment in proportion to its time, and closes as often as in the long run from the first day on', () => {
    const rows = openWith(null);
    expectShare(timesOf(rows, 'assessed').length, COUNT, 30 / 40);
    const closed = rows.filter(({ what }) => what === 'closed');
    expect(closed).toHaveLength(COUNT);
    for (const { length } of closed) expect(length).toBeCloseTo(40, 9);
    for (let week = 0; week < 8; week++) {
      const inWeek = closed.filter(({ at }) => at >= week * 5 && at < week * 5 + 5);
      expectShare(inWeek.length, COUNT, 1 / 8);
    }
  });

  it('that has had no session yet may be in its assessment; one that has had a session is not', () => {
    const none = openWith(0);
    expectShare(timesOf(none, 'assessed').length, COUNT, 30 / 35);
    expect(timesOf(none, 'held')).toHaveLength(2 * COUNT);
    const one = openWith(1);
    expect(timesOf(one, 'assessed')).toEqual([]);
    expect(timesOf(one, 'held')).toHaveLength(COUNT);
    for (const { length } of one.filter(({ what }) => what === 'closed')) expect(length).toBeCloseTo(40, 9);
  });
});
