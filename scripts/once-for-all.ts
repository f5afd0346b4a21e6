/** Something that one process does for all of them: whoever comes meanwhile waits until it is done. */
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface Task {
  /** Folder that is there while somebody is at it. */
  readonly lock: string;
  /** Milliseconds after which a lock was left behind. */
  readonly within: number;
  readonly isDone: () => boolean;
  /** Should it throw, the next process tries. */
  readonly act: () => void;
}

export async function onceForAll({ lock, within, isDone, act }: Task): Promise<void> {
  while (!isDone()) {
    if (takeLock(lock, within)) {
      try {
        act();
        return;
      } finally {
        rmSync(lock, { recursive: true });
      }
    }
    await pause(200);
  }
}

function takeLock(lock: string, within: number): boolean {
  const held = statSync(lock, { throwIfNoEntry: false });
  if (held !== undefined && Date.now() - held.mtimeMs > within) rmSync(lock, { recursive: true });
  mkdirSync(dirname(lock), { recursive: true });
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
