/** Consent before the list, and to the place offered. A case takes five days (one session) unless said. */
import { describe, expect, it } from 'vitest';
import { probability } from '../../sim/units.ts';
import { logOf, type Row, story, timesOf } from './event-log.ts';
import { fixed, need, panel, pathway, plan, replayed, waits, worker } from './plan-builder.ts';

const of = (rows: readonly Row[], what: Row['what']) => rows.filter((row) => row.what === what);
const names = (rows: readonly Row[], what: Row['what']) => of(rows, what).map(({ family }) => family);
const FAMILIES = 4000;
const standardError = (share: number, count: number) => Math.sqrt((share * (1 - share)) / count);

describe('consent before the list', () => {
  const decided = (declinesBefore: number, seed = 1) =>
    logOf(
      plan({
        sources: [replayed([FAMILIES])],
        needs: [need({ declinesBefore, pathways: [0.5] })],
        workers: [worker({ cap: FAMILIES })],
      }),
      { seed },
    );

  it('is refused by the share of the families sent to a pathway; the others join', () => {
    const rows = decided(0.3);
    const refused = of(rows, 'declined before').length;
    const joined = of(rows, 'joined').length;
    expect(Math.abs((refused + joined) / FAMILIES - 0.5)).toBeLessThan(3 * standardError(0.5, FAMILIES));
    expect(Math.abs(refused / (refused + joined) - 0.3)).toBeLessThan(
      3 * standardError(0.3, refused + joined),
    );
    expect(names(rows, 'declined before').filter((family) => names(rows, 'joined').includes(family))).toEqual(
      [],
    );
  });

  it('is refused in the instant of the decision, and by the same families when more refuse', () => {
    const few = decided(0.1);
    const many = new Set(names(decided(0.3), 'declined before'));
    expect(names(few, 'declined before').filter((family) => !many.has(family))).toEqual([]);
    const decidedAt = new Map(of(few, 'decided').map(({ family, at }) => [family, at]));
    for (const { family, at } of of(few, 'declined before')) expect(at).toBe(decidedAt.get(family));
  });

  it('is asked again of a family that comes back', () => {
    const comesBack = { chance: probability(1), delay: fixed(1), returnsTo: 'front door' as const };
    const rows = logOf(
      plan({
        weeks: 4,
        sources: [replayed([FAMILIES])],
        pathways: [pathway({ comesBack })],
        needs: [need({ declinesBefore: 0.3 })],
        workers: [worker({ cap: FAMILIES })],
      }),
    );
    const again = of(rows, 'decided').filter(({ episode }) => episode === 1).length;
    const refused = of(rows, 'declined before').filter(({ episode }) => episode === 1).length;
    expect(again).toBe(of(rows, 'joined').filter(({ episode }) => episode === 0).length);
    expect(Math.abs(refused / again - 0.3)).toBeLessThan(3 * standardError(0.3, again));
  });

  it('changes on a date for those decided from then on', () => {
    const changes = [{ at: 2, needs: [need({ declinesBefore: 1 })] }];
    const rows = logOf(plan({ sources: [replayed([50])], workers: [worker({ cap: 50 })], changes }));
    expect(timesOf(rows, 'joined').every((time) => time < 2)).toBe(true);
    expect(timesOf(rows, 'declined before').every((time) => time >= 2)).toBe(true);
    expect(timesOf(rows, 'joined').length + timesOf(rows, 'declined before').length).toBe(50);
  });
});

describe('consent to the place offered', () => {
  const declines = need({ declinesOffer: 1 });
  const accepts = need();

  it('when refused leaves the place free for the next in the same instant', () => {
    const waiting = [waits(-9), waits(-8, { need: 1 }), waits(-7), waits(-6, { need: 1 })];
    const rows = logOf(plan({ needs: [declines, accepts], waiting }));
    expect(story(rows, 'declined offer', 'allocated')).toEqual([
      '0 declined offer waiting 1',
      '0 allocated waiting 2',
      '5 declined offer waiting 3',
      '5 allocated waiting 4',
    ]);
    expect(of(rows, 'declined offer').map(({ wait }) => wait)).toEqual([9, 12]);
  });

  it('is not asked of a family for whom there is no place', () => {
    const rows = logOf(plan({ needs: [declines], workers: [worker({ cap: 0 })], waiting: [waits(-9)] }));
    expect(of(rows, 'declined offer')).toEqual([]);
  });

  it('when refused ends the wait: nobody withdraws or escalates afterwards', () => {
    const impatient = need({ declinesOffer: 1, patience: fixed(12), escalation: 0.2 });
    const workers = [worker({ from: 1 })];
    const rows = logOf(
      plan({ needs: [impatient], workers, waiting: Array.from({ length: 40 }, () => waits(0)) }),
    );
    const early = timesOf(rows, 'escalated');
    expect(early.every((time) => time < 1)).toBe(true);
    expect(timesOf(rows, 'declined offer')).toEqual(new Array(40 - early.length).fill(1));
    expect(of(rows, 'withdrew')).toEqual([]);
  });

  it('when refused at once leaves a family that has just joined gone in that instant', () => {
    const rows = logOf(plan({ sources: [replayed([5])], needs: [declines] }));
    expect(timesOf(rows, 'declined offer')).toEqual(timesOf(rows, 'joined'));
    expect(of(rows, 'declined offer').map(({ wait }) => wait)).toEqual([0, 0, 0, 0, 0]);
  });

  it('when refused does not use up what a panel may give', () => {
    const waiting = [waits(-9), waits(-8, { need: 1 }), waits(-7, { need: 1 })];
    const rows = logOf(
      plan({ needs: [declines, accepts], timing: panel(4, 1), workers: [worker({ cap: 9 })], waiting }),
    );
    expect(story(rows, 'declined offer', 'allocated')).toEqual([
      '4 declined offer waiting 1',
      '4 allocated waiting 2',
      '8 allocated waiting 3',
    ]);
  });

  it('is not asked of a family in work whose worker has left', () => {
    const rows = logOf(
      plan({
        needs: [accepts],
        workers: [worker({ until: 3 }), worker({ from: 3 })],
        waiting: [waits(0)],
        changes: [{ at: 1, needs: [declines] }],
      }),
    );
    expect(story(rows, 'allocated', 'reallocated', 'declined offer')).toEqual([
      '0 allocated waiting 1',
      '3 reallocated waiting 1',
    ]);
  });

  it('is refused by the share said', () => {
    const rows = logOf(
      plan({
        needs: [need({ declinesOffer: 0.2 })],
        workers: [worker({ cap: FAMILIES })],
        waiting: Array.from({ length: FAMILIES }, () => waits(-1)),
      }),
    );
    const refused = of(rows, 'declined offer').length;
    expect(Math.abs(refused / FAMILIES - 0.2)).toBeLessThan(3 * standardError(0.2, FAMILIES));
    expect(of(rows, 'allocated')).toHaveLength(FAMILIES - refused);
  });
});
