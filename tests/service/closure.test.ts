/** What is recorded at closure: outcomes by their shares, what a change of recording or a clean-up of old cases does to them, and needs before and after. */
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../sim/plan.ts';
import { logOf, type Row } from './event-log.ts';
import { fixed, need, openCase, pathway, plan, replayed, waits, worker } from './plan-builder.ts';

const FAMILIES = 2000;

const closures = (rows: readonly Row[]) => rows.filter(({ what }) => what === 'closed');
const outcomeOf = ({ outcome }: Row) => OUTCOMES[outcome]!;

/** Within four standard errors of a share of so many. */
function expectShare(part: number, whole: number, share: number) {
  expect(Math.abs(part / whole - share)).toBeLessThanOrEqual(4 * Math.sqrt((share * (1 - share)) / whole));
}

describe('outcomes', () => {
  it('of plans seen to their end come in the shares said', () => {
    const shares = [0.74, 0.15, 0.04, 0, 0, 0.07];
    const rows = closures(
      logOf(
        plan({
          pathways: [pathway({ outcomes: shares })],
          workers: [worker({ cap: FAMILIES })],
          waiting: Array.from({ length: FAMILIES }, () => waits(0)),
        }),
      ),
    );
    expect(rows).toHaveLength(FAMILIES);
    OUTCOMES.forEach((outcome, index) => {
      expectShare(rows.filter((row) => outcomeOf(row) === outcome).length, FAMILIES, shares[index]!);
    });
  });

  it('recorded otherwise from a date on change their shares and nothing else', () => {
    // Two places, two sessions five days apart: families begun before day 20 have closed, and been recorded, in the old way.
    const parts = {
      weeks: 12,
      sources: [replayed([2, 1, 2, 1, 2, 1])],
      pathways: [pathway({ sessions: fixed(2) })],
      workers: [worker({ cap: 2 })],
    };
    const disengaged = [pathway({ sessions: fixed(2), outcomes: [0, 1, 0, 0, 0, 0] })];
    const as = logOf(plan(parts));
    const otherwise = logOf(plan({ ...parts, changes: [{ at: 20, pathways: disengaged }] }));
    const bare = (rows: readonly Row[]) => rows.map((row) => ({ ...row, outcome: 0, terms: 0 }));
    expect(bare(otherwise)).toEqual(bare(as));
    expect(closures(as)).toHaveLength(9);
    expect(new Set(closures(as).map(outcomeOf))).toEqual(new Set(['needsMet']));
    expect(new Set(closures(otherwise).map(outcomeOf))).toEqual(new Set(['needsMet', 'disengaged']));
    for (const row of closures(otherwise)) {
      expect(outcomeOf(row)).toBe(row.at - row.length < 20 ? 'needsMet' : 'disengaged');
    }
  });
});

describe('old cases never closed, in the records of the first day,', () => {
  const had = (...sessions: number[]) => sessions.map((each) => openCase(each));
  const parts = {
    pathways: [pathway({ sessions: fixed(4) })],
    workers: [worker({ cap: 4 })],
    waiting: [waits(-20), waits(-10)],
  };
  const allocations = (open: ReturnType<typeof had>) =>
    logOf(plan({ ...parts, open })).filter(({ what }) => what === 'allocated');

  it('look like closures of the first week and keep places until then; left out, the places are free at once', () => {
    const old = had(90, 90);
    const rows = logOf(plan({ ...parts, open: [...had(1, 1), ...old] }));
    expect(closures(rows).filter(({ at }) => at < 5)).toHaveLength(old.length);
    const waited = allocations([...had(1, 1), ...old]);
    for (const { at } of waited) {
      expect(at).toBeGreaterThan(0);
      expect(at).toBeLessThan(5);
    }
    expect(waited).toHaveLength(2);
    expect(allocations(had(1, 1)).map(({ at }) => at)).toEqual([0, 0]);
  });
});

describe('needs before and after', () => {
  it('are those of the families who come, and of those closed without needs met', () => {
    // Seven in ten come with the greater need, for which three in four closures meet it; one in four for the lesser. What is left after
    // closure is 0.7 x 0.25 = 0.175 of all with the greater and 0.3 x 0.75 = 0.225 with the lesser: 44 in 100 of those left.
    const weekly = Array.from({ length: 10 }, () => FAMILIES / 10);
    const needs = [need({ pathways: [1, 0] }), need({ pathways: [0, 1] })];
    const met = (share: number) => pathway({ outcomes: [share, 0, 0, 0, 0, 1 - share] });
    const rows = closures(
      logOf(
        plan({
          sources: [replayed(weekly, { needs: [0.7, 0.3] })],
          needs,
          pathways: [met(0.75), met(0.25)],
          workers: [worker({ cap: FAMILIES })],
        }),
      ),
    );
    expect(rows).toHaveLength(FAMILIES);
    const greater = (those: readonly Row[]) => those.filter((row) => row.need === 0).length;
    expectShare(greater(rows), rows.length, 0.7);
    const left = rows.filter((row) => outcomeOf(row) !== 'needsMet');
    expectShare(left.length, rows.length, 0.4);
    expectShare(greater(left), left.length, 0.175 / 0.4);
  });
});
