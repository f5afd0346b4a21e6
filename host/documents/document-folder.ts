/** Documents as files: which there are, and where a new one goes. */
import { mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import type { DocumentFile } from '../contract.ts';
import { EXTENSION, namedPath, nameOf, pathsLike } from './document-names.ts';
import { badInput, codeOf, onDisk } from './document-problem.ts';
import { writeNewFile } from './new-file.ts';

/**
 * Those in the folder and those opened lately elsewhere; newest first, those that are gone last.
 * @param recent paths of documents opened lately
 */
export function documentFiles(folder: string, recent: readonly string[]): DocumentFile[] {
  const whole = realPath(folder);
  const here = namesIn(whole).map((name) => join(whole, name));
  const elsewhere = recent.filter((path) => dirname(path) !== whole);
  return [...here, ...elsewhere].map(documentFile).sort(newestFirst);
}

export function documentFile(path: string): DocumentFile {
  const file = statusOf(path);
  // What was changed last may still be in the journal beside the file.
  const journal = statusOf(`${path}-wal`);
  const changed = file && Math.max(file.mtimeMs, journal?.size ? journal.mtimeMs : 0);
  return {
    path,
    name: nameOf(path),
    changed: changed === undefined ? null : new Date(changed).toISOString(),
  };
}

/**
 * Writes a new file at the path a person named.
 * @throws {DocumentProblem} when there is a file of that name; it is left as it is
 */
export function writeAt(path: string, bytes: Uint8Array): string {
  const named = namedPath(path);
  if (writeNewFile(named, bytes)) return named;
  const message = `There is a file ${named} already. It was left as it is; choose another name.`;
  throw badInput('path', path, 'a name that is free', message);
}

/**
 * Writes a new file in the folder, which is made where it is missing, under a name like `name` that is free.
 * @returns where
 */
export function writeIn(folder: string, name: string, bytes: Uint8Array): string {
  onDisk(folder, () => mkdirSync(folder, { recursive: true }));
  const paths = pathsLike(folder, name);
  let path = paths.next().value;
  while (!writeNewFile(path, bytes)) path = paths.next().value;
  return path;
}

function namesIn(folder: string): string[] {
  if (!statusOf(folder)) return [];
  return onDisk(folder, () => readdirSync(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && extname(entry.name).toLowerCase() === EXTENSION)
    .map(({ name }) => name);
}

const realPath = (folder: string) => (statusOf(folder) ? realpathSync(folder) : resolve(folder));

/** `undefined` where nothing is there, or a share or a stick cannot be reached: one such file must not hide the others. */
function statusOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return undefined;
  }
}

const newestFirst = (one: DocumentFile, other: DocumentFile) =>
  (other.changed ?? '').localeCompare(one.changed ?? '') || one.path.localeCompare(other.path);
