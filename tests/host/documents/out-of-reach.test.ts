/** A stick that is pulled, a share that drops, a newer program at the same file: the host lives on, and says why nothing is saved. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { News } from '../../../host/contract.ts';
import { OpenDocument } from '../../../host/documents/open-document.ts';
import { contentOf, edit, type Folder, note, problemOf, scenario, temporaryFolder } from './folder.ts';

/** How the system refuses to look at files that end so. */
const refused = vi.hoisted(() => ({ ending: '', code: '' }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  const statSync = (path: string, options: object) => {
    if (refused.code !== '' && path.endsWith(refused.ending))
      throw Object.assign(new Error(`${refused.code}: stat`), { code: refused.code });
    return real.statSync(path, options);
  };
  return { ...real, statSync };
});

let folder: Folder;
beforeEach(() => {
  vi.useFakeTimers();
  folder = temporaryFolder();
});
afterEach(() => {
  refused.code = '';
  vi.restoreAllMocks();
  vi.useRealTimers();
  folder[Symbol.dispose]();
});

function opened() {
  const news: News[] = [];
  const faults: unknown[] = [];
  const documents = folder.start({
    tell: (told) => news.push(told),
    onFault: (thrown) => faults.push(thrown),
  });
  const { document, path } = documents.create({ name: 'Plan' });
  const state = documents.edit(document, 0, edit(scenario('a'), note('scenario/a', 'kept')));
  news.length = 0;
  return { documents, document, path, state, news, faults };
}

describe('a document that cannot be reached any more', () => {
  it.each(['EIO', 'EACCES', 'ESTALE', 'ETIMEDOUT', 'ENOTCONN', 'EHOSTDOWN', 'ENODEV', 'UNKNOWN'])(
    '%s: the watch says so, edits are refused, and all is as before once it is back',
    (code) => {
      const { documents, document, state, news, faults } = opened();
      Object.assign(refused, { ending: 'Plan.headroom', code });
      vi.advanceTimersByTime(3000);
      expect(news).toEqual([
        {
          kind: 'document changed',
          state: { ...state, readOnly: expect.stringMatching(/Plan\.headroom.* (try again|choose another)/) },
        },
      ]);
      const problem = problemOf(() => documents.edit(document, 1, edit(scenario('b'))));
      expect(problem.kind).toBe('storage');
      expect(documents.list().map(({ name, changed }) => [name, changed])).toEqual([['Plan', null]]);

      refused.code = '';
      vi.advanceTimersByTime(1000);
      expect(news.slice(1)).toEqual([{ kind: 'document changed', state }]);
      expect(documents.edit(document, 1, edit(scenario('b'))).revision).toBe(2);
      expect(faults).toEqual([]);
    },
  );

  it('is closed all the same', () => {
    const { documents, document } = opened();
    Object.assign(refused, { ending: 'Plan.headroom', code: 'EIO' });
    documents.close(document);
    expect(problemOf(() => documents.state(document)).message).toMatch(/is not open/);
  });
});

describe('a document that a newer Headroom changes while it is open', () => {
  it('is shown as it was, says why it takes no edit, and ends nothing', () => {
    const { documents, document, path, state, news, faults } = opened();
    const newer = new Database(path);
    newer.exec('DROP TABLE note; DROP TABLE result');
    newer.pragma('user_version = 99');
    newer.close();
    vi.advanceTimersByTime(3000);
    expect(faults).toEqual([]);
    expect(news).toEqual([
      {
        kind: 'document changed',
        state: {
          ...state,
          readOnly: expect.stringMatching(/upgraded by a newer Headroom while it was open/),
        },
      },
    ]);
    expect(contentOf(documents.state(document))).toEqual(contentOf(state));
    for (const act of [
      () => documents.edit(document, 1, edit(scenario('b'))),
      () => documents.results(document),
    ])
      expect(problemOf(act).message).toMatch(/newer Headroom/);
  });
});

it('a fault met by the watch is reported once and ends nothing', () => {
  const { document, documents, faults, state } = opened();
  vi.spyOn(OpenDocument.prototype, 'state').mockImplementation(() => {
    throw new TypeError('a slip of ours');
  });
  vi.advanceTimersByTime(5000);
  expect(faults).toEqual([new TypeError('a slip of ours')]);
  vi.restoreAllMocks();
  expect(documents.state(document)).toEqual(state);
});

it('a document that cannot be read once it is opened is not left open', () => {
  const { documents, document, path } = opened();
  documents.close(document);
  vi.spyOn(OpenDocument.prototype, 'state').mockImplementationOnce(() => {
    throw new Error('pulled at that moment');
  });
  expect(() => documents.open(path)).toThrow('pulled at that moment');
  // An open connection keeps its journal beside the file.
  expect(readdirSync(join(folder.path, 'documents'))).toEqual(['Plan.headroom']);
});

it('private copies that a crash left are swept at the next start, and those of programs at work are not', () => {
  const ended = spawnSync(process.execPath, ['--version']).pid;
  const [left, mine] = [ended, process.pid].map((pid) =>
    join(tmpdir(), `headroom-reading-${pid}-abc123`),
  ) as [string, string];
  for (const copy of [left, mine]) {
    mkdirSync(copy, { recursive: true });
    writeFileSync(join(copy, 'document'), 'figures about families');
  }
  folder.start();
  vi.stubEnv('TMPDIR', join(folder.path, 'nowhere'));
  folder.start();
  vi.unstubAllEnvs();
  expect([left, mine].map((copy) => existsSync(copy))).toEqual([false, true]);
  fs.rmSync(mine, { recursive: true });
});
