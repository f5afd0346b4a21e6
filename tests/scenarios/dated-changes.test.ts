import { expect, it } from 'vitest';
import { check } from '../../scenarios/check.ts';
import { datedChanges } from '../../scenarios/dated-changes.ts';
import { postCostsOn } from '../../scenarios/post-costs.ts';
import { returnByDose } from '../../scenarios/return-by-dose.ts';
import { smallWith } from './sample-scenario.ts';

const TEAMS = {
  main: null,
  North: { serves: ['family support'], posts: { worker: { fte: 10, effectiveFill: 0.9, salary: 30_000 } } },
};
const north = (fte: number) => ({ teams: { North: { posts: { worker: { fte } } } } });
const CHANGES = {
  growth: { from: '2027-07-01', ...north(14) },
  savings: { from: '2027-04-01', ...north(8) },
};
const changing = (more: object = {}) => check(smallWith({ teams: TEAMS, changes: CHANGES, ...more }));

it('changes come in order of date, each beside what held just before it', () => {
  expect(datedChanges(changing(), '2030-01-01')).toEqual([
    { from: '2027-04-01', names: ['savings'], words: ['two fewer full-time equivalents in North'] },
    { from: '2027-07-01', names: ['growth'], words: ['six more full-time equivalents in North'] },
  ]);
});

it('changes after the last day reported are left out', () => {
  expect(datedChanges(changing(), '2027-06-30').map(({ names }) => names)).toEqual([['savings']]);
  expect(datedChanges(changing(), '2027-07-01')).toHaveLength(2);
});

it('a post costs salary, on-costs, a share of a manager and overheads, on the day asked for', () => {
  const costs = { onCosts: 0.3, managerSalary: 49_000, managerOnCosts: 0.4, span: 7, overheads: 0.1 };
  // (30,000 * 1.3 + 49,000 * 1.4 / 7) * 1.1 = 53,680 a year; nine of ten in post; 52.18 weeks a year.
  const scenario = changing({ costs });
  const [post] = postCostsOn('2027-03-31', scenario);
  expect(post).toMatchObject({ team: 'North', post: 'worker', fte: 9 });
  expect(post!.fullTimeYear).toBeCloseTo(53_680, 6);
  expect(post!.perWeek).toBeCloseTo((9 * 53_680 * 7) / 365.25, 6);
  expect(postCostsOn('2027-07-01', scenario)[0]!.fte).toBeCloseTo(12.6, 9);
});

it('posts that are not there yet or no more cost nothing, and nothing does where costs are not counted', () => {
  const teams = {
    main: null,
    North: {
      serves: ['family support'],
      posts: { worker: { fte: 4 }, extra: { fte: 2, from: '2027-05-01', until: '2027-06-01' } },
    },
  };
  const on = (date: string) => postCostsOn(date, check(smallWith({ teams }))).map(({ post }) => post);
  expect(on('2027-04-30')).toEqual(['worker']);
  expect(on('2027-05-01')).toEqual(['worker', 'extra']);
  expect(on('2027-06-01')).toEqual(['worker']);
  expect(postCostsOn('2027-05-01', changing({ costs: { counted: 'no' } }))).toEqual([]);
});

it('the chance of coming back falls with the dose as the curve says', () => {
  const reReferral = {
    chance: 0.3,
    atSessions: 5,
    slopePerSession: 0.2,
    least: 0.01,
    most: 0.9,
    recurringShare: 0,
  };
  const [support] = returnByDose(check(smallWith({ pathways: { 'family support': { reReferral } } })));
  // logit 0.3 = -0.8473; at 10 sessions -1.8473, at 30 -5.8473, below the least.
  expect(support!.chances[1]).toBeCloseTo(0.3, 12);
  expect(support!.chances[2]).toBeCloseTo(1 / (1 + Math.exp(1.8473)), 4);
  expect(support!.chances[5]).toBe(0.01);
});
