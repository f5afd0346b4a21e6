/** Records keyed by name. */
import * as z from 'zod';

/** Characters of the name of a record. */
export const LONGEST_RECORD_NAME = 60;
/** Names of sources, needs, pathways, teams and posts. No full stop, because paths such as `pathways.family support` use it. */
export const recordName = z
  .string()
  .regex(new RegExp(`^[\\p{L}\\p{N}][\\p{L}\\p{N} _&'’()/+-]{0,${LONGEST_RECORD_NAME - 1}}$`, 'u'));
/** A record with at most so many entries. */
export const recordUpTo = <Value extends z.ZodType>(most: number, value: Value) =>
  z.record(recordName, value).refine((entries) => Object.keys(entries).length <= most, {
    params: { allowed: `at most ${most} entries` },
  });
/** A record with at least one entry and at most so many. */
export const someOf = <Value extends z.ZodType>(most: number, value: Value) =>
  z
    .record(recordName, value)
    .refine((entries) => Object.keys(entries).length >= 1 && Object.keys(entries).length <= most, {
      params: { allowed: `1 to ${most} entries` },
    });
