import { describe, expect, it } from 'vitest';
import { changeInWords } from '../../scenarios/change-words.ts';
import { scenariosOverTime } from '../../scenarios/changes.ts';
import { check } from '../../scenarios/check.ts';
import { smallWith } from './sample-scenario.ts';

describe('a change in words', () => {
  const TWO = {
    demand: { sources: { everyone: { referrals: 500 }, police: { referrals: 50, needs: { ordinary: 1 } } } },
    pathways: { 'family support': {}, brief: {} },
    needs: { ordinary: { routes: { advice: 0.2, pathways: { 'family support': 0.7, brief: 0.08 } } } },
    teams: {
      main: null,
      North: {
        serves: ['family support', 'brief'],
        posts: { keyworker: { fte: 4, capPerFte: 10 }, senior: { fte: 1 } },
      },
      South: { serves: ['family support'], posts: { worker: { fte: 6 } } },
    },
  };
  const said = (patch: object) => {
    const changes = { it: { from: '2027-04-01', ...patch } };
    const [before, after] = scenariosOverTime(check(smallWith({ ...TWO, changes })));
    return changeInWords(after!, before!.scenario, after!.scenario).map((words) => {
      expect(words).toMatch(/^from 1 April 2027: /);
      return words.replace('from 1 April 2027: ', '');
    });
  };
  const south = (post: object) => ({ teams: { South: { posts: { worker: post } } } });
  const support = (terms: object) => ({ pathways: { 'family support': terms } });

  it.each([
    [south({ fte: 8 }), 'two more full-time equivalents in South'],
    [south({ fte: 5 }), 'one fewer full-time equivalent in South'],
    [south({ fte: 7.5 }), '1.5 more full-time equivalents in South'],
    [
      { teams: { North: { posts: { keyworker: { capPerFte: 12 } } } } },
      'caseload cap 12 instead of 10 in North / keyworker',
    ],
    [support({ visitEveryWeeks: 3 }), 'visits every 3 weeks instead of 2 on family support'],
    [
      support({ plan: { length: { mean: 20 } } }),
      'mean length 20 weeks instead of 26 weeks on family support',
    ],
    [{ allocation: { timing: 'panel' } }, 'allocation at a panel'],
    [{ demand: { sources: { police: { referrals: 80 } } } }, '80 referrals a year instead of 50 from police'],
    [{ teams: { South: { serves: ['family support', 'brief'] } } }, 'South also takes families of brief'],
    [{ teams: { North: { posts: { senior: null } } } }, 'no more post senior in North'],
    [
      { teams: { South: { posts: { senior: { fte: 1 } } } } },
      'new post senior in South, one full-time equivalent',
    ],
    [{ teams: { South: null } }, 'no more team South'],
    [
      { teams: { East: { serves: ['brief'], posts: { worker: { fte: 2 } } } } },
      'new team East, two full-time equivalents',
    ],
    [{ pathways: { groups: {} } }, 'new pathway groups'],
    [{ demand: { sources: { police: null } } }, 'no more source of referrals police'],
    [{ waiting: { contactEveryWeeks: 2 } }, 'contact with waiting families every 2 weeks'],
    [
      support({ missedShare: 0.1 }),
      'share of planned sessions that the family misses: 0.1 instead of 0.15 (pathways.family support.missedShare)',
    ],
    [
      south({ weeklyHours: 36 }),
      'contract hours a week of a full-timer: 36 instead of 37 hours (teams.South.posts.worker.weeklyHours)',
    ],
  ])('%j', (patch, words) => {
    expect(said(patch)).toEqual([words]);
  });

  it('says each thing that differs', () => {
    const routes = { ordinary: { routes: { pathways: { 'family support': 0.6, brief: 0.18 } } } };
    expect(said({ needs: routes })).toEqual([
      '60% of ordinary go to family support instead of 70%',
      '18% of ordinary go to brief instead of 8%',
    ]);
  });
});
