/**
 * `npm start`: builds what has changed, then opens the desktop window; where Electron's program is not installed or cannot start, the same
 * screens in a browser. What is typed after `npm start --` is handed on.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { electronProgram, ensureBuilt, PROGRAM } from './built-program.ts';

const ROOT = resolve(import.meta.dirname, '..');
/** Milliseconds within which a program that cannot start ends: no display, root without a sandbox, a library that is missing. */
const STARTS_WITHIN = 10_000;

/** The child has the terminal: Ctrl-C reaches it first, and we end as it ends. */
let running: ReturnType<typeof spawn> | null = null;
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopped = true;
    if (signal === 'SIGTERM') running?.kill(signal);
  });
}

/** @returns its exit code, or `null` where it was ended by a signal or could not be started at all */
async function handOver(program: string, args: readonly string[]): Promise<number | null> {
  running = spawn(program, args, { cwd: ROOT, stdio: 'inherit' });
  try {
    const [code] = await once(running, 'exit');
    return code as number | null;
  } catch {
    return null;
  }
}

/** @returns whether the desktop window could be opened */
async function openWindow(program: string, typed: readonly string[]): Promise<boolean> {
  const started = Date.now();
  const code = await handOver(program, [join(PROGRAM, 'main', 'main.js'), ...typed]);
  if (code !== 0 && !stopped && Date.now() - started < STARTS_WITHIN) return false;
  process.exitCode = code ?? 0;
  return true;
}

await ensureBuilt(() => process.stdout.write('Building Headroom; this takes some seconds.\n'));
const program = electronProgram();
const typed = process.argv.slice(2);
if (program === null || !(await openWindow(program, typed))) {
  if (program !== null)
    process.stdout.write(
      'The desktop window could not be opened here; Headroom opens in a browser instead.\n',
    );
  const code = await handOver(process.execPath, [
    join(PROGRAM, 'node', 'cli.js'),
    'serve',
    '--open',
    ...typed,
  ]);
  process.exitCode = code ?? 0;
}
