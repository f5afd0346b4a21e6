/** The schema as a tree to walk: which values are parameters, which are groups of them, and which are records keyed by name. */
import * as z from 'zod';
import { PARAMETERS, type Parameter } from './parameter.ts';
import { PATCHES } from './patch.ts';
import { scenarioSchema } from './schema.ts';

export type Shape = Leaf | Fields | Named | Patch;

/** One parameter, a whole distribution included. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly about: Parameter;
  /** `undefined` where there is none. */
  readonly default: unknown;
  /** May be left out although it has no default. */
  readonly optional: boolean;
}

/** A group with fixed keys. */
export interface Fields {
  readonly kind: 'fields';
  readonly fields: ReadonlyMap<string, Shape>;
  /** Where a group can be said in several ways: the keys of each. */
  readonly ways: readonly ReadonlySet<string>[];
}

/** A record: entries alike, under names a person chooses. */
export interface Named {
  readonly kind: 'named';
  readonly entry: Shape;
}

/** A part of a dated change: what of the scenario's own part is different. `null` in it takes away. */
export interface Patch {
  readonly kind: 'patch';
  readonly of: Shape;
}

/** The shape of a whole scenario. */
export const SCENARIO_SHAPE = shapeOf(scenarioSchema) as Fields;

/** What lies under `key`, or `undefined` when nothing may. */
export function shapeUnder(shape: Shape | undefined, key: string): Shape | undefined {
  if (shape?.kind === 'fields') return shape.fields.get(key);
  if (shape?.kind === 'patch') return shapeUnder(shape.of, key);
  return shape?.kind === 'named' ? shape.entry : undefined;
}

/** Every parameter with its path; a name that a person chooses is written `*`. Patches hold no parameters of their own. */
export function parameters(shape: Shape = SCENARIO_SHAPE, path = ''): { path: string; leaf: Leaf }[] {
  switch (shape.kind) {
    case 'leaf':
      return [{ path, leaf: shape }];
    case 'named':
      return parameters(shape.entry, join(path, '*'));
    case 'fields':
      return [...shape.fields].flatMap(([key, field]) => parameters(field, join(path, key)));
    case 'patch':
      return [];
  }
}

/** Every parameter that `value` holds, those of dated changes too, with its path. One that a change takes away is `null`. */
export function leavesOf(value: unknown, shape: Shape = SCENARIO_SHAPE, path = ''): FoundLeaf[] {
  if (value === undefined) return [];
  if (shape.kind === 'leaf') return [{ path, value, leaf: shape }];
  if (!isGroup(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const under = shapeUnder(shape, key);
    return under ? leavesOf(inner, under, join(path, key)) : [];
  });
}

export interface FoundLeaf {
  readonly path: string;
  readonly value: unknown;
  readonly leaf: Leaf;
}

export const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

export const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function shapeOf(schema: z.core.$ZodType, optional = false): Shape {
  const patch = PATCHES.get(schema);
  if (patch) return { kind: 'patch', of: shapeOf(patch.schema) };
  const about = PARAMETERS.get(schema as z.ZodType);
  if (about) {
    const value = schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;
    return { kind: 'leaf', about, default: value, optional };
  }
  if (schema instanceof z.ZodOptional) return shapeOf(schema.unwrap(), true);
  if (schema instanceof z.ZodPrefault) return shapeOf(schema.unwrap(), optional);
  if (schema instanceof z.ZodRecord) return { kind: 'named', entry: shapeOf(schema.valueType) };
  if (schema instanceof z.ZodObject) return fieldsOf([schema]);
  if (schema instanceof z.ZodUnion) return fieldsOf(schema.options as z.ZodObject[]);
  throw new Error(`The schema holds a ${schema._zod.def.type} that is no parameter.`);
}

function fieldsOf(ways: readonly z.ZodObject[]): Fields {
  const shapes = ways.map((way) =>
    Object.entries(way.shape).map(([key, field]) => [key, shapeOf(field)] as const),
  );
  return {
    kind: 'fields',
    fields: new Map(shapes.flat()),
    ways: shapes.map((fields) => new Set(fields.map(([key]) => key))),
  };
}
