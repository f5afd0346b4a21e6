/** Random work with families: one to one, in courses and held by partners. */
import fc from 'fast-check';
import type { ScenarioInput } from '../../scenarios/schema.ts';
import type { Shape } from './arbitrary-demand.ts';
import { decimal, keyed, limit, perhaps, sessionCount, shares, timeAround } from './arbitrary-values.ts';

type PathwayInput = NonNullable<ScenarioInput['pathways']>[string];
type Offer = Pick<PathwayInput, 'offer' | 'group' | 'partner'>;

/** Hours of one assessment at most; no worker has less in a week (arbitrary-teams.ts). */
const MOST_HOURS = 2.5;

const oneToOne = fc.constant<Offer>({ offer: 'one to one' });

const group = (teams: readonly string[]): fc.Arbitrary<Offer> =>
  fc
    .record({
      places: fc.integer({ min: 1, max: 8 }),
      startsEveryWeeks: decimal(1, 6),
      fewest: fc.integer({ min: 1, max: 3 }),
      sessions: fc.integer({ min: 1, max: 6 }),
      facilitatorHours: decimal(0, 4),
      team: fc.constantFrom(...teams),
    })
    .map((course) => ({
      offer: 'group',
      group: { ...course, fewest: Math.min(course.fewest, course.places) },
    }));

const partnerHeld = (teams: readonly string[]): fc.Arbitrary<Offer> =>
  fc
    .record({
      most: limit(4),
      coordinationHoursPerWeek: decimal(0, 1.5),
      team: fc.constantFrom(...teams),
    })
    .map((partner) => ({ offer: 'partner-held', partner }));

/** The first pathway stays one to one, so that there is always such work. */
const offerOf = (index: number, { teams }: Shape) =>
  index === 0 ? oneToOne : fc.oneof(oneToOne, group(teams), partnerHeld(teams));

const reReferral = fc
  .record({
    version: fc.constantFrom('central' as const, 'low' as const, 'steep' as const),
    chance: decimal(0, 0.6),
    slopePerSession: decimal(-0.1, 0.3),
    least: decimal(0, 0.1),
    most: decimal(0.3, 0.8),
    recurringShare: decimal(0, 0.5),
    recurringOdds: decimal(0.5, 3),
    delay: timeAround(8),
    returnsTo: fc.constantFrom('front door' as const, 'waiting list' as const),
    priority: fc.oneof(fc.constant('of need' as const), fc.integer({ min: 1, max: 4 })),
  })
  .map(({ priority, ...terms }) =>
    terms.returnsTo === 'waiting list' ? { ...terms, priority } : { ...terms, priority: 'of need' as const },
  );

const outcomes = shares(6).map(([needsMet, disengaged, escalated, transferred, movedAway, other]) => ({
  needsMet: needsMet!,
  disengaged: disengaged!,
  escalated: escalated!,
  transferred: transferred!,
  movedAway: movedAway!,
  other: other!,
}));

/** Each part is written, off or on, so that it can be a dated change of another. */
export function pathway(index: number, shape: Shape): fc.Arbitrary<PathwayInput> {
  const others = shape.pathways.filter((_, other) => other !== index);
  const none = keyed(
    others,
    others.map(() => 0),
  );
  const terms = fc.record({
    caseWeight: fc.constantFrom(0.5, 1, 1.5, 2),
    visitEveryWeeks: fc.constantFrom(0.5, 1, 2, 4),
    plan: fc.oneof(
      timeAround(10).map((length) => ({ by: 'length' as const, length })),
      sessionCount.map((sessions) => ({ by: 'sessions' as const, sessions })),
    ),
    sessionHours: decimal(0.5, 2),
    recordingHours: decimal(0, 1),
    caseHoursPerWeek: decimal(0, 1),
    whenNoHours: fc.constantFrom('put off' as const, 'lost' as const),
    assessment: perhaps(
      { by: 'none' as const },
      fc.record({
        by: fc.constant('worker' as const),
        time: timeAround(5),
        hours: decimal(0.2, MOST_HOURS),
      }),
    ),
    stepsTo: perhaps(
      none,
      shares(others.length, 0.6).map((values) => keyed(others, values)),
    ),
    escalationAfter: fc.record({ chance: perhaps(0, decimal(0, 0.4)), delay: timeAround(6) }),
    missedShare: perhaps(0, decimal(0, 0.4)),
    dropOutPerSession: perhaps(0, decimal(0, 0.2)),
    outcomes,
    reReferral,
  });
  return fc.tuple(offerOf(index, shape), terms).map(([offer, rest]) => ({ ...offer, ...rest }));
}
