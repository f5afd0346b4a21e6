/** Random terms for a small service (see whole-plan.ts): what it works on at the start, or from a dated change on. */
import fc from 'fast-check';
import type { DistributionPlan, NeedPlan, OfferPlan, PathwayPlan } from '../../sim/plan.ts';
import { hours, probability, workingDays } from '../../sim/units.ts';
import {
  duty,
  fixed,
  group,
  need,
  panel,
  partnerHeld,
  pathway,
  whileWaiting,
} from '../service/plan-builder.ts';

/** What cannot change in a run. */
export interface Shape {
  readonly weeks: number;
  readonly needs: number;
  readonly offers: readonly OfferPlan['kind'][];
  readonly localities: number;
  readonly teams: number;
}

/**
 * In 1024ths of the span: a rate of 5e-324 a day is no more than rounding, and two times that are equal in truth are equal to the last bit.
 */
export const decimal = (min: number, max: number) =>
  fc.nat({ max: 1024 }).map((step) => min + ((max - min) * step) / 1024);
/** Shrinks to the neutral value. */
export const perhaps = <Value, Neutral>(neutral: Neutral, on: fc.Arbitrary<Value>) =>
  fc.oneof({ arbitrary: fc.constant(neutral), weight: 1 }, { arbitrary: on, weight: 2 });
export const many = <Value>(count: number, each: fc.Arbitrary<Value>) =>
  fc.array(each, { minLength: count, maxLength: count });
export const all = (count: number) => Array.from({ length: count }, (_, index) => index);

/** `count` shares that sum to `total` but for rounding. */
export const shares = (count: number, total = 1) =>
  many(count, decimal(0.05, 1)).map((weights) => {
    const sum = weights.reduce((of, weight) => of + weight, 0);
    return weights.map((weight) => (weight / sum) * total);
  });

export const timeAbout = (mean: number): fc.Arbitrary<DistributionPlan> =>
  fc.oneof(
    decimal(mean / 2, mean * 1.5).map(fixed),
    decimal(mean / 2, mean * 1.5).map((value) => ({ kind: 'exponential' as const, mean: value })),
    decimal(0.2, 1.5).map((cv) => ({ kind: 'lognormal' as const, median: mean, cv })),
  );

const sessionCount: fc.Arbitrary<DistributionPlan> = fc.oneof(
  fc.integer({ min: 1, max: 8 }).map(fixed),
  decimal(0.5, 6).map((mean) => ({ kind: 'poisson' as const, mean, plus: 1 })),
);

const panelPlan = fc.record({
  every: fc.integer({ min: 1, max: 12 }),
  most: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 1, max: 5 })),
});
const timing = perhaps(
  { kind: 'at once' as const },
  panelPlan.map(({ every, most }) => panel(every, most)),
);

const offerOf = (kind: OfferPlan['kind'], teams: number): fc.Arbitrary<OfferPlan> => {
  const inTeam = fc.nat({ max: teams - 1 });
  if (kind === 'one to one') return fc.constant({ kind });
  if (kind === 'partner-held')
    return fc
      .record({
        most: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 1, max: 4 })),
        coordinationHoursPerDay: perhaps(0, decimal(0, 0.3)),
        team: inTeam,
      })
      .map(partnerHeld);
  return fc
    .record({
      places: fc.integer({ min: 1, max: 8 }),
      startsEvery: fc.integer({ min: 2, max: 25 }),
      fewest: fc.integer({ min: 1, max: 3 }),
      sessions: fc.integer({ min: 1, max: 6 }),
      facilitatorHours: perhaps(0, decimal(0, 4)),
      team: inTeam,
    })
    .map((parts) => group({ ...parts, fewest: Math.min(parts.fewest, parts.places) }));
};

