/**
 * One scenario from the files it is made of, base first, by JSON merge patch (RFC 7386): an object changes only the keys it names and
 * `null` removes a key. Two rules beyond it: a distribution of another kind, or a group said in another way, replaces the whole.
 * Dated changes are patches themselves, which wait for their day: files are merged inside them too, but there `null` stays.
 *
 * Any parameter may be written `{ "value": ..., "note", "source", "confidence" }`; the value is taken and the rest remembered.
 */

import { CONFIDENCES, type Confidence } from './confidence.ts';
import { nearest } from './did-you-mean.ts';
import { type Problem, shown } from './problem.ts';
import { type Fields, isGroup, join, SCENARIO_SHAPE, type Shape, shapeUnder } from './shape.ts';

export interface Layer {
  /** A preset's id or a file's name, as people know it. */
  readonly name: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Who set a value, and what they said about it. */
export interface Origin {
  readonly setBy: string;
  readonly note: string | null;
  readonly source: string | null;
  readonly confidence: Confidence | null;
}

export interface Merged {
  /** Without notes and without defaults; not yet checked. */
  readonly content: Record<string, unknown>;
  /** By dotted path of the parameter. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** Malformed notes. */
  readonly problems: readonly Problem[];
}

const NOTE_KEYS = ['note', 'source', 'confidence'] as const;
const isConfidence = (said: unknown): said is Confidence => CONFIDENCES.some((known) => known === said);

export function mergeLayers(layers: readonly Layer[]): Merged {
  const origins = new Map<string, Origin>();
  const problems: Problem[] = [];
  const content = layers.reduce<Record<string, unknown>>(
    (below, layer) =>
      mergeGroup(below, layer.content, SCENARIO_SHAPE, '', {
        setBy: layer.name,
        nullStays: false,
        origins,
        problems,
      }),
    {},
  );
  return { content, origins, problems };
}

interface Merging {
  readonly setBy: string;
  /** Inside a dated change, whose `null` removes the key when its day comes. */
  readonly nullStays: boolean;
  readonly origins: Map<string, Origin>;
  readonly problems: Problem[];
}

function mergeGroup(
  below: unknown,
  patch: Readonly<Record<string, unknown>>,
  shape: Shape | undefined,
  path: string,
  merging: Merging,
): Record<string, unknown> {
  const starts = isGroup(below) && !saidAnotherWay(below, patch, shape);
  if (!starts) forget(path, merging);
  const merged = new Map(starts ? Object.entries(below) : []);
  const within = shape?.kind === 'patch' ? { ...merging, nullStays: true } : merging;
  for (const [key, value] of Object.entries(patch)) {
    const inner = join(path, key);
    if (key === '__proto__') {
      const allowed = 'a name that begins with a letter or digit';
      merging.problems.push({
        path: inner,
        value,
        allowed,
        message: `has a name that cannot be used; write ${allowed}`,
      });
    } else if (value === null) {
      if (within.nullStays) merged.set(key, null);
      else merged.delete(key);
      forget(inner, merging);
    } else {
      merged.set(key, mergeValue(merged.get(key), value, shapeUnder(shape, key), inner, within));
    }
  }
  return Object.fromEntries(merged);
}

function mergeValue(
  below: unknown,
  patch: unknown,
  shape: Shape | undefined,
  path: string,
  merging: Merging,
): unknown {
  if (shape?.kind === 'leaf') return mergeLeaf(below, patch, path, merging);
  if (isGroup(patch)) return mergeGroup(below, patch, shape, path, merging);
  return patch;
}

function mergeLeaf(below: unknown, patch: unknown, path: string, merging: Merging): unknown {
  const { value, note, source, confidence } = withoutNotes(patch, path, merging.problems);
  merging.origins.set(path, { setBy: merging.setBy, note, source, confidence });
  if (!isGroup(below) || !isGroup(value)) return value;
  const sameKind = value.distribution === undefined || value.distribution === below.distribution;
  return sameKind ? mergeGroup(below, value, undefined, path, merging) : value;
}

/** Only where a parameter stands can `{ "value": ... }` mean a note: a record may have an entry of that name. */
function withoutNotes(patch: unknown, path: string, problems: Problem[]) {
  if (!isGroup(patch) || !('value' in patch) || 'distribution' in patch) {
    return { value: patch, note: null, source: null, confidence: null };
  }
  for (const [key, said] of Object.entries(patch)) {
    if (key === 'value') continue;
    const problem = problemOfNote(key, said, join(path, key));
    if (problem) problems.push(problem);
  }
  const { value, note, source, confidence } = patch;
  return {
    value,
    note: typeof note === 'string' ? note : null,
    source: typeof source === 'string' ? source : null,
    confidence: isConfidence(confidence) ? confidence : null,
  };
}

function problemOfNote(key: string, said: unknown, path: string): Problem | null {
  if (key === 'confidence') {
    if (isConfidence(said)) return null;
    const allowed = `one of ${CONFIDENCES.map(shown).join(', ')}`;
    return { path, value: said, allowed, message: `is ${shown(said)}; write ${allowed}` };
  }
  if (key === 'note' || key === 'source') {
    if (typeof said === 'string') return null;
    return {
      path,
      value: said,
      allowed: 'text',
      message: `is ${shown(said)}; write text in quotation marks`,
    };
  }
  const allowed = `${NOTE_KEYS.map(shown).join(', ')} beside "value"`;
  return {
    path,
    value: said,
    allowed,
    message: `is not known here${nearest(key, NOTE_KEYS)}; allowed are ${allowed}`,
  };
}

/** Whether the patch speaks of another of the ways in which the group can be said. */
function saidAnotherWay(below: object, patch: object, shape: Shape | undefined): boolean {
  if (shape?.kind !== 'fields' || shape.ways.length < 2) return false;
  const now = wayOf(below, shape);
  const then = wayOf(patch, shape);
  return now !== undefined && then !== undefined && now !== then;
}

/** The only way that has all of the group's keys, if there is just one. */
function wayOf(group: object, { ways }: Fields): ReadonlySet<string> | undefined {
  const fitting = ways.filter((way) => Object.keys(group).every((key) => way.has(key)));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function forget(path: string, { origins }: Merging): void {
  for (const known of origins.keys()) {
    if (known === path || known.startsWith(`${path}.`)) origins.delete(known);
  }
}
