/** Chromium is installed once for all who need it, and where it cannot be, that is said in words. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installChromium, type Machine } from '../../scripts/chromium.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headroom-chromium-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** @param refuses what apt-get says instead of doing it */
function machine({ superuser = true, refuses }: { superuser?: boolean; refuses?: string } = {}) {
  const ran: string[] = [];
  const made: Machine = {
    isThere: () => ran.some((command) => command.includes('install')),
    superuser,
    run(program, args) {
      if (refuses !== undefined)
        throw Object.assign(new Error('Command failed: apt-get update'), { stderr: refuses });
      ran.push([program, ...args].join(' '));
    },
  };
  return { ran, install: () => installChromium(made, join(folder, 'lock')) };
}

it('is installed once, however many ask for it', async () => {
  const { ran, install } = machine();
  expect(await Promise.all([install(), install(), install()])).toEqual([null, null, null]);
  expect(ran).toEqual(['apt-get update', 'apt-get install -y chromium']);
});

it('is left alone where only root could install it', async () => {
  const { ran, install } = machine({ superuser: false });
  expect(await install()).toMatch(/only root could install it/);
  expect(ran).toEqual([]);
});

it('offline, what apt-get said last is said, and not that a command failed', async () => {
  const { install } = machine({ refuses: 'Ign:1 ...\nE: Temporary failure resolving deb.debian.org\n' });
  const why = await install();
  expect(why).toMatch(/perhaps because this machine is offline \(E: Temporary failure resolving/);
  expect(why).not.toContain('Command failed');
  // The lock is given back: the next one may try.
  expect(await machine().install()).toBeNull();
});
