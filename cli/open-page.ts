/** Opens an address in the person's own browser, where there is one. */
import { type SpawnOptions, spawn } from 'node:child_process';

export interface Opening {
  readonly program: string;
  readonly args: readonly string[];
  readonly options: SpawnOptions;
}

/** What opens an address, by system; `null` where nothing does. */
export function openingOf(address: string, system: NodeJS.Platform): Opening | null {
  const options: SpawnOptions = { stdio: 'ignore', detached: true, windowsHide: true };
  switch (system) {
    case 'darwin':
      return { program: 'open', args: [address], options };
    case 'linux':
      return { program: 'xdg-open', args: [address], options };
    case 'win32':
      // `start` takes the first text in quotes for a title. Node would escape the quotes, which cmd does not understand.
      return {
        program: 'cmd',
        args: ['/c', 'start', '""', `"${address}"`],
        options: { ...options, windowsVerbatimArguments: true },
      };
    default:
      return null;
  }
}

/** `false` where there is no screen or nothing that opens; the person then needs the address in writing. */
export async function openPage(address: string): Promise<boolean> {
  const opening = openingOf(address, process.platform);
  if (!opening || !hasScreen()) return false;
  const child = spawn(opening.program, opening.args, opening.options);
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

/** A server that one reaches by a terminal has none. */
function hasScreen(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
