/** The scenario file as a JSON Schema, so that editors complete and explain it. `check.ts` remains the judge. */
import * as z from 'zod';
import { countDistribution, timeDistribution } from './distribution.ts';
import { PARAMETERS, type Parameter } from './parameter.ts';
import { PATCHES } from './patch.ts';
import { SCENARIO_TYPE, SCENARIO_VERSION, scenarioSchema } from './schema.ts';

type Schema = Record<string, unknown>;

/**
 * Every parameter may be written with notes, or be `null` in a file that extends another. Nothing but the header is required, because
 * such a file names only what differs.
 */
export function scenarioJsonSchema(): Schema {
  const content = z.toJSONSchema(scenarioSchema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => adapt(zodSchema, jsonSchema),
  });
  const shared = { times: plain(timeDistribution), counts: plain(countDistribution) };
  const { $schema, properties, ...rest } = referring(content, shared) as Schema & { properties: Schema };
  return {
    $schema,
    title: 'Headroom scenario',
    ...rest,
    properties: {
      $schema: { type: 'string' },
      type: { const: SCENARIO_TYPE },
      version: { const: SCENARIO_VERSION },
      extends: {
        type: 'string',
        description: 'The id of a preset, or the path of a scenario file from this one.',
      },
      ...properties,
    },
    required: ['type', 'version'],
    $defs: shared,
  };
}

function adapt(zodSchema: z.core.$ZodTypes, jsonSchema: Schema): void {
  const patch = PATCHES.get(zodSchema);
  if (patch) {
    for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
    Object.assign(jsonSchema, { $ref: `#/properties/${patch.key}` });
    return;
  }
  const about = PARAMETERS.get(zodSchema as z.core.$ZodType as z.ZodType);
  if (about) {
    wrapParameter(jsonSchema, about);
    return;
  }
  delete jsonSchema.default;
  if (zodSchema._zod.def.type === 'object' && !('distribution' in zodSchema._zod.def.shape))
    delete jsonSchema.required;
  if (zodSchema._zod.def.type === 'record') {
    jsonSchema.additionalProperties = { anyOf: [jsonSchema.additionalProperties, { type: 'null' }] };
  }
}

function wrapParameter(jsonSchema: Schema, about: Parameter): void {
  const { default: usual, ...value } = { ...jsonSchema };
  for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
  const source = about.source === null ? '' : ` Default from: ${about.source} (${about.confidence}).`;
  Object.assign(jsonSchema, {
    description: `${about.description} Unit: ${about.unit}. Allowed: ${about.allowed}.${source}`,
    ...(usual === undefined ? {} : { default: usual }),
    anyOf: [value, withNotes(value), { type: 'null' }],
  });
}

function withNotes(value: Schema): Schema {
  const confidence = { enum: ['stated', 'public', 'derived', 'assumption'] };
  return {
    type: 'object',
    properties: { value, note: { type: 'string' }, source: { type: 'string' }, confidence },
    required: ['value'],
    additionalProperties: false,
  };
}

/** Replaces each copy of a shared schema by a reference to it. */
function referring(schema: unknown, shared: Readonly<Record<string, Schema>>): unknown {
  const name = Object.keys(shared).find((key) => JSON.stringify(shared[key]) === JSON.stringify(schema));
  if (name !== undefined) return { $ref: `#/$defs/${name}` };
  if (Array.isArray(schema)) return schema.map((inner) => referring(inner, shared));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(Object.entries(schema).map(([key, inner]) => [key, referring(inner, shared)]));
}

function plain(schema: z.ZodType): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => void delete jsonSchema.default,
  });
  return rest;
}
