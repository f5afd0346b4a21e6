import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DocumentProblem } from '../../host/documents/document-problem.ts';
import { createSettings } from '../../host/settings.ts';

const USUAL = { theme: 'as the system', counted: 'families' };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'headroom-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('settings', () => {
  it('are as usual at first, and stay as they were changed', async () => {
    const inner = join(folder, 'not', 'there', 'yet');
    const settings = createSettings(inner);
    expect(settings.read()).toEqual(USUAL);
    expect(await settings.change({ theme: 'dark' })).toEqual({ ...USUAL, theme: 'dark' });
    expect(createSettings(inner).read()).toEqual({ ...USUAL, theme: 'dark' });
  });

  it('end as the last of several changes at once says', async () => {
    const settings = createSettings(folder);
    await Promise.all([
      settings.change({ theme: 'dark' }),
      settings.change({ counted: 'children' }),
      settings.change({ theme: 'light' }),
    ]);
    expect(createSettings(folder).read()).toEqual({ theme: 'light', counted: 'children' });
  });

  it.each([
    ['torn', '{"theme": "da', USUAL],
    [
      'of another version',
      '{"theme": "sepia", "counted": "children", "zoom": 2}',
      { ...USUAL, counted: 'children' },
    ],
  ])('are read as far as they are understood where the file is %s', (_, text, expected) => {
    writeFileSync(join(folder, 'settings.json'), text);
    expect(createSettings(folder).read()).toEqual(expected);
  });

  it('hold, with a word about it, where the disk refuses', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const settings = createSettings(join(folder, 'a-file'));
    const refused = await settings.change({ theme: 'dark' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DocumentProblem);
    expect(refused).toMatchObject({
      kind: 'storage',
      message: expect.stringContaining('until Headroom is closed'),
    });
    expect(settings.read().theme).toBe('dark');
  });
});
