/** Finds a Chromium to test pages in, and starts it. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

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
 * `CHROMIUM_PATH`, or a usual place; on a Debian machine where we are root it is installed.
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
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    execFileSync('apt-get', ['update'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', 'chromium'], { stdio: 'ignore' });
    if (existsSync(USUAL_PLACES[0]!)) return USUAL_PLACES[0]!;
  }
  throw new Error(
    `These tests need Chromium or Chrome: none at ${USUAL_PLACES.join(', ')}. Install one ("apt-get install chromium" on Debian) or set CHROMIUM_PATH to it.`,
  );
}
