/** Patches: parts of a scenario that say only what differs (RFC 7386), not yet checked. */
import * as z from 'zod';

interface PatchTarget {
  /** Key of the scenario's own part. */
  readonly key: string;
  readonly schema: z.ZodType;
}

/** The part of a scenario that each patch speaks of. */
export const PATCHES = new Map<z.core.$ZodType, PatchTarget>();

/** A patch on the part of a scenario under `key`: every key optional, `null` takes away. */
export function patchOf(key: string, schema: z.ZodType) {
  const patch = z.record(z.string(), z.unknown());
  PATCHES.set(patch, { key, schema });
  return patch;
}
