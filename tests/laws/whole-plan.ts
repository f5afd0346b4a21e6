/**
 * Random plans of small services in which every mechanism of the engine can be on at once: careers and sickness, localities and their own lists,
 * children and caps in children, advice line, triage panels, duty visits, contact and growing needs on the list, families who decline, courses,
 * cases that partners hold, assessments, lost sessions, steps to other pathways, escalation after closure, and dated changes of all of it.
 */
import fc from 'fast-check';
import type { CareerPlan, Plan, SourcePlan, WorkerTerms } from '../../sim/plan.ts';
import { caseWeight, hours, perWorkingDay, probability } from '../../sim/units.ts';
import {
  adviceLine,
  type ChangeParts,
  career,
  openCase,
  type PlanParts,
  plan,
  type TeamParts,
  team,
  WEEK,
  type WorkerParts,
  waits,
  worker,
} from '../service/plan-builder.ts';

import { all, decimal, many, perhaps, type Shape, shares, termsOf, timeAbout } from './whole-terms.ts';

const sourceOf = ({ weeks, needs }: Shape): fc.Arbitrary<SourcePlan> =>
  fc.record({
    name: fc.constant('source'),
    arrivals: fc.oneof(
      fc.record({
        kind: fc.constant('rate' as const),
        perDay: decimal(0.05, 0.8).map((rate) => all(weeks * WEEK).map(() => perWorkingDay(rate))),
        overdispersion: perhaps(1, decimal(1, 4)),
      }),
      fc.record({
        kind: fc.constant('replay' as const),
        perWeek: many(weeks, fc.integer({ min: 0, max: 5 })),
      }),
    ),
    repeatShare: perhaps(0, decimal(0, 0.3)).map(probability),
    needShares: shares(needs).map((values) => values.map(probability)),
  });

const careerOf = (workers: number, isFirst: boolean): fc.Arbitrary<CareerPlan> =>
  fc
    .record({
      leaving: perhaps(0, decimal(0, 0.03)),
      timeToFill: timeAbout(20),
      vacantAtStart: isFirst ? fc.constant(false) : fc.boolean(),
      induction: perhaps(
        [] as [number, number][],
        fc
          .record({ no: fc.integer({ min: 1, max: 15 }), half: fc.integer({ min: 1, max: 30 }) })
          .map(({ no, half }): [number, number][] => [
            [0, 0],
            [no, 0.5],
            [no + half, 1],
          ]),
      ),
      sickness: perhaps(null, fc.record({ hazard: decimal(0, 0.05), length: timeAbout(4) })),
      promotion: perhaps(
        null,
        fc.record({ share: decimal(0, 1), from: fc.subarray(all(workers), { minLength: 1 }) }),
      ),
    })
    .map(career);

const capAndHours = {
  fte: decimal(0.3, 1),
  cap: fc.integer({ min: 0, max: 16 }).map((halves) => caseWeight(halves / 2)),
  hoursPerDay: decimal(0.2, 4).map(hours),
};

/** The first worker is there from the first day, in a team of the whole area, and can take every pathway: open cases are then held by somebody. */
const workerOf = (
  index: number,
  count: number,
  { weeks, teams, offers }: Shape,
): fc.Arbitrary<WorkerParts> => {
  const days = weeks * WEEK;
  return fc
    .record({
      ...capAndHours,
      team: index === 0 ? fc.constant(0) : fc.nat({ max: teams - 1 }),
      serves:
        index === 0 ? fc.constant(all(offers.length)) : fc.subarray(all(offers.length), { minLength: 1 }),
      from: index === 0 ? fc.constant(0) : perhaps(0, fc.integer({ min: 1, max: days - 1 })),
      stays: perhaps(Number.POSITIVE_INFINITY, fc.integer({ min: 1, max: days })),
      career: perhaps(null, careerOf(count, index === 0)),
    })
    .map(({ stays, ...parts }) => worker({ ...parts, until: parts.from + stays, key: index * 7919 + 1 }));
};

/** Who is promoted leaves a place that fills by chance as others do. */
const promotedFromCareers = (workers: readonly WorkerParts[]): WorkerParts[] =>
  workers.map((each, index) => {
    if (each.career === null || each.career.promotion === null) return each;
    const { share, from } = each.career.promotion;
    const candidates = from.filter((other) => other !== index && workers[other]!.career !== null);
    const promotion = candidates.length === 0 ? null : { share, from: candidates };
    return { ...each, career: { ...each.career, promotion } };
  });

const teamOf = (index: number, localities: number): fc.Arbitrary<TeamParts> =>
  fc
    .record({
      serves: fc.constant([]),
      locality: index === 0 ? fc.constant(null) : perhaps(null, fc.nat({ max: localities - 1 })),
      travelHours: perhaps(0, decimal(0, 1.5)),
      hoursCount: fc.constantFrom('direct' as const, 'all' as const),
    })
    .map(team);

