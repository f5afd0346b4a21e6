/** docs/mechanisms.md names parameters, tests, presets and stories: each of them must be there. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../scenarios/presets/index.ts';
import { parameters } from '../../scenarios/shape.ts';
import { STORIES } from '../../scenarios/stories/index.ts';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/mechanisms.md', root), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| M'))
  .map((line) => {
    const [number, mechanism, paths, proof, use, ...more] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { number: number!, mechanism: mechanism!, paths: paths!, proof: proof!, use: use!, more };
  });

const inCode = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text!);

/** The test files of a cell, each with the names given after it. */
function proofs(cell: string): { file: string; names: string[] }[] {
  return cell.split(/; (?=`)/).map((part) => ({
    file: inCode(part).join(),
    names: [...part.matchAll(/“([^”]+)”/g)].map(([, name]) => name!),
  }));
}

/** Names of tests and of groups of tests. */
function namesIn(file: string): Set<string> {
  const text = readFileSync(new URL(file, root), 'utf8');
  return new Set(
    [...text.matchAll(/(?:\bit|\bdescribe|\))\(\s*(['"`])(.+?)\1\s*,/g)].map(([, , name]) => name!),
  );
}

describe('docs/mechanisms.md', () => {
  it('has a row for each of the twenty mechanisms, in order, and nothing else in it', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => `M${i + 1}`));
    for (const { number, mechanism, more } of rows) {
      expect(mechanism, number).toMatch(/^\*\*.+\*\*/);
      expect(more, number).toEqual([]);
    }
  });

  it.each(rows)('$number: parameters are in the schema', ({ paths }) => {
    const known = new Set(parameters().map(({ path }) => path));
    const named = inCode(paths);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !known.has(path))).toEqual([]);
  });

  it.each(rows)('$number: tests are there', ({ proof }) => {
    const named = proofs(proof);
    expect(named.length).toBeGreaterThan(0);
    for (const { file, names } of named) {
      expect(existsSync(new URL(file, root)), file).toBe(true);
      const known = namesIn(file);
      expect(names.length, file).toBeGreaterThan(0);
      expect(names.filter((name) => !known.has(name))).toEqual([]);
    }
  });

  it.each(rows)(
    '$number: presets and stories are there and set one of its parameters, or none is said to',
    ({ paths, use }) => {
      const known = new Map<string, unknown>([
        ...PRESETS.map(({ id, scenario }) => [id, scenario] as const),
        ...STORIES.map(({ id, content }) => [id, content] as const),
      ]);
      const named = inCode(use);
      expect(named.filter((id) => !known.has(id))).toEqual([]);
      const forms = inCode(paths).map(
        (path) => new RegExp(`(^|\\.)${path.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}(\\.|$)`),
      );
      const sets = (id: string) =>
        pathsIn(known.get(id)).some((path) => forms.some((form) => form.test(path)));
      expect(named.filter((id) => !sets(id))).toEqual([]);
      expect(named.length > 0).toBe(!use.startsWith('none: ') && use !== 'every preset');
    },
  );

  it.each(rows.filter(({ use }) => use.startsWith('none: ')))(
    '$number, which nothing uses, is off and says so',
    ({ mechanism }) => {
      expect(mechanism).toMatch(/\b(Off|are off)\b/);
    },
  );

  it('leaves no parameter of the service out', () => {
    const named = new Set(rows.flatMap(({ paths }) => inCode(paths)));
    const groups = new Set([...named].map(groupOf));
    const outside = /^(name|description|period|costs|opening)\b/;
    const left = parameters()
      .map(({ path }) => path)
      .filter((path) => !outside.test(path) && !named.has(path) && !groups.has(groupOf(path)));
    expect(left).toEqual([]);
  });
});

/** The group a parameter stands in. */
const groupOf = (path: string) => path.split('.').slice(0, -1).join('.');

/** Path of every value in a file. */
function pathsIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsIn(inner, path === '' ? key : `${path}.${key}`),
  );
}
