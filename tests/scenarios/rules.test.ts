import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../scenarios/check.ts';
import { smallWith } from './sample-scenario.ts';

const onlyPathway = (terms: object) => ({ pathways: { 'family support': terms } });
const onlyTeam = (terms: object) => ({ teams: { main: terms } });
const onlyPost = (terms: object) => onlyTeam({ posts: { worker: terms } });
const onlySource = (terms: object) => ({ demand: { sources: { everyone: terms } } });
const others = { needs: { ordinary: 1 } };
const course = { places: 10, startsEveryWeeks: 13, sessions: 10, facilitatorHours: 6, team: 'main' };
const twoTowns = { east: { share: 0.4 }, west: { share: 0.6 } };
const byLocality = { localities: twoTowns, allocation: { pooling: 'by locality' } };
/** Half of families may go to a second pathway, which no team serves. */
const secondPathway = (terms: object) => ({
  pathways: { second: terms },
  needs: { ordinary: { routes: { advice: 0, pathways: { second: 0.24 } } } },
});

/** What a rule refuses, where it must be found, and words its remedy must hold. */
const REFUSED: { what: string; changes: Record<string, unknown>; path: string; says: string }[] = [
  {
    what: 'a source that says its volume twice',
    changes: {
      demand: { referralsPerYear: 500, sources: { everyone: { share: 1 } } },
    },
    path: 'demand.sources.everyone.referrals',
    says: 'beside "share"',
  },
  {
    what: 'a source that does not say its volume',
    changes: onlySource({ referrals: null }),
    path: 'demand.sources.everyone.referrals',
    says: '"share", "weekly" or "weeklyCsv"',
  },
  {
    what: 'a share beside a series',
    changes: {
      period: { weeks: 2 },
      demand: { referralsPerYear: 5, sources: { everyone: { referrals: null, weekly: [3, 4], share: 1 } } },
    },
    path: 'demand.sources.everyone.share',
    says: 'no effect beside "weekly"',
  },
  {
    what: 'holidays beside a series',
    changes: {
      period: { weeks: 2 },
      ...onlySource({ referrals: null, weekly: [3, 4], holidayFactor: 0.24 }),
    },
    path: 'demand.sources.everyone.holidayFactor',
    says: 'no effect beside "weekly"',
  },
  {
    what: 'a series in a file that was not read',
    changes: onlySource({ referrals: null, weeklyCsv: { file: 'counts.csv', column: 'schools' } }),
    path: 'demand.sources.everyone.weeklyCsv',
    says: 'has not been read',
  },
  {
    what: 'a share of no total',
    changes: onlySource({ referrals: null, share: 1 }),
    path: 'demand.referralsPerYear',
    says: 'missing',
  },
  {
    what: 'a total without shares of it',
    changes: { demand: { referralsPerYear: 500 } },
    path: 'demand.referralsPerYear',
    says: 'no source has a "share"',
  },
  {
    what: 'shares of the total that do not sum to 1',
    changes: {
      demand: {
        referralsPerYear: 500,
        sources: { everyone: { referrals: null, share: 0.43 }, others: { share: 0.5, ...others } },
      },
    },
    path: 'demand.sources',
    says: '0.93',
  },
  {
    what: 'a share in another time than the total',
    changes: {
      demand: { referralsPerYear: 500, sources: { everyone: { referrals: null, share: 1, per: 'week' } } },
    },
    path: 'demand.sources.everyone.per',
    says: '"year"',
  },
  {
    what: 'a rebound of what is not missing',
    changes: onlySource({ septemberRebound: 0.2 }),
    path: 'demand.sources.everyone.septemberRebound',
    says: '"holidayFactor" is 1',
  },
  {
    what: 'a holiday that ends before it begins',
    changes: { demand: { schoolHolidays: { summer: { from: '2026-07-22', to: '2026-07-21' } } } },
    path: 'demand.schoolHolidays.summer.to',
    says: '2026-07-22',
  },
  {
    what: 'localities that do not sum to 1',
    changes: { localities: { east: { share: 0.4 }, west: { share: 0.5 } } },
    path: 'localities',
    says: '0.9',
  },
  {
    what: 'a team in a locality that is not there',
    changes: { localities: twoTowns, ...onlyTeam({ locality: 'wets' }) },
    path: 'teams.main.locality',
    says: 'did you mean "west"',
  },
  {
    what: 'lists by locality without localities',
    changes: { allocation: { pooling: 'by locality' } },
    path: 'allocation.pooling',
    says: 'localities',
  },
  {
    what: 'a locality whose families nobody can take',
    changes: { ...byLocality, ...onlyTeam({ locality: 'east' }) },
    path: 'localities.west',
    says: 'overflowAfterWeeks',
  },
  {
    what: 'an advice line whose outcomes do not sum to 1',
    changes: { frontDoor: { adviceLine: { resolved: 0.8 } } },
    path: 'frontDoor.adviceLine',
    says: '0.9',
  },
  {
    what: 'calls that lead to referrals of no need',
    changes: { frontDoor: { adviceLine: { calls: 950 } } },
    path: 'frontDoor.adviceLine.needs',
    says: 'sums to 0',
  },
  {
    what: 'calls with a need that is not there',
    changes: { frontDoor: { adviceLine: { calls: 950, needs: { ordinry: 1 } } } },
    path: 'frontDoor.adviceLine.needs.ordinry',
    says: 'did you mean "ordinary"',
  },
  {
    what: 'a course of which nothing is said',
    changes: onlyPathway({ offer: 'group' }),
    path: 'pathways.family support.group',
    says: 'places, startsEveryWeeks',
  },
  {
    what: 'a course of a team that is not there',
    changes: onlyPathway({ offer: 'group', group: { ...course, team: 'mian' } }),
    path: 'pathways.family support.group.team',
    says: 'did you mean "main"',
  },
  {
    what: 'a course that could never start',
    changes: onlyPathway({ offer: 'group', group: { ...course, fewest: 11 } }),
    path: 'pathways.family support.group.fewest',
    says: '10 or less',
  },
  {
    what: 'partners of whom nothing is said',
    changes: onlyPathway({ offer: 'partner-held' }),
    path: 'pathways.family support.partner',
    says: 'team',
  },
  {
    what: 'partners helped by a team that is not there',
    changes: onlyPathway({ offer: 'partner-held', partner: { team: 'north' } }),
    path: 'pathways.family support.partner.team',
    says: 'there is no team "north"',
  },
  {
    what: 'a step to a pathway that is not there',
    changes: onlyPathway({ stepsTo: { brief: 0.1 } }),
    path: 'pathways.family support.stepsTo.brief',
    says: 'there is no pathway "brief"',
  },
  {
    what: 'a step to itself',
    changes: onlyPathway({ stepsTo: { 'family support': 0.1 } }),
    path: 'pathways.family support.stepsTo.family support',
    says: 'to itself',
  },
  {
    what: 'more steps than families',
    changes: {
      ...onlyTeam({ serves: ['family support', 'a', 'b'] }),
      pathways: { a: {}, b: {}, 'family support': { stepsTo: { a: 0.6, b: 0.5 } } },
    },
    path: 'pathways.family support.stepsTo',
    says: '1.1',
  },
  {
    what: 'a step to a pathway nobody serves',
    changes: { pathways: { brief: {}, 'family support': { stepsTo: { brief: 0.1 } } } },
    path: 'pathways.brief',
    says: 'serves',
  },
  {
    what: 'a post for a pathway its team does not serve',
    changes: { pathways: { brief: {} }, ...onlyPost({ serves: ['family support', 'brief'] }) },
    path: 'teams.main.posts.worker.serves.1',
    says: 'pathway of the team',
  },
  {
    what: 'a pathway that the team serves but none of its posts',
    changes: {
      pathways: { brief: {} },
      needs: { ordinary: { routes: { advice: 0, pathways: { brief: 0.24 } } } },
      ...onlyTeam({ serves: ['family support', 'brief'], posts: { worker: { serves: ['family support'] } } }),
    },
    path: 'pathways.brief',
    says: 'serves',
  },
  {
    what: 'more posts vacant than there are',
    changes: onlyPost({ staffing: 'by chance', vacantAtStart: 21 }),
    path: 'teams.main.posts.worker.vacantAtStart',
    says: '20 or less',
  },
  {
    what: 'a post promoted from itself',
    changes: onlyPost({ promotedFrom: 'worker', promotedShare: 0.2 }),
    path: 'teams.main.posts.worker.promotedFrom',
    says: 'another post',
  },
  {
    what: 'promotions from a post that is not there',
    changes: onlyTeam({
      posts: { worker: { promotedFrom: 'trainees', promotedShare: 0.2 }, trainee: { fte: 2 } },
    }),
    path: 'teams.main.posts.worker.promotedFrom',
    says: 'did you mean "trainee"',
  },
  {
    what: 'promotions from a post that is averaged',
    changes: onlyTeam({
      posts: {
        worker: { staffing: 'by chance', promotedFrom: 'trainee', promotedShare: 0.2 },
        trainee: { fte: 2 },
      },
    }),
    path: 'teams.main.posts.worker.promotedFrom',
    says: 'by chance',
  },
  {
    what: 'promotions in a circle',
    changes: onlyTeam({
      posts: { worker: { promotedFrom: 'senior' }, senior: { fte: 2, promotedFrom: 'worker' } },
    }),
    path: 'teams.main.posts.senior.promotedFrom',
    says: 'senior from worker from senior',
  },
  {
    what: 'promotions of nobody',
    changes: onlyPost({ promotedShare: 0.2 }),
    path: 'teams.main.posts.worker.promotedShare',
    says: '"promotedFrom"',
  },
  {
    what: 'a ladder of escalation that does not sum to 1',
    changes: { costs: { escalation: { lac: { share: 0.1 } } } },
    path: 'costs.escalation',
    says: '1.05',
  },
  {
    what: 'families without children',
    changes: { families: { children: { distribution: 'poisson', mean: 2.1 } } },
    path: 'families.children',
    says: '"plus": 1',
  },
  {
    what: 'caps that count children where nobody counts them',
    changes: { families: { children: 'not counted' }, allocation: { capsCount: 'children' } },
    path: 'families.children',
    says: 'allocation.capsCount',
  },
  {
    what: 'a session, its travel and its recording longer than a worker’s week',
    changes: {
      workload: { hoursCounted: 'task times' },
      ...onlyTeam({ travelHoursPerSession: 12, posts: { worker: { fte: 0.4, workers: 1 } } }),
    },
    path: 'pathways.family support.sessionHours',
    says: 'travel and recording',
  },
  {
    what: 'an assessment longer than a worker’s week',
    // Ten full-timers have 9.4 hours a week with families, the eleventh person half of it.
    changes: { ...onlyPathway({ assessment: { by: 'worker', hours: 5 } }), ...onlyPost({ fte: 10.5 }) },
    path: 'pathways.family support.assessment.hours',
    says: 'no assessment would ever be made',
  },
  {
    what: 'a session longer than the week of a part-timer',
    changes: { ...onlyPathway({ sessionHours: 5 }), ...onlyPost({ fte: 10.5 }) },
    path: 'pathways.family support.sessionHours',
    says: '0.5 full-time equivalents',
  },
  {
    what: 'cases open at the start when every post is vacant',
    changes: {
      opening: { from: 'snapshot', open: { 'family support': { families: 3 } } },
      ...onlyPost({ staffing: 'by chance', vacantAtStart: 20 }),
    },
    path: 'opening.open.family support',
    says: 'vacant then',
  },
  {
    what: 'cases open at the start in a locality where nobody is in post then',
    changes: {
      ...byLocality,
      opening: { from: 'snapshot', open: { 'family support': { families: 3 } } },
      teams: {
        main: { locality: 'east' },
        west: {
          serves: ['family support'],
          locality: 'west',
          posts: { worker: { fte: 2, staffing: 'by chance', vacantAtStart: 2 } },
        },
      },
    },
    path: 'opening.open.family support',
    says: 'those of west',
  },
  {
    what: 'cases open at the start in a course',
    changes: {
      opening: { from: 'snapshot', open: { 'family support': { families: 3 } } },
      ...onlyPathway({ offer: 'group', group: course }),
    },
    path: 'opening.open.family support',
    says: 'opening.waiting',
  },
];

