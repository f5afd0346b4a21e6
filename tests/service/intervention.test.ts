/** Sessions by hand: when they fall, whose hours they use, and what ends a case. One session every five days unless said. */
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../sim/plan.ts';
import { probability, workingDays } from '../../sim/units.ts';
import { logOf, story, timesOf } from './event-log.ts';
import { either, fixed, openCase, pathway, plan, WEEK, waits, worker } from './plan-builder.ts';

const list = (count: number) => Array.from({ length: count }, (_, i) => waits(-count + i));
const COUNT = 3000;

/** Whether a share seen among `of` is within four standard errors of the chance. */
function expectShare(count: number, of: number, chance: number) {
  expect(Math.abs(count / of - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / of));
}

describe('sessions', () => {
  it('come at the interval, the first one interval after allocation; the place is free after the last', () => {
    const rows = logOf(plan({ pathways: [pathway({ sessions: fixed(3), interval: 4 })], waiting: list(2) }));
    expect(story(rows, 'held', 'closed', 'allocated').slice(0, 6)).toEqual([
      '0 allocated waiting 1',
      '4 held waiting 1',
      '8 held waiting 1',
      '12 held waiting 1',
      '12 closed waiting 1',
      '12 allocated waiting 2',
    ]);
  });

  it('in a plan by length end exactly at its length when none is missed; only the first gap is odd', () => {
    const byLength = {
      ...pathway(),
      dosage: { interval: workingDays(4), amount: { kind: 'length' as const, length: fixed(14) } },
    };
    const rows = logOf(plan({ pathways: [byLength], waiting: list(1) }));
    // 14 days are three whole intervals of four and 2 days: sessions at 2, 6, 10, 14.
    expect(timesOf(rows, 'held')).toEqual([2, 6, 10, 14]);
    expect(rows.at(-1)).toMatchObject({ what: 'closed', at: 14, length: 14 });
  });
});

describe('a session that finds no hours', () => {
  /** An hour a week, a session an hour long. Working from day 1, so that no session falls due on a week’s first day. */
  const oneHourAWeek = worker({ cap: 3, hoursPerDay: 0.2, from: 1 });

  it('slips to the start of the next week, and those that slipped go first come first', () => {
    const rows = logOf(plan({ workers: [oneHourAWeek], waiting: list(3) }));
    // All due at 6. The first takes the hour of [5, 10), the second that of [10, 15), the third that of [15, 20).
    expect(story(rows, 'held', 'slipped')).toEqual([
      '6 held waiting 1',
      '6 slipped waiting 2',
      '6 slipped waiting 3',
      '10 held waiting 2',
      '10 slipped waiting 3',
      '15 held waiting 3',
    ]);
  });

  it('slips behind none that fell due after it, even in the instant a week starts', () => {
    const pathways = [pathway({ sessions: fixed(2) })];
    const rows = logOf(plan({ pathways, workers: [oneHourAWeek], waiting: list(2) }));
    // Both due at 6: 1 held, 2 slips. 10: 2 held, so next due at 15. 11: 1 is due again, the hour is gone, it slips to 15.
    // 15: 1 has been due since 11, 2 only since now: the hour is 1’s.
    expect(story(rows, 'held')).toEqual([
      '6 held waiting 1',
      '10 held waiting 2',
      '15 held waiting 1',
      '20 held waiting 2',
    ]);
  });

  it('leaves what hours there are to a shorter session', () => {
    const pathways = [pathway({ sessionHours: 3 }), pathway({ sessionHours: 1 })];
    const rows = logOf(
      plan({
        pathways,
        workers: [worker({ cap: 9, hoursPerDay: 0.8, from: 1 })],
        waiting: [waits(-3), waits(-2), waits(-1, { pathway: 1 })],
      }),
    );
    // Four hours a week: three and one; the other three hours wait a week.
    expect(story(rows, 'held', 'slipped')).toEqual([
      '6 held waiting 1',
      '6 slipped waiting 2',
      '6 held waiting 1 of 2',
      '10 held waiting 2',
    ]);
  });

  it('has only the hours of the days its worker is there in a week begun or ended in the middle', () => {
    // In post on days 8 and 9 of [5, 10) and 10 and 11 of [10, 15): two days, two hours in either; sessions of two hours.
    const shortWeeks = plan({
      pathways: [pathway({ interval: 1, sessions: fixed(3), sessionHours: 2 })],
      workers: [worker({ hoursPerDay: 1, from: 8, until: 12 })],
      waiting: list(1),
    });
    expect(story(logOf(shortWeeks), 'held', 'slipped', 'given back')).toEqual([
      '9 held waiting 1',
      '10 held waiting 1',
      '11 slipped waiting 1',
      '12 given back waiting 1',
    ]);
  });
});

