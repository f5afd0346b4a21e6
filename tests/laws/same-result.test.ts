/** A result depends on plan, seed and replication number alone: bit for bit, whatever ran before, and whichever event list is used. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type GroupResult, type Result } from '../../sim/index.ts';
import type { EventList } from '../../sim/kernel/event-list.ts';
import { HeapEventList } from '../../sim/kernel/heap-event-list.ts';
import { LaneEventList } from '../../sim/kernel/lane-event-list.ts';
import { WeeklyRecorder } from '../../sim/measures/weekly-recorder.ts';
import type { Plan } from '../../sim/plan.ts';
import { Service } from '../../sim/service/service.ts';
import { hours } from '../../sim/units.ts';
import { fixed, pathway, plan as planOf, steady, worker } from '../service/plan-builder.ts';
import { withAmpleHours, withPlainDoor } from './foreseeable.ts';
import { cases, randomCase } from './random-plan.ts';

const FIELDS = ['headline', 'weekly', 'waits', 'totalWaits', 'stillWaiting'] as const;
const bytes = (values: Float64Array | Uint32Array) =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength);

/** Groups and fields of which any bit differs. */
function differing(a: readonly GroupResult[], b: readonly GroupResult[]): string[] {
  expect(a).toHaveLength(b.length);
  return a.flatMap((group, index) =>
    FIELDS.filter((field) => !bytes(group[field]).equals(bytes(b[index]![field]))).map(
      (field) => `${field} of group ${index}`,
    ),
  );
}

const copied = ({ groups }: Result): GroupResult[] => structuredClone([...groups]);

function resultOn(events: EventList, plan: Plan, seed: number, replication: number, looksAhead = false) {
  const recorder = new WeeklyRecorder(plan);
  const service = new Service(plan, seed, events, recorder, looksAhead);
  service.replicate(replication);
  return { groups: recorder.results, events: service.events, service };
}

/** What a service keeps to itself: whether it has something to work ahead with. */
const hasAhead = (service: Service, step: string, part: string) =>
  Reflect.get(Reflect.get(service, step), part) !== null;

/** What nothing can alter any more is worked out ahead, or waited for. */
function expectSameAhead(plan: Plan, seed: number, replication: number): Service {
  const ahead = resultOn(new LaneEventList(), plan, seed, replication, true);
  const waited = resultOn(new HeapEventList(), plan, seed, replication);
  expect(ahead.events).toBe(waited.events);
  expect(differing(ahead.groups, waited.groups)).toEqual([]);
  return ahead.service;
}

describe('the same seed and replication', () => {
  it('give the same bits from two engines, in any order of replications, and with other plans run in between', () => {
    fc.assert(
      fc.property(randomCase, randomCase, (one, other) => {
        const engine = createEngine(one.plan, one.seed);
        const inOrder = [0, 1, 2].map((replication) => copied(engine.replicate(replication)));
        const another = createEngine(one.plan, one.seed);
        const between = createEngine(other.plan, other.seed);
        for (const replication of [2, 0, 1, 0]) {
          between.replicate(replication);
          const again = copied(another.replicate(replication));
          expect(differing(again, inOrder[replication]!), `replication ${replication}`).toEqual([]);
        }
      }),
      // State left behind by one replication shows in the next of nearly any plan; each case compares four.
      cases(25),
    );
  });

  it('give the same bits from a plan that has crossed to another thread', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const here = copied(createEngine(plan, seed).replicate(1));
        const there = copied(createEngine(structuredClone(plan), seed).replicate(1));
        expect(differing(there, here)).toEqual([]);
      }),
      cases(20),
    );
  });

  it('give the same bits for hours that have no exact sum', () => {
    const odd = (hoursPerDay: number, team: number, until = Number.POSITIVE_INFINITY) =>
      worker({ cap: 7, hoursPerDay, team, until });
    const workers = [odd(0.1, 0), odd(0.7, 1), odd(1 / 3, 2), odd(2.9, 1, 37), odd(0.3, 2, 11)];
    const plan = planOf({
      weeks: 12,
      sources: [steady(1, 60)],
      pathways: [pathway({ sessions: fixed(4) })],
      teams: [[0], [0], [0]],
      workers: workers.map((each) => ({ ...each, hoursPerDay: hours(each.hoursPerDay * 1.1) })),
    });
    const alone = copied(createEngine(plan, 1).replicate(3));
    const engine = createEngine(plan, 1);
    engine.replicate(2);
    expect(differing(copied(engine.replicate(3)), alone)).toEqual([]);
  });

  it('give the same bits whichever event list holds the events', () => {
    fc.assert(
      fc.property(randomCase, fc.nat({ max: 5 }), ({ plan, seed }, replication) => {
        const quick = resultOn(new LaneEventList(), plan, seed, replication);
        const plain = resultOn(new HeapEventList(), plan, seed, replication);
        expect(quick.events).toBe(plain.events);
        expect(differing(quick.groups, plain.groups)).toEqual([]);
      }),
      cases(40),
    );
  });
});

describe('what is worked out ahead', () => {
  const replication = fc.nat({ max: 5 });

  it('leaves the bits of any plan as they are', () => {
    fc.assert(
      fc.property(randomCase, replication, ({ plan, seed }, replication) => {
        expectSameAhead(plan, seed, replication);
      }),
      cases(25),
    );
  });

  it('leaves the bits as they are where decisions are made ahead, at few desks or many', () => {
    fc.assert(
      fc.property(
        randomCase,
        replication,
        fc.constantFrom(1, 2.5, 3, Number.POSITIVE_INFINITY),
        ({ plan, seed }, replication, desks) => {
          const service = expectSameAhead(withPlainDoor(plan, desks), seed, replication);
          expect(hasAhead(service, 'frontDoor', 'ahead')).toBe(true);
        },
      ),
      cases(40),
    );
  });

  it('leaves the bits as they are where hours suffice and only last sessions are events, in one instant too', () => {
    fc.assert(
      fc.property(
        randomCase,
        replication,
        fc.constantFrom(5, 5.5, 10),
        fc.boolean(),
        ({ plan, seed }, replication, interval, plainDoor) => {
          const ample = withAmpleHours(plan, interval);
          const service = expectSameAhead(plainDoor ? withPlainDoor(ample, 2) : ample, seed, replication);
          expect(hasAhead(service, 'intervention', 'ample')).toBe(true);
        },
      ),
      cases(60),
    );
  });
});

describe('another replication, or another seed', () => {
  it('is another run', () => {
    const plan = planOf({ sources: [steady(1, 100)] });
    const referrals = (seed: number, replication: number) =>
      Array.from(createEngine(plan, seed).replicate(replication).groups[0]!.weekly);
    expect(referrals(1, 1)).not.toEqual(referrals(1, 0));
    expect(referrals(2, 0)).not.toEqual(referrals(1, 0));
    expect(referrals(1 + 2 ** 32, 0)).not.toEqual(referrals(1, 0));
  });
});