describe('a rule between parameters', () => {
  it.each(REFUSED)('refuses $what', ({ changes, path, says }) => {
    const found = problemsOf(smallWith(changes)).find((problem) => problem.path === path);
    expect(found?.message).toContain(says);
    expect(found?.allowed).not.toBe('');
  });

  it.each([
    ['a course that no team serves', secondPathway({ offer: 'group', group: course })],
    ['work that partners hold', secondPathway({ offer: 'partner-held', partner: { team: 'main' } })],
    ['lists by locality with a team of the whole area', byLocality],
    [
      'lists by locality that spill over',
      {
        ...byLocality,
        allocation: { pooling: 'by locality', overflowAfterWeeks: 6 },
        ...onlyTeam({ locality: 'east' }),
      },
    ],
    [
      'a series read from a file',
      {
        period: { weeks: 2 },
        ...onlySource({ referrals: null, weekly: [1, 2], weeklyCsv: { file: 'a.csv', column: 'b' } }),
      },
    ],
    [
      'shares of a total beside a source of its own',
      {
        demand: {
          referralsPerYear: 300,
          sources: { schools: { share: 0.6, ...others }, police: { share: 0.4, ...others } },
        },
      },
    ],
    [
      'steps that leave nobody behind',
      {
        ...onlyTeam({ serves: ['family support', 'brief'] }),
        pathways: { brief: {}, 'family support': { stepsTo: { brief: 1 } } },
      },
    ],
    [
      'cases open at the start when some of a post is vacant',
      {
        opening: { from: 'snapshot', open: { 'family support': { families: 3 } } },
        ...onlyPost({ staffing: 'by chance', vacantAtStart: 19 }),
      },
    ],
    [
      'a chain of promotions',
      onlyTeam({
        posts: { worker: { promotedFrom: 'trainee', promotedShare: 0.3 }, trainee: { fte: 2 } },
      }),
    ],
  ])('allows %s', (_, changes) => {
    expect(problemsOf(smallWith(changes))).toEqual([]);
  });
});
