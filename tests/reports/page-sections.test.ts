import { describe, expect, test } from 'vitest';
import type { Experiment } from '../../reports/experiment.ts';
import { charts } from '../../reports/html/figures.ts';
import { htmlPage } from '../../reports/html.ts';
import { estimate, experiment, NO_FIGURE, type Sketch, TODAY, TWO_MORE } from './fixture-experiment.ts';

/** The text of a section, tags and runs of space taken out; `null` where the page has no such section. */
function section(made: Experiment, id: string): string | null {
  const found = htmlPage(made, { plotly: '' }).match(
    new RegExp(`<section aria-labelledby="${id}">(.*?)</section>`, 's'),
  );
  return found === null
    ? null
    : found[1]!
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
}

const none = estimate(0, 0);
const CHANGES = [
  { from: '2027-07-01', names: ['savings'], words: ['two fewer full-time equivalents in North'] },
  { from: '2028-01-03', names: ['a panel & more'], words: ['allocation at a panel'] },
];

describe('a section', () => {
  test('of outcomes gives the number and the share of each', () => {
    const text = section(experiment([TODAY]), 'outcomes')!;
    // 18 workers, 216 places, 1.78 closures a place: 384; the fixture has 74% of them met.
    expect(text).toMatch(/Cases closed 384 /);
    expect(text).toMatch(/Closed: needs met 285 \([^)]+\) 74%/);
    expect(text).not.toContain('moved away');
  });

  test('of escalations tells those while waiting, at closure and after', () => {
    const headline = { escalated_waiting: estimate(12), escalated_after: estimate(9.5) };
    const text = section(experiment([{ ...TODAY, headline }]), 'escalations')!;
    expect(text).toMatch(
      /Escalated while waiting 12\.0 .*Closed: escalated 15\.4 .*Escalated after closure 9\.5 /,
    );
  });

  test('of returns sets them beside the dose, and shows what the inputs assume by dose', () => {
    const text = section(experiment([TODAY]), 'returns')!;
    expect(text).toMatch(/Sessions attended for each case, mean 14\.2 /);
    expect(text).toMatch(/Came back, of cases closed 15% /);
    expect(text).toMatch(/Family support 35% 30% 18% 10% 6\.0% 5\.0%/);
  });

  test('of length says weeks beside working days', () => {
    // 24.6 working days of a week of five.
    expect(section(experiment([TODAY]), 'returns')).toMatch(
      /Length of intervention, mean working days 24\.6 .* the same in weeks 4\.9 /,
    );
  });

  test('of costs has a week and the price year, and each post as simulated and by the inputs', () => {
    const text = section(experiment([TODAY]), 'costs')!;
    // £50,000 a worker over 52 weeks.
    expect(text).toContain('Cost of workers £17,308 (£17,308 to £17,308)');
    expect(text).toContain('at 2025/26 prices');
    expect(text).toContain('North / worker £17,308 (£17,308 to £17,308) £52,180 18.0 £18,000');
    // (900,000 + 93,000) / 384.48.
    expect(text).toMatch(/Cost for each case closed £2,583 /);
  });

  test('of hours shares the cost of workers out by them', () => {
    // 176 of 382 hours a week; 900,000 pounds over 52 weeks.
    expect(section(experiment([TODAY]), 'hours')).toMatch(/Sessions and assessments 46% £7,974 a week/);
  });

  test('tells differences beneath the figures, or that none is clear', () => {
    const text = section(experiment([TODAY, TWO_MORE]), 'staffing')!;
    expect(text).toMatch(/Staff in post, on average full-time equivalents 18\.0 .*20\.0 \([^)]+\) \+2\.0 \(/);
    expect(text).not.toContain('A change of worker');
  });
});

test('what says nothing in any scenario has no section', () => {
  const nothing: Sketch['headline'] = {
    ...Object.fromEntries(
      ['cost_staff', 'cost_travel', 'cost_hires', 'cost_front_door', 'cost_escalations', 'cost_total'].map(
        (key) => [key, NO_FIGURE],
      ),
    ),
    escalated: none,
    closed_escalated: none,
  };
  const made = experiment([{ ...TODAY, headline: nothing }]);
  expect(section(made, 'costs')).toBeNull();
  expect(section(made, 'escalations')).toBeNull();
  expect(section(made, 'dated-changes')).toBeNull();
  expect(section(made, 'by-locality')).toBeNull();
  expect(section(made, 'by-team')).not.toBeNull();
});

test('every figure is there in families and in children', () => {
  const text = htmlPage(experiment([TODAY, TWO_MORE]), { plotly: '' });
  const ids = [...text.matchAll(/<table id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(expect.arrayContaining(['headline-table', 'headline-table-children']));
  expect(ids).toEqual(expect.arrayContaining(['differences-table', 'differences-table-children']));
  expect(ids).toEqual(expect.arrayContaining(['team-table-1-families', 'team-table-1-children']));
  expect(new Set(ids).size).toBe(ids.length);
  expect(section(experiment([TODAY]), 'headline')).toMatch(/Children waiting, on average 202 /);
});

describe('dated changes', () => {
  const made = experiment([TODAY, { ...TWO_MORE, changes: CHANGES }]);

  test('are told in words, by date and name', () => {
    expect(section(made, 'dated-changes')).toContain(
      'From 1 July 2027 (“savings”): two fewer full-time equivalents in North.',
    );
  });

  test('are lines with their names in the chart of their scenario alone', () => {
    const drawn = charts(made);
    const marks = (id: string) =>
      drawn[id]!.families!.light.layout as { shapes?: { x0: string }[]; annotations?: { text: string }[] };
    expect(marks('chart-waiting-0').shapes).toEqual([]);
    expect(marks('chart-waiting-1').shapes!.map(({ x0 }) => x0)).toEqual(['2027-07-01', '2028-01-03']);
    expect(marks('chart-waiting-1').annotations!.map(({ text }) => text.trim())).toEqual([
      'savings',
      'a panel &amp; more',
    ]);
  });
});
