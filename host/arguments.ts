/** The argument of every request as a schema: nothing that comes over a wire is used before it has passed here. */
import * as z from 'zod';
import { scenarioSchema } from '../scenarios/schema.ts';
import type { ArgumentOf, RequestName } from './contract.ts';

/** Longest path that any of the three systems takes. */
const MOST_IN_PATH = 4096;
const MOST_IN_NAME = 200;
const MOST_IN_NOTE = 20_000;
/** A comparison is of two to six; a run also of one. */
const MOST_SCENARIOS = 6;
const MOST_STEPS = 1000;
const MOST_COLUMNS = 200;
const MOST_ROWS = 200_000;
/** Seeds are whole numbers of 32 bits. */
const LARGEST_SEED = 2 ** 32 - 1;
/** An interval needs two. */
const FEWEST_REPLICATIONS = 2;
const MOST_REPLICATIONS = 1_000_000;

const name = z.string().trim().min(1).max(MOST_IN_NAME);
const id = z.string().min(1).max(MOST_IN_NAME);
const path = z
  .string()
  .min(1)
  .max(MOST_IN_PATH)
  .refine((text) => !text.includes('\0'), { error: 'a path without a null character' });
const place = z.int().min(0);

/** Its values are checked when the scenario is read, where each problem is told with its place. */
const content = z.record(z.string(), z.json());
const scenario = z.strictObject({ id, content });
const comparison = z.strictObject({ id, name, scenarios: z.array(id).min(2).max(MOST_SCENARIOS) });
const cell = z.union([z.string().max(MOST_IN_NOTE), z.number()]);
const dataset = z.strictObject({
  id,
  name,
  from: z.string().max(MOST_IN_PATH),
  columns: z.array(z.string().max(MOST_IN_NAME)).max(MOST_COLUMNS),
  rows: z.array(z.array(cell).max(MOST_COLUMNS)).max(MOST_ROWS),
});
const note = z.strictObject({
  subject: z
    .string()
    .min(1)
    .max(MOST_IN_NAME * 4),
  text: z.string().max(MOST_IN_NOTE),
});

const step = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('put scenario'), scenario, at: place.exactOptional() }),
  z.strictObject({ kind: z.literal('remove scenario'), id }),
  z.strictObject({ kind: z.literal('move scenario'), id, to: place }),
  z.strictObject({ kind: z.literal('put comparison'), comparison }),
  z.strictObject({ kind: z.literal('remove comparison'), id }),
  z.strictObject({ kind: z.literal('put dataset'), dataset }),
  z.strictObject({ kind: z.literal('remove dataset'), id }),
  z.strictObject({ kind: z.literal('put note'), note }),
]);

const revised = { document: id, revision: z.int().min(0) };
const replications = z.int().min(FEWEST_REPLICATIONS).max(MOST_REPLICATIONS);

/** A request of the contract that is missing here does not compile, nor does one whose schema lets more through than its type. */
export const ARGUMENTS: { readonly [Name in RequestName]: z.ZodType<ArgumentOf<Name>> } = {
  about: z.null(),
  settings: z.null(),
  'settings change': z.strictObject({
    theme: z.enum(['light', 'dark', 'as the system']).exactOptional(),
    counted: z.enum(['families', 'children']).exactOptional(),
  }),
  documents: z.null(),
  'document new': z.strictObject({ path: path.exactOptional(), name: name.exactOptional() }),
  'document open': z.strictObject({ path }),
  document: z.strictObject({ document: id }),
  'document close': z.strictObject({ document: id }),
  'document copy': z.strictObject({ document: id, path: path.exactOptional(), name: name.exactOptional() }),
  'document edit': z.strictObject({
    ...revised,
    edit: z.strictObject({
      label: z
        .string()
        .trim()
        .min(1)
        .max(MOST_IN_NAME * 2),
      steps: z.array(step).min(1).max(MOST_STEPS),
    }),
  }),
  'document undo': z.strictObject(revised),
  'document redo': z.strictObject(revised),
  'run start': z.strictObject({
    run: id,
    scenarios: z.array(content).min(1).max(MOST_SCENARIOS),
    seed: z.int().min(0).max(LARGEST_SEED),
    replications: z.union([replications, z.literal('auto')]),
    maxReplications: replications,
    weeks: scenarioSchema.shape.period.shape.weeks.unwrap().exactOptional(),
    mayTakeLong: z.boolean(),
    firstLook: z.boolean().exactOptional(),
    priority: z.enum(['preview', 'full']),
    keep: z.strictObject({ document: id, label: name }).exactOptional(),
  }),
  'run cancel': z.strictObject({ run: id }),
  'results kept': z.strictObject({ document: id }),
  'result kept': z.strictObject({ document: id, result: id }),
  'model description': z.strictObject({ scenario: content }),
};
