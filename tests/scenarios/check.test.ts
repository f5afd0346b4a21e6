import { describe, expect, it } from 'vitest';
import { check, problemsOf } from '../../scenarios/check.ts';
import { ScenarioProblems } from '../../scenarios/problem.ts';
import { SMALL, smallWith } from './sample-scenario.ts';

const onlyPathway = (terms: unknown) => ({ pathways: { 'family support': terms } });
const onlyPost = (terms: unknown) => ({ teams: { main: { posts: { worker: terms } } } });
const onlySource = (terms: unknown) => ({ demand: { sources: { everyone: terms } } });
const snapshot = (terms: object) => ({ opening: { from: 'snapshot', ...terms } });

/** One thing wrong, where it must be found, and a word its remedy must hold. */
const WRONG: { what: string; changes: Record<string, unknown>; path: string; says: string }[] = [
  {
    what: 'a number too large',
    changes: { period: { weeks: 1041 } },
    path: 'period.weeks',
    says: '1 to 1040',
  },
  {
    what: 'a part of a week',
    changes: { period: { weeks: 1.5 } },
    path: 'period.weeks',
    says: 'whole number',
  },
  {
    what: 'NaN',
    changes: onlyPost({ fte: Number.NaN }),
    path: 'teams.main.posts.worker.fte',
    says: '0.1 to 500',
  },
  {
    what: 'infinity',
    changes: onlyPost({ capPerFte: Number.POSITIVE_INFINITY }),
    path: 'teams.main.posts.worker.capPerFte',
    says: '60',
  },
  {
    what: 'a negative number',
    changes: onlySource({ referrals: -1 }),
    path: 'demand.sources.everyone.referrals',
    says: '0 to 200000',
  },
  {
    what: 'a word for a number',
    changes: onlyPathway({ sessionHours: 'long' }),
    path: 'pathways.family support.sessionHours',
    says: '0.1 to 12',
  },
  {
    what: 'a word not known',
    changes: { allocation: { order: 'fifo' } },
    path: 'allocation.order',
    says: 'first come',
  },
  {
    what: 'a date that is none',
    changes: { period: { start: '2026-02-30' } },
    path: 'period.start',
    says: '2026-04-01',
  },
  { what: 'a missing value', changes: { period: { start: null } }, path: 'period.start', says: 'missing' },
  { what: 'no team', changes: { teams: { main: null } }, path: 'teams', says: '1 to 100' },
  {
    what: 'a misspelt key',
    changes: { allocation: { targetDay: 5 } },
    path: 'allocation.targetDay',
    says: 'targetDays',
  },
  {
    what: 'a name with a full stop',
    changes: { pathways: { 'a.b': {} } },
    path: 'pathways.a.b',
    says: 'letters',
  },
  {
    what: 'a wrong field in a distribution',
    changes: onlyPathway({ plan: { by: 'length', length: { distribution: 'gamma', mean: 26, cv: 'wide' } } }),
    path: 'pathways.family support.plan.length.cv',
    says: 'number',
  },
  {
    what: 'a distribution not known',
    changes: { frontDoor: { decisionTime: { distribution: 'normal', mean: 1 } } },
    path: 'frontDoor.decisionTime.distribution',
    says: 'triangular',
  },
  {
    what: 'a wrong field in a distribution that may also be a word',
    changes: { needs: { ordinary: { patience: { distribution: 'exponential', mean: -3 } } } },
    path: 'needs.ordinary.patience.mean',
    says: 'more than 0',
  },
  {
    what: 'a field of another distribution',
    changes: { frontDoor: { decisionTime: { distribution: 'fixed', value: 1, mean: 1 } } },
    path: 'frontDoor.decisionTime.mean',
    says: 'value',
  },
  {
    what: 'a mean out of bounds once its unit is counted',
    changes: onlyPathway({
      plan: { by: 'length', length: { distribution: 'fixed', value: 100, unit: 'months' } },
    }),
    path: 'pathways.family support.plan.length',
    says: '260 weeks',
  },
  {
    what: 'a triangle out of order',
    changes: { frontDoor: { gatheringTime: { distribution: 'triangular', least: 3, mode: 1, most: 2 } } },
    path: 'frontDoor.gatheringTime',
    says: 'rising',
  },
  {
    what: 'chances that do not sum to 1',
    changes: {
      frontDoor: { gatheringTime: { distribution: 'discrete', values: [1, 2], chances: [0.5, 0.4] } },
    },
    path: 'frontDoor.gatheringTime.chances',
    says: '0.9',
  },
  {
    what: 'too few chances',
    changes: { frontDoor: { gatheringTime: { distribution: 'discrete', values: [1, 2], chances: [1] } } },
    path: 'frontDoor.gatheringTime.chances',
    says: '2 values',
  },
  {
    what: 'plans of no session',
    changes: onlyPathway({ plan: { by: 'sessions', sessions: { distribution: 'poisson', mean: 9 } } }),
    path: 'pathways.family support.plan.sessions',
    says: '"plus": 1',
  },
  {
    what: 'needs that sum to less than 1',
    changes: onlySource({ needs: { ordinary: 0.9 } }),
    path: 'demand.sources.everyone.needs',
    says: '0.9',
  },
  {
    what: 'routes that sum to more than 1',
    changes: { needs: { ordinary: { routes: { advice: 0.5 } } } },
    path: 'needs.ordinary.routes',
    says: '1.26',
  },
  {
    what: 'outcomes that sum to less than 1',
    changes: onlyPathway({ outcomes: { needsMet: 0.5 } }),
    path: 'pathways.family support.outcomes',
    says: '0.76',
  },
  {
    what: 'a need that is not there',
    changes: onlySource({ needs: { ordinary: null, ordinry: 1 } }),
    path: 'demand.sources.everyone.needs.ordinry',
    says: 'did you mean "ordinary"',
  },
  {
    what: 'a pathway that is not there',
    changes: { teams: { main: { serves: ['family support', 'famly support'] } } },
    path: 'teams.main.serves.1',
    says: 'did you mean "family support"',
  },
  {
    what: 'a pathway nobody serves',
    changes: {
      pathways: { other: {} },
      needs: { ordinary: { routes: { advice: 0, pathways: { other: 0.24 } } } },
    },
    path: 'pathways.other',
    says: 'serves',
  },
  {
    what: 'a case too heavy for any cap',
    changes: onlyPathway({ caseWeight: 15 }),
    path: 'pathways.family support.caseWeight',
    says: 'capPerFte',
  },
  {
    what: 'a session longer than a worker’s week',
    changes: onlyPost({ contactShare: 0.02 }),
    path: 'pathways.family support.sessionHours',
    says: 'teams.main.posts.worker',
  },
  {
    what: 'more than full time each',
    changes: onlyPost({ workers: 4 }),
    path: 'teams.main.posts.worker.workers',
    says: 'more people',
  },
  {
    what: 'a post that begins before the start',
    changes: onlyPost({ from: '2026-04-01' }),
    path: 'teams.main.posts.worker.from',
    says: '2026-04-01',
  },
  {
    what: 'a post that begins after the end',
    changes: onlyPost({ from: '2028-03-29' }),
    path: 'teams.main.posts.worker.from',
    says: '2028-03-28',
  },
  {
    what: 'a post that ends before it begins',
    changes: onlyPost({ from: '2027-04-01', until: '2027-03-01' }),
    path: 'teams.main.posts.worker.until',
    says: '2027-04-01',
  },
  {
    what: 'a series too short',
    changes: onlySource({ referrals: null, weekly: [9, 8, 7] }),
    path: 'demand.sources.everyone.weekly',
    says: '104',
  },
  {
    what: 'a volume beside a series',
    changes: { period: { weeks: 3 }, ...onlySource({ weekly: [9, 8, 7] }) },
    path: 'demand.sources.everyone.referrals',
    says: 'null',
  },
  {
    what: 'neither volume nor series',
    changes: onlySource({ referrals: null }),
    path: 'demand.sources.everyone.referrals',
    says: 'missing',
  },
  {
    what: 'a season of nothing',
    changes: onlySource({ monthProfile: new Array(12).fill(0) }),
    path: 'demand.sources.everyone.monthProfile',
    says: 'above 0',
  },
  {
    what: 'eleven months',
    changes: onlySource({ monthProfile: new Array(11).fill(1) }),
    path: 'demand.sources.everyone.monthProfile',
    says: '12',
  },
  {
    what: 'families of today with a warm-up',
    changes: { opening: { open: { 'family support': { families: 9 } } } },
    path: 'opening.open',
    says: 'snapshot',
  },
  {
    what: 'a warm-up with families of today',
    changes: { period: { warmUpWeeks: 26 }, ...snapshot({}) },
    path: 'period.warmUpWeeks',
    says: '0',
  },
  {
    what: 'a family that joins after the start',
    changes: snapshot({ waiting: { 'family support': { joined: ['2026-03-01', '2026-04-02'] } } }),
    path: 'opening.waiting.family support.joined.1',
    says: '2026-04-01',
  },
  {
    what: 'families on a list that is not there',
    changes: snapshot({ waiting: { 'famly support': { families: 3 } } }),
    path: 'opening.waiting.famly support',
    says: 'did you mean',
  },
  {
    what: 'a misspelt count of families',
    changes: snapshot({ waiting: { 'family support': { familys: 3 } } }),
    path: 'opening.waiting.family support.familys',
    says: 'did you mean "families"',
  },
  {
    what: 'cases open with nobody there yet',
    changes: {
      ...snapshot({ open: { 'family support': { families: 3 } } }),
      ...onlyPost({ from: '2026-05-01' }),
    },
    path: 'opening.open.family support',
    says: 'from',
  },
  {
    what: 'a priority that the front door decides',
    changes: onlyPathway({ reReferral: { priority: 1 } }),
    path: 'pathways.family support.reReferral.priority',
    says: 'waiting list',
  },
];

