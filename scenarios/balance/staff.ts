/** Who is there at a moment, in the long run: places on caseloads and hours a week, vacancies and absence counted. */

import { workingDaysPerWeek } from '../calendar.ts';
import { meanOf } from '../distribution.ts';
import type { Post } from '../schema.ts';
import { WEEKS_PER_YEAR, workingDaysIn } from '../time-units.ts';
import { type Individual, workforce, workingDaysPerYear } from '../workforce.ts';
import { isThere, type Moment } from './moment.ts';

export interface StaffPost {
  readonly team: string;
  readonly post: string;
  /** Full-time equivalents of the establishment. */
  readonly fte: number;
  /** Case weights that they can hold at once. */
  readonly places: number;
  /** Hours a week for families. */
  readonly hours: number;
}

/** Every post that is there. */
export function staffOf(moment: Moment): StaffPost[] {
  const { scenario } = moment;
  const daysPerWeek = workingDaysPerWeek(scenario.period.nation);
  const people = Map.groupBy(workforce(scenario), ({ team, post }) => JSON.stringify([team, post]));
  return Object.entries(scenario.teams).flatMap(([team, { posts }]) => {
    const shares = longRunShares(posts, moment);
    return Object.entries(posts)
      .filter(([, post]) => isThere(post, moment))
      .map(([name, post]): StaffPost => {
        const own = people.get(JSON.stringify([team, name]))!;
        const share = shares.get(name)!;
        const sum = (of: (person: Individual) => number) =>
          own.reduce((total, person) => total + of(person), 0);
        return {
          team,
          post: name,
          fte: post.fte,
          places: share.cap * sum(({ cap }) => cap),
          hours: share.hours * sum(({ hoursPerDay }) => hoursPerDay * daysPerWeek),
        };
      });
  });
}

/** Of what the whole establishment could hold and do. */
export interface LongRunShare {
  readonly cap: number;
  readonly hours: number;
}

/**
 * Where people come and go by chance. In a renewal cycle of a time in post of mean 1 / L and a vacancy of mean T a place is filled for
 * 1 / (1 + L T) of the time (Cox 1962, Renewal Theory, chapter 7). A share q of vacancies filled at once by promotion shortens T to
 * (1 - q) T, and those promoted leave their own post besides its leavers: posts are gone through from the top of the ladder down.
 */
function longRunShares(
  posts: Readonly<Record<string, Post>>,
  moment: Moment,
): ReadonlyMap<string, LongRunShare> {
  const found = new Map<string, LongRunShare>();
  const promotedOut = new Map<string, number>();
  const { nation } = moment.scenario.period;
  const daysPerWeek = workingDaysPerWeek(nation);
  for (const name of fromTheTop(posts)) {
    const post = posts[name]!;
    if (post.staffing === 'averaged' || !isThere(post, moment)) {
      found.set(name, { cap: 1, hours: 1 });
      continue;
    }
    const promoted = post.promotedFrom === undefined ? 0 : post.promotedShare;
    const leaving = post.turnoverPerYear / WEEKS_PER_YEAR;
    const fill =
      (meanOf(post.timeToFill) * workingDaysIn(post.timeToFill.unit ?? 'weeks', daysPerWeek)) / daysPerWeek;
    const gap = (1 - promoted) * fill;
    const upward = promotedOut.get(name) ?? 0;
    // F in post: F (1 + leaving x gap) + upward x gap = the establishment.
    const inPost = Math.max(0, post.fte - upward * gap) / (1 + leaving * gap);
    const goes = inPost === 0 ? leaving : leaving + upward / inPost;
    if (promoted > 0) {
      const from = post.promotedFrom!;
      promotedOut.set(from, (promotedOut.get(from) ?? 0) + promoted * inPost * goes);
    }
    const filled = inPost / post.fte;
    const sick = post.sicknessDaysPerYear / workingDaysPerYear(nation);
    found.set(name, {
      cap: filled * (1 - (1 - promoted) * inductionLoss(post, goes)),
      hours: filled * (1 - Math.min(1, sick)),
    });
  }
  return found;
}

/** A post before the post it promotes from. No chain leads back. */
function fromTheTop(posts: Readonly<Record<string, Post>>): string[] {
  const level = (name: string): number =>
    Math.max(
      0,
      ...Object.keys(posts)
        .filter((other) => posts[other]!.promotedFrom === name)
        .map((other) => 1 + level(other)),
    );
  return Object.keys(posts).toSorted((a, b) => level(a) - level(b));
}

/** Share of the caps of people in post that induction takes: of time in post, 1 - exp(-L t) is within t of the first day. */
function inductionLoss({ inductionNoCasesWeeks, inductionHalfCapWeeks }: Post, goes: number): number {
  const within = (weeks: number) => 1 - Math.exp(-goes * weeks);
  const none = within(inductionNoCasesWeeks);
  return none + (within(inductionNoCasesWeeks + inductionHalfCapWeeks) - none) / 2;
}
