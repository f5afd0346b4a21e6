/** How a place empties and fills, by chance: from figures a year to hazards a working day. */
import type { CareerPlan } from '../../sim/plan.ts';
import { perWorkingDay, probability, workingDays } from '../../sim/units.ts';
import { timePlan } from '../distribution-plan.ts';
import type { Post } from '../schema.ts';

export interface CareerTerms {
  readonly post: Post;
  readonly vacantAtStart: boolean;
  /** Places whose holders may be promoted into this one; indices into the plan's workers. */
  readonly promotedFrom: readonly number[];
  readonly daysPerWeek: number;
  /** Working days in an average year. */
  readonly daysPerYear: number;
}

/**
 * Turnover is leavers a year over people in post, so divided by the working days of a year it is the hazard itself. Sickness: spells
 * and days at work alternate, so S days a year in spells of mean m are S / m spells begun in the year's W - S days at work.
 */
export function careerPlan({
  post,
  vacantAtStart,
  promotedFrom,
  daysPerWeek,
  daysPerYear,
}: CareerTerms): CareerPlan {
  const { sicknessDaysPerYear, sicknessSpellDays } = post;
  const spells = sicknessDaysPerYear / sicknessSpellDays;
  return {
    leaving: perWorkingDay(post.turnoverPerYear / daysPerYear),
    timeToFill: timePlan(post.timeToFill, 'weeks', daysPerWeek),
    vacantAtStart,
    induction: inductionOf(post, daysPerWeek),
    sickness:
      sicknessDaysPerYear === 0
        ? null
        : {
            hazard: perWorkingDay(spells / (daysPerYear - sicknessDaysPerYear)),
            length: { kind: 'exponential', mean: sicknessSpellDays },
          },
    promotion:
      post.promotedShare > 0 && promotedFrom.length > 0
        ? { share: probability(post.promotedShare), from: promotedFrom }
        : null,
  };
}

/** Weeks without cases, weeks at half the cap, then the whole cap. */
function inductionOf(
  { inductionNoCasesWeeks, inductionHalfCapWeeks }: Post,
  daysPerWeek: number,
): CareerPlan['induction'] {
  const steps = [
    { weeks: inductionNoCasesWeeks, share: 0 },
    { weeks: inductionHalfCapWeeks, share: 0.5 },
  ];
  let from = 0;
  const before = steps.flatMap(({ weeks, share }) => {
    const begins = from;
    from += weeks;
    return weeks > 0 ? [step(begins, share, daysPerWeek)] : [];
  });
  return before.length === 0 ? [] : [...before, step(from, 1, daysPerWeek)];
}

const step = (weeks: number, share: number, daysPerWeek: number) => ({
  from: workingDays(weeks * daysPerWeek),
  share: probability(share),
});

/** The last of a post's places, in all as near as can be to `vacant` full-time equivalents. */
export function vacantPlaces(shares: readonly number[], vacant: number): boolean[] {
  let left = vacant;
  return shares
    .toReversed()
    .map((fte) => {
      const empty = left >= fte / 2 && left > 0;
      if (empty) left -= fte;
      return empty;
    })
    .toReversed();
}
