/**
 * More places never make anyone wait longer. A theorem where all of this holds, since the sorted vector of remaining work (Kiefer and
 * Wolfowitz 1955, Transactions of the American Mathematical Society 78, 1-18) grows with each family's length and shrinks with each place:
 * one list served first come first served with places given at once, every place the same to every family (one weight, one team or teams that all
 * serve the pathway), the same families coming at the same times (nobody comes back), each with a length of its own that no worker's hours
 * stretch, and nobody leaving the list or changing worker. Where families leave, come back or jump the order it need not hold.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DistributionPlan } from '../../sim/plan.ts';
import { logOf } from '../service/event-log.ts';
import {
  either,
  fixed,
  pathway,
  plan,
  replayed,
  type WorkerParts,
  waits,
  worker,
} from '../service/plan-builder.ts';
import { cases } from './random-plan.ts';

const ROUNDING = 1e-9;
const WEEKS = 20;

const lengths: fc.Arbitrary<DistributionPlan> = fc.oneof(
  fc.integer({ min: 1, max: 8 }).map(fixed),
  fc
    .array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 4 })
    .map((values) => either(...values)),
);

const service = fc.record({
  weekly: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: WEEKS, maxLength: WEEKS }),
  waiting: fc.array(fc.integer({ min: -50, max: 0 }), { maxLength: 12 }),
  sessions: lengths,
  caps: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
  starts: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 }),
  added: fc.oneof(
    fc.record({ to: fc.nat({ max: 3 }), places: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ from: fc.integer({ min: 0, max: 80 }), places: fc.integer({ min: 1, max: 3 }) }),
  ),
  seed: fc.nat(),
});

describe('more places', () => {
  it('never lengthen the wait of any family, under the conditions named above', () => {
    fc.assert(
      fc.property(service, ({ weekly, waiting, sessions, caps, starts, added, seed }) => {
        const waitsWith = (workers: readonly WorkerParts[]) => {
          const served = plan({
            weeks: WEEKS,
            sources: [replayed(weekly)],
            pathways: [pathway({ sessions })],
            waiting: waiting.map((joined) => waits(joined)),
            workers,
          });
          const rows = logOf(served, { seed }).filter(({ what }) => what === 'allocated');
          return new Map(rows.map(({ family, wait }) => [family, wait]));
        };
        const fewer = caps.map((cap, index) => worker({ cap, from: index === 0 ? 0 : starts[index]! }));
        const more =
          'from' in added
            ? [...fewer, worker({ cap: added.places, from: added.from })]
            : caps.map((cap, index) =>
                worker({
                  cap: index === added.to % caps.length ? cap + added.places : cap,
                  from: index === 0 ? 0 : starts[index]!,
                }),
              );
        const withMore = waitsWith(more);
        for (const [family, wait] of waitsWith(fewer)) {
          expect(withMore.get(family), family).toBeLessThanOrEqual(wait + ROUNDING);
        }
      }),
      cases(200),
    );
  });
});