describe('a missed session', () => {
  it('uses the hours and comes again an interval later, until the plan is complete', () => {
    const pathways = [pathway({ sessions: fixed(3), missedShare: 0.3 })];
    const workers = [worker({ cap: COUNT })];
    const rows = logOf(plan({ weeks: 60, pathways, workers, waiting: list(COUNT) }));
    const tried = new Map<string, { held: number; missed: number; hours: number }>();
    for (const { what, family, hours } of rows) {
      if (what !== 'held' && what !== 'missed') continue;
      const so = tried.get(family) ?? { held: 0, missed: 0, hours: 0 };
      so[what]++;
      so.hours += hours;
      tried.set(family, so);
    }
    for (const { family, length } of rows.filter(({ what }) => what === 'closed')) {
      const { held, missed, hours } = tried.get(family)!;
      expect(held).toBe(3);
      expect(hours).toBe(held + missed);
      expect(length).toBe(5 * (held + missed));
    }
    const missed = timesOf(rows, 'missed').length;
    expectShare(missed, missed + timesOf(rows, 'held').length, 0.3);
  });
});

describe('dropping out', () => {
  it('may follow any session but the last, and closes the case as disengaged', () => {
    const pathways = [pathway({ sessions: fixed(3), dropOut: 0.4 })];
    const rows = logOf(plan({ pathways, workers: [worker({ cap: COUNT })], waiting: list(COUNT) }));
    const closed = rows.filter(({ what }) => what === 'closed');
    const closedAfter = (sessions: number) => closed.filter(({ length }) => length === 5 * sessions);
    expect(closed).toHaveLength(COUNT);
    expectShare(closedAfter(1).length, COUNT, 0.4);
    expectShare(closedAfter(2).length, COUNT, 0.6 * 0.4);
    expectShare(closedAfter(3).length, COUNT, 0.6 * 0.6);
    const outcomes = (rows: typeof closed) => new Set(rows.map(({ outcome }) => OUTCOMES[outcome]));
    expect(outcomes([...closedAfter(1), ...closedAfter(2)])).toEqual(new Set(['disengaged']));
    // The plan was seen to its end: dropping out after the last session means nothing.
    expect(outcomes(closedAfter(3))).toEqual(new Set(['needsMet']));
  });
});

describe('a worker who leaves', () => {
  const leaver = worker({ until: 12 });

  it('gives the case back to the head of the list with the sessions still owed; the next free worker goes on', () => {
    const workers = [leaver, worker()];
    const pathways = [pathway({ sessions: fixed(3) })];
    const rows = logOf(plan({ pathways, workers, waiting: list(3) }));
    // 1 has had sessions at 5 and 10 when its worker leaves at 12. 2 closes at 15: the place goes to 1, not to 3, for one session at 20.
    expect(story(rows, 'allocated', 'given back', 'reallocated', 'closed')).toEqual([
      '0 allocated waiting 1',
      '0 allocated waiting 2',
      '12 given back waiting 1',
      '15 closed waiting 2',
      '15 reallocated waiting 1',
      '20 closed waiting 1',
      '20 allocated waiting 3',
      '35 closed waiting 3',
    ]);
    const held = rows.filter(({ what, family }) => what === 'held' && family === 'waiting 1');
    expect(held.map(({ at, worker }) => ({ at, worker }))).toEqual([
      { at: 5, worker: 0 },
      { at: 10, worker: 0 },
      { at: 20, worker: 1 },
    ]);
    // Length counts from the first allocation.
    expect(rows.find(({ what, at }) => what === 'closed' && at === 20)!.length).toBe(20);
  });

  it('gives cases back in the order in which they were allocated, ahead of every priority', () => {
    const pathways = [pathway({ sessions: either(8) })];
    const workers = [
      worker({ cap: 1, until: 13 }),
      worker({ cap: 1, from: 3, until: 13 }),
      worker({ cap: 2, from: 16 }),
    ];
    const rows = logOf(plan({ pathways, workers, waiting: list(4) }));
    expect(story(rows, 'allocated', 'given back', 'reallocated').slice(0, 6)).toEqual([
      '0 allocated waiting 1',
      '3 allocated waiting 2',
      '13 given back waiting 1',
      '13 given back waiting 2',
      '16 reallocated waiting 1',
      '16 reallocated waiting 2',
    ]);
  });

  it('hands a case to a colleague with room at once', () => {
    const rows = logOf(
      plan({
        pathways: [pathway({ sessions: fixed(3) })],
        workers: [worker({ until: 7 }), worker({ from: 7 })],
        waiting: list(1),
      }),
    );
    // Owed two: an interval after the new worker begins, and again.
    expect(story(rows, 'given back', 'reallocated', 'held', 'closed')).toEqual([
      '5 held waiting 1',
      '7 given back waiting 1',
      '7 reallocated waiting 1',
      '12 held waiting 1',
      '17 held waiting 1',
      '17 closed waiting 1',
    ]);
  });
});

