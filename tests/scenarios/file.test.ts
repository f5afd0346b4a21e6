import { describe, expect, it } from 'vitest';
import { readScenario, type ScenarioText } from '../../scenarios/file.ts';
import { type Problem, ScenarioProblems } from '../../scenarios/problem.ts';
import { SMALL } from './sample-scenario.ts';

const HEADER = { type: 'headroom-scenario', version: 1 };
const file = (name: string, content: object): ScenarioText => ({
  name,
  text: JSON.stringify({ ...HEADER, ...content }),
});
const BASE = file('/council/base.json', SMALL);

/** Reads the first file; the others, by name without folders, are there to be extended. */
function read(first: ScenarioText, ...others: ScenarioText[]) {
  const files = [first, ...others];
  return readScenario(
    first,
    (reference) => files.find(({ name }) => name.endsWith(reference.replace('./', ''))) ?? null,
  );
}

function problems(first: ScenarioText, ...others: ScenarioText[]): readonly Problem[] {
  try {
    read(first, ...others);
  } catch (error) {
    if (error instanceof ScenarioProblems) return error.problems;
    throw error;
  }
  return [];
}

const extending = (content: object) =>
  file('/council/more.json', { extends: './base.json', name: 'More', ...content });

describe('a file', () => {
  it('is read with defaults, and says of each value who set it', () => {
    const { name, scenario, inputs } = read(BASE);
    expect(name).toBe('Small service');
    expect(scenario.period.weeks).toBe(104);
    const byPath = new Map(inputs.map((row) => [row.path, row]));
    expect(byPath.get('period.weeks')).toMatchObject({ value: 104, setBy: 'default', unit: 'weeks' });
    expect(byPath.get('allocation.targetDays')).toMatchObject({ value: 15, confidence: 'stated' });
    expect(byPath.get('teams.main.posts.worker.fte')).toMatchObject({
      value: 20,
      setBy: 'base.json',
      confidence: 'assumption',
    });
    expect(byPath.has('allocation.panelEveryDays')).toBe(false);
  });

  it.each([
    { what: 'a missing value', text: '{ "type":\n  , }', at: 'line 2, column 3' },
    { what: 'an open bracket', text: '[1, 2', at: 'line 1, column 6' },
    { what: 'a comma too many', text: '{"a": 1,}', at: 'line 1, column 9' },
    { what: 'a bare word', text: '{"a": yes}', at: 'line 1, column 7' },
    { what: 'text after the end', text: '{}\n{}', at: 'line 2, column 1' },
    { what: 'a line break in a text', text: '{"a": "b\n"}', at: 'line 1, column 7' },
    { what: 'nothing', text: '', at: 'line 1, column 1' },
    { what: 'a name given twice', text: '{"posts": {"a": 1,\n "a": 2}}', at: 'line 2, column 2' },
  ])('that is no sound JSON for $what is told where', ({ text, at }) => {
    const [problem] = problems({ name: 'broken.json', text });
    expect(problem).toMatchObject({ path: 'broken.json', value: at });
  });

  it('of another type is refused', () => {
    expect(problems({ name: 'other.json', text: '{"type":"invoice","version":1}' })[0]).toMatchObject({
      path: 'other.json: type',
      value: 'invoice',
    });
    expect(problems({ name: 'list.json', text: '[]' })[0]).toMatchObject({ path: 'list.json' });
  });

  it('made by a newer version says to update', () => {
    expect(problems(file('new.json', { ...SMALL, version: 2 }))[0]!.message).toContain('update');
    expect(problems(file('old.json', { ...SMALL, version: '1' }))[0]!.message).toContain('"version": 1');
  });
});

