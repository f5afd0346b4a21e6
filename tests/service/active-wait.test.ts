/**
 * What contact does to leaving the list, what dated changes do to families already on it, and work that grows with the wait.
 * Nobody has a place unless said, so the only way off the list is to leave it.
 */
import { describe, expect, it } from 'vitest';
import type { DistributionPlan } from '../../sim/plan.ts';
import { logOf, type Row, timesOf } from './event-log.ts';
import { fixed, need, type PlanParts, pathway, plan, waits, whileWaiting, worker } from './plan-builder.ts';

const FAMILIES = 4000;
const of = (rows: readonly Row[], what: Row['what']) => rows.filter((row) => row.what === what);
const exponential = (mean: number): DistributionPlan => ({ kind: 'exponential', mean });
const crowd = (count = FAMILIES) => Array.from({ length: count }, () => waits(0));

/** A list of families that joined at the start and that nobody serves, over 30 days. */
const waitingOnly = (parts: Partial<PlanParts>) =>
  logOf(plan({ weeks: 6, workers: [worker({ cap: 0 })], waiting: crowd(), ...parts }));

function expectShare(count: number, expected: number, of = FAMILIES) {
  expect(Math.abs(count / of - expected)).toBeLessThan(3 * Math.sqrt((expected * (1 - expected)) / of));
}

describe('contact with waiting families', () => {
  it.each([1, 0.7, 0.4])(
    'multiplies the hazard of escalating by %d: 1 - exp(-f h t) have by then',
    (factor) => {
      const rows = waitingOnly({
        needs: [need({ escalation: 0.03 })],
        whileWaiting: whileWaiting({ escalationFactor: factor }),
      });
      expectShare(of(rows, 'escalated').length, 1 - Math.exp(-factor * 0.03 * 30));
    },
  );

  it.each([1, 0.7, 0.4])(
    'multiplies the hazard of withdrawing by %d: 1 - exp(-f t / mean) have by then',
    (factor) => {
      const rows = waitingOnly({
        needs: [need({ patience: exponential(25) })],
        whileWaiting: whileWaiting({ withdrawalFactor: factor }),
      });
      expectShare(of(rows, 'withdrew').length, 1 - Math.exp((-factor * 30) / 25));
    },
  );

  it('works on each way of leaving alone: they compete as two hazards', () => {
    const rows = waitingOnly({
      needs: [need({ patience: exponential(25), escalation: 0.03 })],
      whileWaiting: whileWaiting({ withdrawalFactor: 0.5, escalationFactor: 0.8 }),
    });
    const withdrawing = 0.5 / 25;
    const escalating = 0.8 * 0.03;
    const left = 1 - Math.exp(-(withdrawing + escalating) * 30);
    expectShare(of(rows, 'withdrew').length, (left * withdrawing) / (withdrawing + escalating));
    expectShare(of(rows, 'escalated').length, (left * escalating) / (withdrawing + escalating));
  });

  it('stretches a fixed patience: 7 days become 10, and for a family that had waited 5 of them 5 are left', () => {
    const rows = waitingOnly({
      needs: [need({ patience: fixed(7) })],
      whileWaiting: whileWaiting({ withdrawalFactor: 0.7 }),
      waiting: [waits(-5), waits(0)],
    });
    expect(timesOf(rows, 'withdrew')[0]).toBeCloseTo(5, 9);
    expect(timesOf(rows, 'withdrew')[1]).toBeCloseTo(10, 9);
  });

  it('lets families whose patience has run out by the start leave at the start, not a rounding before it', () => {
    // In three of these 40 waits w the sum -w + (w * 0.7) / 0.7 comes out below 0.
    const waiting = Array.from({ length: 40 }, (_, k) => waits(-1 - (k + 1) / 3));
    const rows = waitingOnly({
      needs: [need({ patience: fixed(0.1) })],
      whileWaiting: whileWaiting({ withdrawalFactor: 0.7 }),
      waiting,
    });
    const left = timesOf(rows, 'withdrew');
    expect(left).toHaveLength(40);
    expect(Math.min(...left)).toBe(0);
    expect(Math.max(...left)).toBeCloseTo(0, 12);
  });

  it('may keep everybody', () => {
    const rows = waitingOnly({
      needs: [need({ patience: exponential(2), escalation: 0.5 })],
      whileWaiting: whileWaiting({ withdrawalFactor: 0, escalationFactor: 0 }),
    });
    expect(new Set(rows.map(({ what }) => what))).toEqual(new Set(['joined']));
  });
});

