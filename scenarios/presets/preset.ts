/** A preset: a scenario that stands for a real service, with what that service has published about itself and what remains unclear. */
import * as z from 'zod';

/** Published figures that a simulation can be set beside. */
const COMPARED_FIGURES = [
  'open families',
  'open children',
  'families waiting',
  'time to allocation',
  'allocated a year',
  'referrals a year',
] as const;
export type ComparedFigure = (typeof COMPARED_FIGURES)[number];

const source = {
  /** What is counted, and any reading that was needed. */
  note: z.string().min(1).optional(),
  /** In words a council reader can follow. */
  source: z.string().min(1),
  /**
   * Half of the last unit that the source gives, in the unit used here: half a month in weeks where a length is in whole months.
   * Left out: half of the last unit of the figure as it stands here.
   */
  within: z.number().min(0).optional(),
};

const figure = z
  .strictObject({
    value: z.number().min(0),
    /** Where the source gives a range, of which the value is the middle. */
    between: z.tuple([z.number().min(0), z.number().min(0)]).optional(),
    ...source,
  })
  .refine(({ value, between: [least, most] = [value, value] }) => least <= value && value <= most, {
    error: 'value is outside between',
  });

const range = z
  .strictObject({ least: z.number().min(0), most: z.number().min(0), ...source })
  .refine(({ least, most }) => least <= most, { error: 'least is above most' });

const figures = {
  openFamilies: figure.optional(),
  openChildren: figure.optional(),
  waiting: figure.optional(),
  waitWorkingDays: range.optional(),
  lengthWeeks: range.optional(),
  referralsPerYear: range.optional(),
  throughputPerYear: range.optional(),
  caseload: range.optional(),
};

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
    ...figures,
    /** Of one of several pathways. */
    byPathway: z.record(z.string().min(1), z.strictObject(figures)).optional(),
  }),
  /** What in the sources contradicts itself or needed a reading, and the published figures that a simulation can miss for it. */
  contradictions: z.array(
    z.strictObject({
      id: z.string().min(1),
      text: z.string().min(1),
      figures: z.array(z.enum(COMPARED_FIGURES)).min(1).optional(),
    }),
  ),
  /**
   * How its referrals were found, since hardly any service publishes them: as stated, less those who come back; the inflow that keeps
   * the published list, or the published open cases, level; the inflow that uses 90% of places where there is no list; or that of the
   * reference service.
   */
  inflow: z.enum(['stated', 'level list', 'level cases', 'places 90% used', 'reference']),
  /** A whole scenario file, header included, without "extends". */
  scenario: z.unknown(),
});

export type Preset = z.output<typeof presetSchema>;
/** What is published of a whole service, or of one of its pathways. */
export type PublishedFigures = Omit<Preset['published'], 'byPathway'>;
