/**
 * The results file (JSON): the contract that other programs read. Whole service only.
 * The schema here is its one description; `docs/results.schema.json` is generated from it.
 */
import { z } from 'zod';
import { MEASURES, WEEKLY_KEYS } from '../sim/measures/measures.ts';
import type { Estimate, Summary, WeeklyBand } from '../sim/measures/summary.ts';
import { type Experiment, type ScenarioRun, wholeService } from './experiment.ts';

/** Measures of the contract, in its order. One more is a new version of the contract. */
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
    scenarios: z
      .array(z.strictObject({ name: z.string(), headline: headlineSchema, weekly: weeklySchema }))
      .min(1)
      .meta({ description: 'The base first.' }),
    differences: z
      .array(z.strictObject({ scenario: z.string(), against: z.string(), headline: differencesSchema }))
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
    scenarios: experiment.scenarios.map((run) => ({
      name: run.name,
      headline: headline(run.summary),
      weekly: weekly(run),
    })),
    differences: experiment.differences.map(({ scenario, against, headline }) => ({
      scenario,
      against,
      headline: byKey(RESULT_KEYS, (key) => written(headline[key])),
    })),
  };
}

/** JSON Schema (draft 2020-12) of the results file. That every series has as many values as there are dates it cannot say. */
export const resultsJsonSchema = () => z.toJSONSchema(resultsSchema);

function headline(summary: Summary) {
  const service = wholeService(summary);
  return byKey(RESULT_KEYS, (key) => ({ ...written(service.headline[key]), unit: MEASURES[key].unit }));
}

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

function meaning(key: ResultKey) {
  return { title: MEASURES[key].label, description: MEASURES[key].meaning };
}

function byKey<Key extends string, Value>(
  keys: readonly Key[],
  make: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>;
}
