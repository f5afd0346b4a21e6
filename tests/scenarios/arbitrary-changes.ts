/** Random dated changes of a scenario: merge patches of everything that can change on a date. */
import fc from 'fast-check';
import type { ScenarioInput } from '../../scenarios/schema.ts';
import {
  allocation,
  frontDoor,
  needs,
  type Part,
  rateSource,
  type Shape,
  waiting,
} from './arbitrary-demand.ts';
import { capOf, FEWEST_FTE, post, type TeamInput } from './arbitrary-teams.ts';
import { daysAfter, decimal, each, keyed, mixOf, perhaps, someOf } from './arbitrary-values.ts';
import { pathway } from './arbitrary-work.ts';

type Base = Pick<ScenarioInput, 'demand' | 'teams'>;
type Patch = Record<string, unknown>;
type ChangeInput = Part<'changes'>[string];

const PARTS = [
  'demand',
  'needs',
  'frontDoor',
  'waiting',
  'pathways',
  'allocation',
  'teams',
  'moves',
] as const;
const MOST_CHANGES = 3;

/** No two on one day. What moves people comes once, and a post ends only in the last change, after which nothing is said of it. */
export const changes = (shape: Shape, base: Base): fc.Arbitrary<Part<'changes'>> =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: shape.weeks * 7 - 1 }), { maxLength: MOST_CHANGES })
    .map((days) => days.toSorted((a, b) => a - b))
    .chain((days) =>
      fc.tuple(
        ...days.map((day, index) =>
          change(index, daysAfter(shape.start, day), shape, base, index === days.length - 1),
        ),
      ),
    )
    .map((all) =>
      keyed(
        all.map((_, index) => `change ${index + 1}`),
        all,
      ),
    );

/** Its target is new, so that something differs whatever else is drawn. */
function change(
  index: number,
  from: string,
  shape: Shape,
  base: Base,
  isLast: boolean,
): fc.Arbitrary<ChangeInput> {
  const drawn = fc.record({
    demand: demandPatch(index, shape, base),
    needs: some(shape.needs, needs(shape)),
    frontDoor: frontDoor(shape),
    waiting,
    pathways: some(
      shape.pathways,
      each(shape.pathways, (at) => pathway(at, shape)),
    ),
    allocation: allocation(shape),
    teams: teamsPatch(index, shape, base, isLast),
    moves: index === 0 ? moves(shape, base) : fc.constant({}),
  });
  return fc.tuple(drawn, fc.subarray([...PARTS])).map(([{ moves: moved, ...all }, kept]) => {
    const parts = Object.fromEntries(Object.entries(all).filter(([part]) => kept.includes(part as never)));
    const target = { targetDays: 41 + index };
    return {
      from,
      ...parts,
      allocation: { ...parts.allocation, ...target },
      ...(kept.includes('moves') ? { teams: merged(parts.teams, moved) } : {}),
    } as ChangeInput;
  });
}

const some = (names: readonly string[], whole: fc.Arbitrary<Patch>) =>
  fc
    .tuple(someOf(names), whole)
    .map(([kept, all]) => Object.fromEntries(kept.map((name) => [name, all[name]])));

function demandPatch(index: number, { needs: names }: Shape, { demand }: Base): fc.Arbitrary<Patch> {
  const sources = each(Object.keys(demand.sources), (at) => {
    const source = Object.values(demand.sources)[at]!;
    return fc.record(
      {
        repeatShare: decimal(0, 0.3),
        needs: mixOf(names),
        ...(source.referrals === undefined
          ? {}
          : { referrals: decimal(0.3, 2).map((by) => source.referrals! * by) }),
      },
      { requiredKeys: [] },
    );
  });
  return fc
    .record({ sources, more: perhaps(null, rateSource(names)), total: decimal(20, 150) })
    .map(({ sources: said, more, total }) => ({
      sources: more === null ? said : { ...said, [`new source ${index + 1}`]: more },
      ...(demand.referralsPerYear === undefined ? {} : { referralsPerYear: total }),
    }));
}

/** Other numbers of the first posts, other skills or the end of second ones, and perhaps a new team. */
function teamsPatch(index: number, shape: Shape, { teams }: Base, isLast: boolean): fc.Arbitrary<Patch> {
  const patches = each(shape.teams, (at) => teamPatch(teams[shape.teams[at]!]!, shape, isLast));
  const newTeam = fc.record({
    serves: someOf(shape.pathways),
    locality: fc.constantFrom('whole area', ...shape.localities),
    posts: post(shape).map((terms) => ({ 'post 1': terms })),
  });
  return fc
    .record({ patches, kept: fc.subarray([...shape.teams]), more: perhaps(null, newTeam) })
    .map(({ patches: all, kept, more }) => ({
      ...Object.fromEntries(kept.map((name) => [name, all[name]])),
      ...(more === null ? {} : { [`new team ${index + 1}`]: more }),
    }));
}

function teamPatch({ posts }: TeamInput, shape: Shape, isLast: boolean): fc.Arbitrary<Patch> {
  const first = fc
    .record(
      { fte: decimal(FEWEST_FTE, 4), capPerFte: capOf(shape), contactShare: decimal(0.2, 0.4) },
      { requiredKeys: ['fte'] },
    )
    .map((terms) => (posts['post 1']!.workers ? { ...terms, workers: Math.ceil(terms.fte) } : terms));
  const second = posts['post 2'] === undefined ? fc.constant({}) : secondPatch(shape, isLast);
  return fc.tuple(first, second, fc.boolean()).map(([one, two, all]) => ({
    ...(all ? { serves: [...shape.pathways] } : {}),
    posts: { 'post 1': one, ...two },
  }));
}

const secondPatch = (shape: Shape, isLast: boolean): fc.Arbitrary<Patch> =>
  fc.oneof(
    fc.constant({}),
    isLast ? fc.constant({ 'post 2': null }) : capOf(shape).map((capPerFte) => ({ 'post 2': { capPerFte } })),
  );

/** One of two mobile workers, or both, to a post of any team. */
function moves(shape: Shape, { teams }: Base): fc.Arbitrary<Patch> {
  const from = shape.teams.filter((name) => teams[name]!.posts.mobile !== undefined);
  if (from.length === 0) return fc.constant({});
  return fc
    .record({
      from: fc.constantFrom(...from),
      to: fc.constantFrom(...shape.teams),
      people: fc.constantFrom(1, 2),
      terms: post(shape, false),
    })
    .map((move) => {
      const { workers: _, ...terms } = move.terms;
      const moved = {
        ...terms,
        fte: move.people,
        effectiveFill: 1,
        movedFrom: { team: move.from, post: 'mobile' },
      };
      const lost = { [move.from]: { posts: { mobile: move.people === 2 ? null : { fte: 1 } } } };
      return merged(lost, { [move.to]: { posts: { moved } } });
    });
}

/** Both patches in one. */
function merged(a: unknown, b: unknown): Patch {
  const both = { ...(a as Patch) };
  for (const [key, value] of Object.entries(b as Patch)) {
    const below = both[key];
    const isGroup = (part: unknown) => typeof part === 'object' && part !== null;
    both[key] = isGroup(below) && isGroup(value) ? merged(below, value) : value;
  }
  return both;
}
