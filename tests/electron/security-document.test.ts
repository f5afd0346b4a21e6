/** docs/security.md: every line and every test that it names is there. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const rows = read('docs/security.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| *\|/.test(line));

describe('docs/security.md', () => {
  test('has every item of Electron’s checklist', () => {
    const numbers = rows.flatMap((row) => /^\| (\d+) \|/.exec(row)?.[1] ?? []).map(Number);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  test.each(rows)('%s', (row) => {
    const named = [...row.matchAll(/`([\w./-]+\.(?:ts|yml|json))`: (?:`([^`]+)`|"([^"]+)")/g)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, file, line, title] of named) {
      const path = file!.endsWith('.test.ts') ? `tests/electron/${file}` : file!;
      expect(read(path)).toContain(line ?? title);
    }
    expect(named.some(([, , , title]) => title !== undefined)).toBe(true);
  });
});

describe('the window’s code', () => {
  const code = globSync('electron/*.ts', { cwd: ROOT }).map(read).join('\n');

  test('uses none of the switches that weaken a window', () => {
    const weak =
      /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|nodeIntegrationIn|allowpopups|openExternal|\bshell\b|no-sandbox|disable-web-security|executeJavaScript|file:\/\//;
    expect(code.split('\n').filter((line) => weak.test(line))).toEqual([]);
  });

  test('has one door', () => {
    expect(code.match(/ipcMain\.\w+/g)).toEqual(['ipcMain.handle']);
  });
});
