/** Bringing a document made by an earlier Headroom up to this one, with a backup of how it was. */
import { basename, dirname, join } from 'node:path';
import { EXTENSION, nameOf } from './document-names.ts';
import { DocumentProblem } from './document-problem.ts';
import type { Migration } from './migrations/migration.ts';
import { writeNewFile } from './new-file.ts';
import { type Connection, migrate, versionOf } from './sqlite-document.ts';

/**
 * All steps or none; nobody else can write between the backup and the last step.
 * @returns what to tell the person, or `null` where there was nothing to do
 * @throws {DocumentProblem} when the backup cannot be written; the document is then as it was
 */
export function upgrade(
  connection: Connection,
  path: string,
  migrations: readonly Migration[],
): string | null {
  if (versionOf(connection) === migrations.length) return null;
  return connection
    .transaction(() => {
      // Another window may have been quicker.
      const version = versionOf(connection);
      if (version === migrations.length) return null;
      if (version > migrations.length) throw newerVersion(path);
      const backup = writeBackup(path, connection.serialize());
      upgradeInPlace(connection, migrations);
      return `This document was made by an earlier Headroom and has been upgraded. As it was before it is kept in “${basename(backup)}”.`;
    })
    .immediate();
}

export function upgradeInPlace(connection: Connection, migrations: readonly Migration[]): void {
  for (const migration of migrations.slice(versionOf(connection))) migrate(connection, migration);
}

export const newerVersion = (path: string): DocumentProblem =>
  new DocumentProblem(
    'storage',
    `“${basename(path)}” was made by a newer Headroom. It was left as it is; install the newer Headroom to open it.`,
  );

/** A document beside the document, so that Open shows it. An earlier backup is never written over. */
function writeBackup(path: string, bytes: Uint8Array): string {
  for (let number = 1; ; number += 1) {
    const name = `${nameOf(path)} before upgrade${number === 1 ? '' : ` ${number}`}`;
    const backup = join(dirname(path), `${name}${EXTENSION}`);
    if (writeNewFile(backup, bytes)) return backup;
  }
}
