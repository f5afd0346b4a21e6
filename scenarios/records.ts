/** Records keyed by name. */
import * as z from 'zod';

/** Names of sources, needs, pathways, teams and posts. No full stop, because paths such as `pathways.family support` use it. */
export const recordName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} _&'’()/+-]{0,59}$/u);
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
