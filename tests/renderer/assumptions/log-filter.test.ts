import { describe, expect, it } from 'vitest';
import {
  EVERYTHING,
  filtered,
  sectionsOf,
  setterInWords,
  settersOf,
} from '../../../renderer/screens/assumptions/log-filter.ts';
import { contentFrom, readContent } from '../../../renderer/stores/scenario-reading.ts';
import { assumptionsLog } from '../../../reports/assumptions.ts';

const { document } = readContent({
  ...contentFrom('east-sussex', 'Ours'),
  teams: { main: { posts: { worker: { capPerFte: { value: 9, note: 'Agreed in March' } } } } },
  changes: { more: { from: '2023-09-04', waiting: { contactEveryWeeks: 2 } } },
});
const log = assumptionsLog(document!);
const pathsWith = (wanted: Partial<typeof EVERYTHING>) =>
  filtered(log, { ...EVERYTHING, ...wanted }).map(({ path }) => path);

describe('the log', () => {
  it('is shown whole without a filter, in sections', () => {
    expect(filtered(log, EVERYTHING)).toEqual(log);
    expect(sectionsOf(log).map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Period', 'Front door', 'Teams', 'Changes']),
    );
  });

  it('is searched for every word, in label, path, note and source alike', () => {
    expect(pathsWith({ text: 'caseload CAP full-timer' })).toEqual(['teams.main.posts.worker.capPerFte']);
    expect(pathsWith({ text: 'march agreed' })).toEqual(['teams.main.posts.worker.capPerFte']);
    expect(pathsWith({ text: 'no such thing' })).toEqual([]);
  });

  it('is filtered by who set a value and how sure it is', () => {
    expect(pathsWith({ setBy: 'this scenario' })).toEqual([
      'teams.main.posts.worker.capPerFte',
      'changes.more.from',
      'changes.more.waiting.contactEveryWeeks',
    ]);
    const stated = filtered(log, { ...EVERYTHING, confidence: 'stated', setBy: 'east-sussex' });
    expect(stated.map(({ path }) => path)).toContain('opening.open.family support.families');
    expect(new Set(stated.map(({ confidence }) => confidence))).toEqual(new Set(['stated']));
  });

  it('says who set values, this scenario first', () => {
    expect(settersOf(log)).toEqual(['this scenario', 'east-sussex', 'default']);
    expect(settersOf(log).map(setterInWords)).toEqual([
      'This scenario',
      'Preset “East Sussex: keywork, 2023”',
      'Usual value',
    ]);
  });
});
