import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  resultsDocument,
  resultsJsonSchema,
  resultsSchema,
  WEEKLY_RESULT_KEYS,
} from '../../reports/results-document.ts';
import { experiment, NO_FIGURE, TODAY, TWO_MORE } from './fixture-experiment.ts';

/** As another program sees it: through JSON. */
const written = (made = experiment([TODAY, TWO_MORE])) => JSON.parse(JSON.stringify(resultsDocument(made)));

test('what is written is what the contract says', () => {
  const document = written();
  expect(resultsSchema.safeParse(document).error).toBeUndefined();
  expect(Object.keys(document)).toEqual([
    'type',
    'version',
    'engine',
    'seed',
    'replications',
    'scenarios',
    'differences',
  ]);
  expect(Object.keys(document.scenarios[0])).toEqual([
    'name',
    'headline',
    'weekly',
    'further',
    'children',
    'priceYear',
    'posts',
  ]);
  expect(Object.keys(document.scenarios[0].headline)).toEqual([
    ...[
      'waiting_mean',
      'waiting_end',
      'longest_wait_end',
      'wait_mean',
      'wait_p50',
      'wait_p90',
      'wait_all_mean',
    ],
    ...['within_target', 'triage_wait_mean', 'referrals', 'allocated', 'left_list', 'escalated', 'closed'],
    ...['rereferred', 'open_cases_mean', 'slots_used_mean', 'direct_hours_used_share', 'sessions_held'],
    ...['sessions_slipped', 'length_mean'],
  ]);
  expect(Object.keys(document.scenarios[0].headline.wait_mean)).toEqual(['mean', 'se', 'lo', 'hi', 'unit']);
  expect(document.scenarios[0].headline.wait_mean).toMatchObject({ mean: 34, unit: 'working days' });
  expect(Object.keys(document.scenarios[0].weekly)).toEqual([
    ...[
      'waiting_mean',
      'waiting_end',
      'longest_wait_end',
      'referrals',
      'allocated',
      'left_list',
      'escalated',
    ],
    ...['closed', 'rereferred', 'open_cases_mean', 'slots_used_mean', 'direct_hours_used_share'],
    ...['sessions_held', 'sessions_slipped', 'dates'],
  ]);
  expect(Object.keys(document.scenarios[0].weekly.waiting_mean)).toEqual([
    'mean',
    'p5',
    'p25',
    'p50',
    'p75',
    'p95',
  ]);
  expect(document.scenarios[0].further.cost_total).toMatchObject({ mean: 1_036_000, unit: 'pounds' });
  expect(Object.keys(document.scenarios[0].further)).not.toContain('wait_mean');
  expect(Object.keys(document.differences[0].further.cost_total)).toEqual(['mean', 'se', 'lo', 'hi']);
  expect(document.differences).toHaveLength(1);
  expect(document.differences[0]).toMatchObject({ scenario: 'Two more workers', against: 'Today' });
  expect(Object.keys(document.differences[0].headline.wait_mean)).toEqual(['mean', 'se', 'lo', 'hi']);
});

test('a value without meaning is null', () => {
  const document = written(experiment([{ ...TODAY, headline: { wait_mean: NO_FIGURE } }]));
  expect(document.scenarios[0].headline.wait_mean).toEqual({
    mean: null,
    se: null,
    lo: null,
    hi: null,
    unit: 'working days',
  });
  expect(resultsSchema.safeParse(document).success).toBe(true);
});

test('children are told beside families, in what counts families', () => {
  const document = written();
  const [base] = document.scenarios;
  // The fixture has 101 families waiting with two children each; sessions and costs are no matter of children.
  expect(base.children.headline.waiting_mean).toMatchObject({ mean: 202, unit: 'children' });
  expect(base.children.headline.wait_mean).toMatchObject({ mean: 34, unit: 'working days' });
  expect(Object.keys(base.children.headline)).not.toContain('sessions_held');
  expect(Object.keys(base.children.headline)).not.toContain('cost_total');
  expect(base.children.weekly.waiting_mean.p50).toHaveLength(base.weekly.dates.length);
  // 94 to 62 beside 96 to 106: 23 families fewer on average.
  expect(document.differences[0].children.waiting_mean.mean).toBeCloseTo(-46, 9);
  expect(Object.keys(document.differences[0].children)).not.toContain('cost_total');
});

test('a stopped run, a service that does not settle, and dated changes are marked', () => {
  const plain = written();
  expect(Object.keys(plain)).not.toContain('stopped');
  expect(Object.keys(plain.scenarios[0])).not.toContain('settled');
  const changes = [{ from: '2027-07-01', names: ['new posts'], words: ['two more in North'] }];
  const precision = { mode: 'given', reached: false, stopped: true, planned: 500 } as const;
  const marked = written(experiment([{ ...TODAY, settled: false, changes }], { precision }));
  expect(marked.stopped).toBe(true);
  expect(marked.scenarios[0]).toMatchObject({ settled: false, changes });
  expect(resultsSchema.safeParse(marked).error).toBeUndefined();
});

describe('near misses are refused', () => {
  const misses: readonly [string, (document: ReturnType<typeof written>) => void][] = [
    ['another type', (d) => (d.type = 'headroom-scenario')],
    ['a later version', (d) => (d.version = 2)],
    ['a key too many', (d) => (d.made = 'today')],
    ['a measure missing', (d) => delete d.scenarios[0].headline.wait_p90],
    ['a measure unknown', (d) => (d.scenarios[0].headline.wait_p95 = d.scenarios[0].headline.wait_p90)],
    ['a further measure unknown', (d) => (d.scenarios[0].further.cost = d.scenarios[0].further.cost_total)],
    ['families in children', (d) => (d.scenarios[0].children.headline.closed.unit = 'families')],
    ['a run said not to be stopped', (d) => (d.stopped = false)],
    ['a wrong unit', (d) => (d.scenarios[0].headline.wait_p90.unit = 'weeks')],
    ['a mean as text', (d) => (d.scenarios[0].headline.wait_p90.mean = '34')],
    ['a statistic missing', (d) => delete d.scenarios[0].weekly.waiting_mean.p25],
    ['a week missing', (d) => d.scenarios[0].weekly.waiting_mean.p25.pop()],
    ['a date said in words', (d) => (d.scenarios[0].weekly.dates[0] = '5 April 2027')],
    ['a date that does not exist', (d) => (d.scenarios[0].weekly.dates[0] = '2027-02-30')],
    ['no scenario', (d) => (d.scenarios = [])],
    ['half a replication', (d) => (d.replications = 1.5)],
    ['a unit in a difference', (d) => (d.differences[0].headline.wait_mean.unit = 'working days')],
  ];
  test.each(misses)('%s', (_, spoil) => {
    const document = written();
    spoil(document);
    expect(resultsSchema.safeParse(document).success).toBe(false);
  });
});

test('a file from before there were further measures is read', () => {
  const document = written();
  for (const part of [...document.scenarios, ...document.differences]) {
    delete part.further;
    delete part.children;
    delete part.priceYear;
  }
  expect(resultsSchema.safeParse(document).error).toBeUndefined();
});

test('weekly measures are those of the headline that are kept each week', () => {
  expect(WEEKLY_RESULT_KEYS).toHaveLength(14);
});

test('docs/results.schema.json is up to date: run scripts/write-results-schema.ts', () => {
  const file = readFileSync(new URL('../../docs/results.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(resultsJsonSchema())));
});
