import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, headroom, remove } from './headroom.ts';

describe('headroom explain', () => {
  let folder = '';
  beforeAll(() => {
    folder = folderWith({
      'wrong.json': {
        type: 'headroom-scenario',
        version: 1,
        extends: 'reference',
        name: 'Wrong',
        period: { weeks: -1 },
      },
    });
  });
  afterAll(() => remove(folder));

  it('says what a preset needs and what alone would bring it level', async () => {
    const { code, stdout, stderr } = await headroom(['explain', 'east-sussex'], folder);
    const words = stdout.replaceAll(/\s+/g, ' ');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(words).toContain('520 are there');
    expect(words).toContain('What binds: places.');
    expect(words).toMatch(/Alone, any one of these would bring it level: [\d.]+ more full-time equivalents/);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('refuses a wrong scenario and an option it does not know', async () => {
    const wrong = await headroom(['explain', 'wrong.json'], folder);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('period.weeks');
    const unknown = await headroom(['explain', 'reference', '--weeks', '5'], folder);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('--weeks');
  });

  it('is short in headroom check', async () => {
    const { stdout } = await headroom(['check', 'east-sussex'], folder);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('places are needed (520 there); what binds: places.');
  });
});
