/** Where things are kept, in a home folder of the test's making. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { documentsFolder, settingsFolder } from '../../host/folders.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'headroom-home-'));
  vi.stubEnv('HOME', home);
  vi.stubEnv('XDG_CONFIG_HOME', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

const named = (line: string, config = join(home, '.config')) => {
  mkdirSync(config, { recursive: true });
  writeFileSync(
    join(config, 'user-dirs.dirs'),
    `# written by xdg-user-dirs\nXDG_MUSIC_DIR="$HOME/Musik"\n${line}\n`,
  );
};

describe.runIf(process.platform === 'linux')('documents', () => {
  it('are kept in the home folder while it has none for documents', () => {
    expect(documentsFolder()).toBe(join(home, 'Headroom'));
    mkdirSync(join(home, 'Documents'));
    expect(documentsFolder()).toBe(join(home, 'Documents', 'Headroom'));
  });

  it('are kept where the person’s own are, in whatever language, as in the desktop window', () => {
    mkdirSync(join(home, 'Documents'));
    mkdirSync(join(home, 'Dokumente'));
    named('XDG_DOCUMENTS_DIR="$HOME/Dokumente"');
    expect(documentsFolder()).toBe(join(home, 'Dokumente', 'Headroom'));
    const elsewhere = join(home, 'share');
    mkdirSync(elsewhere);
    vi.stubEnv('XDG_CONFIG_HOME', join(home, 'config'));
    named(`XDG_DOCUMENTS_DIR="${elsewhere}"`, join(home, 'config'));
    expect(documentsFolder()).toBe(join(elsewhere, 'Headroom'));
  });

  it('are kept where a shell that can ask the system is told', () => {
    const redirected = join(home, 'OneDrive');
    mkdirSync(redirected);
    expect(documentsFolder(redirected)).toBe(join(redirected, 'Headroom'));
  });

  it('and settings have a folder of their own', () => {
    expect(settingsFolder()).toBe(join(home, '.config', 'headroom'));
  });
});
