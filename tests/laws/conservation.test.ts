/** Nobody is lost or counted twice, and time on the list is the same from either side. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, MEASURE_KEYS, WEEKLY_KEYS } from '../../sim/index.ts';
import type { Plan } from '../../sim/plan.ts';
import { AT, STATE } from '../../sim/service/families.ts';
import { LoggedService, type Row, type What } from '../service/event-log.ts';
import { cases, randomCase } from './random-plan.ts';

/** Where a family is, and where each event takes it from there. A step that is not here breaks the law. */
type Place =
  | 'nowhere'
  | 'in hand'
  | 'front door'
  | 'decided'
  | 'list'
  | 'left'
  | 'open'
  | 'between workers'
  | 'closed';
const STEPS: Record<Place, Partial<Record<What, Place>>> = {
  nowhere: { referred: 'front door', joined: 'list', opened: 'open', 'came back': 'decided' },
  'in hand': { decided: 'decided' },
  'front door': { decided: 'decided' },
  decided: { joined: 'list', decided: 'decided' },
  list: { allocated: 'open', withdrew: 'left', escalated: 'left' },
  left: {},
  open: { held: 'open', missed: 'open', slipped: 'open', closed: 'closed', 'given back': 'between workers' },
  'between workers': { reallocated: 'open' },
  closed: { 'came back': 'decided' },
};

/** The place of every family after its last event; throws at an event that cannot happen to a family where it is. */
function placesAfter(rows: readonly Row[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { family, what, at } of rows) {
    const place = places.get(family) ?? (family.startsWith('in hand') ? 'in hand' : 'nowhere');
    const next = STEPS[place][what];
    if (next === undefined) throw new Error(`${family} was ${what} at ${at}, but its place was: ${place}`);
    places.set(family, next);
  }
  return places;
}

const STOCKS = {
  waiting: { in: ['joined', 'given back'], out: ['allocated', 'reallocated', 'withdrew', 'escalated'] },
  open: { in: ['opened', 'allocated', 'reallocated'], out: ['given back', 'closed'] },
} as const satisfies Record<string, { in: readonly What[]; out: readonly What[] }>;

const countOf = (rows: readonly Row[], kinds: readonly What[]) =>
  rows.filter(({ what }) => kinds.includes(what)).length;

function logged(plan: Plan, seed: number) {
  const service = new LoggedService(plan, seed);
  service.replicate(0);
  return service;
}

describe('every family', () => {
  it('is in exactly one place at any time, goes only where it can go, and is there at the end in the engine’s own books', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const { families, log } = logged(plan, seed);
        const places = [...placesAfter(log.rows).values()];
        const inPlace = (...wanted: Place[]) => places.filter((place) => wanted.includes(place)).length;
        const inState = (state: number) =>
          [...families].filter((family) => families.integers[family + AT.state] === state).length;
        expect(inState(STATE.waiting)).toBe(inPlace('list', 'between workers'));
        expect(inState(STATE.open)).toBe(inPlace('open'));
        // Everyone else has left for good, may still come back, or stands at the front door (for the first time or again).
        const atDoor = inState(STATE.atFrontDoor);
        const returning = inState(STATE.closed);
        expect(atDoor).toBeGreaterThanOrEqual(inPlace('front door'));
        expect(atDoor).toBeLessThanOrEqual(inPlace('front door', 'decided'));
        // Those closed before the start are not in the log until they come back.
        const closedBefore = [...families].filter(
          (family) =>
            families.integers[family + AT.state] === STATE.closed &&
            families.integers[family + AT.origin] === -3,
        ).length;
        expect(returning - closedBefore).toBeLessThanOrEqual(inPlace('closed') + closedBefore);
        expect(inState(STATE.referred)).toBe(0);
      }),
      cases(60),
    );
  });

  it('is counted in, and counted out, of each stock: what came less what went is what is there, every week', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const { rows, weekEnds } = logged(plan, seed).log;
        const { windowStart } = plan.clock;
        const ends = weekEnds.filter((end) => end > windowStart);
        const { weekly } = createEngine(plan, seed).replicate(0).groups[0]!;
        ends.forEach((end, week) => {
          const before = rows.filter(({ at }) => at < end);
          const stock = countOf(before, STOCKS.waiting.in) - countOf(before, STOCKS.waiting.out);
          expect(weekly[WEEKLY_KEYS.indexOf('waiting_end') * ends.length + week]).toBe(stock);
          expect(stock).toBeGreaterThanOrEqual(0);
          expect(countOf(before, STOCKS.open.in)).toBeGreaterThanOrEqual(countOf(before, STOCKS.open.out));
        });
      }),
      cases(60),
    );
  });
});

describe('Little’s law', () => {
  it('holds as an identity: the list’s length over the window adds up to the time families spent on it in the window', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const { windowStart, weekEnds } = plan.clock;
        const end = weekEnds.at(-1)!;
        const since = new Map<string, number>();
        let spent = 0;
        const leaves = (family: string, at: number) => {
          spent += Math.max(0, at - Math.max(windowStart, since.get(family)!));
          since.delete(family);
        };
        for (const { family, what, at } of logged(plan, seed).log.rows) {
          if ((STOCKS.waiting.in as readonly What[]).includes(what)) since.set(family, at);
          if ((STOCKS.waiting.out as readonly What[]).includes(what)) leaves(family, at);
        }
        for (const family of [...since.keys()]) leaves(family, end);
        const { headline } = createEngine(plan, seed).replicate(0).groups[0]!;
        const area = headline[MEASURE_KEYS.indexOf('waiting_mean')]! * (end - windowStart);
        expect(Math.abs(area - spent)).toBeLessThanOrEqual(1e-9 * Math.max(1, spent));
      }),
      cases(60),
    );
  });
});
