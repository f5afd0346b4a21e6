/** Lists and teams by locality, and caps that count children. A case takes five days (one session) unless said. */
import { describe, expect, it } from 'vitest';
import { workingDays } from '../../sim/units.ts';
import { logOf, type Row, story, timesOf } from './event-log.ts';
import { either, fixed, need, openCase, panel, pathway, plan, team, waits, worker } from './plan-builder.ts';

const of = (rows: readonly Row[], what: Row['what']) => rows.filter((row) => row.what === what);
const list = (count: number) => Array.from({ length: count }, (_, index) => waits(index - count));
const byLocality = (overflowAfter = Number.POSITIVE_INFINITY) =>
  ({ kind: 'by locality', overflowAfter: workingDays(overflowAfter) }) as const;
const TWO_TEAMS = [team({ locality: 0 }), team({ locality: 1 })];
const ONE_PLACE_EACH = [worker({ team: 0 }), worker({ team: 1 })];

describe('the home of a family', () => {
  const families = 4000;
  const homes = (localities: readonly number[]) =>
    of(logOf(plan({ weeks: 1, localities, workers: [], waiting: list(families) })), 'joined');

  it('is drawn by the shares of the localities, and is the same family’s in every run', () => {
    const rows = homes([0.3, 0.5, 0.2]);
    [0.3, 0.5, 0.2].forEach((share, locality) => {
      const found = rows.filter((row) => row.locality === locality).length / families;
      expect(Math.abs(found - share)).toBeLessThan(3 * Math.sqrt((share * (1 - share)) / families));
    });
    const again = homes([0.3, 0.7]);
    expect(rows.filter((row, index) => row.locality === 0 && again[index]!.locality !== 0)).toEqual([]);
  });
});

describe('one list for everybody', () => {
  it('offers every place to whoever waits longest, wherever they live', () => {
    const localities = [0.5, 0.5];
    const rows = logOf(plan({ localities, teams: TWO_TEAMS, workers: ONE_PLACE_EACH, waiting: list(8) }));
    expect(timesOf(rows, 'allocated')).toEqual([0, 0, 5, 5, 10, 10, 15, 15]);
    expect(of(rows, 'allocated').map(({ family }) => family)).toEqual(
      of(rows, 'joined').map(({ family }) => family),
    );
  });
});

describe('a list for each locality', () => {
  it('offers a family to its own team only, first come first served within the locality', () => {
    const rows = logOf(
      plan({
        localities: [0.5, 0.5],
        pooling: byLocality(),
        teams: TWO_TEAMS,
        workers: ONE_PLACE_EACH,
        waiting: list(12),
      }),
    );
    for (const locality of [0, 1]) {
      const waiting = of(rows, 'joined').filter((row) => row.locality === locality);
      const given = of(rows, 'allocated').filter((row) => row.locality === locality);
      expect(given.map(({ at }) => at)).toEqual(waiting.map((_, index) => index * 5));
      expect(given.map(({ family }) => family)).toEqual(waiting.map(({ family }) => family));
      expect(new Set(given.map((row) => row.team))).toEqual(new Set([locality]));
    }
  });

  it('lets a team of the whole area take from each, the longest wait first', () => {
    const rows = logOf(
      plan({ localities: [0.5, 0.5], pooling: byLocality(), teams: [team()], waiting: list(6) }),
    );
    expect(timesOf(rows, 'allocated')).toEqual([0, 5, 10, 15, 20, 25]);
    expect(of(rows, 'allocated').map(({ family }) => family)).toEqual(
      of(rows, 'joined').map(({ family }) => family),
    );
  });

  it('leaves a family without a team of its own waiting for ever, unless it may go elsewhere', () => {
    const rows = logOf(
      plan({
        localities: [1, 0],
        pooling: byLocality(),
        teams: TWO_TEAMS,
        workers: [worker({ team: 1 })],
        waiting: list(2),
      }),
    );
    expect(of(rows, 'allocated')).toEqual([]);
  });
});

describe('after so long a wait a family', () => {
  const elsewhere = { localities: [1, 0], teams: TWO_TEAMS, pooling: byLocality(8) };

  it('is offered to any locality: at the next start of a week, or when a place is offered', () => {
    // Eight days are over at 5 and at 7: the second is seen at the next start of a week.
    const two = logOf(
      plan({ ...elsewhere, workers: [worker({ team: 1, cap: 2 })], waiting: [waits(-3), waits(-1)] }),
    );
    expect(story(two, 'allocated')).toEqual(['5 allocated waiting 1', '10 allocated waiting 2']);
    // A place is offered at 7, when a worker begins.
    const workers = [worker({ team: 1 }), worker({ team: 1, from: 7 })];
    const offered = logOf(plan({ ...elsewhere, workers, waiting: [waits(-3), waits(-1)] }));
    expect(story(offered, 'allocated')).toEqual(['5 allocated waiting 1', '7 allocated waiting 2']);
  });

  it('is offered at the start of the run if it has waited long enough by then', () => {
    const rows = logOf(plan({ ...elsewhere, workers: [worker({ team: 1 })], waiting: [waits(-8)] }));
    expect(story(rows, 'allocated')).toEqual(['0 allocated waiting 1']);
  });

  it('still goes to its own team where that has room', () => {
    const workers = [worker({ team: 0 }), worker({ team: 1, cap: 9 })];
    const rows = logOf(plan({ ...elsewhere, workers, waiting: [waits(-20), waits(-19)] }));
    expect(of(rows, 'allocated').map(({ at, team }) => [at, team])).toEqual([
      [0, 0],
      [0, 1],
    ]);
  });

  it('is held back only by others that have waited so long', () => {
    const needs = [need({ priority: 1 }), need({ priority: 2 })];
    const waiting = [waits(-20, { need: 1 }), waits(-19, { need: 1 }), waits(-1)];
    const order = { kind: 'priority' } as const;
    const rows = logOf(plan({ ...elsewhere, needs, order, workers: [worker({ team: 1 })], waiting }));
    // The urgent family has waited one day: its own locality has no place, others may not take it before 7.
    expect(story(rows, 'allocated')).toEqual([
      '0 allocated waiting 1',
      '5 allocated waiting 2',
      '10 allocated waiting 3',
    ]);
  });

  it('waits for the panel where places are given by one', () => {
    const workers = [worker({ team: 1, cap: 9 })];
    const rows = logOf(plan({ ...elsewhere, timing: panel(6), workers, waiting: [waits(-3), waits(-1)] }));
    expect(timesOf(rows, 'allocated')).toEqual([6, 12]);
  });
});

