/** The triage panel, and dated changes of the front door. Times of referral are drawn: the hand work starts from those in the log. */
import { describe, expect, it } from 'vitest';
import { hours, probability } from '../../sim/units.ts';
import { logOf, type Row, timesOf } from './event-log.ts';
import { fixed, need, panel, plan, replayed, worker } from './plan-builder.ts';

const of = (rows: readonly Row[], what: Row['what']) => rows.filter((row) => row.what === what);
const NINE = [replayed([9])];

describe('a triage panel', () => {
  it('sits every so often, the first time after one such time, and decides on everyone whose information is complete', () => {
    const rows = logOf(plan({ sources: NINE, triage: panel(3), gathering: fixed(1), decision: fixed(50) }));
    expect(timesOf(rows, 'decided')).toEqual(
      timesOf(rows, 'referred').map((referred) => Math.ceil((referred + 1) / 3) * 3),
    );
  });

  it('makes at most so many decisions, first come first served', () => {
    const rows = logOf(plan({ sources: NINE, triage: panel(6, 4), desks: 1 }));
    expect(timesOf(rows, 'decided')).toEqual([6, 6, 6, 6, 12, 12, 12, 12, 18]);
    expect(of(rows, 'decided').map(({ family }) => family)).toEqual(
      of(rows, 'referred').map(({ family }) => family),
    );
  });

  it('sends families as a desk would: the same decision for the same family', () => {
    const parts = { sources: NINE, needs: [need({ pathways: [0.5] })], workers: [worker({ cap: 9 })] };
    const joined = (rows: readonly Row[]) => of(rows, 'joined').map(({ family }) => family);
    const atOnce = joined(logOf(plan(parts)));
    expect(atOnce.length).toBeGreaterThan(0);
    expect(joined(logOf(plan({ ...parts, triage: panel(3) })))).toEqual(atOnce);
  });

  it('keeps its days through a change that leaves its interval alone, and takes the new number of decisions', () => {
    const changes = [{ at: 7, frontDoor: { timing: panel(6, 3) } }];
    const rows = logOf(plan({ sources: NINE, triage: panel(6, 4), changes }));
    expect(timesOf(rows, 'decided')).toEqual([6, 6, 6, 6, 12, 12, 12, 18, 18]);
  });

  it('first sits one interval after a change of the interval', () => {
    const changes = [{ at: 7, frontDoor: { timing: panel(4, 4) } }];
    const rows = logOf(plan({ sources: NINE, triage: panel(6, 4), changes }));
    expect(timesOf(rows, 'decided')).toEqual([6, 6, 6, 6, 11, 11, 11, 11, 15]);
  });
});