const workerChange = ({ teams, offers }: Shape): fc.Arbitrary<Partial<WorkerTerms> | null> =>
  perhaps(
    null,
    fc.record(
      {
        ...capAndHours,
        team: fc.nat({ max: teams - 1 }),
        serves: fc.subarray(all(offers.length), { minLength: 1 }),
      },
      { requiredKeys: [] },
    ),
  );

const lineOf = ({ weeks, needs }: Shape) =>
  perhaps(
    null,
    fc
      .record({
        perDay: decimal(0, 2),
        frontDoor: decimal(0, 0.3),
        callHours: decimal(0, 1),
        needs: shares(needs),
      })
      .map(({ perDay, ...rest }) => adviceLine(perDay, weeks * WEEK, rest)),
  );

const changesOf = (shape: Shape, workers: number): fc.Arbitrary<ChangeParts[]> => {
  const parts = fc.tuple(
    termsOf(shape),
    fc.record({ adviceLine: lineOf(shape), workers: many(workers, workerChange(shape)) }),
    fc.subarray([
      'needs',
      'frontDoor',
      'waiting',
      'pathways',
      'allocation',
      'adviceLine',
      'workers',
    ] as const),
  );
  return fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: shape.weeks * WEEK - 1 }), { maxLength: 3 }),
      many(3, parts),
    )
    .map(([times, drawn]) =>
      times
        .toSorted((a, b) => a - b)
        .map((at, index) => {
          const [terms, others, kept] = drawn[index]!;
          const given: ChangeParts = { at, ...terms, ...others };
          return { at, ...Object.fromEntries(kept.map((part) => [part, given[part]])) };
        }),
    );
};

const POSTS = ['worker', 'senior'].map((post) => ({ team: 'any', post }));

const costsOf = (workers: number, teams: number) =>
  perhaps(
    null,
    fc.record({
      workerDay: many(workers, decimal(50, 400)),
      posts: fc.constant(POSTS),
      // At most three changes: four versions of the terms.
      postOfWorker: many(4, many(workers, fc.nat({ max: POSTS.length - 1 }))),
      travel: many(teams, decimal(0, 10)),
      hire: decimal(0, 5000),
      frontDoorHour: decimal(10, 60),
      escalationPerChild: decimal(0, 50_000),
      meanChildren: decimal(1, 3),
    }),
  );

const shape: fc.Arbitrary<Shape> = fc.record({
  weeks: fc.integer({ min: 3, max: 26 }),
  needs: fc.integer({ min: 1, max: 3 }),
  offers: fc
    .array(fc.constantFrom('one to one' as const, 'group' as const, 'partner-held' as const), {
      maxLength: 3,
    })
    .map((others) => ['one to one' as const, ...others]),
  localities: fc.integer({ min: 1, max: 3 }),
  teams: fc.integer({ min: 1, max: 3 }),
});

const numberWorkers = fc.integer({ min: 1, max: 6 });

export const wholePlan: fc.Arbitrary<Plan> = fc.tuple(shape, numberWorkers).chain(([of, workers]) => {
  const pathways = of.offers.length;
  const worked = all(pathways).filter((index) => of.offers[index] !== 'group');
  const place = { need: fc.nat({ max: of.needs - 1 }), pathway: fc.nat({ max: pathways - 1 }) };
  return fc
    .record({
      terms: termsOf(of),
      warmUpWeeks: fc.integer({ min: 0, max: of.weeks - 1 }),
      sources: fc.array(sourceOf(of), { minLength: 1, maxLength: 2 }),
      adviceLine: lineOf(of),
      children: perhaps(
        null,
        decimal(0, 2).map((mean) => ({ kind: 'poisson' as const, mean, plus: 1 })),
      ),
      localities: shares(of.localities),
      capsCount: fc.constantFrom('families' as const, 'children' as const),
      teams: fc.tuple(...all(of.teams).map((index) => teamOf(index, of.localities))),
      workers: fc
        .tuple(...all(workers).map((index) => workerOf(index, workers, of)))
        .map(promotedFromCareers),
      waiting: fc.array(
        fc.record({ ...place, joined: decimal(-60, 0) }).map(({ joined, ...rest }) => waits(joined, rest)),
        { maxLength: 10 },
      ),
      open: fc.array(
        fc
          .record({
            need: place.need,
            pathway: fc.constantFrom(...worked),
            had: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 6 })),
          })
          .map(({ had, ...rest }) => openCase(had, rest)),
        { maxLength: 10 },
      ),
      closuresPerDay: many(pathways, perhaps(0, decimal(0, 0.5))),
      frontDoorInHand: fc.boolean(),
      changes: changesOf(of, workers),
      costs: costsOf(workers, of.teams),
    })
    .map(({ terms: { frontDoor, waiting, allocation, ...terms }, warmUpWeeks, ...parts }) => {
      const { timing: triage, ...door } = frontDoor;
      const given: Partial<PlanParts> = {
        ...parts,
        ...terms,
        ...door,
        ...allocation,
        triage,
        whileWaiting: waiting,
        warmUpWeeks,
        weeks: of.weeks - warmUpWeeks,
      };
      return plan(given);
    });
});
