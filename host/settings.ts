/** What a person prefers, in one small file for all documents. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeFileAtomically } from './atomic-file.ts';
import type { Settings } from './contract.ts';
import { DocumentProblem } from './documents/document-problem.ts';

const USUAL: Settings = { theme: 'as the system', counted: 'families' };

/** What is missing, or was written by another version and means nothing here, is as usual. */
const settingsFile = z.object({
  theme: z.enum(['light', 'dark', 'as the system']).catch(USUAL.theme),
  counted: z.enum(['families', 'children']).catch(USUAL.counted),
});

export interface SettingsStore {
  read(): Settings;
  /** @throws {DocumentProblem} when the disk refuses */
  change(changes: Partial<Settings>): Promise<Settings>;
}

export function createSettings(folder: string): SettingsStore {
  const path = join(folder, 'settings.json');
  let settings = readFile(path);
  let written: Promise<void> = Promise.resolve();

  return {
    read: () => settings,
    async change(changes) {
      settings = { ...settings, ...changes };
      const text = `${JSON.stringify(settings, null, 2)}\n`;
      // One write after the other, so that the last change is the one that stays.
      const write = written.then(() => {
        mkdirSync(folder, { recursive: true });
        return writeFileAtomically(path, text);
      });
      written = write.catch(() => {});
      try {
        await write;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const message = `The settings hold until Headroom is closed, but could not be kept (${reason}).`;
        throw new DocumentProblem('storage', message, [], { cause: error });
      }
      return settings;
    },
  };
}

function readFile(path: string): Settings {
  try {
    return settingsFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Not there yet, or not readable: preferences are not worth a fault.
    return USUAL;
  }
}
