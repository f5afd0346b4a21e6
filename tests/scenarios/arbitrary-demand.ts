/** Random demand and what happens before a family is allocated: sources, needs, the front door, the list. */
import fc from 'fast-check';
import type { ScenarioInput } from '../../scenarios/schema.ts';
import {
  daysAfter,
  decimal,
  each,
  keyed,
  limit,
  many,
  mixOf,
  named,
  perhaps,
  shares,
  timeAround,
} from './arbitrary-values.ts';

/** What the parts of a scenario must agree on. */
export interface Shape {
  readonly start: string;
  readonly weeks: number;
  readonly snapshot: boolean;
  readonly needs: readonly string[];
  readonly pathways: readonly string[];
  /** None: one list for everybody. */
  readonly localities: readonly string[];
  readonly teams: readonly string[];
  readonly countsChildren: boolean;
  readonly capsCount: 'families' | 'children';
}

export type Part<Key extends keyof ScenarioInput> = NonNullable<ScenarioInput[Key]>;
type SourceInput = Part<'demand'>['sources'][string];

/** As many in about a year, by whichever time they are said. */
const volume = fc.oneof(
  decimal(10, 250).map((referrals) => ({ referrals, per: 'year' as const })),
  decimal(1, 20).map((referrals) => ({ referrals, per: 'month' as const })),
  decimal(0.2, 5).map((referrals) => ({ referrals, per: 'week' as const })),
  decimal(0.05, 1).map((referrals) => ({ referrals, per: 'working day' as const })),
);

const holidays = fc
  .record({ holidayFactor: decimal(0.1, 1.5), rebound: decimal(0, 0.5) })
  .map(({ holidayFactor, rebound }) =>
    holidayFactor < 1 ? { holidayFactor, septemberRebound: rebound } : { holidayFactor },
  );

const season = fc
  .record(
    {
      monthProfile: many(12, decimal(0.2, 2)),
      growthPerYear: decimal(-0.3, 0.5),
      overdispersion: decimal(1, 4),
      holidays,
    },
    { requiredKeys: [] },
  )
  .map(({ holidays: shut, ...rest }) => ({ ...rest, ...shut }));

const mixed = (needs: readonly string[]) =>
  fc.record({ repeatShare: decimal(0, 0.3), needs: mixOf(needs) }, { requiredKeys: ['needs'] });

export const rateSource = (needs: readonly string[]): fc.Arbitrary<SourceInput> =>
  fc.tuple(volume, season, mixed(needs)).map(([much, when, what]) => ({ ...much, ...when, ...what }));

/** Sources that replay, that say their own volume, and that share a total between them. */
export function demand({ needs, weeks, start }: Shape): fc.Arbitrary<Part<'demand'>> {
  const replay = fc
    .tuple(many(weeks, fc.integer({ min: 0, max: 6 })), mixed(needs))
    .map(([weekly, what]): SourceInput => ({ weekly, ...what }));
  const ofTotal = fc.tuple(season, mixed(needs)).map(([when, what]): SourceInput => ({ ...when, ...what }));
  const own = fc.tuple(
    rateSource(needs),
    fc.array(fc.oneof({ arbitrary: rateSource(needs), weight: 2 }, { arbitrary: replay, weight: 1 }), {
      maxLength: 2,
    }),
  );
  const sharing = fc.array(ofTotal, { minLength: 1, maxLength: 2 });
  return fc
    .record({
      own: own.map(([first, others]) => [first, ...others]),
      sharing: perhaps([] as SourceInput[], sharing),
      parts: shares(2),
      referralsPerYear: decimal(20, 150),
      schoolHolidays: schoolHolidays(start, weeks),
    })
    .map((drawn) => {
      const count = drawn.sharing.length;
      const ofSharing = drawn.sharing.map((source, i) => ({
        ...source,
        share: count === 1 ? 1 : drawn.parts[i]!,
      }));
      const all = [...drawn.own, ...ofSharing];
      return {
        sources: keyed(named('source', all.length), all),
        ...(count === 0 ? {} : { referralsPerYear: drawn.referralsPerYear }),
        schoolHolidays: drawn.schoolHolidays,
      };
    });
}

