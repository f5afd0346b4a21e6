/**
 * `npm start`: builds what has changed, then opens the desktop window; where Electron's program is not installed, the same screens in a
 * browser. What is typed after `npm start --` is handed on.
 */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { electronProgram, ensureBuilt, PROGRAM } from './built-program.ts';

const ROOT = resolve(import.meta.dirname, '..');

/** The child has the terminal: Ctrl-C reaches it first, and we end as it ends. */
function handOver(program: string, args: readonly string[]): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
  const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit' });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.once('exit', (code) => {
    process.exitCode = code ?? 0;
  });
}

await ensureBuilt(() => process.stdout.write('Building Headroom; this takes some seconds.\n'));
const program = electronProgram();
const typed = process.argv.slice(2);
if (program !== null) handOver(program, [join(PROGRAM, 'main', 'main.js'), ...typed]);
else handOver(process.execPath, [join(PROGRAM, 'node', 'cli.js'), 'serve', '--open', ...typed]);
