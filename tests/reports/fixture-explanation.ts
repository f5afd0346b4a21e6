/** A made-up situation for the tests of words: the example of a service that needs 312 places and has 296. */
import type { Explanation, Situation } from '../../scenarios/explanation.ts';

const SHORT_OF_PLACES: Situation = {
  when: 'end',
  placesCount: 'families',
  from: '2027-04-05',
  changes: [],
  places: { needed: 312, there: 296 },
  hours: { needed: 195, there: 240 },
  hoursBy: {
    sessions: 195,
    travel: 0,
    recording: 0,
    cases: 0,
    assessments: 0,
    coordination: 0,
    courses: 0,
  },
  hoursLimit: true,
  panel: { needed: 12, there: Number.POSITIVE_INFINITY },
  load: 312 / 296,
  allocations: { needed: 12, there: (12 * 296) / 312 },
  decisions: { needed: 16, there: Number.POSITIVE_INFINITY },
  visits: { needed: 0, there: Number.POSITIVE_INFINITY },
  binds: ['places'],
  list: { families: 31, weeks: 2.6, over: 0.62, contactHours: 0 },
  alone: {
    fte: { now: 26, level: 27.4 },
    cap: { now: 12, level: 12.649 },
    lengthWeeks: { now: 26, level: 24.67 },
    referralsPerYear: { now: 540, level: 512.3 },
  },
  offers: [],
  pools: [
    {
      localities: ['whole area'],
      pathways: ['family support'],
      placesNeeded: 312,
      placesThere: 296,
      load: 312 / 296,
      roughWaitWeeks: null,
    },
  ],
  needGrowthPerWeek: 0,
};

export const situation = (changes: Partial<Situation> = {}): Situation => ({
  ...SHORT_OF_PLACES,
  ...changes,
});

export const explanation = (changes: Partial<Situation> = {}): Explanation => ({
  situations: [situation(changes)],
});
