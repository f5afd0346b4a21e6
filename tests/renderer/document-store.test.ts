import { describe, expect, it } from 'vitest';
import type { EditStep } from '../../host/contract.ts';
import { DocumentStore } from '../../renderer/stores/document-store.ts';
import { EMPTY, FakeHost, settled } from './fake-host.ts';

const put = (id: string, name = id): EditStep => ({
  kind: 'put scenario',
  scenario: { id, content: { type: 'headroom-scenario', version: 1, extends: 'reference', name } },
});
const idsIn = ({ state }: DocumentStore) => state.scenarios.map(({ id }) => id);
const STORAGE = { kind: 'storage', message: 'The disk is full.', problems: [] } as const;

describe('edits', () => {
  it('show at once and are sent in order, each against the revision before it', async () => {
    const host = new FakeHost();
    const document = new DocumentStore(host, EMPTY);
    document.edit('one', [put('a')]);
    document.edit('two', [put('b')]);
    expect(idsIn(document)).toEqual(['a', 'b']);
    expect(document.confirmed.revision).toBe(0);
    expect(document.saved).toBe('saving');
    await settled();
    expect(host.edits.map(({ label }) => label)).toEqual(['one', 'two']);
    expect(document.confirmed.revision).toBe(2);
    expect(document.saved).toBe('saved');
  });

  it('are kept while the disk refuses them, and go through when tried again', async () => {
    const host = new FakeHost();
    const document = new DocumentStore(host, EMPTY);
    host.refuse = { name: 'document edit', failure: STORAGE };
    document.edit('one', [put('a')]);
    document.edit('two', [put('b')]);
    await settled();
    expect(document.trouble).toEqual(STORAGE);
    expect(document.saved).toBe('not saved');
    expect(idsIn(document)).toEqual(['a', 'b']);
    document.retry();
    await settled();
    expect(document.saved).toBe('saved');
    expect(host.state.scenarios).toHaveLength(2);
  });

  it('that the host refuses for good are taken back and named, and the rest goes on', async () => {
    const host = new FakeHost();
    const document = new DocumentStore(host, EMPTY);
    const failure = { kind: 'bad input', message: 'no', problems: [] } as const;
    host.refuse = { name: 'document edit', failure };
    document.edit('one', [put('a')]);
    document.edit('two', [put('b')]);
    await settled();
    expect(document.refused).toEqual({ label: 'one', failure });
    expect(idsIn(document)).toEqual(['b']);
  });

  it('of a document that the host has open no longer are not taken back, and go through once it is opened again', async () => {
    const host = new FakeHost();
    const document = new DocumentStore(host, EMPTY);
    host.restart();
    document.edit('one', [put('a')]);
    await settled();
    expect(document.refused).toBeNull();
    expect(document.saved).toBe('not saved');
    document.openedAgain(host.state);
    await settled();
    expect(document.saved).toBe('saved');
    expect(host.state.scenarios.map(({ id }) => id)).toEqual(['a']);
  });

  it('go into a copy that is saved while the disk refuses them', async () => {
    const host = new FakeHost();
    const document = new DocumentStore(host, EMPTY);
    document.edit('one', [put('a')]);
    await settled();
    host.refuse = { name: 'document edit', failure: STORAGE };
    document.edit('two', [put('b')]);
    expect((await document.saveCopy({ name: 'test copy' })).path).toBe(host.copy!.path);
    expect(host.copy!.scenarios.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(host.closed).toEqual(['copy']);
  });

  it('are on the disk before a copy is made of it', async () => {
    const host = new FakeHost();
    const document = new DocumentStore(host, EMPTY);
    document.edit('one', [put('a')]);
    await document.saveCopy({ name: 'test copy' });
    expect(host.edits).toHaveLength(1);
    expect(host.copy!.scenarios.map(({ id }) => id)).toEqual(['a']);
  });

  it('of a file that was moved away meanwhile are kept here, and it says that it is so', async () => {
    const host = new FakeHost();
    const document = new DocumentStore(host, EMPTY);
    document.heard({ ...EMPTY, readOnly: 'It was moved.' });
    expect(document.saved).toBe('read only');
    host.refuse = { name: 'document edit', failure: { ...STORAGE, message: 'It was moved.' } };
    document.edit('one', [put('a')]);
    await settled();
    expect(document.saved).toBe('not saved');
    document.heard(EMPTY);
    document.retry();
    await settled();
    expect(document.saved).toBe('saved');
  });

  it('of a document that can only be read are not made', async () => {
    const host = new FakeHost();
    const document = new DocumentStore(host, { ...EMPTY, readOnly: 'The folder cannot be written to.' });
    document.edit('one', [put('a')]);
    await settled();
    expect(host.edits).toEqual([]);
    expect(idsIn(document)).toEqual([]);
    expect(document.saved).toBe('read only');
  });

  it('take a scenario out of the comparisons that name it', () => {
    const comparisons = [
      { id: 'x', name: 'three', scenarios: ['a', 'b', 'c'] },
      { id: 'y', name: 'two', scenarios: ['a', 'b'] },
    ];
    const document = new DocumentStore(new FakeHost(), { ...EMPTY, comparisons });
    document.edit('gone', [put('a'), put('b'), put('c'), { kind: 'remove scenario', id: 'b' }]);
    expect(document.state.comparisons).toEqual([{ id: 'x', name: 'three', scenarios: ['a', 'c'] }]);
  });
});

describe('a document edited in another window', () => {
  async function inConflict() {
    const host = new FakeHost();
    const document = new DocumentStore(host, EMPTY);
    host.editElsewhere({ label: 'theirs', steps: [put('theirs')] });
    document.edit('ours', [put('ours')]);
    await settled();
    return { host, document };
  }

  it('shows what the other made and says which edits of ours are not in it', async () => {
    const { document } = await inConflict();
    expect(document.conflict?.edits.map(({ label }) => label)).toEqual(['ours']);
    expect(idsIn(document)).toEqual(['theirs']);
    expect(document.saved).toBe('not saved');
  });

  it('takes ours again on top when asked to', async () => {
    const { host, document } = await inConflict();
    document.makeAgain();
    await settled();
    expect(host.state.scenarios.map(({ id }) => id)).toEqual(['theirs', 'ours']);
    expect(document.conflict).toBeNull();
  });

  it('stays as it is when ours are let go', async () => {
    const { host, document } = await inConflict();
    document.letGo();
    await settled();
    expect(host.edits).toEqual([]);
    expect(document.saved).toBe('saved');
  });

  it('while the disk refused ours asks too, and ours are not put over it when tried again', async () => {
    const named = (name: string, team: string): EditStep => ({
      kind: 'put scenario',
      scenario: { id: 'a', content: { name, teams: { main: { title: team } } } },
    });
    const host = new FakeHost();
    host.editElsewhere({ label: 'begin', steps: [named('Begin', 'begin')] });
    const document = new DocumentStore(host, host.state);
    host.refuse = { name: 'document edit', failure: STORAGE };
    document.edit('ours', [named('Ours', 'begin')]);
    await settled();
    host.editElsewhere({ label: 'theirs', steps: [named('Begin', 'theirs')] });
    document.heard(host.state);
    document.retry();
    await settled();
    expect(host.edits).toEqual([]);
    expect(document.conflict?.edits.map(({ label }) => label)).toEqual(['ours']);
    document.makeAgain();
    await settled();
    expect(host.state.scenarios[0]!.content).toEqual({ name: 'Ours', teams: { main: { title: 'theirs' } } });
    expect(document.saved).toBe('saved');
  });

  it.each(['makeAgain', 'letGo'] as const)('sends what was edited while it was asked: %s', async (answer) => {
    const { host, document } = await inConflict();
    document.edit('since', [put('since')]);
    await settled();
    expect(host.state.scenarios).toHaveLength(1);
    document[answer]();
    await settled();
    expect(document.saved).toBe('saved');
    const ours = answer === 'makeAgain' ? ['ours'] : [];
    expect(host.state.scenarios.map(({ id }) => id)).toEqual(['theirs', 'since', ...ours]);
  });

  it('is taken over from news when nothing of ours is on its way, and older news is not', async () => {
    const host = new FakeHost();
    const document = new DocumentStore(host, EMPTY);
    host.editElsewhere({ label: 'theirs', steps: [put('theirs')] });
    document.heard(host.state);
    expect(idsIn(document)).toEqual(['theirs']);
    document.heard(EMPTY);
    expect(idsIn(document)).toEqual(['theirs']);
  });
});

describe('undo', () => {
  it('says what it would take back: the edit on its way, then what the host has', async () => {
    const document = new DocumentStore(new FakeHost(), EMPTY);
    expect(document.undoes).toBeNull();
    document.edit('“A” added', [put('a')]);
    expect(document.undoes).toBe('“A” added');
    await settled();
    expect(document.undoes).toBe('“A” added');
  });

  it('waits for the edits before it', async () => {
    const document = new DocumentStore(new FakeHost(), EMPTY);
    document.edit('one', [put('a')]);
    document.undo();
    await settled();
    expect(idsIn(document)).toEqual([]);
    expect(document.confirmed.revision).toBe(2);
  });

  it('is not there for a document that can only be read', async () => {
    const host = new FakeHost();
    const readOnly = { ...EMPTY, readOnly: 'It is read-only.', undo: 'one', redo: 'two' };
    const document = new DocumentStore(host, readOnly);
    expect([document.undoes, document.redoes]).toEqual([null, null]);
    document.undo();
    document.redo();
    await settled();
    expect(document.saved).toBe('read only');
    expect(document.trouble).toBeNull();
  });

  it('asks nothing where there is nothing to undo', async () => {
    const host = new FakeHost();
    const document = new DocumentStore(host, EMPTY);
    document.undo();
    await settled();
    expect(host.state.revision).toBe(0);
  });
});
