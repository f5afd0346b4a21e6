/**
 * Partners who can hold c cases at once, with Poisson referrals and exponential lengths, are c places in a textbook queue: M/M/c where families
 * wait as long as it takes, Erlang's loss system where they leave at once when all places are taken. A course that takes all who wait is a bus:
 * at a random time the last one left half an interval ago, so the mean wait is half the time between starts.
 */
import { describe, expect, test } from 'vitest';
import { logOf, type Row } from '../service/event-log.ts';
import { fixed, group, need, partnerHeld, pathway, plan, steady, worker } from '../service/plan-builder.ts';
import { standardError, standardErrorsFromExact } from './observations.ts';
import { erlangB, type Queue, withoutLeaving } from './oracles/erlang.ts';
import { mean } from './statistics.ts';

const SEED = 1961;
const REPLICATIONS = 20;
const WARM_UP_WEEKS = 100;
const WEEKS = 400;
const QUEUE: Queue = { places: 6, arrivalRate: 2.04, meanLength: 2.5 };
const DAYS = (WARM_UP_WEEKS + WEEKS) * 5;

/** Only the last event of a case counts here, so its sessions are one: an interval longer than any length. */
const pathways = [
  pathway({
    interval: 1e6,
    length: { kind: 'exponential', mean: QUEUE.meanLength },
    offer: partnerHeld({ most: QUEUE.places }),
  }),
];
const sources = [steady(QUEUE.arrivalRate, DAYS)];
const workers = [worker({ cap: 0 })];

/** Each figure of the rows in the window must lie within 3 standard errors of its exact value. */
function expectExact(
  parts: Parameters<typeof plan>[0],
  ...figures: readonly { readonly of: (rows: readonly Row[]) => number; readonly exact: number }[]
) {
  const longRun = plan({ warmUpWeeks: WARM_UP_WEEKS, weeks: WEEKS, sources, workers, ...parts });
  const runs = Array.from({ length: REPLICATIONS }, (_, replication) =>
    logOf(longRun, { seed: SEED, replication }).filter(({ at }) => at >= WARM_UP_WEEKS * 5),
  );
  for (const { of, exact } of figures) {
    const values = runs.map(of);
    expect(standardError(values)).toBeLessThan(0.1 * exact);
    expect(Math.abs(standardErrorsFromExact(values, exact))).toBeLessThan(3);
  }
}

const waitsOf = (rows: readonly Row[]) =>
  rows.filter(({ what }) => what === 'took up').map(({ wait }) => wait);

describe('partners with a limit', () => {
  test('Erlang C: the mean wait, and the share that has to wait', () => {
    const { meanWait, mustWait } = withoutLeaving(QUEUE);
    const haveToWait = (rows: readonly Row[]) => mean(waitsOf(rows).map((wait) => (wait > 0 ? 1 : 0)));
    expectExact(
      { pathways },
      { of: (rows) => mean(waitsOf(rows)), exact: meanWait },
      { of: haveToWait, exact: mustWait },
    );
  });

  test('Erlang B: the share that finds no place', () => {
    const refusedShare = (rows: readonly Row[]) => {
      const refused = rows.filter(({ what }) => what === 'withdrew').length;
      return refused / (refused + waitsOf(rows).length);
    };
    const exact = erlangB(QUEUE.places, QUEUE.arrivalRate * QUEUE.meanLength);
    expectExact({ pathways, needs: [need({ patience: fixed(0) })] }, { of: refusedShare, exact });
  });
});

test('courses that take all who wait: half the time between starts', () => {
  const every = 30;
  const course = [pathway({ offer: group({ places: 10_000, startsEvery: every }) })];
  expectExact({ pathways: course }, { of: (rows) => mean(waitsOf(rows)), exact: every / 2 });
});
