import { expect, test } from 'vitest';
import { weeklyCsv } from '../../reports/csv.ts';
import { WEEKLY_KEYS } from '../../sim/measures/measures.ts';
import { experiment, TODAY, TWO_MORE } from './fixture-experiment.ts';
import { parsed } from './parsed-csv.ts';

test('there is a header and a row for each scenario, group and week', () => {
  const made = experiment([TODAY, TWO_MORE]);
  const text = weeklyCsv(made);
  expect(
    text.startsWith('\uFEFFscenario,group_kind,group,counted,week,date,waiting_mean_mean,waiting_mean_p5,'),
  ).toBe(true);
  const [header, ...rows] = parsed(text.slice(1));
  expect(header).toHaveLength(6 + WEEKLY_KEYS.length * 6);
  expect(rows).toHaveLength(2 * 6 * 52);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header!.length]));
  expect(rows[0]!.slice(0, 6)).toEqual(['Today', 'service', 'Whole service', 'families', '1', '2027-04-05']);
  expect(rows[1]!.slice(4, 6)).toEqual(['2', '2027-04-12']);
});

test('a value is found again in full precision under its header', () => {
  const made = experiment([TODAY]);
  const [header, ...rows] = parsed(weeklyCsv(made).slice(1));
  const column = header!.indexOf('waiting_end_p95');
  expect(Number(rows[51]![column])).toBe(made.scenarios[0]!.summary.groups[0]!.weekly.waiting_end.p95[51]);
});

test('names with commas, quotes and line ends come back as they were', () => {
  const name = 'North, "new"\r\nteam';
  const rows = parsed(weeklyCsv(experiment([{ ...TODAY, name }])).slice(1));
  expect(rows[1]![0]).toBe(name);
  expect(rows).toHaveLength(1 + 6 * 52);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('the name %j cannot run as a formula', (name) => {
  const rows = parsed(weeklyCsv(experiment([{ ...TODAY, name }])).slice(1));
  expect(rows[1]![0]).toBe(`'${name}`);
});

test('a value without meaning is an empty field', () => {
  const made = experiment([TODAY]);
  const run = made.scenarios[0]!;
  const service = run.summary.groups[0]!;
  const gaps = { ...service.weekly.decisions, p50: service.weekly.decisions.p50.map(() => Number.NaN) };
  const groups = [{ ...service, weekly: { ...service.weekly, decisions: gaps } }];
  const text = weeklyCsv({ ...made, scenarios: [{ ...run, summary: { ...run.summary, groups } }] });
  const [header, first] = parsed(text.slice(1));
  expect(first![header!.indexOf('decisions_p50')]).toBe('');
  expect(text).not.toContain('NaN');
});
