import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSameFile, whyNotWritable, writeFileAtomically } from '../../host/atomic-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headroom-atomic-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('writing a file whole or not at all', () => {
  it('replaces the old file and leaves nothing beside it', async () => {
    const path = join(folder, 'results.json');
    writeFileSync(path, 'old');
    await writeFileAtomically(path, 'new – with ü');
    expect(readFileSync(path, 'utf8')).toBe('new – with ü');
    expect(readdirSync(folder)).toEqual(['results.json']);
  });

  it('leaves nothing behind when the rename fails', async () => {
    const path = join(folder, 'taken');
    mkdirSync(join(path, 'inner'), { recursive: true });
    await expect(writeFileAtomically(path, 'text')).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['taken']);
    expect(existsSync(join(path, 'inner'))).toBe(true);
  });

  it('leaves nothing behind when the folder is missing', async () => {
    await expect(writeFileAtomically(join(folder, 'missing', 'file'), 'text')).rejects.toThrow(/ENOENT/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('whether a path can be written', () => {
  it('says why not, with the remedy', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(whyNotWritable(join(folder, 'new.json'))).toBeNull();
    expect(whyNotWritable(join(folder, 'file'))).toBeNull();
    expect(whyNotWritable(join(folder, 'missing', 'new.json'))).toMatch(/does not exist; create it/);
    expect(whyNotWritable(join(folder, 'file', 'new.json'))).toMatch(/is a file, not a folder/);
    expect(whyNotWritable(folder)).toMatch(/it is a folder; name a file in it/);
  });
});

describe('whether two paths are one file', () => {
  it('sees through links and detours, and for files not there yet', () => {
    const real = join(folder, 'real.json');
    writeFileSync(real, '');
    symlinkSync(real, join(folder, 'link.json'));
    expect(isSameFile(real, join(folder, 'link.json'))).toBe(true);
    expect(isSameFile(real, join(folder, '.', 'x', '..', 'real.json'))).toBe(true);
    expect(isSameFile(join(folder, 'new'), join(folder, 'x', '..', 'new'))).toBe(true);
    expect(isSameFile(real, join(folder, 'other.json'))).toBe(false);
  });
});
