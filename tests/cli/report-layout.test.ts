import { describe, expect, it } from 'vitest';
import { experimentReport } from '../../cli/report/experiment-report.ts';
import { wrap } from '../../cli/terminal.ts';
import {
  estimate,
  experiment,
  PANEL,
  SHORTER,
  type Sketch,
  TODAY,
  TWO_MORE,
} from '../reports/fixture-experiment.ts';

const plain = (_style: unknown, text: string) => text;
const LONG: Sketch = {
  ...PANEL,
  name: 'A fortnightly panel with at most five families, from the autumn onwards',
};

const COMPARED: readonly (readonly Sketch[])[] = [
  [TODAY],
  [TODAY, TWO_MORE],
  [TODAY, LONG],
  [TODAY, TWO_MORE, SHORTER],
  [TODAY, TWO_MORE, SHORTER, PANEL],
  // Figures of a county: as wide as they come.
  [
    { ...TODAY, headline: { sessions_slipped: estimate(20_341), cost_total: estimate(44_316_680) } },
    { ...TWO_MORE, headline: { sessions_slipped: estimate(40_412), cost_total: estimate(54_316_680) } },
  ],
];

describe('the report at a terminal', () => {
  it.each(COMPARED.flatMap((sketches) => [80, 120].map((width) => [width, sketches] as const)))(
    'fits %i columns',
    (width, sketches) => {
      const text = experimentReport(experiment(sketches), width, plain);
      const tooLong = text.split('\n').filter((line) => line.length > width);
      expect(tooLong).toEqual([]);
      for (const { name } of sketches) expect(text).toContain(name.split(' ')[0]!);
    },
  );

  it('gives every figure of every scenario with its interval, and every difference', () => {
    const text = experimentReport(experiment([TODAY, TWO_MORE, PANEL]), 120, plain);
    // Means and intervals of the fixture: 101 ± 1.972 * 3%, 78 ± 1.972 * 3%, and their difference.
    expect(text).toMatch(/Families waiting, on average +101 \(95 to 107\) +78\.0 \(73\.4 to 82\.6\)/);
    expect(text).toMatch(/Families waiting, on average +−23\.0 \(−25\.4 to −20\.6\) +no clear difference/);
  });

  it('says what all rows of a subject share once, above them', () => {
    const text = experimentReport(experiment([TODAY]), 80, plain);
    expect(text).toMatch(
      /Time to allocation \(working days\)\n {2}mean .*\n {2}half wait less than .*\n {2}9 in 10 wait less than /,
    );
  });

  it('counts in children where asked to, and leaves what is no matter of families as it is', () => {
    const text = experimentReport(experiment([TODAY, TWO_MORE]), 120, plain, 'children');
    expect(text).toContain('In children: each family counts as many times as it has children');
    // The fixture's families have two children each: 2 * 101, and 2 * 23 fewer.
    expect(text).toMatch(
      /Children waiting, on average +202 \(190 to 214\) +156 \(.*\) +−46\.0 \(−50\.8 to −41\.2\)/,
    );
    expect(text).toMatch(/Caseload places there, on average +216 \(216 to 216\)/);
  });

  it('says the length in weeks too, and costs in thousands of pounds', () => {
    const text = experimentReport(experiment([TODAY]), 80, plain);
    expect(text).toMatch(
      /Length of intervention, mean \(working days\) +24\.6 .*\n {2}the same in weeks +4\.9 /,
    );
    expect(text).toMatch(/Cost in all \(£ thousand\) +1,036 /);
    expect(text).not.toContain('Changes of worker');
  });

  it('says each dated change in words', () => {
    const changes = [{ from: '2027-07-01', names: ['savings'], words: ['two fewer in North'] }];
    const text = experimentReport(experiment([{ ...TODAY, changes }]), 80, plain);
    expect(text).toContain('  From 1 July 2027 (“savings”): two fewer in North.');
  });

  it('has no colour codes of its own', () => {
    const text = experimentReport(experiment([TODAY, TWO_MORE]), 120, plain);
    expect(text).not.toContain('\u001b');
  });
});

describe('breaking lines', () => {
  it('breaks between words, keeps the first indent and begins further lines with the second', () => {
    expect(wrap('  one two three', 9, '    ')).toBe('  one two\n    three');
  });

  it('leaves a word longer than the line whole', () => {
    expect(wrap('a incomprehensible b', 6)).toBe('a\nincomprehensible\nb');
  });
});
