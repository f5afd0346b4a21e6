/** Where things are kept unless a person says otherwise, by the customs of each system. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

const OURS = 'Headroom';

/** In the person's documents; in the home folder where there is none. */
export function documentsFolder(): string {
  const documents = join(homedir(), 'Documents');
  return join(existsSync(documents) ? documents : homedir(), OURS);
}

export function settingsFolder(): string {
  const { APPDATA, XDG_CONFIG_HOME } = process.env;
  if (process.platform === 'win32') return resolve(APPDATA ?? join(homedir(), 'AppData', 'Roaming'), OURS);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', OURS);
  return resolve(XDG_CONFIG_HOME || join(homedir(), '.config'), OURS.toLowerCase());
}
