/** Random valid scenarios of small services: every kind of plan, order, opening and distribution, and hours that sometimes bind. */
import fc from 'fast-check';
import type { CountDistribution, TimeDistribution } from '../../scenarios/distribution.ts';
import type { ScenarioInput } from '../../scenarios/schema.ts';

const decimal = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** In tenths: a wait of 5e-324 weeks is no more than rounding beside a clock of days. */
const weeksAndDays = fc.integer({ min: 0, max: 300 }).map((tenths) => tenths / 10);

/** A time with about the mean given, in the parameter's own unit. */
export function timeAround(mean: number): fc.Arbitrary<TimeDistribution> {
  const cv = decimal(0.2, 1.5);
  const about = decimal(mean * 0.5, mean * 1.5);
  return fc.oneof(
    about.map((value) => ({ distribution: 'fixed' as const, value })),
    about.map((value) => ({ distribution: 'exponential' as const, mean: value })),
    fc.record({ distribution: fc.constant('gamma' as const), mean: about, cv }),
    fc.record({ distribution: fc.constant('lognormal' as const), median: about, cv }),
    fc.record({ distribution: fc.constant('weibull' as const), shape: decimal(0.7, 3), scale: about }),
    about.map((most) => ({ distribution: 'triangular' as const, least: 0, mode: most / 2, most })),
    decimal(0, 1).map((p) => ({
      distribution: 'discrete' as const,
      values: [mean / 2, mean * 1.5],
      chances: [p, 1 - p],
    })),
    fc
      .array(about, { minLength: 1, maxLength: 5 })
      .map((values) => ({ distribution: 'empirical' as const, values })),
  );
}

export const sessionCount: fc.Arbitrary<CountDistribution> = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((value) => ({ distribution: 'fixed' as const, value })),
  decimal(0.5, 10).map((mean) => ({ distribution: 'poisson' as const, mean, plus: 1 })),
  fc.record({
    distribution: fc.constant('negative binomial' as const),
    mean: decimal(0.5, 8),
    varianceToMean: decimal(1.1, 4),
    plus: fc.constant(1),
  }),
  decimal(0, 1).map((p) => ({ distribution: 'discrete' as const, values: [2, 9], chances: [p, 1 - p] })),
  fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }).map((values) => ({
    distribution: 'empirical' as const,
    values,
  })),
);

/** `count` shares that sum to 1 but for rounding. */
function shares(count: number): fc.Arbitrary<number[]> {
  return fc.array(decimal(0.05, 1), { minLength: count, maxLength: count }).map((weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  });
}

const keyed = <Value>(names: readonly string[], values: readonly Value[]): Record<string, Value> =>
  Object.fromEntries(names.map((name, i) => [name, values[i]!]));

const named = (kind: string, count: number) => Array.from({ length: count }, (_, i) => `${kind} ${i + 1}`);

const perPathway = <Value>(pathways: readonly string[], entry: fc.Arbitrary<Value>) =>
  fc
    .array(entry, { minLength: pathways.length, maxLength: pathways.length })
    .map((entries) => keyed(pathways, entries));

type Parts<Key extends keyof ScenarioInput> = fc.Arbitrary<NonNullable<ScenarioInput[Key]>>;

function period(weeks: number, snapshot: boolean): Parts<'period'> {
  return fc.record({
    start: fc
      .integer({ min: 0, max: 2_000 })
      .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10)),
    weeks: fc.constant(weeks),
    warmUpWeeks: snapshot ? fc.constant(0) : fc.integer({ min: 0, max: 20 }),
    nation: fc.constantFrom('england', 'wales', 'scotland', 'northern ireland', 'none'),
  });
}