describe('a file that extends another', () => {
  it('changes only what it names and keeps its own name', () => {
    const { name, scenario } = read(
      extending({ teams: { main: { posts: { extra: { fte: 2 } } } }, allocation: { targetDays: 10 } }),
      BASE,
    );
    expect(name).toBe('More');
    expect(Object.keys(scenario.teams.main!.posts)).toEqual(['worker', 'extra']);
    expect(scenario.teams.main!.posts.worker!.fte).toBe(20);
    expect(scenario.allocation.targetDays).toBe(10);
  });

  it('takes a value away with null, so that its default holds', () => {
    const { scenario, inputs } = read(
      extending({ teams: { main: { posts: { worker: { effectiveFill: null } } } } }),
      BASE,
    );
    expect(scenario.teams.main!.posts.worker!.effectiveFill).toBe(0.9);
    expect(inputs.find(({ path }) => path.endsWith('effectiveFill'))!.setBy).toBe('default');
  });

  it('merges a distribution of the same kind, and replaces one of another', () => {
    const length = { distribution: 'gamma', mean: 20, cv: 0.5 };
    const base = file('/council/base.json', {
      ...SMALL,
      pathways: { 'family support': { plan: { by: 'length', length } } },
    });
    const changed = (patch: object) =>
      read(extending({ pathways: { 'family support': { plan: { length: patch } } } }), base).scenario
        .pathways['family support']!.plan;
    expect(changed({ mean: 30 })).toEqual({ by: 'length', length: { ...length, mean: 30 } });
    const weibull = { distribution: 'weibull', shape: 2, scale: 20 };
    expect(changed(weibull)).toEqual({ by: 'length', length: weibull });
  });

  it('may say a group in another way', () => {
    const snapshot = {
      opening: { from: 'snapshot', waiting: { 'family support': { families: 9, waitedUpToWeeks: 6 } } },
    };
    const plan = { by: 'length', length: { distribution: 'fixed', value: 20 } };
    const base = file('/council/base.json', {
      ...SMALL,
      ...snapshot,
      pathways: { 'family support': { plan } },
    });
    const sessions = { by: 'sessions', sessions: { distribution: 'fixed', value: 8 } };
    const waiting = { joined: ['2026-03-02'] };
    const { scenario } = read(
      extending({
        pathways: { 'family support': { plan: sessions } },
        opening: { waiting: { 'family support': waiting } },
      }),
      base,
    );
    expect(scenario.pathways['family support']!.plan).toEqual(sessions);
    expect(scenario.opening.waiting['family support']).toEqual(waiting);
  });

  it('says who set a value that is not allowed', () => {
    const [problem] = problems(extending({ allocation: { targetDays: 9999 } }), BASE);
    expect(problem).toMatchObject({ path: 'allocation.targetDays', value: 9999 });
    expect(problem!.message).toContain('more.json');
  });

  it('needs what it extends, a name of its own, and an end to the chain', () => {
    expect(problems(extending({}))[0]).toMatchObject({ path: 'more.json: extends', value: './base.json' });
    expect(problems(extending({ name: undefined }), BASE)[0]).toMatchObject({ path: 'more.json: name' });
    expect(problems(extending({ extends: 7 }), BASE)[0]).toMatchObject({
      path: 'more.json: extends',
      value: 7,
    });
    const round = file('/council/base.json', { extends: './more.json', name: 'Base' });
    expect(problems(extending({}), round)[0]!.message).toContain(
      'more.json extends base.json extends more.json',
    );
  });
});

describe('notes', () => {
  const cited = {
    value: 12,
    note: 'twelve and a half rounded',
    source: 'Rota of March 2026',
    confidence: 'stated',
  };

  it('are kept beside the value they are about', () => {
    const { scenario, inputs } = read(extending({ allocation: { targetDays: cited } }), BASE);
    expect(scenario.allocation.targetDays).toBe(12);
    expect(inputs.find(({ path }) => path === 'allocation.targetDays')).toMatchObject({
      value: 12,
      note: 'twelve and a half rounded',
      source: 'Rota of March 2026',
      confidence: 'stated',
      setBy: 'more.json',
    });
  });

  it('go when another file sets the value', () => {
    const base = file('/council/base.json', { ...SMALL, allocation: { targetDays: cited } });
    const { inputs } = read(extending({ allocation: { targetDays: 9 } }), base);
    expect(inputs.find(({ path }) => path === 'allocation.targetDays')).toMatchObject({
      note: null,
      confidence: 'assumption',
      setBy: 'more.json',
    });
  });

  it('may stand beside a distribution, whose own "value" is no note', () => {
    const fixed = { distribution: 'fixed', value: 2 };
    const read2 = (decisionTime: object) =>
      read(extending({ frontDoor: { decisionTime } }), BASE).scenario.frontDoor.decisionTime;
    expect(read2(fixed)).toEqual(fixed);
    expect(read2({ value: fixed, note: 'two days' })).toEqual(fixed);
  });

  it('do not get in the way of records named like them', () => {
    const base = {
      ...SMALL,
      demand: { sources: { note: { referrals: 9, needs: { value: 1 } } } },
      needs: { value: { routes: { pathways: { source: 0.74 } } } },
      pathways: { source: {} },
      teams: { value: { serves: ['source'], posts: { value: { fte: 2 } } } },
    };
    const { scenario } = read(file('names.json', base));
    expect(scenario.demand.sources.note!.needs).toEqual({ value: 1 });
    expect(scenario.teams.value!.posts.value!.fte).toBe(2);
  });

  it('misspelt or of the wrong sort are found', () => {
    const found = problems(
      extending({ allocation: { targetDays: { value: 1, sorce: 'x', confidence: 'sure', note: 3 } } }),
      BASE,
    );
    expect(found.map(({ path }) => path).toSorted()).toEqual([
      'allocation.targetDays.confidence',
      'allocation.targetDays.note',
      'allocation.targetDays.sorce',
    ]);
    expect(found.find(({ path }) => path.endsWith('sorce'))!.message).toContain('did you mean "source"');
  });

  it('cannot change what an object inherits', () => {
    const text = `{"type":"headroom-scenario","version":1,"extends":"./base.json","name":"X","needs":{"__proto__":{"priority":1}}}`;
    expect(problems({ name: 'x.json', text }, BASE)[0]).toMatchObject({ path: 'needs.__proto__' });
  });
});
