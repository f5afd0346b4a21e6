/** The waiting list by hand: who is next, who leaves, and when. A case takes five days (one session) unless said. */
import { describe, expect, it } from 'vitest';
import type { DistributionPlan } from '../../sim/plan.ts';
import { workingDays } from '../../sim/units.ts';
import { logOf, story, timesOf } from './event-log.ts';
import { fixed, need, pathway, plan, waits, worker } from './plan-builder.ts';

describe('order', () => {
  it('is first come first served, with the wait counted from the date the family joined', () => {
    const rows = logOf(plan({ waiting: [waits(-3), waits(-9), waits(-6)] }));
    // One place, free every five days. Numbered by date: 1 joined at -9, 2 at -6, 3 at -3.
    expect(story(rows, 'allocated')).toEqual([
      '0 allocated waiting 1',
      '5 allocated waiting 2',
      '10 allocated waiting 3',
    ]);
    expect(rows.filter(({ what }) => what === 'allocated').map(({ wait }) => wait)).toEqual([9, 11, 13]);
  });

  const urgent = need({ priority: 1 });
  const ordinary = need({ priority: 2 });
  const oldOrdinaryNewUrgent = { needs: [urgent, ordinary], waiting: [waits(-9, { need: 1 }), waits(-3)] };

  it('by priority puts the urgent first however long others have waited, and is first come within a priority', () => {
    const waiting = [waits(-9, { need: 1 }), waits(-8), waits(-3), waits(-7, { need: 1 })];
    const rows = logOf(plan({ needs: [urgent, ordinary], order: { kind: 'priority' }, waiting }));
    // By date: 1 ordinary at -9, 2 urgent at -8, 3 ordinary at -7, 4 urgent at -3.
    expect(story(rows, 'allocated')).toEqual([
      '0 allocated waiting 2',
      '5 allocated waiting 4',
      '10 allocated waiting 1',
      '15 allocated waiting 3',
    ]);
  });

  it.each([
    // The ordinary family is six days ahead: that outweighs a level worth five days,
    [5, ['0 allocated waiting 1', '5 allocated waiting 2']],
    // but not one worth ten.
    [10, ['0 allocated waiting 2', '5 allocated waiting 1']],
  ])(
    'by priority with ageing weighs the dates: a level counts as %i days of waiting',
    (perLevel, expected) => {
      const order = { kind: 'priority with ageing', perLevel: workingDays(perLevel) } as const;
      expect(story(logOf(plan({ ...oldOrdinaryNewUrgent, order })), 'allocated')).toEqual(expected);
    },
  );
});

describe('withdrawing', () => {
  const impatient = [need({ patience: fixed(7) })];

  it('comes when patience ends, counted from joining; a place that is free at that very instant is taken', () => {
    const rows = logOf(plan({ needs: impatient, waiting: [waits(-6), waits(-3), waits(-2)] }));
    // 1 has the place until 5. 2 would wait until -3 + 7 = 4, too short; 3 until -2 + 7 = 5, just enough.
    expect(story(rows, 'allocated', 'withdrew', 'closed')).toEqual([
      '0 allocated waiting 1',
      '4 withdrew waiting 2',
      '5 closed waiting 1',
      '5 allocated waiting 3',
      '10 closed waiting 3',
    ]);
  });

  it('comes at once for a family whose patience had ended before the start, if no place is free', () => {
    const rows = logOf(plan({ needs: impatient, waiting: [waits(-20), waits(-10)] }));
    expect(story(rows, 'allocated', 'withdrew')).toEqual(['0 allocated waiting 1', '0 withdrew waiting 2']);
  });

  it('is left to a family that nobody can ever have room for, and holds up no other list', () => {
    const patience = fixed(10);
    const heavyThenLight = plan({
      needs: [need({ patience, pathways: [1, 0] }), need({ pathways: [0, 1] })],
      pathways: [pathway({ weight: 2 }), pathway({ weight: 1 })],
      workers: [worker({ cap: 1 })],
      waiting: [waits(-8, { pathway: 0 }), waits(-7, { pathway: 1, need: 1 })],
    });
    expect(story(logOf(heavyThenLight), 'allocated', 'withdrew')).toEqual([
      '0 allocated waiting 1 of 2',
      '2 withdrew waiting 1',
    ]);
  });

  it('falls as its distribution says, given that a family at the start has waited so long already', () => {
    // Patience 4 or 12 with equal chances: after six days on the list it can only be 12.
    const patience: DistributionPlan = { kind: 'discrete', values: [4, 12], chances: [0.5, 0.5] };
    const waiting = Array.from({ length: 200 }, () => waits(-6));
    const rows = logOf(plan({ needs: [need({ patience })], workers: [worker({ cap: 0 })], waiting }));
    expect(new Set(timesOf(rows, 'withdrew'))).toEqual(new Set([6]));
    expect(timesOf(rows, 'withdrew')).toHaveLength(200);
  });
});

describe('escalating', () => {
  const FAMILIES = 4000;
  const nobodyServes = (needs: ReturnType<typeof need>) =>
    plan({
      weeks: 60,
      needs: [needs],
      workers: [worker({ cap: 0 })],
      waiting: Array.from({ length: FAMILIES }, () => waits(0)),
    });

  it('comes at a constant hazard: 0.1 a day leaves ten days on average', () => {
    const times = timesOf(logOf(nobodyServes(need({ escalation: 0.1 }))), 'escalated');
    expect(times).toHaveLength(FAMILIES);
    const mean = times.reduce((sum, time) => sum + time, 0) / FAMILIES;
    // An exponential time has a standard deviation equal to its mean.
    expect(Math.abs(mean - 10)).toBeLessThan((4 * 10) / Math.sqrt(FAMILIES));
  });

  it('competes with patience: whichever comes first is how the family leaves', () => {
    const rows = logOf(nobodyServes(need({ escalation: 0.1, patience: fixed(10) })));
    const escalated = timesOf(rows, 'escalated').length;
    const expected = 1 - Math.exp(-1);
    const standardError = Math.sqrt((expected * (1 - expected)) / FAMILIES);
    expect(Math.abs(escalated / FAMILIES - expected)).toBeLessThan(4 * standardError);
    expect(timesOf(rows, 'withdrew')).toHaveLength(FAMILIES - escalated);
    expect(new Set(timesOf(rows, 'withdrew'))).toEqual(new Set([10]));
  });
});