describe('a dated change of the front door', () => {
  const decision = fixed(10);

  it('that adds desks lets those who wait sit down at once', () => {
    const rows = logOf(
      plan({ weeks: 10, sources: NINE, desks: 1, decision, changes: [{ at: 6, frontDoor: { desks: 3 } }] }),
    );
    const first = timesOf(rows, 'referred')[0]!;
    expect(timesOf(rows, 'decided')).toEqual(
      [first + 10, 16, 16, first + 20, 26, 26, first + 30, 36, 36].toSorted((a, b) => a - b),
    );
  });

  it('that takes desks away lets decisions under way be finished', () => {
    const rows = logOf(
      plan({ weeks: 20, sources: NINE, desks: 3, decision, changes: [{ at: 6, frontDoor: { desks: 1 } }] }),
    );
    const [first, second, third] = timesOf(rows, 'referred');
    const expected = [
      first! + 10,
      second! + 10,
      ...[10, 20, 30, 40, 50, 60, 70].map((time) => third! + time),
    ];
    timesOf(rows, 'decided').forEach((time, index) => {
      expect(time).toBeCloseTo(expected[index]!, 9);
    });
    expect(expected).toHaveLength(timesOf(rows, 'decided').length);
  });

  it('from desks to a panel and back loses nobody', () => {
    const changes = [
      { at: 6, frontDoor: { timing: panel(5, 2) } },
      { at: 17, frontDoor: { timing: { kind: 'at once' as const } } },
    ];
    const rows = logOf(plan({ weeks: 20, sources: NINE, desks: 1, decision: fixed(3), changes }));
    const [first, second] = timesOf(rows, 'referred');
    // The second is at the desk when the panel comes. Two each at 11 and 16, then the desk takes the last three from 17 on.
    const atTheDesk = [first! + 3, Math.max(second!, first! + 3) + 3];
    expect(atTheDesk[1]! - 3).toBeLessThan(6);
    expect(timesOf(rows, 'decided')).toEqual([...atTheDesk, 11, 11, 16, 16, 20, 23, 26]);
  });

  it('that ends gathering holds for those referred from then on', () => {
    const changes = [{ at: 2.5, frontDoor: { gathering: fixed(0) } }];
    const rows = logOf(plan({ sources: NINE, gathering: fixed(4), changes }));
    const expected = timesOf(rows, 'referred').map((time) => (time < 2.5 ? time + 4 : time));
    expect(timesOf(rows, 'decided')).toEqual(expected.toSorted((a, b) => a - b));
  });

  it('of the routes holds for decisions begun from then on', () => {
    const changes = [{ at: 2.5, needs: [need({ pathways: [0] })] }];
    const rows = logOf(plan({ sources: NINE, workers: [worker({ cap: 9 })], changes }));
    const before = timesOf(rows, 'referred').filter((time) => time < 2.5);
    expect(timesOf(rows, 'decided')).toHaveLength(9);
    expect(timesOf(rows, 'joined')).toEqual(before);
  });

  it('in the middle of a week gives each referral the needs of its time', () => {
    const needs = [need(), need({ priority: 2 })];
    const from = replayed([60], { needs: [1, 0] });
    const changes = [{ at: 3, sources: [replayed([], { needs: [0, 1] })] }];
    const rows = of(logOf(plan({ sources: [from], needs, changes })), 'referred');
    expect(rows).toHaveLength(60);
    for (const { at, need: index, priority } of rows) {
      expect(index).toBe(at < 3 ? 0 : 1);
      expect(priority).toBe(at < 3 ? 1 : 2);
    }
  });

  it('in the middle of a week gives each referral the share of repeats of its time', () => {
    const changes = [{ at: 3, sources: [replayed([], { repeatShare: 1 })] }];
    const parts = {
      sources: [replayed([60])],
      gathering: fixed(10),
      workers: [worker({ cap: 60 })],
      changes,
    };
    const rows = logOf(plan(parts));
    // Everyone is decided after the change; only those referred before it are new to the service.
    expect(timesOf(rows, 'decided')).toHaveLength(60);
    const before = timesOf(rows, 'referred').filter((time) => time < 3);
    expect(timesOf(rows, 'joined')).toEqual(before.map((time) => time + 10));
  });
});

describe('staff hours of decisions', () => {
  it('are told with each decision, advice and repeats too, at the value in force', () => {
    const changes = [{ at: 2.5, frontDoor: { decisionHours: hours(2) } }];
    const needs = [need({ pathways: [0.5] })];
    const source = replayed([40], { repeatShare: 0.5 });
    const rows = of(logOf(plan({ sources: [source], needs, decisionHours: 0.75, changes })), 'decided');
    expect(rows).toHaveLength(40);
    for (const { at, hours: taken } of rows) expect(taken).toBe(at < 2.5 ? 0.75 : 2);
  });
});

describe('a family that comes back to the front door', () => {
  it('goes through the panel again', () => {
    const comesBack = { chance: probability(1), delay: fixed(1), returnsTo: 'front door' as const };
    const rows = logOf(
      plan({
        weeks: 5,
        sources: [replayed([1])],
        triage: panel(6),
        pathways: plan().pathways.map((each) => ({
          ...each,
          reReferral: { ...each.reReferral, ...comesBack },
        })),
      }),
    );
    // Decided and allocated at 6, closed at 11, back at 12 as the panel sits; the same again from 12 on.
    expect(timesOf(rows, 'decided')).toEqual([6, 12, 18, 24]);
    expect(of(rows, 'decided').map(({ episode }) => episode)).toEqual([0, 1, 2, 3]);
  });
});
