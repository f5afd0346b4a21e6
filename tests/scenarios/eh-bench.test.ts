/** The reference experiment must be sayable in a scenario file, to the last digit. Its numbers are those of its definition, not of our code. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../scenarios/compile.ts';
import { readScenario } from '../../scenarios/file.ts';

describe.each([
  { slots: 480, workers: 40 },
  { slots: 624, workers: 52 },
])('EH-bench with $slots slots', ({ slots, workers }) => {
  const file = new URL(`./eh-bench-${slots}.json`, import.meta.url);
  const { scenario } = readScenario({ name: file.pathname, text: readFileSync(file, 'utf8') }, () => null);
  const { plan, dates, warmUpWeeks } = compile(scenario);

  it('covers 1300 working days, observed from day 260', () => {
    expect(plan.clock.windowStart).toBe(260);
    expect(plan.clock.weekEnds).toEqual(Array.from({ length: 260 }, (_, week) => 5 * (week + 1)));
    expect(warmUpWeeks).toBe(52);
    expect(dates).toHaveLength(208);
  });

  it('is counted in families alone', () => {
    expect(plan.children).toBeNull();
    expect(plan.costs?.meanChildren).toBeCloseTo(2.1, 12);
  });

  it('has 12 referrals each working day, 30% of them of priority 1', () => {
    expect(plan.sources).toEqual([
      {
        name: 'referrers',
        arrivals: { kind: 'rate', perDay: new Array(1300).fill(12), overdispersion: 1 },
        repeatShare: 0,
        needShares: [0.3, 0.7],
      },
    ]);
    expect(plan.needs.map(({ priority }) => priority)).toEqual([1, 2]);
  });

  it('signposts half, and those who wait withdraw after 120 working days on average', () => {
    for (const need of plan.needs) {
      expect(need.routes).toEqual({ advice: 0.5, socialCare: 0, pathways: [0.5] });
      expect(need.patience).toEqual({ kind: 'exponential', mean: 120 });
      expect(need.escalation).toBe(0);
    }
  });

  it('decides at three desks in 0.2 working days', () => {
    expect(plan.frontDoor).toEqual({
      desks: 3,
      decision: { kind: 'exponential', mean: 0.2 },
      gathering: { kind: 'fixed', value: 0 },
      timing: { kind: 'at once' },
      duty: null,
      decisionHours: 0,
    });
  });

  it('holds 1 + Poisson(15) sessions, one every five days, and 15% come back to the list', () => {
    expect(plan.pathways).toHaveLength(1);
    expect(plan.pathways[0]).toMatchObject({
      caseWeight: 1,
      dosage: { interval: 5, amount: { kind: 'sessions', sessions: { kind: 'poisson', mean: 15, plus: 1 } } },
      missedShare: 0,
      dropOut: 0,
      reReferral: {
        chance: 0.15,
        slope: 0,
        least: 0,
        most: 1,
        recurringShare: 0,
        delay: { kind: 'exponential', mean: 90 },
        returnsTo: 'waiting list',
        priority: 1,
      },
    });
  });

  it('gives each free slot at once by priority', () => {
    expect(plan.allocation.timing).toEqual({ kind: 'at once' });
    expect(plan.allocation.order).toEqual({ kind: 'priority' });
  });

  it(`has ${workers} workers of 12 cases whose hours never bind`, () => {
    expect(plan.workers).toHaveLength(workers);
    for (const worker of plan.workers) {
      expect(worker).toMatchObject({ team: 0, fte: 1, cap: 12, from: 0, until: Number.POSITIVE_INFINITY });
      expect(worker.hoursPerDay * 5).toBeGreaterThan(12 * plan.pathways[0]!.sessionHours);
    }
    expect(plan.workers.reduce((sum, { cap }) => sum + cap, 0)).toBe(slots);
  });

  it('opens with nobody', () => {
    expect(plan.opening).toEqual({
      waiting: [],
      open: [],
      planned: [null],
      closuresPerDay: [0],
      frontDoorInHand: false,
    });
  });
});
