/** Cases that partners hold, by hand: no worker, a limit if any, and one session every five days. */
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../sim/plan.ts';
import { probability } from '../../sim/units.ts';
import { logOf, type Row, story, timesOf } from './event-log.ts';
import { fixed, need, openCase, partnerHeld, pathway, plan, waits, worker } from './plan-builder.ts';

const COUNT = 3000;
const waiting = (count: number) => Array.from({ length: count }, (_, i) => waits(-count + i));
const held = (most = Number.POSITIVE_INFINITY, sessions = 1) =>
  pathway({ offer: partnerHeld({ most }), sessions: fixed(sessions) });
const ended = (rows: readonly Row[]) => rows.filter(({ what }) => what === 'ended');

function expectShare(count: number, of: number, chance: number) {
  expect(Math.abs(count / of - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / of));
}

describe('partners', () => {
  it('take up every family at once where they never refuse, though no worker has room', () => {
    const workers = [worker({ cap: 0 })];
    const rows = logOf(plan({ pathways: [held()], workers, waiting: waiting(3) }));
    expect(story(rows, 'took up', 'ended', 'allocated', 'closed', 'held')).toEqual([
      '0 took up waiting 1',
      '0 took up waiting 2',
      '0 took up waiting 3',
      '5 ended waiting 1',
      '5 ended waiting 2',
      '5 ended waiting 3',
    ]);
    expect(rows.filter(({ what }) => what === 'took up').map(({ wait }) => wait)).toEqual([3, 2, 1]);
    expect(ended(rows)[0]).toMatchObject({ offer: 'partner-held', dose: 1, length: 5, worker: -1 });
  });

  it('hold no more than they can; a place that is free goes to the next in the order of the list', () => {
    const needs = [need({ priority: 2 }), need({ priority: 1 })];
    const rows = logOf(
      plan({
        pathways: [held(2)],
        needs,
        order: { kind: 'priority' },
        waiting: [...waiting(3), waits(0, { need: 1 })],
      }),
    );
    // 4 is of the more urgent need: it is taken first, with 1; then 2 and 3.
    expect(story(rows, 'took up')).toEqual([
      '0 took up waiting 4',
      '0 took up waiting 1',
      '5 took up waiting 2',
      '5 took up waiting 3',
    ]);
  });

  it('take no place of a worker, and no worker takes their families', () => {
    const pathways = [held(1, 2), pathway()];
    const rows = logOf(plan({ pathways, waiting: [waits(-2), waits(-1), waits(0, { pathway: 1 })] }));
    expect(story(rows, 'took up', 'allocated')).toEqual([
      '0 allocated waiting 1 of 2',
      '0 took up waiting 1',
      '10 took up waiting 2',
    ]);
  });

  it('hold a missed session again, and close the case of a family that drops out', () => {
    const missing = { ...held(COUNT, 3), missedShare: probability(0.2), dropOut: probability(0.3) };
    const rows = logOf(plan({ weeks: 60, pathways: [missing], waiting: waiting(COUNT) }));
    const all = ended(rows);
    expect(all).toHaveLength(COUNT);
    expectShare(all.filter(({ dose }) => dose === 1).length, COUNT, 0.3);
    expectShare(all.filter(({ dose }) => dose === 2).length, COUNT, 0.7 * 0.3);
    for (const { dose, outcome } of all) expect(OUTCOMES[outcome]).toBe(dose < 3 ? 'disengaged' : 'needsMet');
    // None missed up to the first: an interval, with chance 0.8; one missed: two intervals.
    const first = all.filter(({ dose }) => dose === 1);
    expectShare(first.filter(({ length }) => length === 5).length, first.length, 0.8);
    expectShare(first.filter(({ length }) => length === 10).length, first.length, 0.2 * 0.8);
  });

  it('lose a family that leaves the list before its turn', () => {
    const needs = [need({ patience: fixed(4) })];
    const rows = logOf(plan({ pathways: [held(1)], needs, waiting: [waits(0), waits(0)] }));
    expect(story(rows, 'took up', 'withdrew')).toEqual(['0 took up waiting 1', '4 withdrew waiting 2']);
  });

  it('offer the place to the next when a family declines it', () => {
    const needs = [need({ declinesOffer: 1 }), need()];
    const rows = logOf(plan({ pathways: [held(1)], needs, waiting: [waits(-1), waits(0, { need: 1 })] }));
    expect(story(rows, 'took up', 'declined offer')).toEqual([
      '0 declined offer waiting 1',
      '0 took up waiting 2',
    ]);
  });

  it('hand a case over to a pathway of the service, whose list it joins', () => {
    const pathways = [{ ...held(1, 2), stepsTo: [probability(0), probability(1)] }, pathway()];
    const rows = logOf(plan({ pathways, waiting: waiting(1) }));
    const [end] = ended(rows);
    expect(OUTCOMES[end!.outcome]).toBe('transferred');
    expect(end!.length).toBe(5 * end!.dose);
    expect(story(rows, 'stepped', 'allocated', 'closed')).toEqual([
      `${end!.at} stepped waiting 1`,
      `${end!.at} allocated waiting 1`,
      `${end!.at + 5} closed waiting 1`,
    ]);
  });

  it('take over a case that steps from a worker', () => {
    const pathways = [pathway({ stepsTo: [0, 1] }), held()];
    const rows = logOf(plan({ pathways, waiting: waiting(1) }));
    expect(story(rows, 'closed', 'stepped', 'took up', 'ended')).toEqual([
      '5 closed waiting 1',
      '5 stepped waiting 1',
      '5 took up waiting 1',
      '10 ended waiting 1',
    ]);
  });
});

