/** The built program in `dist`, built again where a source is newer; and the Electron program that could run it. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { onceForAll } from './once-for-all.ts';

const ROOT = resolve(import.meta.dirname, '..');
export const PROGRAM = join(ROOT, 'dist');
const SOURCES = '{sim,scenarios,reports,host,cli,electron,renderer}/**/*.{ts,tsx,css,json,html,sql}';
const SETTINGS = ['package.json', 'package-lock.json', 'vite.config.ts'];
const BUILT = [
  'dist/renderer/index.html',
  'dist/node/cli.js',
  'dist/node/host-process.js',
  'dist/main/main.js',
  'dist/preload/preload.cjs',
];
/** Held by the one process that builds; older than this it was left behind. */
const LOCK = join(ROOT, 'node_modules', '.cache', 'headroom-build.lock');
const BUILDS_WITHIN = 180_000;

const changed = (path: string) => statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

function isBuilt(): boolean {
  if (!BUILT.every((path) => existsSync(join(ROOT, path)))) return false;
  const sources = [...globSync(SOURCES, { cwd: ROOT }), ...SETTINGS];
  return Math.max(...sources.map(changed)) <= Math.min(...BUILT.map(changed));
}

/**
 * @param beforeBuilding told when something has to be built
 * @throws Error with what the build said
 */
export function ensureBuilt(beforeBuilding: () => void = () => {}): Promise<void> {
  const act = () => {
    beforeBuilding();
    build();
  };
  return onceForAll({ lock: LOCK, within: BUILDS_WITHIN, isDone: isBuilt, act });
}

function build(): void {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const { NODE_ENV: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    encoding: 'utf8',
    env,
  });
  if (status !== 0) throw new Error(`Headroom could not be built:\n${stdout}${stderr}`);
}

/**
 * Electron's own program; `null` where it was not downloaded. To ask its package would begin a download. Another copy may be named as to that
 * package, by `ELECTRON_OVERRIDE_DIST_PATH`.
 */
export function electronProgram(): string | null {
  const electron = join(ROOT, 'node_modules', 'electron');
  const path = join(electron, 'path.txt');
  const name = existsSync(path) ? readFileSync(path, 'utf8').trim() : 'electron';
  const program = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electron, 'dist'), name);
  return existsSync(program) ? program : null;
}
