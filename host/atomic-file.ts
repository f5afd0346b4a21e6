/** Files written whole or not at all: a reader sees the complete old file or the complete new one, never a torn write. */
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Writes beside the target, then renames onto it. When anything fails the target is as it was and nothing half remains.
 * @throws the file system's error
 */
export async function writeFileAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const target = resolve(path);
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    const file = await open(beside, 'w');
    try {
      await file.writeFile(content, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Why a file could not be written at this path, in words; `null` when it can. */
export function whyNotWritable(path: string): string | null {
  const target = resolve(path);
  const folder = dirname(target);
  const folderThere = statSync(folder, { throwIfNoEntry: false });
  if (!folderThere) return `the folder ${folder} does not exist; create it first`;
  if (!folderThere.isDirectory()) return `${folder} is a file, not a folder`;
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) return 'it is a folder; name a file in it';
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return `the folder ${folder} may not be written to`;
  }
  return null;
}

/** Whether two paths lead to the same file, through links too. */
export function isSameFile(one: string, other: string): boolean {
  return realPath(one) === realPath(other);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // Not there yet: what counts is where it would be created.
    const folder = dirname(resolve(path));
    return folder === resolve(path) ? folder : join(realPath(folder), basename(path));
  }
}
