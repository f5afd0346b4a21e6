/**
 * Shares of time in the long run. A place alternates between being held and vacant, a holder between work and sickness: by the renewal reward
 * theorem (Ross 2014, "Introduction to probability models", section 7.4) each has its mean length over that of a whole cycle, whatever the shape.
 */
import { describe, expect, it } from 'vitest';
import type { CareerPlan } from '../../sim/plan.ts';
import { deviation, mean } from '../theory/statistics.ts';
import { LoggedService, type ServiceRow } from './event-log.ts';
import { career, plan, WEEK, worker } from './plan-builder.ts';

const REPLICATIONS = 30;
const PLACES = 10;
const WARM_UP = 100 * WEEK;
const END = 500 * WEEK;
const HOURS = 6;

/** Books of independent replications of a service that nobody is referred to. */
function booksOf(of: CareerPlan): ServiceRow[][] {
  const workers = Array.from({ length: PLACES }, () => worker({ hoursPerDay: HOURS, career: of }));
  const service = new LoggedService(plan({ weeks: END / WEEK, workers }), 11);
  return Array.from({ length: REPLICATIONS }, (_, replication) => {
    service.replicate(replication);
    return service.log.service;
  });
}

/** Share of places vacant after the warm-up. */
function vacantShare(book: readonly ServiceRow[]): number {
  let since = 0;
  let vacant = 0;
  let area = 0;
  const until = (at: number) => {
    area += vacant * Math.max(0, at - Math.max(since, WARM_UP));
    since = at;
  };
  for (const row of book) {
    if (row.what !== 'staff') continue;
    until(row.at);
    vacant = row.vacant;
  }
  until(END);
  return area / (END - WARM_UP) / PLACES;
}

/** Hours that weeks after the warm-up have, of those they would have with everybody there. */
function hoursShare(book: readonly ServiceRow[]): number {
  const ofWeek = new Map<number, number>();
  for (const row of book) if (row.what === 'hours') ofWeek.set(Math.floor(row.at / WEEK), row.hours);
  const weeks = [...ofWeek].filter(([week]) => week * WEEK >= WARM_UP).map(([, hours]) => hours);
  return mean(weeks) / (PLACES * HOURS * WEEK);
}

function expectMean(values: readonly number[], truth: number) {
  const standardError = deviation(values) / Math.sqrt(values.length);
  // Precise enough to tell a mistake from chance.
  expect(standardError).toBeLessThan(0.02 * truth);
  expect(Math.abs(mean(values) - truth)).toBeLessThan(3 * standardError);
}

describe('in the long run', () => {
  it.each([
    ['lognormal', { kind: 'lognormal', median: 20, cv: 1 }, 20 * Math.SQRT2],
    ['fixed', { kind: 'fixed', value: 25 }, 25],
  ] as const)('vacancies of %s length take their share of time', (_, timeToFill, toFill) => {
    const leaving = 0.01;
    const shares = booksOf(career({ leaving, timeToFill })).map(vacantShare);
    expectMean(shares, (leaving * toFill) / (1 + leaving * toFill));
  });

  it('sickness takes its share of hours', () => {
    const [hazard, days] = [0.02, 6];
    const sickness = { hazard, length: { kind: 'gamma', mean: days, cv: 1.5 } as const };
    const shares = booksOf(career({ sickness })).map(hoursShare);
    expectMean(
      shares.map((share) => 1 - share),
      (hazard * days) / (1 + hazard * days),
    );
  });

  it('a place is at work, sick or vacant as the Markov chain of the three is', () => {
    const [leaving, toFill, hazard, days] = [0.01, 20, 0.02, 8];
    const books = booksOf(
      career({
        leaving,
        timeToFill: { kind: 'exponential', mean: toFill },
        sickness: { hazard, length: { kind: 'exponential', mean: days } },
      }),
    );
    // Sick holders leave too. Balance of the sick: work x hazard = sick x (1 / days + leaving).
    const vacant = (leaving * toFill) / (1 + leaving * toFill);
    const sickPerWork = hazard / (1 / days + leaving);
    expectMean(books.map(vacantShare), vacant);
    expectMean(books.map(hoursShare), (1 - vacant) / (1 + sickPerWork));
  });
});
