import { describe, expect, it } from 'vitest';
import { ChangesView } from '../../../renderer/screens/changes/changes-view.ts';
import { problemInWords } from '../../../renderer/screens/changes/told-changes.ts';
import { DocumentStore } from '../../../renderer/stores/document-store.ts';
import { contentFrom } from '../../../renderer/stores/scenario-reading.ts';
import { ScenarioStore } from '../../../renderer/stores/scenario-store.ts';
import { FakeHost, settled, withScenario } from '../fake-host.ts';

const FTE = 'teams.main.posts.worker.fte';
const MORE = { from: '2023-09-04', teams: { main: { posts: { worker: { fte: 74.4 } } } } };
const CAP = { from: '2024-04-01', teams: { main: { posts: { worker: { capPerFte: 9 } } } } };

function opened(changes: Record<string, unknown> = { more: MORE, cap: CAP }) {
  const host = new FakeHost(withScenario({ ...contentFrom('east-sussex', 'Ours'), changes }));
  const document = new DocumentStore(host, host.state);
  const scenario = new ScenarioStore(document, 's');
  const labels = async () => {
    await settled();
    return host.edits.map(({ label }) => label);
  };
  return { host, scenario, view: new ChangesView(scenario), labels };
}

describe('the list of changes', () => {
  it('is in order of date, each told in words against what holds just before it', () => {
    const { view } = opened({ cap: CAP, more: MORE });
    expect(view.changes.map(({ name, from, words }) => ({ name, from, words }))).toEqual([
      { name: 'more', from: '2023-09-04', words: ['Six more full-time equivalents in main'] },
      { name: 'cap', from: '2024-04-01', words: ['Caseload cap 9 instead of 7.6 in main'] },
    ]);
    expect(view.period).toEqual({ start: '2023-04-03', last: '2025-03-30' });
  });

  it('says what is wrong with a change and with its date', () => {
    const { view } = opened({
      early: { ...MORE, from: '2020-01-01' },
      cap: { ...CAP, teams: { main: { posts: { worker: { capPerFte: 100 } } } } },
    });
    const said = view.changes.flatMap(({ name, problems }) =>
      problems.map((problem) => problemInWords(problem, name)),
    );
    expect(said).toEqual([
      expect.stringMatching(/^The first day is 1 January 2020; write a date after 3 April 2023/),
      expect.stringMatching(/^Caseload cap \(main, worker\) is 100; write a number from 0\.5 to 60\.$/),
    ]);
  });

  it('bears a date that is half typed', () => {
    const { view } = opened({ more: { ...MORE, from: '4 Sep' } });
    expect(view.changes[0]).toMatchObject({
      from: '4 Sep',
      words: ['Six more full-time equivalents in main'],
    });
    expect(view.changes[0]!.problems).not.toEqual([]);
  });
});

describe('a field of a change', () => {
  it('shows what holds just before it, earlier changes included', () => {
    const { scenario } = opened();
    expect(scenario.field(`changes.cap.${FTE}`)).toMatchObject({
      value: 74.4,
      baseValue: 74.4,
      differs: false,
    });
    expect(scenario.field(`changes.more.${FTE}`)).toMatchObject({
      value: 74.4,
      baseValue: 68.4,
      differs: true,
    });
  });

  it('is without effect where the choices of that time leave it without', () => {
    const { scenario } = opened({
      panel: { from: '2023-09-04', allocation: { timing: 'panel' } },
      more: CAP,
    });
    expect(scenario.field('changes.panel.allocation.panelEveryDays').inUse).toBe(true);
    expect(opened().scenario.field('changes.more.allocation.panelEveryDays').inUse).toBe(false);
  });

  it('is offered for what can change on a date, and only for that', () => {
    const { view } = opened();
    view.choosePart('teams.main');
    const paths = [...view.fields.first, ...view.fields.more].flatMap(({ fields }) =>
      fields.map(({ path }) => path),
    );
    expect(paths).toContain(`changes.more.${FTE}`);
    expect(paths).not.toContain('changes.more.teams.main.area');
    expect(paths).not.toContain('changes.more.teams.main.posts.worker.salary');
  });

  it('of a post that is new with the change may say what lasts', () => {
    const { view } = opened({
      more: { from: '2023-09-04', teams: { main: { posts: { extra: { fte: 2, capPerFte: 7 } } } } },
    });
    const paths = [...view.fields.first, ...view.fields.more].flatMap(({ fields }) =>
      fields.map(({ path }) => path),
    );
    expect(view.part).toBe('teams.main');
    expect(paths).toContain('changes.more.teams.main.posts.extra.salary');
    expect(view.wholes).toEqual([
      { path: 'teams.main.posts.extra', kind: 'new', words: 'post extra in main' },
    ]);
  });
});

describe('each edit is one step in words', () => {
  it('to add, rename and delete', async () => {
    const { host, view, labels } = opened({});
    view.add('More workers', '2023-09-04', { teams: MORE.teams });
    expect(view.selected?.name).toBe('More workers');
    view.rename('More workers', 'Autumn posts');
    expect(view.selected?.name).toBe('Autumn posts');
    view.remove('Autumn posts');
    expect(await labels()).toEqual([
      'Change “More workers” from 4 September 2023 added',
      'Change “Autumn posts” instead of “More workers”',
      'Change “Autumn posts” removed',
    ]);
    expect(host.state.scenarios[0]!.content).toEqual(contentFrom('east-sussex', 'Ours'));
  });

  it('to drag over many days, and none where it is put back', async () => {
    const { view, labels } = opened();
    view.drag('more', '2023-09-05');
    view.drag('more', '2023-10-02');
    view.commit();
    view.drag('cap', '2024-05-01');
    view.abandon();
    expect(await labels()).toEqual(['From (more): 2 October 2023 instead of 4 September 2023']);
    expect(view.changes.map(({ from }) => from)).toEqual(['2023-10-02', '2024-04-01']);
  });

  it('to end a record, and to take that out again', async () => {
    const { host, view, labels } = opened();
    view.select('cap');
    view.end('teams.main', 'team main');
    expect(view.wholes).toEqual([{ path: 'teams.main', kind: 'ends', words: 'team main' }]);
    view.takeOut(view.wholes[0]!);
    expect(await labels()).toEqual(['“cap”: no more team main', '“cap” without team main']);
    expect(host.state.scenarios[0]!.content).toMatchObject({ changes: { cap: { from: '2024-04-01' } } });
  });
});
