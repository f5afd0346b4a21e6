import { describe, expect, it } from 'vitest';
import type { EditStep } from '../../host/contract.ts';
import { AppStore, type Desktop } from '../../renderer/stores/app-store.ts';
import { contentFrom } from '../../renderer/stores/scenario-reading.ts';
import type { ScenarioStore } from '../../renderer/stores/scenario-store.ts';
import { EMPTY, FakeHost, settled, withScenario } from './fake-host.ts';

const put = (id: string): EditStep => ({ kind: 'put scenario', scenario: { id, content: { name: id } } });
const STORAGE = { kind: 'storage', message: 'The disk is full.', problems: [] } as const;
const elsewhere = '/documents/other.headroom';

async function opened(host = new FakeHost()) {
  const app = new AppStore(host);
  app.listen();
  await app.openDocument(EMPTY.path);
  return { app, host };
}

/** With an edit that the disk refuses. */
async function unsaved() {
  const { app, host } = await opened();
  host.refuse = { name: 'document edit', failure: STORAGE, always: true };
  app.document!.edit('one', [put('a')]);
  const before = app.document;
  const leaving = app.openDocument(elsewhere);
  await settled();
  return { app, host, before, leaving };
}

describe('leaving a document', () => {
  it('that is saved closes it in the host', async () => {
    const { app, host } = await opened();
    expect(host.closed).toEqual([]);
    app.document!.edit('one', [put('a')]);
    await app.openDocument(elsewhere);
    await settled();
    expect(host.edits.map(({ label }) => label)).toEqual(['one']);
    expect(host.closed).toEqual([EMPTY.document]);
    expect(app.ui.leaving).toBeNull();
  });

  it('keeps what was still being typed', async () => {
    const { app, host } = await opened(new FakeHost(withScenario(contentFrom('reference', 'Today'))));
    app.scenario('s').type('allocation.targetDays', 31);
    await app.closeDocument();
    expect(host.edits).toHaveLength(1);
    expect(app.document).toBeNull();
  });

  it('that is not saved asks, and stays where the person wants to', async () => {
    const { app, host, before, leaving } = await unsaved();
    expect(app.ui.leaving).toMatchObject({ why: 'The disk is full.', changes: ['one'] });
    app.ui.leaving!.answer('stay');
    await leaving;
    expect(app.document).toBe(before);
    expect(app.document!.waiting).toEqual(['one']);
    expect(host.closed).toEqual([]);
    expect(app.unsaved).toBe(true);
  });

  it('goes without the changes where the person says so', async () => {
    const { app, before, leaving } = await unsaved();
    app.ui.leaving!.answer('leave');
    await leaving;
    expect(app.document).not.toBe(before);
  });

  it('tries again, asks again while that fails, and goes once it is saved', async () => {
    const { app, host, leaving } = await unsaved();
    app.ui.leaving!.answer('try again');
    await settled();
    expect(app.ui.leaving).not.toBeNull();
    host.refuse = null;
    app.ui.leaving!.answer('try again');
    await leaving;
    expect(host.edits.map(({ label }) => label)).toEqual(['one']);
    expect(app.ui.leaving).toBeNull();
  });
});

describe('a host that died and was started again', () => {
  it('is given the edits that it did not save, on top of what is on the disk', async () => {
    const host = new FakeHost();
    let obey: Parameters<Desktop['obey']>[0] = () => {};
    const app = new AppStore(host, {
      obey(listener) {
        obey = listener;
        return () => {};
      },
      choose: async () => null,
      saveFile: async () => null,
    });
    app.listen();
    await app.openDocument(EMPTY.path);
    const { document } = app;
    host.refuse = {
      name: 'document edit',
      failure: { kind: 'our fault', message: 'It stopped.', problems: [] },
    };
    document!.edit('one', [put('a')]);
    await settled();
    host.restart();
    host.editElsewhere({ label: 'theirs', steps: [put('theirs')] });
    obey({ kind: 'reopen document', path: EMPTY.path });
    await settled();
    expect(app.document).toBe(document);
    expect(document!.saved).toBe('saved');
    expect(host.state.scenarios.map(({ id }) => id)).toEqual(['theirs', 'a']);
  });
});

describe('a host that was out of reach', () => {
  it('is said so, and asked for the present state when it is back', async () => {
    const { app, host } = await opened();
    host.reach(false);
    expect(app.phase).toBe('out of reach');
    host.editElsewhere({ label: 'theirs', steps: [put('theirs')] });
    host.reach(true);
    await settled();
    expect(app.phase).toBe('ready');
    expect(app.document!.state.scenarios.map(({ id }) => id)).toEqual(['theirs']);
  });

  it('opens again what it has open no longer, and begins runs anew', async () => {
    const { app, host } = await opened();
    app.runs.preview('service', { scenarios: [{ name: 'a' }] });
    await new Promise((resolve) => setTimeout(resolve, 60));
    const [lost] = host.orders;
    host.restart();
    host.reach(true);
    await settled();
    expect(app.document!.confirmed.document).toBe(host.state.document);
    expect(host.cancelled).toEqual([lost!.run]);
    expect(host.orders).toHaveLength(2);
    expect(host.orders[1]).toEqual({ ...lost, run: host.orders[1]!.run });
    expect(host.orders[1]!.run).not.toBe(lost!.run);
  });
});

describe('a scenario that was removed in another window', () => {
  it('is not brought back by what was being typed', async () => {
    const host = new FakeHost(withScenario(contentFrom('reference', 'Today')));
    const { app } = await opened(host);
    const scenario: ScenarioStore = app.scenario('s');
    scenario.type('allocation.targetDays', 31);
    host.editElsewhere({ label: 'gone', steps: [{ kind: 'remove scenario', id: 's' }] });
    app.document!.heard(host.state);
    app.commit();
    await settled();
    expect(host.edits).toEqual([]);
    expect(host.state.scenarios).toEqual([]);
  });
});
