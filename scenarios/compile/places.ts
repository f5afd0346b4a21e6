/**
 * Places in the establishment through all phases of a run. A place keeps its identity while its terms change, and when it moves to another
 * post. When full-time equivalents rise the further places come on that date; when they fall the last ones leave.
 */
import type { Post, Scenario, Team } from '../schema.ts';
import { type Individual, workforce } from '../workforce.ts';
import type { Names } from './names.ts';
import type { Span } from './run-time.ts';

export interface PlaceTerms extends Individual {
  /** Indices of pathways, ascending. */
  readonly serves: readonly number[];
}

export interface Place {
  /** Of team, post and number of the post it was made for. */
  readonly key: number;
  /** On the clock: there in [from, until). */
  readonly from: number;
  readonly until: number;
  /** By phase; `null` where it is not there. */
  readonly terms: readonly (PlaceTerms | null)[];
}

/** A place while the phases are gone through. */
interface Growing {
  readonly key: number;
  /** `null` until it has begun. */
  from: number | null;
  until: number;
  readonly terms: (PlaceTerms | null)[];
}

/** A post in one phase: who is to be there, and from when to when if it does not hold throughout. */
interface Wanted {
  readonly team: string;
  readonly post: string;
  readonly people: readonly PlaceTerms[];
  readonly from: number;
  readonly until: number;
  readonly movedFrom: string | null;
}

type Posts = ReadonlyMap<string, readonly Growing[]>;

/** In the order of the scenario, then those of later phases. `toClock` gives the clock time of a date. */
export function placesOf(spans: readonly Span[], names: Names, toClock: (date: string) => number): Place[] {
  const all: Growing[] = [];
  const made = new Map<string, number>();
  let posts: Posts = new Map();
  for (const [phase, span] of spans.entries()) {
    const wanted = wantedIn(phase, spans, names, toClock);
    posts = filled(posts, wanted, span, (to) => {
      const number = (made.get(postKey(to.team, to.post)) ?? 0) + 1;
      made.set(postKey(to.team, to.post), number);
      const key = hash(`${to.team}\0${to.post}\0${number}`);
      const place: Growing = { key, from: null, until: Infinity, terms: spans.map(() => null) };
      all.push(place);
      return place;
    });
    for (const post of wanted) settle(posts.get(postKey(post.team, post.post)) ?? [], post, phase, span);
  }
  return all.flatMap(({ from, ...place }) => (from === null ? [] : [{ ...place, from }]));
}

/** The places of each post from a phase's first day on: those it had, less the last ones lost, and those it gains. */
function filled(
  before: Posts,
  wanted: readonly Wanted[],
  { from }: Span,
  make: (post: Wanted) => Growing,
): Posts {
  const staying = new Map<string, Growing[]>();
  const lost = new Map<string, Growing[]>();
  for (const [key, places] of before) {
    const there = places.filter(({ until }) => until > from);
    const count = wanted.find((post) => postKey(post.team, post.post) === key)?.people.length ?? 0;
    staying.set(key, there.slice(0, count));
    lost.set(key, there.slice(count));
  }
  const after = new Map<string, Growing[]>();
  for (const post of wanted) {
    const kept = staying.get(postKey(post.team, post.post)) ?? [];
    const gained = post.people.length - kept.length;
    const moved = (post.movedFrom === null ? undefined : lost.get(post.movedFrom))?.splice(0, gained) ?? [];
    const fresh = Array.from({ length: gained - moved.length }, () => make(post));
    after.set(postKey(post.team, post.post), [...kept, ...moved, ...fresh]);
  }
  for (const place of [...lost.values()].flat()) place.until = from;
  return after;
}

/** Gives a post's places their terms in a phase, and begins and ends them on the post's own dates. */
function settle(places: readonly Growing[], post: Wanted, phase: number, span: Span): void {
  for (const [i, place] of places.entries()) {
    place.terms[phase] = post.people[i]!;
    const begins = Math.max(span.from, post.from);
    if (place.from === null && begins < span.until) place.from = begins;
    if (post.until <= span.until) place.until = post.until;
  }
}

function wantedIn(
  phase: number,
  spans: readonly Span[],
  names: Names,
  toClock: (date: string) => number,
): Wanted[] {
  const { scenario, from: phaseFrom } = spans[phase]!;
  const people = workforce(scenario);
  return Object.entries(scenario.teams).flatMap(([team, { posts }]) =>
    Object.entries(posts).map(([post, terms]): Wanted => {
      const from = terms.from === undefined ? phaseFrom : toClock(terms.from);
      const until = terms.until === undefined ? Infinity : toClock(terms.until);
      const serves = servedIn(phase, spans, names, team, post);
      const own = people.filter((person) => person.team === team && person.post === post);
      return {
        team,
        post,
        people: until > Math.max(from, phaseFrom) ? own.map((person) => ({ ...person, serves })) : [],
        from,
        until,
        movedFrom: terms.movedFrom ? postKey(terms.movedFrom.team, terms.movedFrom.post) : null,
      };
    }),
  );
}

/** What a post serves, and of the pathways that have ended those it served at the last, for the families still waiting. */
function servedIn(
  phase: number,
  spans: readonly Span[],
  { pathways }: Names,
  team: string,
  post: string,
): number[] {
  const serves = ({ teams }: Scenario, pathway: string) =>
    teams[team] !== undefined && servesPathway(teams[team], teams[team].posts[post], pathway);
  return pathways.flatMap((pathway, index) => {
    const last = spans.slice(0, phase + 1).findLast(({ scenario }) => pathway in scenario.pathways);
    return last && serves(last.scenario, pathway) ? [index] : [];
  });
}

function servesPathway(team: Team, post: Post | undefined, pathway: string): boolean {
  return team.serves.includes(pathway) && (post?.serves?.includes(pathway) ?? true);
}

const postKey = (team: string, post: string) => `${team}\0${post}`;

/** FNV-1a over the bytes of UTF-16 (Fowler, Noll and Vo; offset basis and prime of 32 bits), folded to 31 bits and above 0. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    value = Math.imul(value ^ (unit & 0xff), 0x01000193);
    value = Math.imul(value ^ (unit >>> 8), 0x01000193);
  }
  return value >>> 1 || 1;
}
