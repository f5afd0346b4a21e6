import { describe, expect, it } from 'vitest';
import { fanPicture } from '../../renderer/charts/fan.ts';
import { rowInWords, said, seriesNames } from '../../renderer/charts/picture.ts';
import { stackedPicture } from '../../renderer/charts/stacked.ts';
import { waitsPicture } from '../../renderer/charts/waits.ts';
import {
  groupChoices,
  groupShown,
  HEADLINE,
  measureChoices,
} from '../../renderer/screens/compare/choices.ts';
import { hasChanged } from '../../renderer/screens/compare/freshness.ts';
import { headlineCsv, headlineRows } from '../../renderer/screens/compare/headline-rows.ts';
import { partsOf } from '../../renderer/screens/compare/parts-of.ts';
import { timeLeft } from '../../renderer/screens/compare/time-left.ts';
import { contentFrom, readContent } from '../../renderer/stores/scenario-reading.ts';
import { COSTS_OF_SERVICE } from '../../reports/topics.ts';
import type { Group } from '../../sim/measures/result.ts';
import type { WeeklyBand } from '../../sim/measures/summary.ts';
import { waitBin } from '../../sim/measures/wait-bins.ts';
import { experiment, PANEL, SHORTER, TODAY, TWO_MORE } from '../reports/fixture-experiment.ts';
import { parsed } from '../reports/parsed-csv.ts';

const THREE = experiment([TODAY, TWO_MORE, PANEL]);
const WHOLE: Group = { kind: 'service', name: 'Whole service', counted: 'families' };
const NORTH: Group = { kind: 'team', name: 'North', counted: 'families' };

describe('the headline table', () => {
  it('says each figure with its interval, and each difference with its verdict', () => {
    const [waiting] = headlineRows(THREE, ['waiting_mean'], WHOLE);
    const [base, fewer, same] = waiting!.cells;
    expect(base).toMatchObject({ difference: null, words: null });
    // 101 and 78 waiting on average: halves of 96 + 106 and 94 + 62.
    expect(base!.figure).toMatch(/^101 \(\d+ to \d+\)$/);
    expect(fewer!.figure).toMatch(/^78 /);
    expect(fewer).toMatchObject({ words: 'fewer, better', forFamilies: 'better' });
    expect(fewer!.difference).toMatch(/^−23\.0 \(−\d+\.\d to −\d+\.\d\)$/);
    expect(same).toMatchObject({ words: 'no clear difference', forFamilies: null });
  });

  it('leaves out measures without a figure, and says where a scenario lacks the group', () => {
    const nowhere: Group = { kind: 'team', name: 'Nowhere', counted: 'families' };
    expect(headlineRows(THREE, HEADLINE, nowhere)).toEqual([]);
    const [run, ...others] = THREE.scenarios;
    const groups = run!.summary.groups.filter(({ group }) => group.kind !== 'team');
    const without = { ...THREE, scenarios: [{ ...run!, summary: { ...run!.summary, groups } }, ...others] };
    expect(headlineRows(without, ['wait_mean'], NORTH)[0]!.cells[0]!.figure).toBe('not there');
  });

  it('is saved with every number in a field of its own', () => {
    const rows = parsed(headlineCsv(THREE, ['waiting_mean', 'wait_mean'], WHOLE));
    expect(rows).toHaveLength(1 + 2 * 3);
    const [head, base, fewer] = rows;
    const at = (row: readonly string[] | undefined, field: string) => row![head!.indexOf(field)];
    expect(at(base, 'mean')).toBe('101');
    expect(at(base, 'difference')).toBe('');
    expect(at(fewer, 'scenario')).toBe('Two more workers');
    expect(at(fewer, 'against')).toBe('Today');
    expect(Number(at(fewer, 'difference'))).toBeCloseTo(-23, 9);
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  });
});

describe('a result', () => {
  const content = contentFrom('east-sussex', 'Today');
  const document = readContent(content).document!;
  const run = { name: document.name, inputs: document.inputs };

  it('is of the scenario as it stands while no input and not the name differs', () => {
    expect(hasChanged(run, readContent({ ...content, description: 'Other words.' }).document)).toBe(false);
    expect(hasChanged(run, readContent({ ...content, name: 'Tomorrow' }).document)).toBe(true);
    const other = readContent({ ...content, allocation: { targetDays: 21 } }).document;
    expect(other).not.toBeNull();
    expect(hasChanged(run, other)).toBe(true);
    expect(hasChanged(run, null)).toBe(true);
  });
});

describe('what can be chosen', () => {
  it('is every measure once, and every part of the service in the way of counting', () => {
    const keys = measureChoices(THREE).flatMap((choice) => choice.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining([...HEADLINE, 'cost_total', 'hours_travel']));
    expect(groupChoices(THREE, 'children').map(({ title, groups }) => [title, groups.length])).toEqual([
      ['Whole service', 1],
      ['By pathway', 1],
      ['By team', 1],
    ]);
  });

  it('falls back to the whole service where no scenario has the part', () => {
    expect(groupShown(THREE, NORTH, 'children')).toEqual({ ...NORTH, counted: 'children' });
    expect(groupShown(THREE, { ...NORTH, name: 'Nowhere' }, 'families')).toEqual(WHOLE);
  });
});

