/** What one thing changed alone brings demand to what is there, the rest as it is: where the list is just level. */
import { WEEKS_PER_YEAR } from '../time-units.ts';
import { isOneToOne } from './flow.ts';
import type { Levers, Service } from './level.ts';

export interface Alone {
  /** As it is. */
  readonly now: number;
  /** Where the list is just level; `null` where this alone does not bring it there. */
  readonly level: number | null;
}

/** The level of each is where it binds: more of it, or less, would do where there is room now. */
export interface AloneByLever {
  /** Full-time equivalents of the establishment, each post by the same factor, with its vacancies and absence. */
  readonly fte: Alone;
  /** Mean caseload cap of a full-timer, each post by the same factor. */
  readonly cap: Alone;
  /** Mean length of work one to one in weeks, each pathway by the same factor, sessions with it. */
  readonly lengthWeeks: Alone;
  /** Referrals a year, each source by the same factor. */
  readonly referralsPerYear: Alone;
}

export function aloneByLever(service: Service): AloneByLever {
  const { moment, staff, referrals } = service;
  const fte = staff.reduce((sum, post) => sum + post.fte, 0);
  const cap = staff.reduce(
    (sum, { team, post, fte: share }) =>
      sum + (share * moment.scenario.teams[team]!.posts[post]!.capPerFte) / fte,
    0,
  );
  const alone = (lever: keyof Levers, now: number): Alone => {
    const factor = levelFactor(service, lever);
    return { now, level: factor === null ? null : now * factor };
  };
  const length = levelFactor(service, 'length');
  return {
    fte: alone('fte', fte),
    cap: alone('cap', cap),
    lengthWeeks: {
      now: meanLength(service, 1),
      level: length === null ? null : meanLength(service, length),
    },
    referralsPerYear: alone('referrals', referrals * WEEKS_PER_YEAR),
  };
}

/** Factors looked at, and how often the range is halved: to within a millionth. */
const RANGE = { least: 1 / 40, most: 40 };
const HALVINGS = 24;

/** The factor at which the load is 1, by bisection between the ends of the range; `null` where they are on the same side of it. */
function levelFactor(service: Service, lever: keyof Levers): number | null {
  const isLevel = (factor: number) => service.level({ [lever]: factor }).load <= 1;
  let levelAt: number = isLevel(RANGE.least) ? RANGE.least : RANGE.most;
  let overAt: number = levelAt === RANGE.least ? RANGE.most : RANGE.least;
  if (!isLevel(levelAt) || isLevel(overAt)) return null;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = Math.sqrt(levelAt * overAt);
    if (isLevel(middle)) levelAt = middle;
    else overAt = middle;
  }
  return levelAt;
}

/** Of families allocated to a worker. */
function meanLength(service: Service, length: number): number {
  const streams = service.level({ length }).streams.filter(isOneToOne);
  const begun = streams.reduce((sum, stream) => sum + stream.begun, 0);
  return streams.reduce((sum, stream) => sum + (stream.begun * stream.work.lengthWeeks) / begun, 0);
}