describe('cases that partners hold at the start', () => {
  it('go on with the sessions still owed, and count among those they can hold', () => {
    const open = [openCase(2), openCase(3)];
    const rows = logOf(plan({ pathways: [held(2, 4)], open, waiting: waiting(1) }));
    expect(story(rows.slice(0, 2), 'opened with partner')).toHaveLength(2);
    const [first, second] = ended(rows);
    // The one with a single session left ends within an interval, the other an interval after its next.
    expect(first!.family).toBe('open 2');
    expect(first!.at).toBeLessThanOrEqual(5);
    expect(second!.at).toBeGreaterThan(5);
    for (const { length } of [first!, second!]) expect(length).toBeCloseTo(20, 9);
    expect(timesOf(rows, 'took up')).toEqual([first!.at]);
    expect(timesOf(rows, 'opened')).toEqual([]);
  });
});

describe('a dated change', () => {
  it('gives the families of a list to partners from its day on, but not one whose worker has left', () => {
    const rows = logOf(
      plan({
        pathways: [pathway({ sessions: fixed(3) })],
        workers: [worker({ until: 12 }), worker({ from: 25 })],
        waiting: waiting(3),
        changes: [{ at: 8, pathways: [held(1, 3)] }],
      }),
    );
    expect(story(rows, 'allocated', 'took up', 'given back', 'reallocated')).toEqual([
      '0 allocated waiting 1',
      '8 took up waiting 2',
      '12 given back waiting 1',
      '23 took up waiting 3',
      '25 reallocated waiting 1',
    ]);
  });

  it('of the most they hold lets them take up at once, or hold what they have until they are below', () => {
    const rows = logOf(
      plan({
        pathways: [held(1, 4)],
        waiting: waiting(4),
        changes: [
          { at: 3, pathways: [held(3, 4)] },
          { at: 6, pathways: [held(1, 4)] },
        ],
      }),
    );
    // 1 ends at 20, 2 and 3 at 23: only then are partners below one.
    expect(story(rows, 'took up')).toEqual([
      '0 took up waiting 1',
      '3 took up waiting 2',
      '3 took up waiting 3',
      '23 took up waiting 4',
    ]);
  });
});
