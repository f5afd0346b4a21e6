import { describe, expect, it } from 'vitest';
import { scenariosOverTime } from '../../scenarios/changes.ts';
import { check, problemsOf } from '../../scenarios/check.ts';
import { readScenario } from '../../scenarios/file.ts';
import { SMALL, smallWith } from './sample-scenario.ts';

/** From 1 April 2026 for 104 weeks: to 28 March 2028. */
const FTE = ['teams', 'main', 'posts', 'worker', 'fte'];
const fte = (count: number) => ({ teams: { main: { posts: { worker: { fte: count } } } } });
const phases = (changes: object, more: object = {}) =>
  scenariosOverTime(check(smallWith({ ...more, changes })));
const problems = (changes: object, more: object = {}) =>
  problemsOf(smallWith({ ...more, changes })).map(({ path, message }) => ({ path, message }));
const workerIn = ({ scenario }: ReturnType<typeof phases>[number]) => scenario.teams.main!.posts.worker!;

describe('a scenario over time', () => {
  it('is one phase where nothing changes', () => {
    expect(phases({})).toMatchObject([{ from: '2026-04-01', names: [] }]);
  });

  it('goes by date, whatever the order in the file', () => {
    const found = phases({
      second: { from: '2027-06-01', ...fte(24) },
      first: { from: '2027-01-04', ...fte(22) },
    });
    expect(found.map(({ from, names }) => ({ from, names }))).toEqual([
      { from: '2026-04-01', names: [] },
      { from: '2027-01-04', names: ['first'] },
      { from: '2027-06-01', names: ['second'] },
    ]);
    expect(found.map((phase) => workerIn(phase).fte)).toEqual([20, 22, 24]);
  });

  it('builds each change on the one before, and keeps what neither names', () => {
    const caps = { teams: { main: { posts: { worker: { capPerFte: 10 } } } } };
    const [, , last] = phases({
      more: { from: '2027-01-04', ...fte(22) },
      caps: { from: '2027-02-01', ...caps },
    });
    expect(workerIn(last!)).toMatchObject({ fte: 22, capPerFte: 10, weeklyHours: 37 });
  });

  it('makes one phase of changes on the same day, in the order of the file', () => {
    const found = phases({
      a: { from: '2027-01-04', ...fte(22) },
      b: { from: '2027-01-04', ...fte(23), pathways: { 'family support': { visitEveryWeeks: 1 } } },
    });
    expect(found).toHaveLength(2);
    expect(found[1]!.names).toEqual(['a', 'b']);
    expect(workerIn(found[1]!).fte).toBe(23);
    expect(found[1]!.scenario.pathways['family support']!.visitEveryWeeks).toBe(1);
  });

  it('merges distributions by their terms, and replaces one of another kind', () => {
    const length = (terms: object) => ({ pathways: { 'family support': { plan: { length: terms } } } });
    const [, shorter, fixed] = phases({
      shorter: { from: '2027-01-04', ...length({ mean: 20 }) },
      fixed: { from: '2027-02-01', ...length({ distribution: 'fixed', value: 18 }) },
    });
    const plan = (phase: typeof shorter) => phase!.scenario.pathways['family support']!.plan;
    expect(plan(shorter)).toEqual({
      by: 'length',
      length: { distribution: 'gamma', mean: 20, cv: 0.55 },
    });
    expect(plan(fixed)).toEqual({ by: 'length', length: { distribution: 'fixed', value: 18 } });
  });

  it('changes from a length to a number of sessions whole', () => {
    const plan = { by: 'sessions', sessions: { distribution: 'fixed', value: 8 } };
    const [, last] = phases({
      dose: { from: '2027-01-04', pathways: { 'family support': { plan } } },
    });
    expect(last!.scenario.pathways['family support']!.plan).toEqual(plan);
  });

  it('takes away what a change says is null, on its day', () => {
    const teams = { north: { serves: ['family support'], posts: { worker: { fte: 3 } } } };
    const [first, last] = phases({ close: { from: '2027-01-04', teams: { north: null } } }, { teams });
    expect(Object.keys(first!.scenario.teams)).toEqual(['main', 'north']);
    expect(Object.keys(last!.scenario.teams)).toEqual(['main']);
  });

  it('does not open a later phase with the families of today', () => {
    const opening = { from: 'snapshot', waiting: { 'family support': { families: 4 } } };
    const pathways = { short: {} };
    const routes = (pathway: string) => ({
      needs: { ordinary: { routes: { pathways: { 'family support': null, [pathway]: 0.74 } } } },
    });
    const [, last] = phases(
      {
        instead: {
          from: '2027-01-04',
          pathways: { 'family support': null, ...pathways },
          ...routes('short'),
          teams: { main: { serves: ['short'] } },
        },
      },
      { opening },
    );
    expect(Object.keys(last!.scenario.pathways)).toEqual(['short']);
    expect(last!.scenario.opening.waiting).toEqual({});
  });
});

