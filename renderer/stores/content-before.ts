/** A scenario's content as it stands on a date, or just before one of its dated changes: with the changes up to then and no later ones. */
import { mergeLayers } from '../../scenarios/layers.ts';
import { type Scenario, scenarioSchema } from '../../scenarios/schema.ts';
import { isGroup } from '../../scenarios/shape.ts';

type Content = Readonly<Record<string, unknown>>;

/** Every field of a change asks for the same. */
const known = new WeakMap<Content, Map<string, Content>>();

/** @param content merged, without notes; an unknown name is taken for a change after all others */
export function contentBefore(content: Content, name: string): Content {
  const found = known.get(content) ?? new Map<string, Content>();
  known.set(content, found);
  const before = found.get(name) ?? merged(content, earlierThan(content, name));
  found.set(name, before);
  return before;
}

/** And with the change itself. */
export function contentAfter(content: Content, name: string): Content {
  const before = contentBefore(content, name);
  const change = changesOf(content).find(([own]) => own === name)?.[1] ?? {};
  const found = knownAfter.get(before) ?? new Map<Content, Content>();
  knownAfter.set(before, found);
  const after = found.get(change) ?? patched(before, change);
  found.set(change, after);
  return after;
}
const knownAfter = new WeakMap<Content, Map<Content, Content>>();

const read = new WeakMap<Content, Scenario | null>();

/** With every default filled in; `null` where a value is not allowed. */
export function scenarioOf(content: Content): Scenario | null {
  const found = read.get(content);
  if (found !== undefined) return found;
  const parsed = scenarioSchema.safeParse(content);
  const scenario = parsed.success ? parsed.data : null;
  read.set(content, scenario);
  return scenario;
}

/** On a date (ISO), its own changes included. */
export function contentOn(content: Content, date: string): Content {
  return merged(
    content,
    inOrder(content).flatMap(([, change]) => (String(change.from) <= date ? [change] : [])),
  );
}

/** The dated changes, those of one date in the order in which they stand. */
export function inOrder(content: Content): [name: string, change: Content][] {
  return changesOf(content).toSorted(([, one], [, other]) =>
    String(one.from).localeCompare(String(other.from)),
  );
}

function merged(content: Content, changes: readonly Content[]): Content {
  const { changes: _, ...start } = content;
  return changes.reduce(patched, start);
}

/** On the scenario with its defaults, as the dated changes of a file are (scenarios/changes.ts). */
function patched(before: Content, { from: _, ...patch }: Content): Content {
  return mergeLayers([
    { name: 'before', content: scenarioOf(before) ?? before },
    { name: 'change', content: patch },
  ]).content;
}

function earlierThan(content: Content, name: string): Content[] {
  const all = inOrder(content);
  const place = all.findIndex(([own]) => own === name);
  return all.slice(0, place < 0 ? undefined : place).map(([, change]) => change);
}

function changesOf({ changes }: Content): [name: string, change: Content][] {
  return isGroup(changes)
    ? Object.entries(changes).flatMap(([name, change]) => (isGroup(change) ? [[name, change]] : []))
    : [];
}
