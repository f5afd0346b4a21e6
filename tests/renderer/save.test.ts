/** Save, pressed by who is used to it: every change is saved already, and the screens say so, or why not. */
import { beforeEach, expect, it } from 'vitest';
import { AppStore } from '../../renderer/stores/app-store.ts';
import { EMPTY, FakeHost, settled } from './fake-host.ts';

const FULL = { kind: 'storage', message: 'The disk is full.', problems: [] } as const;
const content = { type: 'headroom-scenario', version: 1, extends: 'reference', name: 'Mine' };

let host: FakeHost;
let app: AppStore;
beforeEach(() => {
  host = new FakeHost();
  app = new AppStore(host);
});
const notices = () => app.ui.notices.map(({ kind, title, text }) => [kind, title, text]);

it('without a document there is nothing to save', async () => {
  await app.save();
  expect(notices()).toEqual([['done', 'There is nothing to save', 'No document is open.']]);
});

it('it waits for what is on its way, then says where everything is', async () => {
  await app.openDocument(EMPTY.path);
  app.addScenario(content);
  expect(app.document?.saved).toBe('saving');
  await app.save();
  expect(host.edits).toHaveLength(1);
  expect(notices()).toEqual([
    ['done', 'Everything is saved', `Each change is saved as you make it, in ${EMPTY.path}.`],
  ]);
});

it('what could not be saved is tried again, and why it fails is said', async () => {
  await app.openDocument(EMPTY.path);
  host.refuse = { name: 'document edit', failure: FULL };
  app.addScenario(content);
  await settled();
  host.refuse = { name: 'document edit', failure: FULL };
  await app.save();
  expect(notices()).toEqual([['failure', 'Not everything is saved', 'The disk is full.']]);
  await app.save();
  expect(notices().at(-1)?.[1]).toBe('Everything is saved');
});

it('a document that can only be read says so', async () => {
  host.past = [{ ...EMPTY, readOnly: 'It is read-only.' }];
  await app.openDocument(EMPTY.path);
  await app.save();
  expect(notices()).toEqual([['attention', 'This document can only be read', 'It is read-only.']]);
});