describe('dated changes over several files', () => {
  const file = (content: object) => JSON.stringify({ type: 'headroom-scenario', version: 1, ...content });
  const base = file({
    ...SMALL,
    changes: { grow: { from: '2027-01-04', teams: { main: { posts: { worker: { fte: 22 } } } } } },
  });
  const extended = (changes: object) =>
    readScenario({ name: 'own.json', text: file({ extends: 'base', name: 'Own', changes }) }, () => ({
      name: 'base',
      text: base,
    }));

  it('are merged key by key, with notes taken off and remembered', () => {
    const { scenario, inputs } = extended({
      grow: {
        teams: {
          main: { posts: { worker: { fte: { value: 25, source: 'Budget paper' }, capPerFte: 11 } } },
        },
      },
    });
    expect(scenario.changes.grow).toEqual({
      from: '2027-01-04',
      teams: { main: { posts: { worker: { fte: 25, capPerFte: 11 } } } },
    });
    const row = inputs.find(({ path }) => path === ['changes.grow', ...FTE].join('.'));
    expect(row).toMatchObject({ value: 25, source: 'Budget paper', setBy: 'own.json' });
  });

  it('keep a null inside a change, and lose a change that is null', () => {
    const closing = extended({ grow: { teams: { main: { posts: { worker: { workers: null } } } } } });
    expect(closing.scenario.changes.grow!.teams).toEqual({
      main: { posts: { worker: { fte: 22, workers: null } } },
    });
    expect(extended({ grow: null }).scenario.changes).toEqual({});
  });
});

describe('what is wrong with changes', () => {
  it('is told at the change that brought it, all at once and each once', () => {
    const found = problems({
      bad: { from: '2027-01-04', ...fte(-1), allocation: { timing: 'weekly' } },
      worse: { from: '2027-02-01', pathways: { 'family support': { missedShare: 2 } } },
    });
    expect(found.map(({ path }) => path)).toEqual([
      'changes.bad.allocation.timing',
      'changes.bad.teams.main.posts.worker.fte',
      'changes.worse.pathways.family support.missedShare',
    ]);
  });

  it('includes what only the whole scenario shows: shares that no longer sum to 1', () => {
    const found = problems({
      more: { from: '2027-01-04', needs: { ordinary: { routes: { pathways: { 'family support': 0.9 } } } } },
    });
    expect(found).toHaveLength(1);
    expect(found[0]!.path).toMatch(/^changes\.more\.needs\.ordinary\.routes/);
    expect(found[0]!.message).toContain('1.16');
  });

  it('is told with what is wrong from the start', () => {
    const found = problems(
      { bad: { from: '2027-01-04', ...fte(-1) } },
      { teams: { main: { serves: ['nothing', 'family support'] } } },
    );
    expect(found.map(({ path }) => path)).toEqual([
      'teams.main.serves.0',
      'changes.bad.teams.main.posts.worker.fte',
    ]);
  });

  it.each([
    { name: 'before the start', from: '2026-03-31' },
    { name: 'on the start', from: '2026-04-01' },
    { name: 'after the end', from: '2028-03-29' },
  ])('a date $name', ({ from }) => {
    const found = problems({ late: { from, ...fte(22) } });
    expect(found).toMatchObject([
      { path: 'changes.late.from', message: expect.stringContaining('2026-04-01 and not after 2028-03-28') },
    ]);
  });

  it('a change of nothing', () => {
    const found = problems({ same: { from: '2027-01-04', ...fte(20) }, empty: { from: '2027-02-01' } });
    expect(found.map(({ path }) => path)).toEqual(['changes.same', 'changes.empty']);
    expect(found[0]!.message).toContain('changes nothing on 2027-01-04');
  });

  it.each(['period', 'opening', 'families', 'localities', 'costs', 'workload'])('a change of %s', (key) => {
    const found = problems({ other: { from: '2027-01-04', ...fte(22), [key]: { any: 1 } } });
    expect(found).toMatchObject([{ path: `changes.other.${key}` }]);
  });

  it.each([
    { patch: { teams: { main: { area: 'rural' } } }, path: 'teams.main.area', says: 'a new team' },
    {
      patch: { teams: { main: { posts: { worker: { turnoverPerYear: 0.3 } } } } },
      path: 'teams.main.posts.worker.turnoverPerYear',
      says: 'a new post',
    },
    {
      patch: { demand: { sources: { everyone: { overdispersion: 2 } } } },
      path: 'demand.sources.everyone.overdispersion',
      says: 'a new source',
    },
  ])('a change of what lasts: $path', ({ patch, path, says }) => {
    const found = problems({ other: { from: '2027-01-04', ...patch } });
    expect(found).toEqual([{ path: `changes.other.${path}`, message: expect.stringContaining(says) }]);
  });

  it.each([
    {
      name: 'from a post that is not there',
      from: { team: 'North', post: 'worker' },
      left: 18,
      says: 'not there',
    },
    {
      name: 'from one that loses nobody',
      from: { team: 'main', post: 'worker' },
      left: 20,
      says: 'loses nobody',
    },
    { name: 'from where they leave', from: { team: 'main', post: 'worker' }, left: 18, says: null },
  ])('a move $name', ({ from, left, says }) => {
    const posts = { worker: { fte: left }, moved: { fte: 2, effectiveFill: 1, movedFrom: from } };
    const found = problems({ move: { from: '2027-01-04', teams: { main: { posts } } } });
    const path = 'changes.move.teams.main.posts.moved.movedFrom';
    expect(found).toEqual(says === null ? [] : [{ path, message: expect.stringContaining(says) }]);
  });

  it('a move from the start', () => {
    const posts = { moved: { fte: 2, movedFrom: { team: 'main', post: 'worker' } } };
    expect(problems({}, { teams: { main: { posts } } })).toEqual([
      { path: 'teams.main.posts.moved.movedFrom', message: expect.stringContaining('belongs in "changes"') },
    ]);
  });

  it('but a new post may be staffed in any way', () => {
    const posts = { senior: { fte: 2, staffing: 'by chance', turnoverPerYear: 0.3, salary: 39_000 } };
    expect(problems({ other: { from: '2027-01-04', teams: { main: { posts } } } })).toEqual([]);
  });
});
