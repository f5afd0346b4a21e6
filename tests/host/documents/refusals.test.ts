/** Files that cannot be opened or written: each says so, and no file is altered. */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Dataset, DocumentState, EditStep } from '../../../host/contract.ts';
import { type DocumentProblem, onDisk } from '../../../host/documents/document-problem.ts';
import { contentOf, edit, type Folder, problemOf, scenario, temporaryFolder } from './folder.ts';

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

/** Figures that deflate cannot make small. */
const figures = (id: string, rows: number): EditStep => {
  const dataset: Dataset = {
    id,
    name: id,
    from: 'figures.csv',
    columns: ['x'],
    rows: Array.from({ length: rows }, (_, row) => [Math.sin(row) * 1e9]),
  };
  return { kind: 'put dataset', dataset };
};

/** A closed document with something in it. */
function closedDocument(): string {
  const documents = folder.start();
  const { document, path } = documents.create({ name: 'Plan' });
  documents.edit(document, 0, edit(scenario('a'), figures('d', 3000)));
  documents.closeAll();
  return path;
}

/** Every file below the folder with its bytes. */
const everything = () =>
  Object.fromEntries(
    readdirSync(folder.path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name)).toString('base64')]),
  );

function refusal(path: string): DocumentProblem {
  const before = everything();
  const problem = problemOf(() => folder.start().open(path));
  expect(everything()).toEqual(before);
  return problem;
}

describe('a file that is not a whole document of this Headroom', () => {
  it.each([
    ['a text', (path: string) => writeFileSync(path, 'Dear council'), /is another kind of file/],
    ['an empty file', (path: string) => writeFileSync(path, ''), /is empty/],
    ['a folder', (path: string) => mkdirSync(path), /is a folder|may not be written to or read/],
    ['a database of another program', otherDatabase, /is a database of another program/],
    ['a database in WAL mode with a journal', otherDatabaseInUse, /is a database of another program/],
  ])('is refused when it is %s', (_, make, says) => {
    const path = join(folder.path, 'foreign.headroom');
    make(path);
    const problem = refusal(path);
    expect(problem.message).toMatch(says);
    expect(problem.message).toMatch(/left as it is; choose a file made by Headroom/);
    expect(problem.kind).toBe('bad input');
  });

  it('is refused when it is torn, wherever it is cut', () => {
    const whole = closedDocument();
    const { length } = readFileSync(whole);
    expect(length).toBeGreaterThan(40_000);
    const path = join(folder.path, 'torn.headroom');
    for (const size of [10, 50, 100, 1000, 4096, 12_288, length - 4096, length - 1]) {
      copyFileSync(whole, path);
      truncateSync(path, size);
      expect(refusal(path)).toMatchObject({
        kind: 'storage',
        message: expect.stringMatching(/is damaged: .* Open a copy or a backup/s),
      });
    }
  });

  it('is refused when pages in it are overwritten', () => {
    const path = closedDocument();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096, 8192);
    writeFileSync(path, bytes);
    expect(refusal(path)).toMatchObject({ kind: 'storage', message: expect.stringMatching(/is damaged/) });
  });

  it('is refused when an index does not say what its table says, though every page is whole', () => {
    const path = closedDocument();
    const database = new Database(path).unsafeMode();
    database.exec("INSERT INTO scenario VALUES ('b', 1, '{}'); INSERT INTO comparison VALUES ('c', 0, 'C')");
    database.exec("INSERT INTO compared VALUES ('c', 0, 'a')");
    database.pragma('writable_schema = ON');
    const index = "name = 'compared_by_scenario'";
    database.exec(
      `CREATE TEMP TABLE kept AS SELECT * FROM main.sqlite_schema WHERE ${index}; DELETE FROM main.sqlite_schema WHERE ${index}`,
    );
    database.pragma('writable_schema = RESET');
    database.exec("UPDATE compared SET scenario = 'b'");
    database.pragma('writable_schema = ON');
    database.exec('INSERT INTO main.sqlite_schema SELECT * FROM kept');
    database.pragma('writable_schema = RESET');
    expect(database.pragma('quick_check(1)', { simple: true })).toBe('ok');
    database.close();
    expect(refusal(path)).toMatchObject({ kind: 'storage', message: expect.stringMatching(/is damaged/) });
  });

  it('is refused when it is torn and a crash left a journal beside it', () => {
    const documents = folder.start();
    const { document, path } = documents.create({ name: 'Plan' });
    documents.edit(document, 0, edit(scenario('a'), figures('d', 3000)));
    documents.closeAll();
    const again = folder.start();
    again.edit(again.open(path).document, 1, edit(scenario('b')));
    const torn = join(folder.path, 'torn.headroom');
    copyFileSync(path, torn);
    copyFileSync(`${path}-wal`, `${torn}-wal`);
    truncateSync(torn, 8192);
    const main = readFileSync(torn);
    const journal = readFileSync(`${torn}-wal`);
    expect(problemOf(() => folder.start().open(torn)).message).toMatch(
      /is damaged.*“torn\.headroom-wal” and “torn\.headroom-shm” lie beside it, move both away first/,
    );
    expect(readFileSync(torn)).toEqual(main);
    expect(readFileSync(`${torn}-wal`)).toEqual(journal);
  });

  it('is refused when a newer Headroom made it', () => {
    const path = closedDocument();
    const database = new Database(path);
    database.pragma('user_version = 99');
    database.close();
    expect(refusal(path)).toMatchObject({
      kind: 'storage',
      message: expect.stringMatching(/made by a newer Headroom.*install the newer Headroom/),
    });
  });

  it('takes no further edit when a newer Headroom upgrades it while it is open', () => {
    const documents = folder.start();
    const { document, path } = documents.create({});
    const newer = new Database(path);
    newer.pragma('user_version = 99');
    newer.close();
    expect(problemOf(() => documents.edit(document, 0, edit(scenario('a')))).message).toMatch(
      /newer Headroom/,
    );
  });

  it('is refused when it is not there', () => {
    expect(refusal(join(folder.path, 'gone.headroom'))).toMatchObject({
      kind: 'storage',
      message: expect.stringMatching(/is not there/),
    });
  });
});

