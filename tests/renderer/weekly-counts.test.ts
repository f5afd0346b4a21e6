import { describe, expect, it } from 'vitest';
import {
  countsIn,
  datasetOf,
  withCounts,
  withYearlyNumber,
} from '../../renderer/screens/service/weekly-counts/counted-source.ts';
import {
  countedColumns,
  type ReferralTable,
  tableFrom,
  weeklyCounts,
} from '../../renderer/screens/service/weekly-counts/referral-table.ts';
import { contentFrom, readContent } from '../../renderer/stores/scenario-reading.ts';

function table(text: string): ReferralTable {
  const read = tableFrom(text);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

/** Of its first column that can be counted. */
const counted = (text: string) => weeklyCounts(table(text), countedColumns(table(text))[0]!);

describe('a table of referrals', () => {
  it('has columns that can be counted: dates, however they are written, and whole numbers', () => {
    const text =
      'Id;Received;School;Families\r\n7;05/04/2027 14:22;Hill;3\r\n8;6 Apr 2027;;0\r\n9;2027-04-07T09:00;Low;2\r\n';
    expect(countedColumns(table(text)).map(({ name, holds }) => [name, holds])).toEqual([
      ['Received', 'dates'],
      ['Id', 'counts'],
      ['Families', 'counts'],
    ]);
  });

  it('has none where one cell is neither', () => {
    expect(countedColumns(table('Received,Families\n05/04/2027,3\nsoon,few\n'))).toEqual([]);
  });

  it('is none without rows, or with a quotation mark that never ends', () => {
    expect(tableFrom('Received\n')).toBe('It has no row below its headings.');
    expect(tableFrom('')).toBe('It has no row below its headings.');
    expect(tableFrom('Received,School\n"05/04/2027,Hill\n')).toMatch(/^It is not a CSV file: /);
  });
});

describe('weeks counted from dates', () => {
  // 5 April 2027 is a Monday.
  it('are whole weeks from Monday to Sunday; what lies outside them, or has no date, is told', () => {
    const days = ['03/04/2027', '05/04/2027', '11/04/2027', '12/04/2027', '', '25/04/2027', '27/04/2027'];
    expect(counted(`Received,x\n${days.map((day) => `${day},y`).join('\n')}\n`)).toEqual({
      start: '2027-04-05',
      counts: [2, 1, 1],
      leftOut: 2,
      blank: 1,
    });
  });

  it('are none where no week is whole', () => {
    expect(counted('Received\n06/04/2027\n16/04/2027\n')).toEqual({
      start: '2027-04-12',
      counts: [],
      leftOut: 2,
      blank: 0,
    });
  });
});

describe('a source with counted weeks', () => {
  const dataset = datasetOf('d', 'referrals.csv', '2024-04-01', [20, 25, 22, 19]);
  const source = 'demand.sources.all referrers';
  const reading = (content: object) => {
    const { document, problems } = readContent(content as Record<string, unknown>);
    expect(problems).toEqual([]);
    return document!;
  };

  it('replays them in the weeks they were counted in, and says where they are from', () => {
    const { scenario, inputs } = reading(
      withCounts(contentFrom('east-sussex', 'Ours'), 'all referrers', dataset),
    );
    expect(scenario.period).toMatchObject({ start: '2024-04-01', weeks: 4 });
    expect(scenario.demand.sources['all referrers']).toMatchObject({ weekly: [20, 25, 22, 19] });
    expect(inputs.find(({ path }) => path === `${source}.weekly`)).toMatchObject({
      source: 'Counted from referrals.csv',
      confidence: 'stated',
    });
  });

  it('goes back to the number of the preset', () => {
    const content = contentFrom('east-sussex', 'Ours');
    const back = withYearlyNumber(withCounts(content, 'all referrers', dataset), 'all referrers');
    const was = reading(content).scenario.demand;
    expect(reading(back).scenario.demand).toEqual(was);
  });

  it('goes back to what the counts come to where there is no other number', () => {
    const { scenario } = reading(contentFrom('east-sussex', 'Ours'));
    const { type, version } = contentFrom('east-sussex', 'Ours');
    const own = { ...JSON.parse(JSON.stringify(scenario)), type, version, name: 'Ours' };
    const back = withYearlyNumber(withCounts(own, 'all referrers', dataset), 'all referrers');
    // 21.5 a week in 52.18 weeks.
    expect(reading(back).scenario.demand.sources['all referrers']).toMatchObject({ referrals: 1122 });
  });

  it('finds in a document the datasets that hold counts', () => {
    expect(countsIn(dataset)).toEqual({ start: '2024-04-01', counts: [20, 25, 22, 19] });
    expect(countsIn({ ...dataset, columns: ['Team', 'Families'] })).toBeNull();
  });
});
