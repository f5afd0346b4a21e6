/** How a document's file is opened: what it is asked first, and what is done where it may not be written to. */
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { codeOf, DocumentProblem, damaged, onDisk, unlessRefused } from './document-problem.ts';
import { refuseUnlessDocument } from './file-header.ts';
import type { Migration } from './migrations/migration.ts';
import { type Connection, connect, disconnect, isSound, keepJournal, versionOf } from './sqlite-document.ts';
import { newerVersion, upgrade, upgradeInPlace } from './upgrade.ts';

export interface OpenFile {
  readonly connection: Connection;
  /** Why nothing can be saved to it, or `null`. */
  readonly readOnly: string | null;
  /** What a person should know of how it was opened, or `null`. */
  readonly notice: string | null;
  close(): void;
}

export interface OpeningOptions {
  readonly migrations: readonly Migration[];
  /** The largest the file may grow, in pages of 4 KB; the disk's room unless said. */
  readonly mostPages?: number | undefined;
}

/**
 * Opens a file that is a sound document of this version or an earlier one, which is upgraded after a backup.
 * @throws {DocumentProblem} for any other file; it is left as it was
 */
export function openFile(path: string, options: OpeningOptions): OpenFile {
  return onDisk(path, () => {
    refuseUnlessDocument(path);
    const reason = whyReadOnly(path);
    if (reason !== null) return openToRead(path, reason, options);
    try {
      return openToWrite(path, options);
    } catch (error) {
      // Permissions that only show when one writes, as on some network drives.
      if (!/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(codeOf(error) ?? '')) throw error;
      return openToRead(path, `“${basename(path)}” may not be written to. ${SAVE_A_COPY}`, options);
    }
  });
}

const SAVE_A_COPY = 'You can look at everything; save a copy elsewhere to change it.';

function whyReadOnly(path: string): string | null {
  const may = (what: string) => {
    try {
      accessSync(what, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  };
  if (!may(path)) return `“${basename(path)}” is read-only. ${SAVE_A_COPY}`;
  // The journal beside the file needs the folder too.
  if (!may(dirname(path))) return `The folder ${dirname(path)} may not be written to. ${SAVE_A_COPY}`;
  return null;
}

function openToWrite(path: string, { migrations, mostPages }: OpeningOptions): OpenFile {
  // A journal left by a crash is written back on closing: a file that will be refused must not be opened for writing.
  if (existsSync(`${path}-wal`)) checkWithoutWriting(path, migrations);
  const connection = connect(path, { mostPages });
  try {
    check(connection, path, migrations);
    keepJournal(connection);
    return {
      connection,
      readOnly: null,
      notice: upgrade(connection, path, migrations),
      close: () => disconnect(connection),
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

function checkWithoutWriting(path: string, migrations: readonly Migration[]): void {
  const connection = connect(path, { readonly: true });
  try {
    check(connection, path, migrations);
  } finally {
    connection.close();
  }
}

/** @throws {DocumentProblem} unless the file is whole and of a version known here */
function check(connection: Connection, path: string, migrations: readonly Migration[]): void {
  if (versionOf(connection) > migrations.length) throw newerVersion(path);
  if (!isSound(connection)) throw new DocumentProblem('storage', damaged(path));
}

/** SQLite needs side files even to read; so a private copy is read, as the file stood when it was opened. */
function openToRead(path: string, reason: string, { migrations }: OpeningOptions): OpenFile {
  const folder = mkdtempSync(join(tmpdir(), `${PRIVATE_COPY}${process.pid}-`));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  let connection: Connection | null = null;
  try {
    const copy = join(folder, 'document');
    copyToWrite(path, copy);
    if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
      copyToWrite(`${path}-wal`, `${copy}-wal`);
    }
    connection = connect(copy);
    check(connection, path, migrations);
    upgradeInPlace(connection, migrations);
  } catch (error) {
    connection?.close();
    clear();
    throw error;
  }
  const opened = connection;
  return {
    connection: opened,
    readOnly: reason,
    notice: null,
    close() {
      opened.close();
      clear();
    },
  };
}

/** What a private copy's folder is called, before the number of the program that reads it. */
const PRIVATE_COPY = 'headroom-reading-';

/** A program that crashed leaves its private copies; nobody else would ever take them away. */
export function sweepPrivateCopies(): void {
  unlessRefused(() => {
    for (const name of readdirSync(tmpdir())) {
      const owner = name.startsWith(PRIVATE_COPY) ? Number.parseInt(name.slice(PRIVATE_COPY.length), 10) : 0;
      if (!(owner > 0) || isAtWork(owner)) continue;
      // In a folder for all, another person's are refused.
      unlessRefused(() => rmSync(join(tmpdir(), name), { recursive: true, force: true }));
    }
  });
}

function isAtWork(program: number): boolean {
  try {
    process.kill(program, 0);
    return true;
  } catch (error) {
    // Any other refusal is of a program that is there.
    return codeOf(error) !== 'ESRCH';
  }
}

/** A copy takes on the original's permissions, which may forbid writing. */
function copyToWrite(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
}