describe('a full disk', () => {
  it('fails the edit, keeps the document as it was saved last, and takes smaller edits again', () => {
    const documents = folder.start({ mostPages: 40 });
    const { document, path } = documents.create({});
    const before = documents.edit(document, 0, edit(scenario('a')));
    const problem = problemOf(() => documents.edit(document, 1, edit(scenario('b'), figures('d', 50_000))));
    expect(problem).toMatchObject({
      kind: 'storage',
      message: expect.stringMatching(/is full. The document is as it was last saved; free some space/),
    });
    expect(documents.state(document)).toEqual(before);
    const after = documents.edit(document, 1, edit(scenario('b')));
    documents.closeAll();
    expect(contentOf(folder.start().open(path))).toEqual(contentOf(after));
  });

  it.each([
    ['ENOSPC', /is full/],
    ['SQLITE_BUSY', /Another window or program is busy/],
    ['SQLITE_PROTOCOL', /Another window or program is busy/],
    ['SQLITE_NOMEM', /not enough memory .* close other programs/],
    ['EROFS', /may not be written to or read/],
    ['SQLITE_IOERR_WRITE', /could not be read or written \(SQLITE_IOERR_WRITE\)/],
  ])('or another refusal (%s) is said in words', (code, says) => {
    const refused = () =>
      onDisk('/x/plan.headroom', () => {
        throw Object.assign(new Error(code), { code });
      });
    expect(problemOf(refused)).toMatchObject({ kind: 'storage', message: expect.stringMatching(says) });
  });
});

describe('a file moved or deleted while it is open', () => {
  it('takes no edit that would be lost, says so, and can be saved as a copy', () => {
    const documents = folder.start();
    const { document, path } = documents.create({ name: 'Plan' });
    const before = documents.edit(document, 0, edit(scenario('a')));
    rmSync(path);
    const problem = problemOf(() => documents.edit(document, 1, edit(scenario('b'))));
    expect(problem).toMatchObject({
      kind: 'storage',
      message: expect.stringMatching(/no longer in .*save a copy to keep it/),
    });
    const state = documents.state(document);
    expect(state.readOnly).toBe(problem.message);
    expect(contentOf(state)).toEqual(contentOf(before));
    const copy = documents.copy(document, {});
    expect(contentOf(documents.open(copy.path))).toEqual(contentOf(before));
    documents.closeAll();
    expect(readdirSync(join(folder.path, 'documents'))).toEqual([
      copy.path.slice(join(folder.path, 'documents').length + 1),
    ]);
  });

  it('has all that was acknowledged where it was moved to, once it is closed', () => {
    const documents = folder.start();
    const { document, path } = documents.create({ name: 'Plan' });
    const before = documents.edit(document, 0, edit(scenario('a')));
    const moved = join(folder.path, 'moved.headroom');
    renameSync(path, moved);
    expect(problemOf(() => documents.edit(document, 1, edit(scenario('b')))).kind).toBe('storage');
    documents.closeAll();
    expect(contentOf(folder.start().open(moved))).toEqual(contentOf(before));
    expect(readdirSync(join(folder.path, 'documents'))).toEqual([]);
  });
});

describe('a file or a folder that may not be written to', () => {
  it.each([
    ['file', /“Plan.headroom” is read-only. You can look at everything; save a copy elsewhere/],
    ['folder', /The folder .* may not be written to. You can look at everything/],
    ['folder after a crash', /The folder .* may not be written to/],
  ])('opens to be read, with the reason: %s', (what, says) => {
    // Permissions do not bind the superuser, so another process gives up that power and opens it.
    const child = spawnSync(
      process.execPath,
      [join(import.meta.dirname, 'read-without-permission.ts'), folder.path, what],
      {
        encoding: 'utf8',
      },
    );
    expect(child.stderr).toBe('');
    const told = JSON.parse(child.stdout) as {
      state: DocumentState;
      refused: string;
      copied: DocumentState;
      left: string[];
      same: boolean;
    };
    expect(told.state.readOnly).toMatch(says);
    expect(told.state.scenarios.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(told.refused).toBe(`storage: ${told.state.readOnly}`);
    expect(contentOf(told.copied)).toEqual(contentOf(told.state));
    expect(told.copied.readOnly).toBeNull();
    expect(told.same).toBe(true);
    expect(told.left).toEqual([]);
  });
});

function otherDatabase(path: string): void {
  const database = new Database(path);
  database.exec('CREATE TABLE letter (text TEXT)');
  database.close();
}

/** As a crash leaves it. */
function otherDatabaseInUse(path: string): void {
  const original = `${path}.original`;
  const database = new Database(original);
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE letter (text TEXT)');
  for (const side of ['', '-wal']) copyFileSync(`${original}${side}`, `${path}${side}`);
  database.close();
  // A main file that has not had its first checkpoint is empty: give it the header it would have.
  if (readFileSync(path).length === 0) appendFileSync(path, readFileSync(original));
}
