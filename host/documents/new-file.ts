/** A file that was not there before: another program's file of that name is never written over. */
import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { codeOf, onDisk } from './document-problem.ts';

/**
 * @returns `false` where a file of that name is there already; it is left as it is
 * @throws {DocumentProblem} when the disk refuses; nothing half remains
 */
export function writeNewFile(path: string, bytes: Uint8Array): boolean {
  return onDisk(path, () => {
    let file: number;
    try {
      file = openSync(path, 'wx');
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } catch (error) {
      closeSync(file);
      rmSync(path, { force: true });
      throw error;
    }
    closeSync(file);
    return true;
  });
}
