import { describe, expect, it } from 'vitest';
import type { ScenarioContent } from '../../host/contract.ts';
import {
  added,
  nameProblem,
  type RecordKind,
  recordsDiffering,
  removed,
  renamed,
} from '../../renderer/screens/service/records.ts';
import { valueAt, withValue } from '../../renderer/stores/scenario-content.ts';
import { contentFrom, readContent } from '../../renderer/stores/scenario-reading.ts';
import { PRESETS } from '../../scenarios/presets/index.ts';
import type { Scenario } from '../../scenarios/schema.ts';

/** The scenario, or a failed test that says what is wrong with it. */
function scenarioOf(content: ScenarioContent): Scenario {
  const { document, problems } = readContent(content);
  expect(problems).toEqual([]);
  return document!.scenario;
}

/** Keys in order of the alphabet: a record under a new name stands last. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** The same scenario with a name written otherwise wherever it stands by itself. */
const withName = (scenario: Scenario, from: string, to: string) =>
  JSON.parse(JSON.stringify(scenario).replaceAll(`"${from}"`, `"${to}"`)) as Scenario;

const FIRST: readonly [RecordKind, string, (scenario: Scenario) => string][] = [
  ['source', 'demand.sources', ({ demand }) => Object.keys(demand.sources)[0]!],
  ['need', 'needs', ({ needs }) => Object.keys(needs)[0]!],
  ['pathway', 'pathways', ({ pathways }) => Object.keys(pathways)[0]!],
  ['team', 'teams', ({ teams }) => Object.keys(teams)[0]!],
];

/** Whether something of another kind bears the name too: then the text alone does not say what is meant. */
function otherwiseNamed(scenario: Scenario, kind: RecordKind, name: string): boolean {
  const { demand, needs, pathways, teams, localities } = scenario;
  const all = { source: demand.sources, need: needs, pathway: pathways, team: teams, locality: localities };
  return Object.entries(all).some(([other, records]) => other !== kind && name in records);
}

describe('a record under another name', () => {
  it.each(PRESETS.map(({ id }) => id))('is the same service: %s', (id) => {
    const content = contentFrom(id, 'Ours');
    const before = scenarioOf(content);
    for (const [kind, place, first] of FIRST) {
      const name = first(before);
      if (otherwiseNamed(before, kind, name)) continue;
      const after = scenarioOf(renamed(content, kind, place, name, 'Quite another'));
      expect(sorted(after)).toEqual(sorted(withName(before, name, 'Quite another')));
    }
  });

  it('keeps sources and notes of its values', () => {
    const content = renamed(contentFrom('east-sussex', 'Ours'), 'team', 'teams', 'main', 'north');
    const { document } = readContent(content);
    const cap = document!.inputs.find(({ path }) => path === 'teams.north.posts.worker.capPerFte');
    expect(cap).toMatchObject({ value: 7.6, confidence: 'stated' });
    expect(cap!.source).toMatch(/^SESLIP/);
  });

  it('is renamed in dated changes as well', () => {
    const changed = {
      ...contentFrom('east-sussex', 'Ours'),
      changes: { more: { from: '2023-10-02', teams: { main: { posts: { worker: { fte: 80 } } } } } },
    };
    const after = scenarioOf(renamed(changed, 'team', 'teams', 'main', 'north'));
    expect(after.changes.more!.teams).toEqual({ north: { posts: { worker: { fte: 80 } } } });
  });

  it('can be a post', () => {
    const after = scenarioOf(
      renamed(contentFrom('east-sussex', 'Ours'), 'post', 'teams.main.posts', 'worker', 'keyworker'),
    );
    expect(Object.keys(after.teams.main!.posts)).toEqual(['keyworker']);
  });

  it('is a post where a dated change says who moves from it, and not one of that name in another team', () => {
    const from = (team: string) => ({ fte: 1, capPerFte: 8, movedFrom: { team, post: 'worker' } });
    const content = {
      ...added(contentFrom('east-sussex', 'Ours'), 'team', 'teams', 'north'),
      changes: {
        merged: { from: '2023-10-02', teams: { both: { posts: { one: from('main'), two: from('north') } } } },
      },
    };
    const after = renamed(content, 'post', 'teams.main.posts', 'worker', 'keyworker');
    const posts = valueAt(after, ['changes', 'merged', 'teams', 'both', 'posts']);
    expect(posts).toMatchObject({
      one: { movedFrom: { team: 'main', post: 'keyworker' } },
      two: { movedFrom: { team: 'north', post: 'worker' } },
    });
  });
});