describe('a dated change, for a family already on the list,', () => {
  const patience = { needs: [need({ patience: fixed(20) })], waiting: [waits(0)] };
  const half = whileWaiting({ withdrawalFactor: 0.5 });

  it('lets what is left of its patience run out so much slower, or faster', () => {
    // Twelve of twenty days are used up by 12; the other eight take sixteen.
    const begins = waitingOnly({ ...patience, changes: [{ at: 12, waiting: half }] });
    expect(timesOf(begins, 'withdrew')).toEqual([28]);
    // Five are used up by 10; the other fifteen take fifteen.
    const ends = { whileWaiting: half, changes: [{ at: 10, waiting: whileWaiting() }] };
    expect(timesOf(waitingOnly({ ...patience, ...ends }), 'withdrew')).toEqual([25]);
  });

  it('through several changes uses up each stretch at its own pace', () => {
    // 4 by day 4, 3 by day 10 (half pace), nothing until 15, then 13 more: 28.
    const changes = [
      { at: 4, waiting: half },
      { at: 10, waiting: whileWaiting({ withdrawalFactor: 0 }) },
      { at: 15, waiting: whileWaiting() },
    ];
    expect(timesOf(waitingOnly({ ...patience, changes }), 'withdrew')).toEqual([28]);
  });

  it('leaves the patience it joined with, and gives the new one to those who join later', () => {
    const changes = [{ at: 10, needs: [need({ patience: fixed(3) })] }];
    expect(timesOf(waitingOnly({ ...patience, changes }), 'withdrew')).toEqual([20]);
  });

  it('is in force for its hazard of escalating from that day on', () => {
    const changes = [{ at: 10, needs: [need({ escalation: 0.05 })] }];
    const begins = timesOf(waitingOnly({ changes }), 'escalated');
    expect(Math.min(...begins)).toBeGreaterThan(10);
    expectShare(begins.length, 1 - Math.exp(-0.05 * 20));
    const ends = [{ at: 10, needs: [need()] }];
    const before = timesOf(waitingOnly({ needs: [need({ escalation: 0.05 })], changes: ends }), 'escalated');
    expect(Math.max(...before)).toBeLessThan(10);
    expectShare(before.length, 1 - Math.exp(-0.05 * 10));
  });

  it('of contact multiplies what is left of its hazard of escalating', () => {
    const needs = [need({ escalation: 0.03 })];
    const changes = [{ at: 10, waiting: whileWaiting({ escalationFactor: 0.4 }) }];
    const rows = waitingOnly({ needs, changes });
    expectShare(of(rows, 'escalated').length, 1 - Math.exp(-0.03 * (10 + 0.4 * 20)));
    // Until the change the same families escalate at the same times.
    const early = (rows: readonly Row[]) =>
      of(rows, 'escalated').flatMap(({ at, family }) => (at < 10 ? [`${at} ${family}`] : []));
    expect(early(rows)).toEqual(early(waitingOnly({ needs })));
  });
});

describe('need that grows while waiting', () => {
  const grows = (needGrowth: number) => ({ whileWaiting: whileWaiting({ needGrowth }) });
  const planned = (rows: readonly Row[]) =>
    of(rows, 'allocated').map(({ sessionsPlanned }) => sessionsPlanned);

  it('makes the work longer by so much for each day waited, also before the start', () => {
    const waiting = [waits(-10), waits(0)];
    const rows = logOf(
      plan({ weeks: 60, ...grows(0.05), pathways: [pathway({ sessions: fixed(10) })], waiting }),
    );
    // The first has waited 10 days: 10 x 1.5 sessions, so the place is free at 75; the second then 75 days: 10 x 4.75.
    expect(timesOf(rows, 'allocated')).toEqual([0, 75]);
    expect(planned(rows)[0]).toBe(15);
    expect([47, 48]).toContain(planned(rows)[1]);
  });

  it('rounds a count of sessions by chance, so that it grows by that much on average', () => {
    const rows = logOf(
      plan({
        ...grows(0.02),
        pathways: [pathway({ sessions: fixed(3) })],
        workers: [worker({ cap: FAMILIES, from: 5 })],
        waiting: crowd(),
      }),
    );
    // Five days at 2% a day: 3.3 sessions.
    expect(new Set(planned(rows))).toEqual(new Set([3, 4]));
    expectShare(planned(rows).filter((sessions) => sessions === 4).length, 0.3);
  });

  it('stretches a planned length by exactly that much', () => {
    const rows = logOf(
      plan({ ...grows(0.05), pathways: [pathway({ length: fixed(21) })], waiting: [waits(-4)] }),
    );
    expect(of(rows, 'closed').map(({ length }) => length)).toEqual([expect.closeTo(21 * 1.2, 9)]);
  });

  it('goes by the terms in force when the work begins', () => {
    const workers = [worker({ from: 10 })];
    const pathways = [pathway({ sessions: fixed(10) })];
    const changes = [{ at: 8, waiting: whileWaiting({ needGrowth: 0.1 }) }];
    expect(planned(logOf(plan({ pathways, workers, changes, waiting: [waits(0)] })))).toEqual([20]);
  });
});
