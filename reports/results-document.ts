/**
 * The results file (JSON): the contract that other programs read. Whole service only, in families and again in children.
 * The schema here is its one description; `docs/results.schema.json` is generated from it.
 */
import { z } from 'zod';
import { MEASURE_KEYS, MEASURES, type MeasureKey, WEEKLY_KEYS } from '../sim/measures/measures.ts';
import type { Estimate, Summary, WeeklyBand } from '../sim/measures/summary.ts';
import {
  type Experiment,
  isSameGroup,
  type PostPaid,
  type ScenarioDifference,
  type ScenarioRun,
  serviceCounted,
  wholeService,
} from './experiment.ts';
import { unitOf } from './wording.ts';

/** Measures that `headline` and `weekly` hold, in this order. One more or less is a new version of the contract; others go to `further`. */
export const RESULT_KEYS = [
  'waiting_mean',
  'waiting_end',
  'longest_wait_end',
  'wait_mean',
  'wait_p50',
  'wait_p90',
  'wait_all_mean',
  'within_target',
  'triage_wait_mean',
  'referrals',
  'allocated',
  'left_list',
  'escalated',
  'closed',
  'rereferred',
  'open_cases_mean',
  'slots_used_mean',
  'direct_hours_used_share',
  'sessions_held',
  'sessions_slipped',
  'length_mean',
] as const satisfies readonly (keyof typeof MEASURES)[];
type ResultKey = (typeof RESULT_KEYS)[number];
type FurtherKey = Exclude<MeasureKey, ResultKey>;
const FURTHER_KEYS = MEASURE_KEYS.filter(
  (key): key is FurtherKey => !(RESULT_KEYS as readonly MeasureKey[]).includes(key),
);

type WeeklyResultKey = Extract<ResultKey, (typeof WEEKLY_KEYS)[number]>;
export const WEEKLY_RESULT_KEYS = RESULT_KEYS.filter((key): key is WeeklyResultKey =>
  (WEEKLY_KEYS as readonly string[]).includes(key),
);

const value = z
  .number()
  .nullable()
  .meta({ id: 'value', description: 'null where there is no meaningful value.' });
const series = z.array(value).meta({ id: 'series', description: 'One value for each week of the period.' });
const estimate = z.strictObject({ mean: value, se: value, lo: value, hi: value }).meta({
  id: 'estimate',
  description: 'Mean over replications, its standard error, and the bounds of its 95% t interval.',
});
const band = z
  .strictObject({ mean: series, p5: series, p25: series, p50: series, p75: series, p95: series })
  .meta({ id: 'band', description: 'Mean and percentiles over replications (R type 7).' });

const headlineSchema = z.strictObject(
  byKey(RESULT_KEYS, (key) => estimate.extend({ unit: z.literal(MEASURES[key].unit) }).meta(meaning(key))),
);
const differencesSchema = z.strictObject(byKey(RESULT_KEYS, () => estimate));
const FURTHER = 'Measures that came after the first. A program that reads the file may leave them out.';
const furtherSchema = z
  .strictObject(
    byKey(FURTHER_KEYS, (key) =>
      estimate
        .extend({ unit: z.literal(MEASURES[key].unit) })
        .meta(meaning(key))
        .optional(),
    ),
  )
  .meta({ description: FURTHER });
const furtherDifferencesSchema = z
  .strictObject(byKey(FURTHER_KEYS, () => estimate.optional()))
  .meta({ description: FURTHER });
const IN_CHILDREN =
  'The same, with every family counted as many times as it has children; measures of families only. A program that reads the file may leave it out.';
const childrenSchema = z
  .strictObject({
    headline: z.strictObject(
      byKey(MEASURE_KEYS, (key) => estimate.extend({ unit: z.literal(unitOf(key, 'children')) }).optional()),
    ),
    weekly: z.strictObject(byKey(WEEKLY_RESULT_KEYS, () => band.optional())),
  })
  .meta({ description: IN_CHILDREN });
const childrenDifferencesSchema = z
  .strictObject(byKey(MEASURE_KEYS, () => estimate.optional()))
  .meta({ description: IN_CHILDREN });
const postSchema = z.strictObject({
  team: z.string(),
  post: z.string(),
  cost: estimate.extend({ unit: z.literal('pounds') }).meta({
    description: 'Pounds for workers in post in the period: the part of cost_staff that is this post’s.',
  }),
});
const changeSchema = z.strictObject({
  from: z.iso.date().meta({ description: 'Its first day.' }),
  names: z.array(z.string()),
  words: z.array(z.string()).meta({ description: 'What is different from that day on.' }),
});
const weeklySchema = z
  .strictObject({
    ...byKey(WEEKLY_RESULT_KEYS, (key) => band.meta(meaning(key))),
    dates: z.array(z.iso.date()).meta({ description: 'Date on which each week begins.' }),
  })
  .superRefine(({ dates, ...bands }, context) => {
    for (const [key, statistics] of Object.entries(bands)) {
      for (const [statistic, values] of Object.entries(statistics)) {
        if (values.length === dates.length) continue;
        const message = `${values.length} values for ${dates.length} weeks`;
        context.addIssue({ code: 'custom', path: [key, statistic], message });
      }
    }
  });