const pathwayOf = (kind: OfferPlan['kind'], { offers, teams }: Shape): fc.Arbitrary<PathwayPlan> =>
  fc
    .record({
      offer: offerOf(kind, teams),
      weight: fc.constantFrom(0.5, 1, 2),
      interval: fc.constantFrom(2.5, 5, 10),
      amount: fc.oneof(
        sessionCount.map((sessions) => ({ sessions })),
        timeAbout(25).map((length) => ({ length })),
      ),
      sessionHours: decimal(0.5, 2),
      recordingHours: perhaps(0, decimal(0, 1)),
      caseHoursPerDay: perhaps(0, decimal(0, 0.2)),
      whenNoHours: fc.constantFrom('put off' as const, 'lost' as const),
      assessment: perhaps(null, fc.record({ time: timeAbout(4), hours: decimal(0.2, 3) })),
      stepsTo: perhaps([] as number[], shares(offers.length, 0.6)),
      escalatesAfter: perhaps(0, decimal(0, 0.4)),
      escalationDelay: timeAbout(10),
      missedShare: perhaps(0, decimal(0, 0.4)),
      dropOut: perhaps(0, decimal(0, 0.2)),
      outcomes: shares(6),
      comesBack: perhaps(
        {},
        fc.record({
          chance: decimal(0, 0.6).map(probability),
          slope: decimal(-0.1, 0.3),
          recurringShare: decimal(0, 0.5).map(probability),
          recurringOdds: decimal(0.5, 3),
          delay: timeAbout(10),
          returnsTo: fc.constantFrom('front door' as const, 'waiting list' as const),
          priority: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 4 })),
        }),
      ),
    })
    .map(({ amount, ...parts }) => pathway({ ...parts, ...amount }));

const needOf = (pathways: number): fc.Arbitrary<NeedPlan> =>
  fc
    .record({
      priority: fc.integer({ min: 1, max: 4 }),
      patience: perhaps(null, timeAbout(20)),
      escalation: perhaps(0, decimal(0, 0.01)),
      declinesBefore: perhaps(0, decimal(0, 0.3)),
      declinesOffer: perhaps(0, decimal(0, 0.3)),
      pathways: shares(pathways, 0.9),
    })
    .map(need);

/** Terms that a dated change can replace. */
export const termsOf = (shape: Shape) =>
  fc.record({
    needs: many(shape.needs, needOf(shape.offers.length)),
    frontDoor: fc.record({
      desks: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 1, max: 3 })),
      decision: timeAbout(0.25),
      gathering: perhaps(fixed(0), timeAbout(2)),
      timing,
      duty: perhaps(
        null,
        fc
          .record({
            workers: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 1, max: 3 })),
            visit: timeAbout(0.5),
            hoursEach: decimal(0, 3),
            sessionsSaved: fc.integer({ min: 0, max: 3 }),
          })
          .map(duty),
      ),
      decisionHours: decimal(0, 2).map(hours),
    }),
    waiting: perhaps(
      {},
      fc.record({
        contactHoursPerDay: decimal(0, 0.2),
        withdrawalFactor: decimal(0.3, 1),
        escalationFactor: decimal(0.3, 1),
        needGrowth: decimal(0, 0.02),
      }),
    ).map(whileWaiting),
    pathways: fc.tuple(...shape.offers.map((kind) => pathwayOf(kind, shape))),
    allocation: fc.record({
      timing,
      order: fc.oneof(
        fc.constant({ kind: 'first come' as const }),
        fc.constant({ kind: 'priority' as const }),
        decimal(2, 40).map((days) => ({
          kind: 'priority with ageing' as const,
          perLevel: workingDays(days),
        })),
      ),
      target: fc.integer({ min: 0, max: 40 }).map(workingDays),
      pooling: perhaps(
        { kind: 'one list' as const },
        fc.oneof(fc.constant(Number.POSITIVE_INFINITY), decimal(0, 30)).map((days) => ({
          kind: 'by locality' as const,
          overflowAfter: workingDays(days),
        })),
      ),
    }),
  });
