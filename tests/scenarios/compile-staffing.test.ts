/** Places in the plan: who comes, goes and moves, and what empties and fills by chance. Without bank holidays a week is five working days. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenariosOverTime } from '../../scenarios/changes.ts';
import { check, problemsOf } from '../../scenarios/check.ts';
import { type CompileOptions, compile } from '../../scenarios/compile.ts';
import { workforce } from '../../scenarios/workforce.ts';
import type { Plan } from '../../sim/plan.ts';
import { smallWith } from './sample-scenario.ts';

/** Wednesday 1 April 2026 is day 0; Wednesday 6 May, five weeks later, day 25; Wednesday 10 June day 50. */
const MAY = '2026-05-06';
const JUNE = '2026-06-10';
const planOf = (terms: Record<string, unknown>, options: CompileOptions = { warmUpWeeks: 0, weeks: 26 }) =>
  compile(check(smallWith({ period: { nation: 'none', weeks: 26 }, ...terms })), options).plan;
const post = (terms: object, name = 'worker') => ({ teams: { main: { posts: { [name]: terms } } } });
const windows = ({ workers }: Plan) => workers.map(({ from, until }) => [from, until]);
const TWO_TEAMS = {
  teams: {
    main: { posts: { worker: { fte: 2, capPerFte: 10 } } },
    North: { serves: ['family support'], posts: { worker: { fte: 1, effectiveFill: 1 } } },
  },
};

describe('places over time', () => {
  it('come when full-time equivalents rise and the last leave when they fall', () => {
    const changes = {
      up: { from: MAY, ...post({ fte: 4 }) },
      down: { from: JUNE, ...post({ fte: 1 }) },
    };
    const plan = planOf({ ...post({ fte: 2 }), changes });
    expect(windows(plan)).toEqual([
      [0, Infinity],
      [0, 50],
      [25, 50],
      [25, 50],
    ]);
    expect(new Set(plan.workers.map(({ key }) => key)).size).toBe(4);
    expect(plan.changes.map(({ workers }) => workers)).toEqual([
      [null, null, null, null],
      [null, null, null, null],
    ]);
  });

  it('keep their identity in every scenario compared, whatever else there is', () => {
    const alone = planOf(post({ fte: 2 })).workers.map(({ key }) => key);
    const others = planOf({ ...TWO_TEAMS, changes: { up: { from: MAY, ...post({ fte: 3 }) } } });
    expect(others.workers.slice(0, 2).map(({ key }) => key)).toEqual(alone);
    // FNV-1a (offset basis 2166136261, prime 16777619) over the bytes of "main\0worker\0" + "1" in UTF-16, halved: worked in another language.
    expect(alone[0]).toBe(1683505228);
    for (const { key } of others.workers) expect(key > 0 && key < 2 ** 31).toBe(true);
  });

  it('take other terms from a date on', () => {
    const changes = { cap: { from: MAY, ...post({ capPerFte: 12, contactShare: 0.4 }) } };
    const plan = planOf({ ...post({ fte: 1.5, capPerFte: 10 }), changes });
    expect(plan.workers.map(({ cap }) => cap)).toEqual([10, 5]);
    const [full, half] = plan.changes[0]!.workers;
    expect(full).toMatchObject({ team: 0, serves: [0], fte: 1, cap: 12 });
    expect(half).toMatchObject({ fte: 0.5, cap: 6, hoursPerDay: full!.hoursPerDay / 2 });
    // 7.4 hours, 40% of them, on 214 days of 253.
    expect(full!.hoursPerDay).toBeCloseTo((7.4 * 0.4 * 214) / 253, 12);
  });

  it('are matched by number: a part-timer goes full time', () => {
    const plan = planOf({ ...post({ fte: 1.5 }), changes: { up: { from: MAY, ...post({ fte: 2 }) } } });
    expect(plan.workers.map(({ fte }) => fte)).toEqual([1, 0.5]);
    expect(plan.changes[0]!.workers.map((terms) => terms?.fte)).toEqual([undefined, 1]);
  });

  it('move to another post with their cases: those that the other loses, in order', () => {
    const changes = {
      move: {
        from: MAY,
        teams: {
          main: { posts: { worker: { fte: 1 } } },
          North: {
            posts: {
              moved: { fte: 2, effectiveFill: 1, capPerFte: 8, movedFrom: { team: 'main', post: 'worker' } },
            },
          },
        },
      },
    };
    const plan = planOf({ ...TWO_TEAMS, changes });
    // Two in main, one in North, and one more for the second place of the post moved into.
    expect(windows(plan)).toEqual([
      [0, Infinity],
      [0, Infinity],
      [0, Infinity],
      [25, Infinity],
    ]);
    expect(plan.changes[0]!.workers).toMatchObject([null, { team: 1, cap: 8, fte: 1 }, null, null]);
    expect(plan.workers[3]).toMatchObject({ team: 1, cap: 8 });
  });

  it('follow the dates of their post within the phases', () => {
    const changes = {
      other: { from: MAY, allocation: { targetDays: 10 } },
      longer: { from: JUNE, ...post({ until: null }, 'late') },
    };
    // Monday 13 April is day 8, Monday 1 June day 43, Monday 20 July day 78.
    const posts = {
      worker: { fte: 1 },
      early: { fte: 1, effectiveFill: 1, until: '2026-04-13' },
      project: { fte: 1, effectiveFill: 1, from: '2026-06-01' },
      late: { fte: 1, effectiveFill: 1, until: '2026-07-20' },
    };
    expect(windows(planOf({ teams: { main: { posts } }, changes }))).toEqual([
      [0, Infinity],
      [0, 8],
      [43, Infinity],
      [0, Infinity],
    ]);
    expect(windows(planOf({ teams: { main: { posts } } }))).toEqual([
      [0, Infinity],
      [0, 8],
      [43, Infinity],
      [0, 78],
    ]);
  });

  it('are, in each phase, the people of the posts as they then stand', () => {
    const size = fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 4);
    const step = fc.record({ worker: size, senior: fc.option(size), moves: fc.boolean() });
    const dates = ['2026-04-20', MAY, JUNE, '2026-07-06'];
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (steps) => {
        const changes = steps.map(({ worker, senior, moves }, i) => {
          const movedFrom = moves && i > 0 ? { team: 'main', post: 'worker' } : null;
          const second = senior === null ? null : { fte: senior, effectiveFill: 1, movedFrom };
          return [
            `change ${i}`,
            { from: dates[i], teams: { main: { posts: { worker: { fte: worker }, second } } } },
          ];
        });
        const content = smallWith({
          period: { nation: 'none', weeks: 26 },
          teams: { main: { posts: { worker: { fte: 21 } } } },
          changes: Object.fromEntries(changes),
        });
        // A move that nobody can make is refused, and no case here.
        fc.pre(problemsOf(content).length === 0);
        const scenario = check(content);
        const { plan } = compile(scenario, { warmUpWeeks: 0 });
        const phases = scenariosOverTime(scenario);
        const starts = [0, ...plan.changes.map(({ at }) => at)];
        for (const [k, at] of starts.entries()) {
          const there = plan.workers.flatMap((worker, i) => {
            const terms = plan.changes.slice(0, k).map(({ workers }) => workers[i]);
            const now = terms.findLast((term) => term) ?? worker;
            return worker.from <= at && at < worker.until ? [`${now.fte} ${now.cap}`] : [];
          });
          const wanted = workforce(phases[k]!.scenario).map(({ fte, cap }) => `${fte} ${cap}`);
          expect(there.toSorted()).toEqual(wanted.toSorted());
        }
        expect(new Set(plan.workers.map(({ key }) => key)).size).toBe(plan.workers.length);
      }),
      { seed: 76, numRuns: 100 },
    );
  });
});

