import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScenario } from '../../host/scenario-files.ts';
import { weeklyCounts } from '../../host/weekly-csv.ts';
import { ScenarioProblems } from '../../scenarios/problem.ts';
import { tinyScenario } from './tiny-scenario.ts';

const counts = (text: string, column = 'schools') => weeklyCounts(text, 'weeks.csv', column);
const messages = (text: string, column?: string) => {
  const found = counts(text, column);
  return 'faults' in found ? found.faults.map(({ message }) => message) : [];
};

describe('a column of weekly counts', () => {
  it('is found by its heading, whatever sets columns apart', () => {
    expect(counts('week,schools\n1,3\n2,0\n3,12\n')).toEqual({ counts: [3, 0, 12] });
    expect(counts('week;schools;police\r\n1;3;9\r\n2;5;9\r\n')).toEqual({ counts: [3, 5] });
    expect(counts('schools\tweek\n7\t1\n')).toEqual({ counts: [7] });
  });

  it('may have a byte-order mark, quotes with commas inside, spaces, and blank lines at the end', () => {
    const text = '\uFEFF"week, ending"," schools "\n"1 May, 2026", 4 \n"8 May, 2026","6"\n\n ,\n';
    expect(counts(text)).toEqual({ counts: [4, 6] });
  });

  it('names file, column and line of every cell that is no count', () => {
    expect(messages('week,schools\n1,3\n2,few\n3,\n4,-1\n5,2.5\n6,4\n')).toEqual([
      'weeks.csv, column "schools", line 3 is "few"; write a whole number from 0 to 10000',
      'weeks.csv, column "schools", line 4 is empty; write a whole number from 0 to 10000',
      'weeks.csv, column "schools", line 5 is "-1"; write a whole number from 0 to 10000',
      'weeks.csv, column "schools", line 6 is "2.5"; write a whole number from 0 to 10000',
    ]);
  });

  it('does not lose a week to a blank line between others', () => {
    expect(messages('week,schools\n1,3\n\n3,4\n')).toEqual([
      'weeks.csv, column "schools", line 3 is empty; write a whole number from 0 to 10000',
    ]);
  });

  it('must be there once', () => {
    expect(messages('week,school\n1,3\n')).toEqual([
      'weeks.csv, line 1 has no column "schools"; did you mean "school"?; write one of "week", "school"',
    ]);
    expect(messages('schools,schools\n1,3\n')[0]).toContain('two columns "schools"');
    expect(messages('week,schools\n')[0]).toContain('only headings');
    expect(messages('')[0]).toContain('no column "schools"');
  });

  it('of a file that is no CSV is told by line', () => {
    expect(messages('week,schools\n1,"3\n')[0]).toMatch(/^weeks\.csv, line \d+ is no CSV: /);
  });
});

describe('a scenario with weekly counts in a file', () => {
  let folder = '';
  const write = (name: string, content: string | object) => {
    const file = path.join(folder, name);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const withCsv = (weeklyCsv: unknown, more: object = {}) =>
    tinyScenario({
      period: { start: '2026-04-06', weeks: 3, warmUpWeeks: 26, nation: 'none' },
      demand: { sources: { all: { weeklyCsv, needs: { ordinary: 1 } } } },
      ...more,
    });
  const place = { file: 'weeks.csv', column: 'all' };
  const problemsOf = (file: string) => {
    try {
      openScenario(file);
    } catch (error) {
      if (error instanceof ScenarioProblems) return error.problems;
      throw error;
    }
    return [];
  };

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'headroom-csv-'));
    write('weeks.csv', 'week,all,late\n1,3,1\n2,5,1\n3,4,1\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('replays them, says where they are from, and names the file among those read', () => {
    const file = write('replay.json', withCsv(place));
    const { document, files } = openScenario(file);
    expect(document.scenario.demand.sources.all).toMatchObject({ weekly: [3, 5, 4] });
    const row = document.inputs.find(({ path: at }) => at === 'demand.sources.all.weekly');
    expect(row).toMatchObject({ note: 'Column "all" of weeks.csv', setBy: 'replay.json' });
    expect(files).toEqual([file, path.join(folder, 'weeks.csv')]);
  });

  it('is extended by one that gives a rate in their place', () => {
    write('base.json', withCsv(place));
    const own = {
      type: 'headroom-scenario',
      version: 1,
      extends: './base.json',
      name: 'By rate',
      demand: { sources: { all: { weeklyCsv: null, referrals: 60 } } },
    };
    const { scenario } = openScenario(write('rate.json', own)).document;
    expect(scenario.demand.sources.all).toMatchObject({ referrals: 60 });
    expect(scenario.demand.sources.all?.weekly).toBeUndefined();
  });

  it('may bring them in a dated change', () => {
    const changes = {
      later: {
        from: '2026-04-13',
        demand: { sources: { all: { referrals: null, weeklyCsv: { ...place, column: 'late' } } } },
      },
    };
    const demand = { sources: { all: { referrals: 60, needs: { ordinary: 1 } } } };
    const { scenario } = openScenario(write('change.json', withCsv(place, { demand, changes }))).document;
    expect(scenario.changes.later?.demand).toEqual({
      sources: { all: { referrals: null, weekly: [1, 1, 1] } },
    });
  });

  it('tells once what is wrong with the file, at the place that speaks of it', () => {
    write('bad.csv', 'week,all\n1,3\n2,x\n3,4\n');
    const [problem, ...others] = problemsOf(write('bad.json', withCsv({ file: 'bad.csv', column: 'all' })));
    expect(problem).toMatchObject({
      path: 'demand.sources.all.weeklyCsv',
      message: 'bad.csv, column "all", line 3 is "x"; write a whole number from 0 to 10000',
    });
    expect(others).toEqual([]);
  });

  it.each([
    { weeklyCsv: { file: 'none.csv', column: 'all' }, says: 'there is no file' },
    { weeklyCsv: { file: 'weeks.csv' }, says: 'the heading of its column' },
    { weeklyCsv: 'weeks.csv', says: 'the heading of its column' },
  ])('refuses $weeklyCsv', ({ weeklyCsv, says }) => {
    const problems = problemsOf(write('refused.json', withCsv(weeklyCsv)));
    expect(problems[0]).toMatchObject({
      path: 'demand.sources.all.weeklyCsv',
      message: expect.stringContaining(says),
    });
    expect(problems.filter(({ path: at }) => at.includes('weeklyCsv'))).toHaveLength(1);
  });

  it('has one count for each week reported', () => {
    write('short.csv', 'all\n1\n2\n');
    const problems = problemsOf(write('short.json', withCsv({ file: 'short.csv', column: 'all' })));
    expect(problems).toMatchObject([
      { path: 'demand.sources.all.weekly', message: expect.stringContaining('has 2 counts') },
    ]);
  });
});
