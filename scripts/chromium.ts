/** Finds a Chromium to test pages in, installs it where that can be done, and starts it. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { onceForAll } from './once-for-all.ts';

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: ARGS });
}

/**
 * `CHROMIUM_PATH`, or a usual place.
 * @throws Error that says what to install.
 */
function chromiumPath(): string {
  const stated = process.env.CHROMIUM_PATH;
  if (stated !== undefined) {
    if (existsSync(stated)) return stated;
    throw new Error(`CHROMIUM_PATH is ${stated}, and there is no such file.`);
  }
  const found = USUAL_PLACES.find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    `These tests need Chromium or Chrome: none at ${USUAL_PLACES.join(', ')}. Install one ("apt-get install chromium" on Debian) or set CHROMIUM_PATH to it.`,
  );
}

export interface Machine {
  readonly isThere: () => boolean;
  /** May install packages. */
  readonly superuser: boolean;
  /** @throws where the package manager is missing or fails */
  readonly run: (program: string, args: readonly string[]) => void;
}

/**
 * Where there is no Chromium, on a Debian machine where we are root, it is installed: once, whoever else asks for it meanwhile.
 * @returns why there is none now, or `null`
 */
export async function installChromium(
  machine: Machine = THIS_MACHINE,
  lock: string = LOCK,
): Promise<string | null> {
  if (machine.isThere()) return null;
  if (!machine.superuser) return 'it is not installed, and only root could install it';
  const act = () => {
    machine.run('apt-get', ['update']);
    machine.run('apt-get', ['install', '-y', 'chromium']);
  };
  try {
    await onceForAll({ lock, within: INSTALLS_WITHIN, isDone: machine.isThere, act });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    return `apt-get could not install it, perhaps because this machine is offline (${said.split('\n').at(-1)})`;
  }
  return machine.isThere() ? null : 'apt-get installed it at no place that is known here';
}

const LOCK = resolve(import.meta.dirname, '..', 'node_modules', '.cache', 'headroom-chromium.lock');
const INSTALLS_WITHIN = 600_000;

const THIS_MACHINE: Machine = {
  isThere: () => process.env.CHROMIUM_PATH !== undefined || USUAL_PLACES.some((path) => existsSync(path)),
  superuser: process.getuid?.() === 0,
  run: (program, args) => void execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] }),
};
