import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FROZEN, type Frozen, freshResults } from './frozen.ts';

const frozen = JSON.parse(readFileSync(FROZEN, 'utf8')) as Frozen;
const fresh = freshResults();

test('the same cases are run, by the engine that froze them', () => {
  expect(fresh.engine).toBe(frozen.engine);
  expect(Object.keys(fresh.results)).toEqual(Object.keys(frozen.results));
});

test.each(Object.keys(frozen.results))('%s gives the frozen results, bit for bit', (name) => {
  expect(fresh.results[name]).toEqual(frozen.results[name]);
});
