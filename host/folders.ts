/** Where things are kept unless a person says otherwise, by the customs of each system: the same for every shell. */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { codeOf } from './documents/document-problem.ts';

const OURS = 'Headroom';

/**
 * In the person's documents; in the home folder where there is none.
 * @param documents where the system says that they are, where a shell can ask it
 */
export function documentsFolder(documents: string = documentsOf(homedir())): string {
  return join(existsSync(documents) ? documents : homedir(), OURS);
}

export function settingsFolder(): string {
  const { APPDATA } = process.env;
  if (process.platform === 'win32') return resolve(APPDATA ?? join(homedir(), 'AppData', 'Roaming'), OURS);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', OURS);
  return join(configFolder(homedir()), OURS.toLowerCase());
}

const configFolder = (home: string) => resolve(process.env.XDG_CONFIG_HOME || join(home, '.config'));

/** Linux has a file that names a person's folders in their own language (freedesktop.org, xdg-user-dirs). */
function documentsOf(home: string): string {
  const usual = join(home, 'Documents');
  if (process.platform !== 'linux') return usual;
  const named = /^XDG_DOCUMENTS_DIR="(?<folder>(?:\$HOME|\/)[^"]*)"/m.exec(
    textOf(join(configFolder(home), 'user-dirs.dirs')),
  );
  return named?.groups?.folder?.replace('$HOME', home) ?? usual;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return '';
  }
}
