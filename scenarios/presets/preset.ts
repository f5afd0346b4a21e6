/** A preset: a scenario that stands for a real service, with what that service has published about itself and what remains unclear. */
import * as z from 'zod';

const figure = z.strictObject({
  value: z.number().min(0),
  /** What is counted, and any reading that was needed. */
  note: z.string().min(1).optional(),
  /** In words a council reader can follow. */
  source: z.string().min(1),
});

const range = z
  .strictObject({
    least: z.number().min(0),
    most: z.number().min(0),
    note: z.string().min(1).optional(),
    source: z.string().min(1),
  })
  .refine(({ least, most }) => least <= most, { error: 'least is above most' });

export const presetSchema = z.strictObject({
  /** What a scenario file writes after "extends". */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1).max(120),
  authority: z.string().min(1),
  tier: z.string().min(1).nullable(),
  /** When the published figures hold, as the source dates them. */
  asOf: z.string().min(1),
  summary: z.string().min(1),
  /** Figures of the service itself, for comparing a run with; they set nothing. */
  published: z.strictObject({
    openFamilies: figure.optional(),
    openChildren: figure.optional(),
    waiting: figure.optional(),
    waitWorkingDays: range.optional(),
    lengthWeeks: range.optional(),
    throughputPerYear: range.optional(),
    caseload: range.optional(),
  }),
  /** What in the sources contradicts itself or needed a reading. */
  contradictions: z.array(z.strictObject({ id: z.string().min(1), text: z.string().min(1) })),
  /**
   * How its referrals were found, since hardly any service publishes them: the inflow that keeps the published list level, the inflow
   * that uses 90% of places where there is no list, or that of the reference service.
   */
  inflow: z.enum(['level list', 'places 90% used', 'reference']),
  /** A whole scenario file, header included, without "extends". */
  scenario: z.unknown(),
});

export type Preset = z.output<typeof presetSchema>;
