/** Places by hand: when they are offered, to whom, and how many. A case takes five days (one session) unless said. */
import { describe, expect, it } from 'vitest';
import { workingDays } from '../../sim/units.ts';
import { logOf, story, timesOf } from './event-log.ts';
import { fixed, need, openCase, pathway, plan, waits, worker } from './plan-builder.ts';

const list = (count: number) => Array.from({ length: count }, (_, i) => waits(-count + i));

describe('a place that is freed', () => {
  it('is filled in the same instant', () => {
    const rows = logOf(plan({ waiting: list(3) }));
    expect(story(rows, 'closed', 'allocated').slice(0, 5)).toEqual([
      '0 allocated waiting 1',
      '5 closed waiting 1',
      '5 allocated waiting 2',
      '10 closed waiting 2',
      '10 allocated waiting 3',
    ]);
  });
});

describe('places that open', () => {
  it('are all offered when a worker starts, not one for each later event', () => {
    const workers = [worker({ cap: 1 }), worker({ cap: 3, from: 7 })];
    const rows = logOf(plan({ pathways: [pathway({ sessions: fixed(10) })], workers, waiting: list(6) }));
    expect(timesOf(rows, 'allocated').slice(0, 4)).toEqual([0, 7, 7, 7]);
  });

  it('are all offered when two workers start on one day', () => {
    const workers = [worker({ cap: 2, from: 7 }), worker({ cap: 2, from: 7 })];
    const rows = logOf(plan({ workers, waiting: list(5) }));
    // The first week’s cases are done five days later.
    expect(timesOf(rows, 'allocated')).toEqual([7, 7, 7, 7, 12]);
  });

  it('are all offered at the very start', () => {
    const workers = [worker({ cap: 2 }), worker({ cap: 1 })];
    expect(timesOf(logOf(plan({ workers, waiting: list(4) })), 'allocated')).toEqual([0, 0, 0, 5]);
  });
});

describe('the worker chosen', () => {
  it('has most room, the first of equals', () => {
    const workers = [worker({ cap: 2 }), worker({ cap: 4 }), worker({ cap: 3 })];
    const rows = logOf(plan({ workers, waiting: list(6) }));
    // Room: 2 4 3 -> second; 2 3 3 -> second; 2 2 3 -> third; 2 2 2 -> first; 1 2 2 -> second; 1 1 2 -> third.
    const given = rows.filter(({ what, at }) => what === 'allocated' && at === 0);
    expect(given.map(({ worker }) => worker)).toEqual([1, 1, 2, 0, 1, 2]);
  });

  it('is in a team that serves the pathway, and in post', () => {
    const serves = plan({
      needs: [need({ pathways: [0.5, 0.5] })],
      pathways: [pathway(), pathway()],
      teams: [[0], [0, 1]],
      workers: [worker({ cap: 9, team: 0 }), worker({ cap: 1, team: 1, from: 3 })],
      waiting: [waits(-2, { pathway: 1 }), waits(-1, { pathway: 0 })],
    });
    const rows = logOf(serves).filter(({ what }) => what === 'allocated');
    expect(rows.map(({ at, pathway, worker }) => ({ at, pathway, worker }))).toEqual([
      { at: 0, pathway: 0, worker: 0 },
      { at: 3, pathway: 1, worker: 1 },
    ]);
  });
});

describe('a worker over the cap at the start', () => {
  it('is given no new case until below it', () => {
    const rows = logOf(
      plan({
        pathways: [pathway({ sessions: fixed(3) })],
        workers: [worker({ cap: 2 })],
        // Each has one session to come, in the first week.
        open: [openCase(2), openCase(2), openCase(2), openCase(2)],
        waiting: list(3),
      }),
    );
    const closed = timesOf(rows, 'closed');
    // Four open, cap two: the third closure leaves one, so there is room for one; the fourth leaves room for another.
    expect(timesOf(rows, 'allocated').slice(0, 2)).toEqual([closed[2], closed[3]]);
  });
});

describe('case weights', () => {
  it('count against the cap, and the first of a list holds back its own list only', () => {
    const twoLists = plan({
      needs: [need({ pathways: [0.5, 0.5] })],
      pathways: [pathway({ weight: 1.5 }), pathway({ weight: 1 })],
      workers: [worker({ cap: 2.5 })],
      waiting: [
        waits(-9, { pathway: 0 }),
        waits(-8, { pathway: 0 }),
        waits(-7, { pathway: 1 }),
        waits(-6, { pathway: 1 }),
      ],
    });
    // 1.5 used, 1 left: the second intensive family does not fit, the first ordinary one behind it does. Both close at 5.
    expect(story(logOf(twoLists), 'allocated')).toEqual([
      '0 allocated waiting 1',
      '0 allocated waiting 1 of 2',
      '5 allocated waiting 2',
      '5 allocated waiting 2 of 2',
    ]);
  });

  it('of a tenth add up without rounding a place away', () => {
    const tenth = plan({
      pathways: [pathway({ weight: 0.1 })],
      workers: [worker({ cap: 1 })],
      waiting: list(11),
    });
    expect(timesOf(logOf(tenth), 'allocated')).toEqual([...new Array(10).fill(0), 5]);
  });
});

describe('a panel', () => {
  it('sits every so many days, the first one interval after the start, and gives at most so many places', () => {
    const timing = { kind: 'panel', every: workingDays(4), most: 2 } as const;
    const rows = logOf(plan({ timing, workers: [worker({ cap: 10 })], waiting: list(5) }));
    expect(timesOf(rows, 'allocated')).toEqual([4, 4, 8, 8, 12]);
  });

  it('leaves a freed place empty until it next sits', () => {
    const timing = { kind: 'panel', every: workingDays(4), most: Number.POSITIVE_INFINITY } as const;
    const rows = logOf(plan({ timing, waiting: list(3) }));
    // Given at 4, closed at 9, next panel at 12; closed at 17, next panel at 20.
    expect(timesOf(rows, 'allocated')).toEqual([4, 12, 20]);
  });

  it('sees a family that joins, and a place that is freed, in the instant it sits', () => {
    const timing = { kind: 'panel', every: workingDays(5), most: Number.POSITIVE_INFINITY } as const;
    const impatient = [need({ patience: fixed(10) })];
    const rows = logOf(plan({ timing, needs: impatient, waiting: [waits(-5), waits(0)] }));
    // The panel at 5 reaches the first as patience ends; its case closes at 10 as the panel sits and the second’s patience ends.
    expect(story(rows, 'allocated', 'withdrew', 'closed')).toEqual([
      '5 allocated waiting 1',
      '10 closed waiting 1',
      '10 allocated waiting 2',
      '15 closed waiting 2',
    ]);
  });
});
