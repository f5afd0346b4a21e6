/** Whoever is given a place was next, in the order the scenario says, of all who waited on that list at that moment. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../sim/plan.ts';
import { workingDays } from '../../sim/units.ts';
import { logOf } from '../service/event-log.ts';
import { cases, randomCase } from './random-plan.ts';
import { inForceAt, mayTake, termsAt } from './workforce.ts';

/** Sums of times carry rounding. */
const ROUNDING = 1e-9;

interface Waiting {
  readonly pathway: number;
  readonly locality: number;
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

/**
 * One list for everybody is one list; so are the families of all localities who wait for courses and partners. With lists by locality nobody on a
 * list is passed over for a place that would have been the family's own to have: one that has waited longer may go elsewhere.
 */
function passedOver(plan: Plan, order: Order, seed: number): string[] {
  const list = new Map<string, Waiting>();
  const found: string[] = [];
  for (const row of logOf(plan, { seed })) {
    const { what, family, at, pathway, locality, priority, joinedAt, worker } = row;
    if (what === 'joined' || what === 'given back') {
      const hasHadWorker = what === 'given back';
      list.set(family, { pathway, locality, priority, joined: hasHadWorker ? at : joinedAt, hasHadWorker });
    }
    if (what === 'withdrew' || what === 'escalated') list.delete(family);
    const isOffered = what === 'allocated' || what === 'reallocated';
    if (!isOffered && what !== 'took up' && what !== 'declined offer') continue;
    const taken = list.get(family)!;
    list.delete(family);
    // Who declines is not told what by.
    if (what === 'declined offer') continue;
    const pooled = !isOffered || inForceAt(plan, at).allocation.pooling.kind === 'one list';
    for (const [other, waiting] of list) {
      if (waiting.pathway !== pathway || !(pooled || waiting.locality === locality)) continue;
      // A family between workers waits for a worker, not for a course.
      if (!isOffered && waiting.hasHadWorker) continue;
      // How long a family between workers has waited is not told: as if it could not go elsewhere yet.
      const wait = waiting.hasHadWorker ? 0 : at - waiting.joined;
      const couldHave =
        !isOffered || mayTake(plan, termsAt(plan, worker, at), { pathway, locality, wait, at });
      if (couldHave && comesFirst(order, waiting, taken))
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
    const inOrder = <Terms extends Pick<Plan, 'allocation'>>(terms: Terms): Terms => ({
      ...terms,
      allocation: { ...terms.allocation, order },
    });
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const ordered = { ...inOrder(plan), changes: plan.changes.map(inOrder) };
        expect(passedOver(ordered, order, seed).join('; ')).toBe('');
      }),
      cases(40),
    );
  });
});