describe('check', () => {
  it('fills in every default of a valid scenario', () => {
    const scenario = check(SMALL);
    expect(scenario.pathways['family support']!.plan).toEqual({
      by: 'length',
      length: { distribution: 'gamma', mean: 26, cv: 0.55 },
    });
    expect(scenario.allocation.targetDays).toBe(15);
    expect(problemsOf(SMALL)).toEqual([]);
  });

  it.each(WRONG)('finds $what at $path', ({ changes, path, says }) => {
    const found = problemsOf(smallWith(changes)).find((problem) => problem.path === path);
    expect(found?.message).toContain(says);
    expect(found?.allowed).not.toBe('');
  });

  it('gives every problem at once, rules beside single values', () => {
    const content = smallWith({
      allocation: { targetDays: -1 },
      period: { weeks: 0 },
      needs: { ordinary: { routes: { advice: 0.3 } } },
    });
    expect(() => check(content)).toThrow(ScenarioProblems);
    expect(
      problemsOf(content)
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(['allocation.targetDays', 'needs.ordinary.routes', 'period.weeks']);
  });

  it('judges no rule by a value that is wrong itself', () => {
    const content = smallWith({ needs: { ordinary: { routes: { advice: 'some' } } } });
    expect(problemsOf(content).map(({ path }) => path)).toEqual(['needs.ordinary.routes.advice']);
  });

  it('takes rounding in shares for what it is', () => {
    const thirds = { a: 0.3333333, b: 0.3333333, c: 0.3333333 };
    const need = SMALL.needs.ordinary;
    const content = smallWith({
      needs: { ordinary: null, a: need, b: need, c: need },
      ...onlySource({ needs: { ordinary: null, ...thirds } }),
    });
    expect(problemsOf(content)).toEqual([]);
  });

  it('refuses what is no object', () => {
    expect(problemsOf(42)).toHaveLength(1);
    expect(problemsOf(smallWith({ frontDoor: 7 }))[0]).toMatchObject({ path: 'frontDoor', value: 7 });
  });
});
