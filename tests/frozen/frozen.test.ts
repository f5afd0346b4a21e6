import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FROZEN, type Frozen, freshResults } from './frozen.ts';

const frozen = JSON.parse(readFileSync(FROZEN, 'utf8')) as Frozen;
const fresh = freshResults();

test('the same cases are run, by the engine that froze them', () => {
  expect(fresh.engine).toBe(frozen.engine);
  expect(Object.keys(fresh.results)).toEqual(Object.keys(frozen.results));
});

/** A measure that came later is not in the file: the keys that the file has are compared, every one of them, bit for bit. */
test.each(Object.keys(frozen.results))('%s gives the frozen results, bit for bit', (name) => {
  const kept = fresh.results[name]!.map((headline, replication) =>
    Object.fromEntries(Object.keys(frozen.results[name]![replication]!).map((key) => [key, headline[key]])),
  );
  expect(kept).toEqual(frozen.results[name]);
  expect(kept).toHaveLength(frozen.results[name]!.length);
});
