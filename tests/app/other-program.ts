/** Headroom as a program of its own, which prints the address of its page. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { PROGRAM } from '../../scripts/built-program.ts';

export interface OtherProgram {
  readonly address: string;
  /** Ends it at once, without a word to it, as happens with the test in any case. */
  kill(): Promise<void>;
}

/** `headroom serve` as it is built. */
export function serveFolder(folder: string, documents: string): Promise<OtherProgram> {
  const home = { HOME: folder, XDG_CONFIG_HOME: folder, APPDATA: folder };
  const args = [join(PROGRAM, 'node', 'cli.js'), 'serve', '--folder', documents, '--threads', '1'];
  return started(args, { ...process.env, ...home });
}

/** The program run by somebody who may not write to the document at `path`. */
export function serveWithoutPermission(folder: string, path: string): Promise<OtherProgram> {
  chmodSync(folder, 0o755);
  chmodSync(path, 0o444);
  return started([join(import.meta.dirname, 'serve-as-nobody.ts'), folder], process.env);
}

async function started(args: readonly string[], env: NodeJS.ProcessEnv): Promise<OtherProgram> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await exit;
  };
  onTestFinished(kill);
  return { address: await addressFrom(child), kill };
}

async function addressFrom(child: ChildProcess): Promise<string> {
  let [said, complained] = ['', ''];
  child.stderr!.on('data', (part) => {
    complained += part;
  });
  for await (const part of child.stdout!.iterator({ destroyOnReturn: false })) {
    said += part;
    const address = /http:\S+(?=\n)/.exec(said)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`The program ended before it gave an address: ${said}${complained}`);
}