describe('a chart', () => {
  it('of a fan tells median, low and high of every week and scenario', () => {
    const { table, marksOf } = fanPicture({ runs: THREE.scenarios, measure: 'waiting_mean', group: WHOLE });
    expect(table.head).toHaveLength(1 + 3 * 3);
    expect(table.rows).toHaveLength(52);
    // The first week of the fixture: medians start at 96, 94 and 96.
    expect([1, 4, 7].map((column) => said(table.rows[0]![column]!))).toEqual(['96.0', '94.0', '96.0']);
    expect(rowInWords(table, 0)).toMatch(/^Week from: 5 April 2027\. Today, median: 96\.0\. Today, low/);
    // Five traces each, the median last.
    expect(marksOf(3)).toEqual([4, 9, 14].map((curveNumber) => ({ curveNumber, pointNumber: 3 })));
  });

  it('of a fan has room above few families waiting, and above anything else no more than it needs', () => {
    const few = (band: WeeklyBand) => ({ ...band, p95: band.p95.map(() => 2) });
    const [run] = THREE.scenarios;
    const groups = run!.summary.groups.map((group) => ({
      ...group,
      weekly: {
        ...group.weekly,
        waiting_mean: few(group.weekly.waiting_mean),
        closed: few(group.weekly.closed),
      },
    }));
    const runs = [{ ...run!, changes: [], summary: { ...run!.summary, groups } }];
    const palette = { paper: '#ffffff', text: '#000000', grid: '#dddddd', series: ['#111111', '#222222'] };
    const top = (measure: 'waiting_mean' | 'closed') => {
      const { layout } = fanPicture({ runs, measure, group: WHOLE }).draw(palette);
      return (layout as { readonly yaxis: { readonly range: readonly number[] } }).yaxis.range[1];
    };
    expect(top('waiting_mean')).toBeCloseTo(5.4, 6);
    expect(top('closed')).toBeCloseTo(2.16, 6);
  });

  it('of waits adds up to everyone, within and wait by wait', () => {
    const counts: number[] = [];
    // A hundred families: 40 after 2 days, 60 after 12.
    counts[waitBin(2)] = 40;
    counts[waitBin(12)] = 60;
    const [run] = THREE.scenarios;
    const groups = run!.summary.groups.map((group) => ({
      ...group,
      waits: Array.from(counts, (n) => n ?? 0),
    }));
    const runs = [{ ...run!, summary: { ...run!.summary, groups } }];
    const within = waitsPicture({ runs, group: WHOLE, shape: 'within' }).table.rows;
    const share = (days: string) => said(within.find(([first]) => String(first).startsWith(days))![1]!);
    expect([share('1 working'), share('5 working'), share('10 working'), share('15 working')]).toEqual([
      '0.0%',
      '40%',
      '40%',
      '100%',
    ]);
    const each = waitsPicture({ runs, group: WHOLE, shape: 'each' }).table.rows;
    expect(each.slice(0, 3).map((row) => row.map(said))).toEqual([
      ['0 to 5 working days', '40%'],
      ['5 to 10 working days', '0.0%'],
      ['10 to 15 working days', '60%'],
    ]);
  });

  it('of costs has a part for each kind that costs anything', () => {
    const parts = partsOf(THREE, WHOLE, COSTS_OF_SERVICE);
    expect(parts.map(({ label }) => label)).toEqual([
      'Cost of workers',
      'Cost of travel',
      'Cost of the front door',
      'Cost of escalations to social care',
    ]);
    const { table } = stackedPicture({ runs: THREE.scenarios, parts, unit: 'pounds', what: 'Cost' });
    expect(table.rows[0]!.map(said)).toEqual(['Cost of workers', '£900,000', '£1,000,000', '£900,000']);
  });

  it('calls scenarios by names that differ, however alike they begin', () => {
    const long = (end: string) => `A scenario that says all it does in its name ${end}`;
    const names = seriesNames([long('one'), long('two'), 'Today', 'Today']);
    expect(new Set(names).size).toBe(4);
    expect(names[0]).toMatch(/^A scenario that.*….*one$/);
    expect(names[2]).toBe('3. Today');
    expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(36);
  });

  it('cannot be given tags by a name', () => {
    const hostile = experiment([{ ...TODAY, name: '<b>Bold</b>' }, SHORTER]);
    const { draw } = fanPicture({ runs: hostile.scenarios, measure: 'waiting_mean', group: WHOLE });
    const palette = { paper: '#ffffff', text: '#000000', grid: '#dddddd', series: ['#111111', '#222222'] };
    expect(JSON.stringify(draw(palette))).not.toContain('<b>');
  });
});

describe('the time left', () => {
  it('is said in round words', () => {
    expect([null, 2, 42, 75, 130, 7300].map(timeLeft)).toEqual([
      '',
      'a few seconds left',
      'about 45 seconds left',
      'about 1 minute left',
      'about 2 minutes left',
      'about 2 hours left',
    ]);
  });
});
