import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tinyScenario } from '../host/tiny-scenario.ts';
import { folderWith, headroom, remove } from './headroom.ts';

const FILES = {
  'tiny.json': tinyScenario({ allocation: { targetDays: { value: 20, note: 'Agreed in May' } } }),
};

let folder: string;
beforeAll(() => {
  folder = folderWith(FILES);
});
afterAll(() => remove(folder));

const onOneLine = (text: string) => text.replace(/\s+/g, ' ');

describe('headroom assumptions', () => {
  it('counts by confidence, then lists each input with source, default and who set it', async () => {
    const { code, stdout } = await headroom(['assumptions', 'tiny.json'], folder);
    expect(code).toBe(0);
    const [, ...numbers] = /^Assumption +(\d+) +(\d+) +(\d+)$/m.exec(stdout)!.map(Number);
    expect(numbers[0]! + numbers[1]!).toBe(numbers[2]);
    expect(stdout.match(/^ {2}Assumption: /gm)).toHaveLength(numbers[2]!);
    expect(onOneLine(stdout)).toContain(
      'allocation.targetDays: 20 working days Target from joining the list to allocation. Allowed: a number from 0 to 520. Default: 15 working days. Assumption: Set by tiny.json, which names no source Set by tiny.json: Agreed in May',
    );
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('lists only those of the confidence asked for', async () => {
    const { stdout } = await headroom(['assumptions', 'tiny.json', '--confidence', 'public'], folder);
    expect(stdout).toContain('frontDoor.gatheringTime');
    expect(stdout).not.toContain('allocation.targetDays');
    expect(stdout).not.toMatch(/^ {2}Assumption: /m);
  });

  it('writes both files, and says so', async () => {
    const args = ['assumptions', 'tiny.json', '--csv', 'log.csv', '--markdown', 'log.md'];
    const { code, stdout } = await headroom(args, folder);
    expect(code).toBe(0);
    expect(stdout).toContain('Written: log.csv\nWritten: log.md\n');
    expect(readFileSync(join(folder, 'log.csv'), 'utf8')).toContain('allocation.targetDays,');
    expect(readFileSync(join(folder, 'log.md'), 'utf8')).toContain('| `allocation.targetDays` |');
  });

  it('with - writes the file and nothing else to standard output', async () => {
    const { code, stdout, stderr } = await headroom(['assumptions', 'tiny.json', '--csv', '-'], folder);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.startsWith('\uFEFFsection,path,')).toBe(true);
    expect(
      stdout
        .trimEnd()
        .split('\r\n')
        .every((line) => line.split(',').length >= 12),
    ).toBe(true);
  });

  it('refuses bad input, all at once, and writes nothing', async () => {
    const before = readdirSync(folder);
    const args = ['assumptions', 'tiny.json', '--confidence', 'asumption', '--cvs', 'x'];
    const [wrong, twice, over] = await Promise.all([
      headroom(args, folder),
      headroom(['assumptions', 'tiny.json', '--csv', '-', '--markdown', '-'], folder),
      headroom(['assumptions', 'tiny.json', '--csv', 'tiny.json'], folder),
    ]);
    for (const { code, stdout } of [wrong, twice, over]) expect([code, stdout]).toEqual([2, '']);
    for (const words of ['asumption', 'did you mean "assumption"', '--cvs', 'did you mean "--csv"'])
      expect(onOneLine(wrong.stderr)).toContain(words);
    expect(onOneLine(twice.stderr)).toContain('--csv goes to standard output already');
    expect(onOneLine(over.stderr)).toContain('reads this file');
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('headroom document', () => {
  it('writes the description, with this program’s versions and the run asked for', async () => {
    const args = [
      'document',
      'tiny.json',
      '--seed',
      '7',
      '--replications',
      '200',
      '--weeks',
      '8',
      '--out',
      'model.md',
    ];
    const { code, stdout } = await headroom(args, folder);
    expect([code, stdout]).toEqual([0, 'Written: model.md\n']);
    const text = readFileSync(join(folder, 'model.md'), 'utf8');
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
    expect(text).toContain(`Headroom ${version}, engine `);
    expect(text).toContain('seed 7');
    // Eight weeks from Monday 6 April 2026.
    expect(text).toContain('8 weeks are reported, from 6 April 2026 to 31 May 2026');
    expect(text).toContain('headroom run <scenario> --seed 7 --replications 200 --weeks 8');
  });

  it('goes to standard output when no file is named', async () => {
    const { code, stdout } = await headroom(['document', 'east-sussex'], folder);
    expect(code).toBe(0);
    expect(stdout.startsWith('# Model description: East Sussex')).toBe(true);
  });

  it('refuses bad input, all at once', async () => {
    const { code, stderr } = await headroom(['document', 'nowhere', '--seed', '-1', '--weeks', '0'], folder);
    expect(code).toBe(2);
    for (const words of ['--seed', '--weeks', 'there is no preset or file'])
      expect(onOneLine(stderr)).toContain(words);
  });
});
