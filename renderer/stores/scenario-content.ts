/** The content of a scenario file with a value set, taken out or noted: what a person's edit makes of it. */
import type { ScenarioContent } from '../../host/contract.ts';
import { isGroup } from '../../scenarios/shape.ts';

export const keysOf = (path: string): string[] => path.split('.');

/** What stands at a path, or `undefined`. */
export function valueAt(content: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => (isGroup(value) ? value[key] : undefined), content);
}

export function withValue(content: ScenarioContent, path: string, value: unknown): ScenarioContent {
  return set(content, keysOf(path), value);
}

/**
 * Without what stands at a path. Groups that become empty go too where `base` has them; elsewhere an empty group still says something,
 * such as that there is a pathway.
 */
export function withoutValue(content: ScenarioContent, path: string, base: unknown): ScenarioContent {
  return remove(content, keysOf(path), base);
}

export interface Annotated {
  readonly value: unknown;
  readonly note?: unknown;
  readonly source?: unknown;
  readonly confidence?: unknown;
}

/** A parameter written with a note, as `{ "value": ... }`; a distribution may have a "value" too. */
export function isAnnotated(written: unknown): written is Annotated {
  return isGroup(written) && 'value' in written && !('distribution' in written);
}

export const bare = (written: unknown): unknown => (isAnnotated(written) ? written.value : written);

function set(content: ScenarioContent, [key, ...rest]: readonly string[], value: unknown): ScenarioContent {
  if (key === undefined) return content;
  if (rest.length === 0) return { ...content, [key]: value };
  const inner = content[key];
  return { ...content, [key]: set(isGroup(inner) ? inner : {}, rest, value) };
}

function remove(content: ScenarioContent, [key, ...rest]: readonly string[], base: unknown): ScenarioContent {
  if (key === undefined || !(key in content)) return content;
  const { [key]: inner, ...others } = content;
  if (rest.length === 0 || !isGroup(inner)) return others;
  const below = isGroup(base) ? base[key] : undefined;
  const left = remove(inner, rest, below);
  return Object.keys(left).length === 0 && isGroup(below) ? others : { ...content, [key]: left };
}