describe('a record added', () => {
  it.each(PRESETS.map(({ id }) => id))('leaves a scenario that can be simulated: %s', (id) => {
    const content = contentFrom(id, 'Ours');
    const team = Object.keys(scenarioOf(content).teams)[0]!;
    const places: [RecordKind, string][] = [
      ['source', 'demand.sources'],
      ['need', 'needs'],
      ['pathway', 'pathways'],
      ['team', 'teams'],
      ['post', `teams.${team}.posts`],
      ['locality', 'localities'],
    ];
    for (const [kind, place] of places) scenarioOf(added(content, kind, place, 'A new one'));
  });

  it('begins with nobody: a source refers none, a pathway is sent none, a team has one worker', () => {
    const content = contentFrom('east-sussex', 'Ours');
    const { demand } = scenarioOf(added(content, 'source', 'demand.sources', 'police'));
    expect(demand.sources.police).toMatchObject({ referrals: 0, needs: { 'targeted help': 1 } });
    const { needs, teams } = scenarioOf(added(content, 'pathway', 'pathways', 'courses'));
    expect(needs['targeted help']!.routes.pathways).toEqual({ 'family support': 0.74, courses: 0 });
    expect(teams.main!.serves).toEqual(['family support', 'courses']);
    expect(scenarioOf(added(content, 'team', 'teams', 'north')).teams.north!.posts.worker!.fte).toBe(1);
  });

  it('is a need that no family has yet, with the ways of the first', () => {
    const { needs, demand } = scenarioOf(
      added(contentFrom('east-sussex', 'Ours'), 'need', 'needs', 'housing'),
    );
    expect(needs.housing).toEqual(needs['targeted help']);
    expect(demand.sources['all referrers']!.needs).toEqual({ 'targeted help': 1, housing: 0 });
  });

  it('gives the first locality all families and the next none', () => {
    const one = added(contentFrom('east-sussex', 'Ours'), 'locality', 'localities', 'Hastings');
    expect(scenarioOf(added(one, 'locality', 'localities', 'Lewes')).localities).toEqual({
      Hastings: { share: 1 },
      Lewes: { share: 0 },
    });
  });
});

describe('a record removed', () => {
  it('goes with all that names it, and what was added goes without a trace', () => {
    const content = contentFrom('east-sussex', 'Ours');
    const back = removed(added(content, 'team', 'teams', 'north'), 'team', 'teams', 'north');
    expect(back).toEqual(content);
    const without = removed(
      added(content, 'pathway', 'pathways', 'courses'),
      'pathway',
      'pathways',
      'courses',
    );
    expect(scenarioOf(without)).toEqual(scenarioOf(content));
  });

  it('is a need of two: the other is then that of every family', () => {
    const two = withValue(
      added(contentFrom('east-sussex', 'Ours'), 'need', 'needs', 'housing'),
      'demand.sources.all referrers.needs',
      { 'targeted help': 0.7, housing: 0.3 },
    );
    const { needs, demand } = scenarioOf(removed(two, 'need', 'needs', 'targeted help'));
    expect(Object.keys(needs)).toEqual(['housing']);
    expect(demand.sources['all referrers']!.needs).toEqual({ housing: 1 });
  });

  it('is marked as taken out where the preset has it', () => {
    const content = contentFrom('east-sussex', 'Ours');
    const without = removed(added(content, 'team', 'teams', 'north'), 'team', 'teams', 'main');
    expect(recordsDiffering(without)).toEqual({ gone: ['teams.main'], own: ['teams.north'] });
    expect(Object.keys(scenarioOf(without).teams)).toEqual(['north']);
    expect(recordsDiffering(added(content, 'team', 'teams', 'north')).own).toEqual(['teams.north']);
  });

  it('leaves shares that are no whole for the check to say', () => {
    const two = withValue(
      withValue(contentFrom('east-sussex', 'Ours'), 'localities.Hastings', { share: 0.4 }),
      'localities.Lewes',
      { share: 0.6 },
    );
    const { problems } = readContent(removed(two, 'locality', 'localities', 'Lewes'));
    expect(problems.map(({ path }) => path)).toEqual(['localities']);
  });
});

describe('a name', () => {
  it('must be new, and have no full stop, which paths are parted by', () => {
    expect(nameProblem('north', ['main'])).toBeNull();
    expect(nameProblem(' main ', ['main'])).toBe('This name is taken.');
    expect(nameProblem('  ', [])).toBe('Write a name.');
    expect(nameProblem('St. Leonards', [])).toMatch(/^Write up to 60 letters/);
  });
});
