/** Opens an address in the person's own browser, where there is one. */
import { spawn } from 'node:child_process';

/** Programs that open whatever they are given, by system. On Windows the empty text is the title that `start` wants first. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', '""'],
  linux: ['xdg-open'],
};

/** `false` where there is no screen or nothing that opens; the person then needs the address in writing. */
export async function openPage(address: string): Promise<boolean> {
  const opener = OPENERS[process.platform];
  if (!opener || !hasScreen()) return false;
  const [program, ...before] = opener;
  const child = spawn(program, [...before, address], { stdio: 'ignore', detached: true, windowsHide: true });
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
