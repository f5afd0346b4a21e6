/** A document of an earlier version is brought up to this one, after a backup; whatever fails leaves it as it was. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../host/documents/migrations/index.ts';
import type { Migration } from '../../../host/documents/migrations/migration.ts';
import { contentOf, edit, type Folder, note, problemOf, scenario, temporaryFolder } from './folder.ts';

/** A later Headroom: these tables, and one more. */
const NEXT: Migration = {
  to: MIGRATIONS.length + 1,
  sql: "CREATE TABLE keeper (name TEXT NOT NULL) STRICT; INSERT INTO keeper VALUES ('of the next version');",
};
const LATER = [...MIGRATIONS, NEXT];
const NOW = MIGRATIONS.length;

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const backupOf = (path: string) => path.replace(/\.headroom$/, ' before upgrade.headroom');
const files = () => readdirSync(join(folder.path, 'documents')).sort();

function earlierDocument() {
  const documents = folder.start();
  const { document, path } = documents.create({ name: 'Plan' });
  const state = documents.edit(document, 0, edit(scenario('a'), note('scenario/a', 'kept')));
  documents.closeAll();
  return { path, state, bytes: readFileSync(path) };
}

it('numbers its own migrations from 1 without a gap', () => {
  expect(MIGRATIONS.map(({ to }) => to)).toEqual(MIGRATIONS.map((_, index) => index + 1));
});

it('is upgraded with everything in it, and the backup is a document as it was', () => {
  const { path, state } = earlierDocument();
  const later = folder.start({ migrations: LATER });
  const opened = later.open(path);
  expect(contentOf(opened)).toEqual(contentOf(state));
  expect(opened.notice).toBe(
    `This document was made by an earlier Headroom and has been upgraded. As it was before it is kept in “Plan before upgrade.headroom”.`,
  );
  expect(later.undo(opened.document, 1).scenarios).toEqual([]);
  later.closeAll();
  const backup = backupOf(path);
  expect(files()).toEqual(['Plan before upgrade.headroom', 'Plan.headroom']);

  // This Headroom reads its own backup, and not what the later one made of it.
  expect(contentOf(folder.start().open(backup))).toEqual(contentOf(state));
  expect(problemOf(() => folder.start().open(path)).message).toMatch(/made by a newer Headroom/);
  expect(folder.start({ migrations: LATER }).open(path).notice).toBeNull();
});

it('is upgraded from a document that a crash left in its journal, the backup too', () => {
  const documents = folder.start();
  const { document, path } = documents.create({ name: 'Plan' });
  const state = documents.edit(document, 0, edit(scenario('a')));
  const later = folder.start({ migrations: LATER });
  expect(contentOf(later.open(path))).toEqual(contentOf(state));
  const backup = backupOf(path);
  expect(contentOf(folder.start().open(backup))).toEqual(contentOf(state));
});

it('never writes over an earlier backup', () => {
  const { path } = earlierDocument();
  writeFileSync(backupOf(path), 'the first');
  const { notice } = folder.start({ migrations: LATER }).open(path);
  expect(notice).toMatch(/“Plan before upgrade 2\.headroom”/);
  expect(readFileSync(backupOf(path), 'utf8')).toBe('the first');
});

it('is as it was when a migration fails half way', () => {
  const { path, bytes } = earlierDocument();
  const broken: Migration = {
    to: NOW + 2,
    sql: 'CREATE TABLE half (x TEXT); INSERT INTO nowhere VALUES (1);',
  };
  expect(() => folder.start({ migrations: [...LATER, broken] }).open(path)).toThrow(/nowhere/);
  const database = new Database(path, { readonly: true });
  expect(database.pragma('user_version', { simple: true })).toBe(NOW);
  expect(
    database.prepare("SELECT count(*) FROM sqlite_schema WHERE name IN ('half', 'keeper')").pluck().get(),
  ).toBe(0);
  database.close();
  expect(readFileSync(backupOf(path))).toEqual(bytes);
  expect(folder.start().open(path)).toMatchObject({ revision: 1, readOnly: null });
});
