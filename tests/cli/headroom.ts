/** Runs the command line as a person would: the built program in a process of its own, with what it printed and how it ended. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, PROGRAM } from '../../scripts/built-program.ts';

/** It starts in half the time of the source, of which there are tests too. */
const BUILT = join(PROGRAM, 'node', 'cli.js');
export const FROM_SOURCE = join(import.meta.dirname, '..', '..', 'cli', 'main.ts');

await ensureBuilt();

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly process: ReturnType<typeof spawn>;
  readonly ended: Promise<Ended>;
}

/** @param first options for Node itself */
export function start(
  args: readonly string[],
  folder: string,
  program = BUILT,
  first: readonly string[] = [],
): Started {
  const environment = { ...process.env, COLUMNS: '80', NO_COLOR: '1' };
  const child = spawn(process.execPath, [...first, program, ...args], { cwd: folder, env: environment });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { process: child, ended };
}

export const headroom = (args: readonly string[], folder: string, program = BUILT): Promise<Ended> =>
  start(args, folder, program).ended;

/** A folder of its own for one test, holding these files as JSON, or as they are where they are text. */
export function folderWith(files: Readonly<Record<string, unknown>>): string {
  const path = mkdtempSync(join(tmpdir(), 'headroom-cli-'));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(path, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return path;
}

export const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });
