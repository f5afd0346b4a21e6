/** Whoever is given a place was next, in the order the scenario says, of all who waited on that list at that moment. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../sim/plan.ts';
import { workingDays } from '../../sim/units.ts';
import { logOf } from '../service/event-log.ts';
import { cases, randomCase } from './random-plan.ts';

/** Sums of times carry rounding. */
const ROUNDING = 1e-9;

interface Waiting {
  readonly pathway: number;
  readonly priority: number;
  readonly joined: number;
  readonly hasHadWorker: boolean;
}

type Order = Plan['allocation']['order'];

/** Whether `a` should clearly have been offered the place before `b`. */
function comesFirst(order: Order, a: Waiting, b: Waiting): boolean {
  if (a.hasHadWorker || b.hasHadWorker) return a.hasHadWorker && !b.hasHadWorker;
  const earlier = a.joined < b.joined - ROUNDING;
  if (order.kind === 'first come') return earlier;
  if (order.kind === 'priority') return a.priority < b.priority || (a.priority === b.priority && earlier);
  return a.joined + a.priority * order.perLevel < b.joined + b.priority * order.perLevel - ROUNDING;
}

function passedOver(plan: Plan, order: Order, seed: number): string[] {
  const list = new Map<string, Waiting>();
  const found: string[] = [];
  for (const { what, family, at, pathway, priority, joinedAt } of logOf(plan, { seed })) {
    if (what === 'joined') list.set(family, { pathway, priority, joined: joinedAt, hasHadWorker: false });
    if (what === 'given back') list.set(family, { pathway, priority, joined: at, hasHadWorker: true });
    if (what === 'withdrew' || what === 'escalated') list.delete(family);
    if (what !== 'allocated' && what !== 'reallocated') continue;
    const taken = list.get(family)!;
    list.delete(family);
    for (const [other, waiting] of list) {
      if (waiting.pathway === pathway && comesFirst(order, waiting, taken))
        found.push(`${other} was passed over for ${family} at ${at}`);
    }
  }
  return found;
}

describe.each<Order>([
  { kind: 'first come' },
  { kind: 'priority' },
  { kind: 'priority with ageing', perLevel: workingDays(12) },
])('order on a list: $kind', (order) => {
  it('is kept: first come first served within equal priority, families between workers ahead of all', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const ordered = { ...plan, allocation: { ...plan.allocation, order } };
        expect(passedOver(ordered, order, seed)).toEqual([]);
      }),
      cases(40),
    );
  });
});
