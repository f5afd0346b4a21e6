/** Where two scenarios differ, parameter by parameter. */
import { type Leaf, leavesOf } from './shape.ts';

export interface Difference {
  /** Dotted path of the parameter. */
  readonly path: string;
  /** `undefined` where the scenario has no such value. */
  readonly before: unknown;
  readonly after: unknown;
  readonly leaf: Leaf;
}

/** Every parameter that differs; those of `after` in its order, then those that only `before` has. */
export function differences(before: unknown, after: unknown): Difference[] {
  const was = new Map(leavesOf(before).map((found) => [found.path, found]));
  const is = new Map(leavesOf(after).map((found) => [found.path, found]));
  const now = [...is.values()]
    .filter(({ path, value }) => !same(value, was.get(path)?.value))
    .map(({ path, value, leaf }) => ({ path, before: was.get(path)?.value, after: value, leaf }));
  const gone = [...was.values()]
    .filter(({ path }) => !is.has(path))
    .map(({ path, value, leaf }) => ({ path, before: value, after: undefined, leaf }));
  return [...now, ...gone];
}

/** Values of a file: numbers, words, lists and groups of them, in whatever order their keys stand. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && same(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}
