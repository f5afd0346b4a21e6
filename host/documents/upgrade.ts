/** Bringing a document made by an earlier Headroom up to this one, with a backup of how it was. */
import { basename } from 'node:path';
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
      const backup = writeBackup(path, version, connection.serialize());
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

/** An earlier backup is never written over. */
function writeBackup(path: string, version: number, bytes: Uint8Array): string {
  const first = `${path}.backup-${version}-before-upgrade`;
  for (let number = 1; ; number += 1) {
    const backup = number === 1 ? first : `${first}-${number}`;
    if (writeNewFile(backup, bytes)) return backup;
  }
}