export const resultsSchema = z
  .strictObject({
    type: z.literal('headroom-results'),
    version: z.literal(1),
    engine: z.string().min(1).meta({ description: 'Version of the engine that made the results.' }),
    seed: z.int(),
    replications: z.int().positive(),
    stopped: z.literal(true).optional().meta({
      description: 'There where a person stopped the run before all replications that were planned.',
    }),
    scenarios: z
      .array(
        z.strictObject({
          name: z.string(),
          headline: headlineSchema,
          weekly: weeklySchema,
          further: furtherSchema.optional(),
          children: childrenSchema.optional(),
          changes: z
            .array(changeSchema)
            .optional()
            .meta({ description: 'Dated changes in the period, in order of date.' }),
          settled: z.literal(false).optional().meta({
            description:
              'There where a length of warm-up was looked for and the service was never seen to settle: its figures depend on how long it has run.',
          }),
          priceYear: z
            .string()
            .optional()
            .meta({ description: 'The year whose prices costs are in; left out where nothing is costed.' }),
          posts: z
            .array(postSchema)
            .optional()
            .meta({ description: 'What the workers of each post cost; left out where nothing is costed.' }),
        }),
      )
      .min(1)
      .meta({ description: 'The base first.' }),
    differences: z
      .array(
        z.strictObject({
          scenario: z.string(),
          against: z.string(),
          headline: differencesSchema,
          further: furtherDifferencesSchema.optional(),
          children: childrenDifferencesSchema.optional(),
        }),
      )
      .meta({ description: '`scenario` minus `against`, paired replication by replication.' }),
  })
  .meta({
    title: 'Headroom results',
    description: 'Results of one or more scenarios, for the whole service.',
  });

export type ResultsDocument = z.infer<typeof resultsSchema>;

export function resultsDocument(experiment: Experiment): ResultsDocument {
  const { engine, seed, replications } = experiment;
  return {
    type: 'headroom-results',
    version: 1,
    engine,
    seed,
    replications,
    ...(experiment.precision.stopped ? { stopped: true as const } : {}),
    scenarios: experiment.scenarios.map((run) => ({
      name: run.name,
      headline: figures(RESULT_KEYS, run.summary),
      weekly: weekly(run),
      further: figures(FURTHER_KEYS, run.summary),
      ...inChildren(run),
      ...(run.changes.length > 0 ? { changes: run.changes.map(writtenChange) } : {}),
      ...(run.settled ? {} : { settled: false as const }),
      ...(run.priceYear === null ? {} : { priceYear: run.priceYear, posts: run.posts.paid.map(writtenPost) }),
    })),
    differences: experiment.differences.map((difference) => ({
      scenario: difference.scenario,
      against: difference.against,
      headline: byKey(RESULT_KEYS, (key) => written(difference.headline[key])),
      further: byKey(FURTHER_KEYS, (key) => written(difference.headline[key])),
      ...differenceInChildren(difference, experiment.scenarios[0]!),
    })),
  };
}

/** Nothing where children are not drawn. */
function inChildren({ summary }: ScenarioRun): Pick<ResultsDocument['scenarios'][number], 'children'> {
  const service = serviceCounted(summary, 'children');
  if (service === null) return {};
  const kept = MEASURE_KEYS.filter((key) => service.headline[key].count > 0);
  const weeklyKept = WEEKLY_RESULT_KEYS.filter((key) => service.weekly[key].mean.some(Number.isFinite));
  return {
    children: {
      headline: byKey(kept, (key) => ({
        ...written(service.headline[key]),
        unit: unitOf(key, 'children'),
      })),
      weekly: byKey(weeklyKept, (key) => writtenBand(service.weekly[key])),
    },
  };
}

function differenceInChildren(
  difference: ScenarioDifference,
  { summary }: ScenarioRun,
): Pick<ResultsDocument['differences'][number], 'children'> {
  const service = serviceCounted(summary, 'children')?.group;
  const headline = service && difference.groups.find(({ group }) => isSameGroup(group, service))?.headline;
  if (!headline) return {};
  const kept = MEASURE_KEYS.filter((key) => headline[key].count > 0);
  return { children: byKey(kept, (key) => written(headline[key])) };
}

/** JSON Schema (draft 2020-12) of the results file. That every series has as many values as there are dates it cannot say. */
export const resultsJsonSchema = () => z.toJSONSchema(resultsSchema);

function figures<Key extends MeasureKey>(keys: readonly Key[], summary: Summary) {
  const service = wholeService(summary);
  const unitOfKey = (key: Key): (typeof MEASURES)[Key]['unit'] => MEASURES[key].unit;
  return byKey(keys, (key) => ({ ...written(service.headline[key]), unit: unitOfKey(key) }));
}

const writtenChange = ({ from, names, words }: ScenarioRun['changes'][number]) => ({
  from,
  names: [...names],
  words: [...words],
});

const writtenPost = ({ team, post, pounds }: PostPaid) => ({
  team,
  post,
  cost: { ...written(pounds), unit: 'pounds' as const },
});

function weekly({ summary, dates }: ScenarioRun) {
  const service = wholeService(summary);
  return { ...byKey(WEEKLY_RESULT_KEYS, (key) => writtenBand(service.weekly[key])), dates: [...dates] };
}

const written = ({ mean, se, lo, hi }: Estimate) => ({
  mean: writtenValue(mean),
  se: writtenValue(se),
  lo: writtenValue(lo),
  hi: writtenValue(hi),
});

const writtenBand = ({ mean, p5, p25, p50, p75, p95 }: WeeklyBand) => ({
  mean: mean.map(writtenValue),
  p5: p5.map(writtenValue),
  p25: p25.map(writtenValue),
  p50: p50.map(writtenValue),
  p75: p75.map(writtenValue),
  p95: p95.map(writtenValue),
});

/** JSON has no NaN. */
const writtenValue = (value: number): number | null => (Number.isFinite(value) ? value : null);

function meaning(key: MeasureKey) {
  return { title: MEASURES[key].label, description: MEASURES[key].meaning };
}

function byKey<Key extends string, Value>(
  keys: readonly Key[],
  make: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>;
}