describe('workers who come or leave on one day', () => {
  it('come together: families go to each in turn, the one with most room first', () => {
    const workers = [worker({ cap: 3, from: 7 }), worker({ cap: 3, from: 7 })];
    const rows = logOf(plan({ workers, waiting: list(4) }));
    const given = rows.filter(({ what, at }) => what === 'allocated' && at === 7);
    expect(given.map(({ worker }) => worker)).toEqual([0, 1, 0, 1]);
  });

  it('leave together: no case goes to a colleague who leaves at that very instant, so each changes worker once', () => {
    const workers = [worker({ cap: 1, until: 7 }), worker({ cap: 2, until: 7 }), worker({ cap: 2, from: 9 })];
    const rows = logOf(plan({ workers, pathways: [pathway({ sessions: fixed(2) })], waiting: list(2) }));
    expect(story(rows, 'given back', 'reallocated')).toEqual([
      '7 given back waiting 1',
      '7 given back waiting 2',
      '9 reallocated waiting 1',
      '9 reallocated waiting 2',
    ]);
  });
});

describe('a case open at the start', () => {
  it.each([
    [0, 4],
    [1, 3],
    [3, 1],
  ])('that has had %i of four sessions has %i more, the first within an interval', (had, left) => {
    const rows = logOf(plan({ pathways: [pathway({ sessions: fixed(4) })], open: [openCase(had)] }));
    const held = timesOf(rows, 'held');
    expect(held).toHaveLength(left);
    expect(held[0]).toBeGreaterThan(0);
    expect(held[0]).toBeLessThanOrEqual(5);
    // Four sessions five days apart, whenever the run met them.
    expect(rows.at(-1)!.length).toBeCloseTo(20, 9);
  });

  it('that has had far more sessions than its plan could be expected to have is still closed in good time', () => {
    // Lengths are exponential with a mean of one day, so whatever has been had already a day is left on average: 60 are as good as never.
    const byLength = {
      ...pathway(),
      dosage: {
        interval: workingDays(1),
        amount: { kind: 'length' as const, length: { kind: 'exponential' as const, mean: 1 } },
      },
    };
    const open = Array.from({ length: 40 }, () => openCase(37));
    const rows = logOf(plan({ weeks: 12, pathways: [byLength], workers: [worker({ cap: 40 })], open }));
    expect(timesOf(rows, 'closed')).toHaveLength(40);
  });

  it('of unknown progress is met in proportion to its length, at a uniform point', () => {
    // Half the plans have 2 sessions, half 6. In a service that has long been running a case met is long with chance 6 / 8,
    // and each number of sessions to come is as likely as another: 1 or 2 of a short one, 1 to 6 of a long one.
    const rows = logOf(
      plan({
        pathways: [pathway({ sessions: either(2, 6) })],
        workers: [worker({ cap: COUNT })],
        open: Array.from({ length: COUNT }, () => openCase(null)),
      }),
    );
    const toCome = new Map<string, number>();
    for (const { what, family } of rows)
      if (what === 'held') toCome.set(family, (toCome.get(family) ?? 0) + 1);
    const share = (sessions: number) => [...toCome.values()].filter((count) => count === sessions).length;
    for (const sessions of [1, 2]) expectShare(share(sessions), COUNT, 0.25 / 2 + 0.75 / 6);
    for (const sessions of [3, 4, 5, 6]) expectShare(share(sessions), COUNT, 0.75 / 6);
  });

  it('is planned as cases were before the start, not as the pathway plans from then on', () => {
    const rows = logOf(
      plan({
        pathways: [pathway({ sessions: fixed(1) })],
        planned: [{ kind: 'sessions', sessions: fixed(4) }],
        open: [openCase(2)],
        waiting: [waits(0)],
      }),
    );
    const held = (family: string) => rows.filter((row) => row.what === 'held' && row.family === family);
    expect(held('open 1')).toHaveLength(2);
    expect(held('waiting 1')).toHaveLength(1);
  });

  it('closes as often as in the long run from the first week on, missed sessions and all', () => {
    // Renewal theory: cases met at random in a service of n open for a mean of m days close at n / m a day at any time.
    const missing = {
      ...pathway(),
      missedShare: probability(0.15),
      dosage: {
        interval: workingDays(10),
        amount: { kind: 'length' as const, length: { kind: 'gamma' as const, mean: 60, cv: 0.55 } },
      },
    };
    const rows = logOf(
      plan({
        weeks: 2,
        pathways: [missing],
        workers: [worker({ cap: COUNT })],
        open: Array.from({ length: COUNT }, () => openCase(null)),
      }),
    );
    for (const [from, to] of [
      [0, WEEK],
      [WEEK, 2 * WEEK],
    ] as const) {
      const closed = timesOf(rows, 'closed').filter((at) => at >= from && at < to).length;
      expectShare(closed, COUNT, WEEK / 60);
    }
  });
});