describe('a dated change to one list', () => {
  it('offers places to everyone on its day', () => {
    const rows = logOf(
      plan({
        localities: [1, 0],
        pooling: byLocality(),
        teams: TWO_TEAMS,
        workers: [worker({ team: 1, cap: 2 })],
        waiting: list(3),
        changes: [{ at: 7, allocation: { pooling: { kind: 'one list' } } }],
      }),
    );
    expect(timesOf(rows, 'allocated')).toEqual([7, 7, 12]);
  });
});

describe('a panel of allocation', () => {
  it('keeps its days through a change that leaves its interval alone', () => {
    const changes = [{ at: 7, allocation: { timing: panel(6, 2) } }];
    const parts = { timing: panel(6, 1), workers: [worker({ cap: 9 })], waiting: list(4), changes };
    expect(timesOf(logOf(plan(parts)), 'allocated')).toEqual([6, 12, 12, 18]);
  });
});

describe('caps in children', () => {
  const CAP = 8;
  /** The first in line waits until its children fit; cases end five days after they begin. */
  const byHand = (children: readonly number[], weight: number) => {
    const ends: { at: number; room: number }[] = [];
    let now = 0;
    return children.map((count) => {
      const needs = count * weight;
      for (;;) {
        const used = ends.filter(({ at }) => at > now).reduce((sum, { room }) => sum + room, 0);
        if (used + needs <= CAP) break;
        now += 5;
      }
      ends.push({ at: now + 5, room: needs });
      return now;
    });
  };

  it.each([
    [1, [1]],
    [1.5, [1]],
    [1, [0.5, 0.5]],
  ])(
    'take a weight of %d for each child, and one list holds back all behind its first, homes %j',
    (weight, localities) => {
      const rows = logOf(
        plan({
          weeks: 60,
          children: either(1, 2, 3, 5),
          capsCount: 'children',
          localities,
          pathways: [pathway({ weight })],
          workers: [worker({ cap: CAP })],
          waiting: list(40),
        }),
      );
      const children = of(rows, 'joined').map((row) => row.children);
      expect(new Set(children)).toEqual(new Set([1, 2, 3, 5]));
      expect(timesOf(rows, 'allocated')).toEqual(byHand(children, weight));
      for (const row of of(rows, 'allocated')) expect(row.weight).toBe(weight * row.children);
    },
  );

  it('count families where they do not count children', () => {
    const parts = { children: fixed(4), workers: [worker({ cap: 2 })], waiting: list(2) };
    expect(timesOf(logOf(plan(parts)), 'allocated')).toEqual([0, 0]);
    // Four are more than the cap: the first family is the worker’s only one, and the second waits until it has gone.
    expect(timesOf(logOf(plan({ ...parts, capsCount: 'children' })), 'allocated')).toEqual([0, 5]);
  });

  it('wait for the one whose cap is large enough, if there is one, and for a worker who holds nobody if not', () => {
    const parts = { children: fixed(4), capsCount: 'children' as const, waiting: list(2) };
    const large = plan({ ...parts, workers: [worker({ cap: 2 }), worker({ cap: 4, from: 9 })] });
    expect(timesOf(logOf(large), 'allocated')).toEqual([9, 14]);
    const small = plan({ ...parts, workers: [worker({ cap: 2 }), worker({ cap: 3, from: 9 })] });
    const given = logOf(small).filter(({ what }) => what === 'allocated');
    expect(given.map(({ at, worker: by }) => [at, by])).toEqual([
      [0, 0],
      [5, 0],
    ]);
  });

  it('count the children of cases open at the start', () => {
    const rows = logOf(
      plan({
        children: fixed(4),
        capsCount: 'children',
        pathways: [pathway({ sessions: fixed(2) })],
        workers: [worker({ cap: 7 })],
        open: [openCase(1)],
        waiting: list(1),
      }),
    );
    expect(timesOf(rows, 'allocated')).toEqual(timesOf(rows, 'closed').slice(0, 1));
  });
});
