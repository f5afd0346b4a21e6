/** Dated changes in the plan: what holds from when. Without bank holidays a week is five working days. */
import { describe, expect, it } from 'vitest';
import { check } from '../../scenarios/check.ts';
import { type CompileOptions, compile } from '../../scenarios/compile.ts';
import type { Plan } from '../../sim/plan.ts';
import { smallWith } from './sample-scenario.ts';

/** Wednesday 1 April 2026 is day 0; Wednesday 6 May, five weeks later, day 25; Wednesday 10 June day 50. */
const MAY = '2026-05-06';
const JUNE = '2026-06-10';
const planOf = (terms: Record<string, unknown>, options: CompileOptions = { warmUpWeeks: 0, weeks: 26 }) =>
  compile(check(smallWith({ period: { nation: 'none', weeks: 26 }, ...terms })), options).plan;
const post = (terms: object, name = 'worker') => ({ teams: { main: { posts: { [name]: terms } } } });
const windows = ({ workers }: Plan) => workers.map(({ from, until }) => [from, until]);
describe('when a change holds', () => {
  it('is its date on the clock, after a warm-up too', () => {
    const changes = { more: { from: MAY, ...post({ fte: 3 }) } };
    expect(planOf({ ...post({ fte: 2 }), changes }).changes.map(({ at }) => at)).toEqual([25]);
    const later = planOf({ ...post({ fte: 2 }), changes }, { warmUpWeeks: 4, weeks: 26 });
    expect(later.changes.map(({ at }) => at)).toEqual([45]);
  });

  it('changes with no working day between them are one, the last', () => {
    // Saturday 9 and Sunday 10 May: both Monday morning, day 28.
    const changes = {
      saturday: { from: '2026-05-09', ...post({ fte: 3 }) },
      sunday: { from: '2026-05-10', ...post({ fte: 4 }) },
    };
    const plan = planOf({ ...post({ fte: 2 }), changes });
    expect(plan.changes.map(({ at }) => at)).toEqual([28]);
    expect(windows(plan)).toEqual([
      [0, Infinity],
      [0, Infinity],
      [28, Infinity],
      [28, Infinity],
    ]);
  });

  it('one after the end of a shorter run is left out', () => {
    const changes = { more: { from: JUNE, ...post({ fte: 3 }) } };
    const plan = planOf({ ...post({ fte: 2 }), changes }, { warmUpWeeks: 0, weeks: 10 });
    expect(plan.changes).toEqual([]);
    expect(plan.workers).toHaveLength(2);
  });
});

describe('demand over time', () => {
  const rates = (terms: Record<string, unknown>) =>
    planOf(terms).sources.map(({ name, arrivals }) => ({ name, arrivals }));

  it('has the rate of the phase on each day', () => {
    const demand = { sources: { everyone: { referrals: 5, per: 'week' } } };
    const changes = { more: { from: MAY, demand: { sources: { everyone: { referrals: 10 } } } } };
    const perDay = [...new Array(25).fill(1), ...new Array(105).fill(2)];
    expect(rates({ demand, changes })).toMatchObject([{ name: 'everyone', arrivals: { perDay } }]);
  });

  it('has sources that begin and end, with their terms in each phase', () => {
    const demand = { sources: { everyone: { referrals: 5, per: 'week', repeatShare: 0.1 } } };
    const school = { referrals: 10, per: 'week', needs: { ordinary: 1 }, repeatShare: 0.3 };
    const changes = {
      school: { from: MAY, demand: { sources: { everyone: { repeatShare: 0.2 }, school } } },
      end: { from: JUNE, demand: { sources: { everyone: null } } },
    };
    const plan = planOf({ demand, changes });
    expect(plan.sources).toMatchObject([
      { name: 'everyone', arrivals: { perDay: [...new Array(50).fill(1), ...new Array(80).fill(0)] } },
      { name: 'school', arrivals: { perDay: [...new Array(25).fill(0), ...new Array(105).fill(2)] } },
    ]);
    const shares = plan.changes.map(({ sources }) => sources.map(({ repeatShare }) => repeatShare));
    expect([plan.sources.map(({ repeatShare }) => repeatShare), ...shares]).toEqual([
      [0.1, 0.3],
      [0.2, 0.3],
      [0.2, 0.3],
    ]);
  });

  it('replays a series until a rate takes over, in the middle of a week too', () => {
    const weekly = new Array(26).fill(5);
    const demand = { sources: { everyone: { referrals: null, weekly } } };
    // Friday 8 May is day 27, in the sixth week, which began on Wednesday with its count.
    const changes = {
      rate: {
        from: '2026-05-08',
        demand: { sources: { everyone: { weekly: null, referrals: 10, per: 'week' } } },
      },
    };
    const perWeek = [...new Array(6).fill(5), ...new Array(20).fill(0)];
    const perDay = [...new Array(30).fill(0), ...new Array(100).fill(2)];
    expect(rates({ demand, changes })).toEqual([
      { name: 'everyone', arrivals: { kind: 'replay', perWeek } },
      { name: 'everyone (outside the series)', arrivals: { kind: 'rate', perDay, overdispersion: 1 } },
    ]);
  });

  it('has calls while there is a line', () => {
    const adviceLine = { calls: 5, per: 'week', needs: { ordinary: 1 } };
    const changes = {
      open: { from: MAY, frontDoor: { adviceLine } },
      close: { from: JUNE, frontDoor: { adviceLine: { calls: 0 } } },
    };
    const plan = planOf({ changes });
    const perDay = [...new Array(25).fill(0), ...new Array(25).fill(1), ...new Array(80).fill(0)];
    for (const { adviceLine: line } of [plan, ...plan.changes]) expect(line!.perDay).toEqual(perDay);
  });
});

