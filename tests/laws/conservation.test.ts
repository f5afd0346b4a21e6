/** Nobody is lost or counted twice, and time in each place is the same from either side. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, MEASURE_KEYS, type MeasureKey, WEEKLY_KEYS } from '../../sim/index.ts';
import type { Plan } from '../../sim/plan.ts';
import { AT, STATE } from '../../sim/service/family/families.ts';
import { LoggedService, type Row, type What } from '../service/event-log.ts';
import { cases, randomCase } from './random-plan.ts';

/** Where a family is, and where each event takes it from there. A step that is not here breaks the law. */
type Place =
  | 'nowhere'
  | 'in hand'
  | 'front door'
  | 'decided'
  | 'visited'
  | 'list'
  | 'left'
  | 'open'
  | 'between workers'
  | 'with others'
  | 'closed'
  | 'back'
  | 'steps';
const STEPS: Record<Place, Partial<Record<What, Place>>> = {
  nowhere: {
    'opened with partner': 'with others',
    referred: 'front door',
    joined: 'list',
    opened: 'open',
    'came back': 'back',
    'escalated after': 'left',
  },
  'in hand': { decided: 'decided' },
  'front door': { decided: 'decided' },
  decided: { joined: 'list', 'duty visited': 'visited', 'declined before': 'left' },
  visited: { joined: 'list' },
  list: {
    allocated: 'open',
    'took up': 'with others',
    withdrew: 'left',
    escalated: 'left',
    'declined offer': 'left',
  },
  left: {},
  open: {
    held: 'open',
    missed: 'open',
    assessed: 'open',
    slipped: 'open',
    lost: 'open',
    'moved team': 'open',
    closed: 'closed',
    'given back': 'between workers',
  },
  'between workers': { reallocated: 'open' },
  'with others': { ended: 'closed' },
  closed: { 'came back': 'back', stepped: 'steps', 'escalated after': 'left' },
  back: { decided: 'decided', joined: 'list' },
  steps: { joined: 'list' },
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

type Step = What | `${'took up' | 'ended'}: ${'group' | 'partner-held'}`;
interface Stock {
  readonly in: readonly Step[];
  readonly out: readonly Step[];
  readonly average: MeasureKey;
}
const LEAVES_LIST = [
  'allocated',
  'reallocated',
  'withdrew',
  'escalated',
  'declined offer',
  'took up',
] as const;
const STOCKS: Record<'waiting' | 'open' | 'groups' | 'partners', Stock> = {
  waiting: { in: ['joined', 'given back'], out: LEAVES_LIST, average: 'waiting_mean' },
  open: {
    in: ['opened', 'allocated', 'reallocated'],
    out: ['given back', 'closed'],
    average: 'open_cases_mean',
  },
  groups: { in: ['took up: group'], out: ['ended: group'], average: 'in_groups_mean' },
  partners: {
    in: ['opened with partner', 'took up: partner-held'],
    out: ['ended: partner-held'],
    average: 'partner_held_mean',
  },
};

const isOne = ({ what, offer }: Row, kinds: readonly Step[]) =>
  (kinds as readonly string[]).includes(what) ||
  (offer !== null && (kinds as readonly string[]).includes(`${what}: ${offer}`));
const countOf = (rows: readonly Row[], kinds: readonly Step[]) =>
  rows.filter((row) => isOne(row, kinds)).length;

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
        expect(inState(STATE.open)).toBe(inPlace('open', 'with others'));
        // Everyone else has left for good, may still come back, or stands at the front door (for the first time or again).
        const atDoor = inState(STATE.atFrontDoor);
        const returning = inState(STATE.closed);
        expect(atDoor).toBeGreaterThanOrEqual(inPlace('front door'));
        // Those in hand at the start are not in the log until they are decided on.
        const stillInHand = [...families].filter(
          (family) =>
            families.integers[family + AT.state] === STATE.atFrontDoor &&
            families.integers[family + AT.origin]! < -1000,
        ).length;
        expect(atDoor).toBeLessThanOrEqual(inPlace('front door', 'decided', 'back') + stillInHand);
        // Those closed before the start are not in the log until they come back.
        const closedBefore = [...families].filter(
          (family) =>
            families.integers[family + AT.state] === STATE.closed &&
            families.integers[family + AT.origin] === -3,
        ).length;
        expect(returning - closedBefore).toBeLessThanOrEqual(inPlace('closed') + closedBefore);
        expect(inState(STATE.referred)).toBe(0);
      }),
      cases(40),
    );
  });

  it('still on a list at the end is told of with its list, its children and the time since it joined', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const { rows, listsAtEnd } = logged(plan, seed).log;
        const end = plan.clock.weekEnds.at(-1)!;
        const last = new Map(rows.map((row) => [row.family, row]));
        const waiting = rows.filter((row) => row.what === 'joined' && last.get(row.family) === row);
        const line = (pathway: number, locality: number, children: number, age: number) =>
          `${pathway} ${locality} ${children} ${age.toFixed(6)}`;
        const told = listsAtEnd.flatMap(({ pathway, locality, ages, children }) =>
          Array.from(ages, (age, index) => line(pathway, locality, children[index]!, age)),
        );
        expect(told.toSorted()).toEqual(
          waiting
            .map(({ pathway, locality, children, joinedAt }) =>
              line(pathway, locality, children, end - joinedAt),
            )
            .toSorted(),
        );
      }),
      cases(40),
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
          for (const [name, stock] of Object.entries(STOCKS)) {
            const there = countOf(before, stock.in) - countOf(before, stock.out);
            expect(there, name).toBeGreaterThanOrEqual(0);
            if (name !== 'waiting') continue;
            expect(weekly[WEEKLY_KEYS.indexOf('waiting_end') * ends.length + week]).toBe(there);
          }
        });
      }),
      cases(40),
    );
  });
});

describe('Little’s law', () => {
  it('holds as an identity: the length of each stock over the window adds up to the time families spent there in the window', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const { windowStart, weekEnds } = plan.clock;
        const end = weekEnds.at(-1)!;
        const { rows } = logged(plan, seed).log;
        const { headline } = createEngine(plan, seed).replicate(0).groups[0]!;
        for (const [name, stock] of Object.entries(STOCKS)) {
          const since = new Map<string, number>();
          let spent = 0;
          const leaves = (family: string, at: number) => {
            spent += Math.max(0, at - Math.max(windowStart, since.get(family)!));
            since.delete(family);
          };
          for (const row of rows) {
            if (isOne(row, stock.out)) leaves(row.family, row.at);
            if (isOne(row, stock.in)) since.set(row.family, row.at);
          }
          for (const family of [...since.keys()]) leaves(family, end);
          const area = headline[MEASURE_KEYS.indexOf(stock.average)]! * (end - windowStart);
          expect(Math.abs(area - spent), name).toBeLessThanOrEqual(1e-9 * Math.max(1, spent));
        }
      }),
      cases(40),
    );
  });
});