describe('places that empty and fill by chance', () => {
  const career = (terms: object, more: object = {}) =>
    planOf({ ...post({ fte: 2, staffing: 'by chance', ...terms }), ...more }).workers;

  it('are the whole establishment, with hours less leave and training', () => {
    const [worker, ...others] = career({ fte: 2.6, effectiveFill: 0.5, contactShare: 0.5 });
    expect(others.map(({ fte }) => fte)).toEqual([1, 0.6]);
    // 365.25 / 7 * 5 working days a year without bank holidays, 30 of them on leave or in training.
    const year = 260.892857;
    expect(worker!.hoursPerDay).toBeCloseTo(7.4 * 0.5 * (1 - 30 / year), 8);
  });

  it('have hazards from figures a year', () => {
    const year = 260.892857;
    const [{ career: found }] = career({
      turnoverPerYear: 0.134,
      sicknessDaysPerYear: 8.8,
      sicknessSpellDays: 4,
      timeToFill: { distribution: 'exponential', mean: 16 },
    }) as [Plan['workers'][number]];
    expect(found).toEqual({
      leaving: expect.closeTo(0.134 / year, 10),
      timeToFill: { kind: 'exponential', mean: 80 },
      vacantAtStart: false,
      induction: [
        { from: 0, share: 0 },
        { from: 15, share: 0.5 },
        { from: 50, share: 1 },
      ],
      // 2.2 spells in the 252.1 days not sick.
      sickness: { hazard: expect.closeTo(2.2 / (year - 8.8), 10), length: { kind: 'exponential', mean: 4 } },
      promotion: null,
    });
  });

  it('may have no induction, half of one, and no sickness', () => {
    const none = { inductionNoCasesWeeks: 0, sicknessDaysPerYear: 0 };
    expect(career({ ...none, inductionHalfCapWeeks: 0 })[0]!.career).toMatchObject({
      induction: [],
      sickness: null,
    });
    expect(career({ ...none, inductionHalfCapWeeks: 2 })[0]!.career).toMatchObject({
      induction: [
        { from: 0, share: 0.5 },
        { from: 10, share: 1 },
      ],
    });
  });

  it.each([
    { vacantAtStart: 0, empty: [false, false, false] },
    { vacantAtStart: 0.6, empty: [false, false, true] },
    { vacantAtStart: 1.5, empty: [false, true, true] },
    { vacantAtStart: 2.6, empty: [true, true, true] },
  ])('$vacantAtStart of 2.6 vacant at the start', ({ vacantAtStart, empty }) => {
    expect(career({ fte: 2.6, vacantAtStart }).map((worker) => worker.career!.vacantAtStart)).toEqual(empty);
  });

  it('are filled from another post of the team', () => {
    const posts = {
      worker: { fte: 2, staffing: 'by chance' },
      senior: { fte: 1, staffing: 'by chance', promotedFrom: 'worker', promotedShare: 0.4 },
    };
    const { workers } = planOf({ teams: { main: { posts } } });
    expect(workers.map((worker) => worker.career!.promotion)).toEqual([
      null,
      null,
      { share: 0.4, from: [0, 1] },
    ]);
  });
});

describe('hours where every task counts', () => {
  it('are those of the contract less absence and fixed hours', () => {
    const workload = { hoursCounted: 'task times', fixedHoursPerWeek: 4 };
    const { workers } = planOf({ ...post({ fte: 1.5, absenceShare: 0.2 }), workload });
    // 37 / 5 * 0.8 - 4 / 5 = 5.12 a day.
    expect(workers.map(({ hoursPerDay }) => hoursPerDay)).toEqual([
      expect.closeTo(5.12, 12),
      expect.closeTo(2.56, 12),
    ]);
  });
});