describe('pathways and needs that come and go', () => {
  const SERVES = { teams: { main: { serves: ['brief'] } } };
  const changes = {
    brief: {
      from: MAY,
      pathways: { brief: { visitEveryWeeks: 1 }, 'family support': null },
      needs: {
        ordinary: { routes: { pathways: { 'family support': null, brief: 0.74 } } },
        urgent: { priority: 1, routes: { pathways: { brief: 0.74 } } },
      },
      demand: { sources: { everyone: { needs: { ordinary: 0.8, urgent: 0.2 } } } },
      ...SERVES,
    },
  };

  it('are there throughout, routed to only in their phase', () => {
    const plan = planOf({ changes });
    const [change] = plan.changes;
    expect(plan.pathways.map(({ name, dosage }) => [name, dosage.interval])).toEqual([
      ['family support', 10],
      ['brief', 5],
    ]);
    expect(change!.pathways).toEqual(plan.pathways);
    expect(plan.needs.map(({ name, routes }) => [name, routes.pathways, routes.advice])).toEqual([
      ['ordinary', [0.74, 0], 0.24],
      // Nobody has this need yet; its pathway is not there.
      ['urgent', [0, 0], 0.98],
    ]);
    expect(change!.needs.map(({ routes }) => routes.pathways)).toEqual([
      [0, 0.74],
      [0, 0.74],
    ]);
    expect(plan.sources[0]!.needShares).toEqual([1, 0]);
    expect(change!.sources[0]!.needShares).toEqual([0.8, 0.2]);
  });

  it('are still served for those who wait when they have ended', () => {
    const plan = planOf({ ...post({ fte: 1 }), changes });
    expect(plan.workers.map(({ serves }) => serves)).toEqual([[0]]);
    expect(plan.changes[0]!.workers.map((terms) => terms?.serves)).toEqual([[0, 1]]);
  });

  it('a post serves what it says, of what its team serves', () => {
    const teams = {
      main: {
        serves: ['family support', 'brief'],
        posts: { worker: { fte: 1, serves: ['brief'] }, other: { fte: 1, effectiveFill: 1 } },
      },
    };
    const plan = planOf({ pathways: { brief: {} }, teams });
    expect(plan.workers.map(({ serves }) => serves)).toEqual([[1], [0, 1]]);
  });

  it('a team that comes later has its place among the others', () => {
    const later = {
      East: {
        from: MAY,
        teams: { East: { serves: ['family support'], posts: { worker: { fte: 1, effectiveFill: 1 } } } },
      },
    };
    const plan = planOf({ ...post({ fte: 1 }), changes: later });
    expect(plan.teams.map(({ name }) => name)).toEqual(['main', 'East']);
    expect(plan.workers.map(({ team, from }) => [team, from])).toEqual([
      [0, 0],
      [1, 25],
    ]);
  });
});
