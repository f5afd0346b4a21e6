/** Random teams and posts, averaged and by chance: skills, fixed terms, vacancies, promotion, and workers who can move. */
import fc from 'fast-check';
import type { ScenarioInput } from '../../scenarios/schema.ts';
import type { Shape } from './arbitrary-demand.ts';
import { daysAfter, decimal, each, perhaps, someOf, timeAround } from './arbitrary-values.ts';

export type TeamInput = NonNullable<ScenarioInput['teams']>[string];
export type PostInput = TeamInput['posts'][string];

/** The least that anybody has is seven tenths of a post, three quarters filled: with the shares below over 2.5 hours a week for families. */
export const FEWEST_FTE = 0.7;

export const capOf = ({ capsCount }: Shape) => (capsCount === 'children' ? decimal(4, 10) : decimal(5, 12));

const averaged = (shape: Shape): fc.Arbitrary<PostInput> =>
  fc
    .record(
      {
        fte: decimal(FEWEST_FTE, 3),
        effectiveFill: decimal(0.75, 1),
        capPerFte: capOf(shape),
        contactShare: decimal(0.2, 0.4),
        absenceShare: decimal(0, 0.1),
        shared: fc.boolean(),
        salary: decimal(20_000, 50_000),
      },
      { requiredKeys: ['fte', 'effectiveFill', 'capPerFte'] },
    )
    .map(({ shared, ...post }) => (shared ? { ...post, workers: Math.ceil(post.fte) } : post));

export const byChance = (shape: Shape, mayBeVacant: boolean): fc.Arbitrary<PostInput> =>
  fc.record({
    staffing: fc.constant('by chance' as const),
    fte: decimal(FEWEST_FTE, 3),
    capPerFte: capOf(shape),
    contactShare: decimal(0.2, 0.4),
    turnoverPerYear: perhaps(0, decimal(0.2, 3)),
    timeToFill: timeAround(4),
    inductionNoCasesWeeks: fc.integer({ min: 0, max: 4 }),
    inductionHalfCapWeeks: fc.integer({ min: 0, max: 6 }),
    sicknessDaysPerYear: perhaps(0, decimal(1, 60)),
    sicknessSpellDays: decimal(0.5, 10),
    leaveDays: fc.integer({ min: 20, max: 33 }),
    trainingDays: fc.integer({ min: 0, max: 10 }),
    vacantAtStart: mayBeVacant ? perhaps(0, decimal(0.3, FEWEST_FTE)) : fc.constant(0),
    salary: decimal(20_000, 50_000),
  });

/** Within the time reported, some of them for the whole of it. */
const term = ({ start, weeks }: Shape) => {
  const day = fc.integer({ min: 1, max: weeks * 7 - 1 });
  return fc.oneof(
    fc.constant({}),
    day.map((from) => ({ from: daysAfter(start, from) })),
    day.map((until) => ({ until: daysAfter(start, until) })),
    fc
      .uniqueArray(day, { minLength: 2, maxLength: 2 })
      .map((days) => days.toSorted((a, b) => a - b))
      .map(([from, until]) => ({ from: daysAfter(start, from!), until: daysAfter(start, until!) })),
  );
};

export const post = (shape: Shape, mayBeVacant = true) =>
  fc.oneof(averaged(shape), byChance(shape, mayBeVacant));

/** With skills of its own, for a fixed term, and filled from the first post where both are staffed by chance. */
const secondPost = (serves: readonly string[], first: PostInput, shape: Shape): fc.Arbitrary<PostInput> =>
  fc
    .record({
      terms: post(shape),
      term: term(shape),
      own: perhaps(null, someOf(serves)),
      promotedShare: perhaps(0, decimal(0.2, 1)),
    })
    .map(({ terms, term: dates, own, promotedShare }) => ({
      ...terms,
      ...dates,
      ...(own === null ? {} : { serves: own }),
      ...(promotedShare > 0 && terms.staffing === 'by chance' && first.staffing === 'by chance'
        ? { promotedFrom: 'post 1', promotedShare }
        : {}),
    }));

/** Two workers, one or both of whom may move on a date. */
const mobile = (shape: Shape): fc.Arbitrary<PostInput> =>
  fc.oneof(
    capOf(shape).map((capPerFte) => ({ fte: 2, effectiveFill: 1, capPerFte })),
    byChance(shape, false).map((terms) => ({ ...terms, fte: 2 })),
  );

/** The first team is of the whole area and serves every pathway, and its first post is there throughout: nobody waits for ever. */
const team = (index: number, shape: Shape): fc.Arbitrary<TeamInput> =>
  fc
    .record(
      {
        serves: index === 0 ? fc.constant([...shape.pathways]) : someOf(shape.pathways),
        locality:
          index === 0 ? fc.constant('whole area') : fc.constantFrom('whole area', ...shape.localities),
        area: fc.constantFrom('urban' as const, 'mixed' as const, 'rural' as const),
        travelHoursPerSession: decimal(0, 1.25),
      },
      { requiredKeys: ['serves', 'locality'] },
    )
    .chain((terms) =>
      post(shape, index > 0 || !shape.snapshot)
        .chain((first) =>
          fc.record(
            {
              'post 1': fc.constant(first),
              'post 2': secondPost(terms.serves, first, shape),
              mobile: mobile(shape),
            },
            { requiredKeys: ['post 1'] },
          ),
        )
        .map(
          (posts): TeamInput => ({
            ...terms,
            serves: [...terms.serves],
            posts: posts as Record<string, PostInput>,
          }),
        ),
    );

export const teams = (shape: Shape) => each(shape.teams, (index) => team(index, shape));