const schoolHolidays = (start: string, weeks: number) =>
  fc
    .array(fc.record({ after: fc.nat({ max: weeks * 7 }), days: fc.nat({ max: 20 }) }), { maxLength: 2 })
    .map((given) =>
      keyed(
        named('holiday', given.length),
        given.map(({ after, days }) => ({
          from: daysAfter(start, after),
          to: daysAfter(start, after + days),
        })),
      ),
    );

export function needs({ needs: names, pathways }: Shape): fc.Arbitrary<Part<'needs'>> {
  const routes = shares(pathways.length + 2).map(([advice, socialCare, ...sent]) => ({
    advice: advice!,
    socialCare: socialCare!,
    pathways: keyed(pathways, sent),
  }));
  return each(names, () =>
    fc.record({
      priority: fc.integer({ min: 1, max: 4 }),
      patience: fc.oneof(fc.constant('unlimited' as const), timeAround(20)),
      escalationPerWeek: perhaps(0, decimal(0, 0.03)),
      declinesBefore: perhaps(0, decimal(0, 0.3)),
      declinesOffer: perhaps(0, decimal(0, 0.3)),
      routes,
    }),
  );
}

const duty = fc.record({
  workers: limit(3),
  visitTime: timeAround(0.4),
  hoursPerFamily: decimal(0, 3),
  sessionsSaved: fc.integer({ min: 0, max: 3 }),
});

const adviceLine = (names: readonly string[]) =>
  fc
    .record({
      calls: decimal(20, 600),
      outcomes: shares(4),
      hoursPerCall: decimal(0, 1),
      needs: mixOf(names),
    })
    .map(({ outcomes: [resolved, elsewhere, socialCare, toFrontDoor], ...rest }) => ({
      ...rest,
      resolved: resolved!,
      elsewhere: elsewhere!,
      socialCare: socialCare!,
      frontDoor: toFrontDoor!,
    }));

/** Each part is written, off or on, so that it can be a dated change of another. */
export const frontDoor = (shape: Shape): fc.Arbitrary<Part<'frontDoor'>> =>
  fc.record({
    desks: limit(3),
    decisionTime: timeAround(0.3),
    gatheringTime: timeAround(2),
    timing: fc.constantFrom('at once', 'panel'),
    panelEveryDays: fc.integer({ min: 1, max: 10 }),
    panelMost: limit(5),
    decisionHours: decimal(0, 2),
    duty: perhaps({ workers: 'none' as const }, duty),
    adviceLine: perhaps({ calls: 0 }, adviceLine(shape.needs)),
  });

export const waiting: fc.Arbitrary<Part<'waiting'>> = fc.record({
  contactEveryWeeks: perhaps('never' as const, decimal(0.5, 4)),
  contactHours: decimal(0, 1),
  withdrawalFactor: decimal(0.2, 1.2),
  escalationFactor: decimal(0.2, 1.2),
  needGrowthPerWeek: perhaps(0, decimal(0, 0.1)),
});

/** Caps count the same throughout a run, so that is not in it. */
export const allocation = ({ localities }: Shape) =>
  fc.record({
    timing: fc.constantFrom('at once' as const, 'panel' as const),
    panelEveryDays: fc.integer({ min: 1, max: 15 }),
    panelMost: limit(5),
    order: fc.constantFrom('first come' as const, 'priority' as const, 'priority with ageing' as const),
    ageingWeeks: decimal(0.5, 10),
    targetDays: fc.integer({ min: 0, max: 40 }),
    pooling:
      localities.length === 0
        ? fc.constant('one list' as const)
        : fc.constantFrom('one list' as const, 'by locality' as const, 'by locality' as const),
    overflowAfterWeeks: fc.oneof(
      { arbitrary: fc.constant('never' as const), weight: 1 },
      { arbitrary: decimal(0, 2), weight: 3 },
    ),
  });
