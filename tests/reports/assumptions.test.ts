import { describe, expect, it } from 'vitest';
import { assumptionsLog, countByConfidence } from '../../reports/assumptions.ts';
import { assumptionsCsv, assumptionsMarkdown } from '../../reports/assumptions-files.ts';
import { PRESETS } from '../../scenarios/presets/index.ts';
import { presetDocument, smallDocument } from '../scenarios/scenario-document.ts';
import { parsed } from './parsed-csv.ts';

type Row = Readonly<Record<string, string>>;

function csvRows(text: string): Row[] {
  const [header, ...rows] = parsed(text.slice(1));
  expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([header!.length]));
  return rows.map((row) => Object.fromEntries(header!.map((name, column) => [name, row[column]!])));
}

const rowAt = (rows: readonly Row[], path: string) => rows.find((row) => row.path === path)!;

/** Every number anywhere in a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** Cells of each table row that names a parameter; a pipe with a backslash before it ends no cell. */
const markdownRows = (text: string) =>
  text
    .split('\n')
    .filter((line) => /^\| `/.test(line))
    .map((line) => line.split(/(?<!\\)\|/).slice(1, -1));

describe('the log as CSV', () => {
  it.each(PRESETS.map(({ id }) => id))('holds every input of %s once, figures in full', (id) => {
    const document = presetDocument(id);
    const rows = csvRows(assumptionsCsv(assumptionsLog(document)));
    expect(rows.map(({ path }) => path).toSorted()).toEqual(
      document.inputs.map(({ path }) => path).toSorted(),
    );
    for (const { path, value, unit, source, confidence, setBy } of document.inputs) {
      const row = rowAt(rows, path);
      expect([row.unit, row.source, row.confidence, row.set_by]).toEqual([unit, source, confidence, setBy]);
      if (typeof value === 'number') expect(row.value).toBe(String(value));
      if (typeof value === 'string') expect(row.value).toBe(value);
      for (const inner of numbersIn(value)) expect(row.value).toContain(String(inner));
    }
  });

  it('says the default, and whether it was changed, by whom and why', () => {
    const document = smallDocument({
      allocation: { targetDays: { value: 20, note: 'Agreed in May', source: 'Board' }, order: 'priority' },
    });
    const rows = csvRows(assumptionsCsv(assumptionsLog(document)));
    expect(rowAt(rows, 'allocation.targetDays')).toMatchObject({
      section: 'Allocation',
      value: '20',
      default: '15',
      changed: 'yes',
      set_by: 'change.json',
      why: 'Agreed in May',
      source: 'Board',
    });
    expect(rowAt(rows, 'allocation.order')).toMatchObject({ changed: 'no', set_by: 'change.json' });
    expect(rowAt(rows, 'frontDoor.desks')).toMatchObject({
      section: 'Front door',
      changed: 'no',
      set_by: 'default',
    });
    expect(rowAt(rows, 'teams.main.posts.worker.fte')).toMatchObject({
      default: '',
      changed: 'yes',
      set_by: 'small',
    });
  });

  it('lists what a dated change sets, with the default of what it changes', () => {
    const document = smallDocument({
      changes: {
        'cap of ten': {
          from: '2026-10-01',
          teams: { main: { posts: { worker: { capPerFte: { value: 10, note: 'Stated aim' } } } } },
        },
      },
    });
    const rows = csvRows(assumptionsCsv(assumptionsLog(document)));
    expect(rowAt(rows, 'changes.cap of ten.from').value).toBe('2026-10-01');
    expect(rowAt(rows, 'changes.cap of ten.teams.main.posts.worker.capPerFte')).toMatchObject({
      section: 'Changes',
      value: '10',
      unit: 'case weights',
      default: '12',
      changed: 'yes',
      set_by: 'change.json',
      why: 'Stated aim',
    });
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)'])('the note %j cannot run as a formula', (note) => {
    const document = smallDocument({ allocation: { targetDays: { value: 20, note } } });
    const rows = csvRows(assumptionsCsv(assumptionsLog(document)));
    expect(rowAt(rows, 'allocation.targetDays').why).toBe(`'${note}`);
  });

  it('a number below zero stays a number', () => {
    const document = smallDocument({ demand: { sources: { everyone: { growthPerYear: -0.05 } } } });
    const rows = csvRows(assumptionsCsv(assumptionsLog(document)));
    expect(rowAt(rows, 'demand.sources.everyone.growthPerYear').value).toBe('-0.05');
  });
});

describe('the log as Markdown', () => {
  it.each(['reference', 'west-sussex'])('has a row for each input of %s', (id) => {
    const document = presetDocument(id);
    const rows = markdownRows(assumptionsMarkdown(document, assumptionsLog(document)));
    expect(rows.map(([path]) => path!.trim())).toEqual(
      assumptionsLog(document).map(({ path }) => `\`${path}\``),
    );
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([9]));
  });

  it('keeps a note with pipes, line ends and markup in its cell', () => {
    const note = 'a | b\nc <b> \\ `d` *e*';
    const document = smallDocument({ allocation: { targetDays: { value: 20, note } } });
    const rows = markdownRows(assumptionsMarkdown(document, assumptionsLog(document)));
    const row = rows.find(([path]) => path!.includes('allocation.targetDays'))!;
    expect(row[6]!.trim()).toBe('a \\| b c \\<b> \\\\ \\`d\\` \\*e\\*');
    expect(row).toHaveLength(9);
  });
});

describe('the log', () => {
  it('goes by the sections of a scenario, in the order of the file', () => {
    const sections = [...new Set(assumptionsLog(presetDocument('reference')).map(({ section }) => section))];
    const known = ['Period', 'Demand', 'Needs', 'Front door', 'Pathways', 'Allocation', 'Teams', 'Opening'];
    expect(sections.filter((section) => known.includes(section))).toEqual(known);
  });

  it('can be narrowed to one confidence, and the counts add up', () => {
    const document = presetDocument('east-sussex');
    const counts = countByConfidence(document.inputs);
    for (const { confidence, set, atDefault } of counts) {
      const log = assumptionsLog(document, confidence);
      expect(log.every((input) => input.confidence === confidence)).toBe(true);
      expect(log).toHaveLength(set + atDefault);
    }
    const together = counts.reduce((sum, { set, atDefault }) => sum + set + atDefault, 0);
    expect(together).toBe(document.inputs.length);
  });
});
