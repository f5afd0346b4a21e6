/** `npm start` where Electron is not installed, and where it cannot start: an address that serves the app. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBuilt } from '../../scripts/built-program.ts';

const START = join(import.meta.dirname, '..', '..', 'scripts', 'start.ts');
const folder = mkdtempSync(join(tmpdir(), 'headroom-start-'));
const started: ChildProcess[] = [];
beforeAll(() => ensureBuilt());
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** @param electron folder where Electron's program would lie */
async function begin(electron: string) {
  const home = { HOME: folder, XDG_CONFIG_HOME: folder, APPDATA: folder, DISPLAY: '', WAYLAND_DISPLAY: '' };
  const child = spawn(process.execPath, [START, '--threads', '1'], {
    env: { ...process.env, ...home, ELECTRON_OVERRIDE_DIST_PATH: electron },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const exit = once(child, 'exit');
  let said = '';
  for await (const part of child.stdout.iterator({ destroyOnReturn: false })) {
    said += part;
    if (/http:\S+\n/.test(said)) break;
  }
  return { child, exit, said, address: new URL(/http:\S+/.exec(said)![0]) };
}

async function servesAndEnds({ child, exit, address }: Awaited<ReturnType<typeof begin>>): Promise<void> {
  const page = await fetch(address.origin);
  expect(await page.text()).toContain('<title>Headroom</title>');
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
  await expect(fetch(address.origin)).rejects.toThrow();
}

it('prints an address that serves the app where Electron is not installed', async () => {
  const begun = await begin(join(folder, 'nowhere'));
  expect(begun.said).not.toContain('could not be opened');
  await servesAndEnds(begun);
});

it.runIf(process.platform === 'linux')('does so with a sentence where Electron cannot start', async () => {
  writeFileSync(join(folder, 'electron'), '#!/bin/sh\necho "Missing X server or \\$DISPLAY" >&2\nexit 1\n', {
    mode: 0o755,
  });
  const begun = await begin(folder);
  expect(begun.said).toMatch(/could not be opened here; Headroom opens in a browser instead/);
  await servesAndEnds(begun);
});