function demand(needs: readonly string[], weeks: number): Parts<'demand'> {
  const mix = shares(needs.length).map((values) => keyed(needs, values));
  const repeatShare = decimal(0, 0.3);
  const rate = fc.record(
    {
      referrals: decimal(10, 150),
      per: fc.constant('year' as const),
      monthProfile: fc.array(decimal(0.2, 2), { minLength: 12, maxLength: 12 }),
      growthPerYear: decimal(-0.3, 0.5),
      overdispersion: decimal(1, 4),
      repeatShare,
      needs: mix,
    },
    { requiredKeys: ['referrals', 'per', 'needs'] },
  );
  const replay = fc.record({
    weekly: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: weeks, maxLength: weeks }),
    repeatShare,
    needs: mix,
  });
  return fc
    .array(fc.oneof({ arbitrary: rate, weight: 3 }, { arbitrary: replay, weight: 1 }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((sources) => ({ sources: keyed(named('source', sources.length), sources) }));
}

function need(pathways: readonly string[]) {
  const routes = shares(pathways.length + 2).map(([advice, socialCare, ...sent]) => ({
    advice: advice!,
    socialCare: socialCare!,
    pathways: keyed(pathways, sent),
  }));
  return fc.record({
    priority: fc.integer({ min: 1, max: 4 }),
    patience: fc.oneof(fc.constant('unlimited' as const), timeAround(20)),
    escalationPerWeek: fc.oneof(fc.constant(0), decimal(0, 0.03)),
    routes,
  });
}

const pathway = fc.record({
  caseWeight: fc.constantFrom(0.5, 1, 1.5, 2),
  visitEveryWeeks: fc.constantFrom(0.5, 1, 2, 4),
  plan: fc.oneof(
    timeAround(10).map((length) => ({ by: 'length' as const, length })),
    sessionCount.map((sessions) => ({ by: 'sessions' as const, sessions })),
  ),
  sessionHours: decimal(0.5, 2),
  missedShare: fc.oneof(fc.constant(0), decimal(0, 0.4)),
  dropOutPerSession: fc.oneof(fc.constant(0), decimal(0, 0.2)),
  reReferral: fc
    .record({
      chance: decimal(0, 0.6),
      slopePerSession: decimal(-0.1, 0.3),
      recurringShare: decimal(0, 0.5),
      recurringOdds: decimal(0.5, 3),
      delay: timeAround(8),
      returnsTo: fc.constantFrom('front door' as const, 'waiting list' as const),
      priority: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ priority, ...terms }) => (terms.returnsTo === 'waiting list' ? { ...terms, priority } : terms)),
});

/** At least half time with nearly three hours a week for families, so that a session of two always finds a week; full caseloads may not. */
const post = fc.record(
  {
    fte: decimal(0.5, 3),
    effectiveFill: fc.constant(1),
    capPerFte: decimal(5, 12),
    contactShare: decimal(0.2, 0.4),
    absenceShare: decimal(0, 0.2),
  },
  { requiredKeys: ['fte', 'effectiveFill', 'capPerFte'] },
);

function teams(pathways: readonly string[]): Parts<'teams'> {
  const posts = fc
    .array(post, { minLength: 1, maxLength: 2 })
    .map((list) => keyed(named('post', list.length), list));
  const all = posts.map((own) => ({ serves: [...pathways], posts: own }));
  const some = fc.record({ serves: fc.subarray([...pathways], { minLength: 1 }), posts });
  return fc
    .tuple(all, fc.array(some, { maxLength: 2 }))
    .map(([first, others]) => keyed(named('team', others.length + 1), [first, ...others]));
}

const allocation: Parts<'allocation'> = fc.record({
  timing: fc.constantFrom('at once', 'panel'),
  panelEveryDays: fc.integer({ min: 1, max: 15 }),
  panelMost: fc.oneof(fc.constant('unlimited' as const), fc.integer({ min: 1, max: 5 })),
  order: fc.constantFrom('first come', 'priority', 'priority with ageing'),
  ageingWeeks: decimal(0.5, 10),
  targetDays: fc.integer({ min: 0, max: 40 }),
});

const frontDoor: Parts<'frontDoor'> = fc.record({
  desks: fc.oneof(fc.constant('unlimited' as const), fc.integer({ min: 1, max: 3 })),
  decisionTime: timeAround(0.3),
  gatheringTime: timeAround(2),
});

function opening(pathways: readonly string[], snapshot: boolean): Parts<'opening'> {
  if (!snapshot) return fc.constant({ from: 'warm-up' });
  const few = fc.integer({ min: 0, max: 12 });
  const open = fc.oneof(
    few.map((families) => ({ families })),
    fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 8 }).map((sessionsHad) => ({ sessionsHad })),
  );
  return fc.record({
    from: fc.constant('snapshot' as const),
    waiting: perPathway(pathways, fc.record({ families: few, waitedUpToWeeks: weeksAndDays })),
    open: perPathway(pathways, open),
  });
}

export const arbitraryScenario: fc.Arbitrary<ScenarioInput> = fc
  .record({
    weeks: fc.integer({ min: 4, max: 40 }),
    needs: fc.integer({ min: 1, max: 3 }).map((count) => named('need', count)),
    pathways: fc.integer({ min: 1, max: 3 }).map((count) => named('pathway', count)),
    snapshot: fc.boolean(),
  })
  .chain(({ weeks, needs, pathways, snapshot }) =>
    fc.record({
      name: fc.constant('Arbitrary service'),
      period: period(weeks, snapshot),
      demand: demand(needs, weeks),
      needs: fc
        .array(need(pathways), { minLength: needs.length, maxLength: needs.length })
        .map((terms) => keyed(needs, terms)),
      frontDoor,
      pathways: perPathway(pathways, pathway),
      allocation,
      teams: teams(pathways),
      opening: opening(pathways, snapshot),
    }),
  );
