/** One connection to a document's SQLite file: how it is opened, created and closed. The only file that knows better-sqlite3. */
import Database from 'better-sqlite3';
import type { Migration } from './migrations/migration.ts';

export type Connection = Database.Database;

/** “Hdrm”: says in the file's header whose file it is. */
export const APPLICATION_ID = 0x4864726d;

/** How long a connection waits for another window that is writing, in milliseconds. */
const PATIENCE = 3000;

export interface ConnectOptions {
  /** Reads only, so that not even a journal left by a crash is written back. */
  readonly readonly?: boolean;
  /** The largest the file may grow, in pages of 4 KB; the disk's room unless said. */
  readonly mostPages?: number | undefined;
}

/** @throws SQLite's error; a file is never created */
export function connect(path: string, { readonly = false, mostPages }: ConnectOptions = {}): Connection {
  const connection = new Database(path, { readonly, fileMustExist: true, timeout: PATIENCE });
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  if (mostPages !== undefined) connection.pragma(`max_page_count = ${mostPages}`);
  return connection;
}

/** Readers and a writer side by side; what is acknowledged is on the disk, even if the power fails. */
export function keepJournal(connection: Connection): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
}

/** The bytes of a new, empty document. */
export function emptyDocument(migrations: readonly Migration[]): Buffer {
  const connection = new Database(':memory:');
  try {
    connection.pragma(`application_id = ${APPLICATION_ID}`);
    for (const migration of migrations) migrate(connection, migration);
    return connection.serialize();
  } finally {
    connection.close();
  }
}

export function migrate(connection: Connection, { to, sql }: Migration): void {
  connection.exec(sql);
  connection.pragma(`user_version = ${to}`);
}

/** Version of the document's tables. */
export const versionOf = (connection: Connection): number => numberOf(connection, 'user_version');

/** Another number after each change that any other connection has made. */
export const changesElsewhere = (connection: Connection): number => numberOf(connection, 'data_version');

/** Whether every page, row, index and reference in the file holds together. */
export function isSound(connection: Connection): boolean {
  const found = connection.pragma('integrity_check(1)', { simple: true });
  return found === 'ok' && (connection.pragma('foreign_key_check') as unknown[]).length === 0;
}

/** Brings the journal back into the file; with the last connection its side files go. */
export function disconnect(connection: Connection): void {
  try {
    if (!connection.readonly) connection.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    connection.close();
  }
}

function numberOf(connection: Connection, pragma: string): number {
  return Number(connection.pragma(pragma, { simple: true }));
}
