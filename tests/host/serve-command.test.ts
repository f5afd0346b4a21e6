/** `headroom serve` as built: from its start to Ctrl-C. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt, PROGRAM } from '../../scripts/built-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'headroom-serve-command-'));
const started: ChildProcess[] = [];

beforeAll(() => ensureBuilt());
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

function headroomServe(...options: readonly string[]) {
  const child = spawn(process.execPath, [join(PROGRAM, 'node/cli.js'), 'serve', ...options], {
    env: {
      ...process.env,
      HOME: folder,
      XDG_CONFIG_HOME: folder,
      APPDATA: folder,
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const ended = once(child, 'exit').then(([code]) => code as number);
  return { child, ended };
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const part of child.stdout!) {
    text += part;
    if (text.includes('\n')) break;
  }
  return text.split('\n')[0]!;
}

describe('headroom serve', () => {
  it('prints an address that answers with the page, and ends cleanly at Ctrl-C while somebody listens', async () => {
    const { child, ended } = headroomServe('--folder', join(folder, 'documents'));
    const address = new URL(/http:\S+/.exec(await firstLine(child))![0]);
    const page = await fetch(address.origin);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>Headroom</title>');
    const token = address.hash.replace('#token=', '');
    const listening = await fetch(`${address.origin}/news?token=${token}`);
    expect(listening.status).toBe(200);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    await listening.body?.cancel().catch(() => {});
    await expect(fetch(address.origin)).rejects.toThrow();
  });

  it('ends cleanly too when the terminal is closed', async () => {
    const { child, ended } = headroomServe('--folder', join(folder, 'documents'));
    await firstLine(child);
    child.kill('SIGHUP');
    expect(await ended).toBe(0);
  });

  it('tells every option that is wrong, and starts nothing', async () => {
    const { child, ended } = headroomServe('--port', '99999', '--treads', '2');
    let said = '';
    for await (const part of child.stderr!) said += part;
    expect(await ended).toBe(2);
    expect(said).toMatch(/--port: .*from 0 to 65535/s);
    expect(said).toMatch(/did you mean "--threads"/);
  });
});
