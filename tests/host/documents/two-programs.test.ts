/** Two programs on one file, one of which may be killed at any moment. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { News } from '../../../host/contract.ts';
import { comparison, contentOf, edit, type Folder, problemOf, scenario, temporaryFolder } from './folder.ts';

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  vi.useRealTimers();
  folder[Symbol.dispose]();
});

/** @returns the last revision it acknowledged before it was killed in the midst of its edits */
async function killedAmidEdits(path: string, milliseconds: number): Promise<number> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'edit-until-killed.ts'), path, folder.path],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await once(child.stdout, 'data');
  await delay(milliseconds);
  child.kill('SIGKILL');
  await once(child, 'close');
  return Number(said.trimEnd().split('\n').at(-1));
}

it('nothing acknowledged is lost when a program is killed in the midst of its edits', async () => {
  const first = folder.start();
  const { document, path } = first.create({ name: 'Plan' });
  first.close(document);
  let begun = 0;
  for (const milliseconds of [0, 37, 150]) {
    const acknowledged = await killedAmidEdits(path, milliseconds);
    expect(acknowledged).toBeGreaterThan(begun);
    const documents = folder.start();
    const opened = documents.open(path);
    // It may have been killed between saving and saying so.
    expect(opened.revision - acknowledged).toBeOneOf([0, 1]);
    const { revision } = opened;
    expect(opened.notes[0]?.text).toMatch(new RegExp(`^revision ${revision} x`));
    expect(opened.scenarios.find(({ id }) => id === `of ${revision % 5}`)?.content.cap).toBe(revision);
    const undone = documents.undo(opened.document, revision);
    const redone = documents.redo(opened.document, revision + 1);
    expect(contentOf(redone)).toEqual(contentOf(opened));
    expect(undone.notes).not.toEqual(opened.notes);
    begun = redone.revision;
    documents.closeAll();
    expect(readdirSync(join(folder.path, 'documents'))).toEqual(['Plan.headroom']);
  }
});

it('a program goes on editing where another was killed with the file open', async () => {
  const documents = folder.start();
  const { document, path } = documents.create({});
  const acknowledged = await killedAmidEdits(path, 60);
  const { revision } = documents.state(document);
  expect(revision).toBeGreaterThanOrEqual(acknowledged);
  expect(documents.edit(document, revision, edit(scenario('mine'))).revision).toBe(revision + 1);
});

it('each sees what the other did, and an edit on a past revision is refused and changes nothing', () => {
  const [one, other] = [folder.start(), folder.start()];
  const { document: here, path } = one.create({});
  const { document: there } = other.open(path);
  one.edit(here, 0, edit(scenario('a'), scenario('b'), comparison('c', 'a', 'b')));
  const seen = other.state(there);
  expect(seen).toMatchObject({ revision: 1, undo: expect.any(String) });
  expect(contentOf(seen)).toEqual(contentOf(one.state(here)));

  one.edit(here, 1, edit({ kind: 'remove scenario', id: 'b' }));
  for (const act of [
    () => other.edit(there, 1, edit(scenario('b', 99))),
    () => other.undo(there, 1),
    () => other.redo(there, 1),
  ]) {
    expect(problemOf(act)).toMatchObject({
      kind: 'conflict',
      message: expect.stringMatching(/edited in another window .*make the change again/),
    });
  }
  expect(contentOf(other.state(there))).toEqual(contentOf(one.state(here)));
  // Undo is of the document, whoever made the edit.
  expect(other.undo(there, 2).scenarios.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(one.edit(here, 3, edit(scenario('d'))).revision).toBe(4);
  one.close(here);
  expect(other.state(there).scenarios.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
});

it('news comes of what another program did to the document or its file, once', () => {
  vi.useFakeTimers();
  const news: News[] = [];
  const [one, other] = [folder.start({ tell: (told) => news.push(told) }), folder.start()];
  const { document: here, path } = one.create({});
  const { document: there } = other.open(path);
  vi.advanceTimersByTime(3000);
  expect(news).toEqual([]);
  other.edit(there, 0, edit(scenario('a')));
  // One window asking for it is no news to the others.
  const state = one.state(here);
  vi.advanceTimersByTime(3000);
  expect(news).toEqual([{ kind: 'document changed', state }]);
  expect(state).toMatchObject({ document: here, revision: 1 });

  rmSync(path);
  vi.advanceTimersByTime(3000);
  expect(news.slice(1)).toEqual([
    {
      kind: 'document changed',
      state: { ...state, readOnly: expect.stringMatching(/save a copy to keep it/) },
    },
  ]);
});
