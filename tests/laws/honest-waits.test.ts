/** Waits are those of everyone, counted from joining to what ended them, and nobody drops out of the count by still waiting. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, MEASURE_KEYS, type MeasureKey } from '../../sim/index.ts';
import { probability } from '../../sim/units.ts';
import { logOf, type Row, type What } from '../service/event-log.ts';
import { staysOf } from '../service/log-stays.ts';
import { need, pathway, plan, steady, WEEK, worker } from '../service/plan-builder.ts';
import { cases, randomCase } from './random-plan.ts';

const ROUNDING = 1e-9;
/** From when a wait that counts from referral counts; a family that goes on to another pathway begins anew. */
const BEGINS: readonly What[] = ['referred', 'came back', 'stepped'];
const LEAVES_LIST: readonly What[] = ['allocated', 'took up', 'withdrew', 'escalated', 'declined offer'];
const total = (counts: Uint32Array) => counts.reduce((sum, count) => sum + count, 0);

describe('waits', () => {
  it('are told as the time since the family joined, or was referred or came back', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const joined = new Map<string, number>();
        const referred = new Map<string, number>();
        const holds = (row: Row, told: number, since: number | undefined) =>
          expect(Math.abs(told - (row.at - since!)), `${row.family} ${row.what} at ${row.at}`).toBeLessThan(
            ROUNDING,
          );
        for (const row of logOf(plan, { seed })) {
          if (BEGINS.includes(row.what)) referred.set(row.family, row.at);
          if (row.what === 'joined') {
            joined.set(row.family, row.joinedAt);
            // On the list at the start: when it was referred is not known, so its wait counts from joining.
            if (!referred.has(row.family)) referred.set(row.family, row.joinedAt);
          }
          // At the front door at the start: referred before it, when is not in the log.
          if (row.what === 'decided' && !referred.has(row.family)) {
            expect(row.sinceReferral, `${row.family} was in hand`).toBeGreaterThan(row.at);
            referred.set(row.family, row.at - row.sinceReferral);
          }
          if (row.what === 'decided') holds(row, row.sinceReferral, referred.get(row.family));
          if (row.what === 'allocated' || row.what === 'took up')
            holds(row, row.sinceReferral, referred.get(row.family));
          if (LEAVES_LIST.includes(row.what)) holds(row, row.wait, joined.get(row.family));
        }
      }),
      cases(40),
    );
  });

  it('are counted once for everyone who was on the list: allocated, left, or still waiting', () => {
    fc.assert(
      fc.property(randomCase, ({ plan, seed }) => {
        const stays = staysOf(logOf(plan, { seed }));
        const { waits, totalWaits, stillWaiting } = createEngine(plan, seed).replicate(0).groups[0]!;
        const inWindow = stays.filter(({ how, to }) => how === 'allocated' && to >= plan.clock.windowStart);
        expect(total(waits)).toBe(inWindow.length);
        expect(total(totalWaits)).toBe(inWindow.length);
        expect(total(stillWaiting)).toBe(stays.filter(({ how }) => how === 'still waiting').length);
      }),
      cases(40),
    );
  });
});

describe('the time on the list of everyone who joined', () => {
  it('is not lengthened by a window that opens on a list: those then on it are not all who joined with them', () => {
    // A service long in balance. Families join at one a day, so by Little’s law the mean time on the list equals its mean length. The urgent
    // wait little; of the others those who wait long are met on the list in proportion to their wait when the window of half a year opens.
    const WARM_UP = 104;
    const WINDOW = 26;
    const REPLICATIONS = 100;
    const patience = { kind: 'exponential', mean: 60 } as const;
    const service = plan({
      warmUpWeeks: WARM_UP,
      weeks: WINDOW,
      sources: [
        { ...steady(1, WEEK * (WARM_UP + WINDOW)), needShares: [probability(0.7), probability(0.3)] },
      ],
      needs: [need({ priority: 1, patience }), need({ priority: 2, patience })],
      order: { kind: 'priority' },
      pathways: [pathway({ sessions: { kind: 'poisson', mean: 9, plus: 1 } })],
      workers: [worker({ cap: 40 })],
    });
    const engine = createEngine(service, 1);
    const value = (headline: Float64Array, key: MeasureKey) => headline[MEASURE_KEYS.indexOf(key)]!;
    const errors: number[] = [];
    let length = 0;
    for (let replication = 0; replication < REPLICATIONS; replication++) {
      const { headline } = engine.replicate(replication).groups[0]!;
      length += value(headline, 'waiting_mean') / REPLICATIONS;
      errors.push(value(headline, 'wait_all_mean') - value(headline, 'waiting_mean'));
    }
    const bias = errors.reduce((sum, error) => sum + error, 0) / REPLICATIONS;
    const variance = errors.reduce((sum, error) => sum + (error - bias) ** 2, 0) / (REPLICATIONS - 1);
    // A twentieth for what is left by restricting to the longest time seen, and chance.
    expect(Math.abs(bias)).toBeLessThan(0.05 * length + 4 * Math.sqrt(variance / REPLICATIONS));
  });
});
