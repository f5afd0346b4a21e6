import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Dataset, News } from '../../../host/contract.ts';
import { fileNameFor } from '../../../host/documents/document-names.ts';
import type { Experiment } from '../../../reports/experiment.ts';
import {
  comparison,
  contentOf,
  edit,
  type Folder,
  note,
  problemOf,
  scenario,
  temporaryFolder,
} from './folder.ts';

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const DATASET: Dataset = {
  id: 'd',
  name: 'Referrals by week',
  from: 'referrals.csv',
  columns: ['week', 'referrals'],
  rows: [
    ['2025-04-07', 21],
    ['2025-04-14', 17.5],
  ],
};

describe('a document', () => {
  it('is one file that holds what was put in it, across restarts', () => {
    const documents = folder.start();
    const { document, path, revision } = documents.create({ name: 'East Sussex' });
    expect(revision).toBe(0);
    documents.edit(document, 0, edit(scenario('a'), scenario('b', 12), comparison('c', 'b', 'a')));
    const state = documents.edit(
      document,
      1,
      edit({ kind: 'put dataset', dataset: DATASET }, note('scenario/b', 'ask finance – £')),
    );
    documents.closeAll();
    expect(readdirSync(join(folder.path, 'documents'))).toEqual(['East Sussex.headroom']);

    const again = folder.start().open(path);
    expect(again.document).not.toBe(document);
    expect({ ...again, document }).toEqual(state);
    expect(contentOf(again)).toEqual({
      scenarios: [
        { id: 'a', content: { type: 'headroom/scenario', name: 'Scenario a', cap: 10 } },
        { id: 'b', content: { type: 'headroom/scenario', name: 'Scenario b', cap: 12 } },
      ],
      comparisons: [{ id: 'c', name: 'Comparison c', scenarios: ['b', 'a'] }],
      datasets: [DATASET],
      notes: [{ subject: 'scenario/b', text: 'ask finance – £' }],
    });
    expect(again).toMatchObject({
      name: 'East Sussex',
      revision: 2,
      readOnly: null,
      notice: null,
      redo: null,
    });
  });

  it('undoes and redoes every edit, across restarts, until a new edit takes the redo away', () => {
    const first = folder.start();
    const { document, path } = first.create({});
    first.edit(document, 0, { ...edit(scenario('a')), label: 'first' });
    first.edit(document, 1, { ...edit(scenario('a', 12)), label: 'cap 12 instead of 10' });
    first.undo(document, 2);
    first.closeAll();

    const second = folder.start();
    const opened = second.open(path);
    expect(opened).toMatchObject({ revision: 3, undo: 'first', redo: 'cap 12 instead of 10' });
    expect(opened.scenarios[0]?.content).toMatchObject({ cap: 10 });
    const redone = second.redo(opened.document, 3);
    expect(redone).toMatchObject({ revision: 4, undo: 'cap 12 instead of 10', redo: null });
    expect(redone.scenarios[0]?.content).toMatchObject({ cap: 12 });
    second.undo(opened.document, 4);
    expect(second.edit(opened.document, 5, edit(scenario('b')))).toMatchObject({
      undo: 'put scenario',
      redo: null,
    });
    expect(problemOf(() => second.redo(opened.document, 6))).toMatchObject({
      kind: 'bad input',
      message: 'There is nothing to redo.',
    });
  });

  it('takes what hangs on a scenario with it, and brings all of it back', () => {
    const documents = folder.start();
    const { document } = documents.create({});
    const before = documents.edit(
      document,
      0,
      edit(
        ...['a', 'b', 'c'].map((id) => scenario(id)),
        comparison('all', 'a', 'b', 'c'),
        comparison('two', 'a', 'b'),
        note('scenario/b', 'of b'),
        note('scenario/b/teams.north', 'of a field of b'),
        note('scenario/bb', 'of another'),
        note('comparison/two', 'of two'),
      ),
    );
    const after = documents.edit(document, 1, edit({ kind: 'remove scenario', id: 'b' }));
    expect(after.comparisons).toEqual([{ id: 'all', name: 'Comparison all', scenarios: ['a', 'c'] }]);
    expect(after.notes).toEqual([{ subject: 'scenario/bb', text: 'of another' }]);
    const gone = documents.edit(document, 2, edit({ kind: 'remove scenario', id: 'a' }));
    expect(gone.comparisons).toEqual([]);
    documents.undo(document, 3);
    expect(contentOf(documents.undo(document, 4))).toEqual(contentOf(before));
  });

  it('refuses an edit whole, with every step that cannot be done', () => {
    const documents = folder.start();
    const { document } = documents.create({});
    const before = documents.edit(document, 0, edit(scenario('a')));
    const problem = problemOf(() =>
      documents.edit(
        document,
        1,
        edit(
          scenario('b'),
          { kind: 'remove scenario', id: 'z' },
          { kind: 'move scenario', id: 'a', to: 7 },
          comparison('c', 'a', 'nobody'),
          comparison('d', 'a', 'a'),
        ),
      ),
    );
    expect(problem.kind).toBe('bad input');
    expect(problem.problems.map(({ path, allowed }) => [path, allowed])).toEqual([
      ['edit.steps.1', 'a, b'],
      ['edit.steps.2', 'a whole number from 0 to 1'],
      ['edit.steps.3.comparison.scenarios', '2 to 6 different scenarios of this document'],
      ['edit.steps.4.comparison.scenarios', '2 to 6 different scenarios of this document'],
    ]);
    expect(documents.state(document)).toEqual(before);
  });

  it('tells of each change, and is the same document in two windows of one program', () => {
    const news: News[] = [];
    const documents = folder.start({ tell: (one) => news.push(one) });
    const { document, path } = documents.create({});
    expect(documents.open(path).document).toBe(document);
    const state = documents.edit(document, 0, edit(scenario('a')));
    expect(news).toEqual([{ kind: 'document changed', state }]);
    documents.close(document);
    expect(documents.state(document)).toEqual(state);
    documents.close(document);
    expect(problemOf(() => documents.state(document)).message).toBe(
      'That document is not open; open it again.',
    );
  });

  it('keeps results, newest first, as they were', () => {
    const documents = folder.start();
    const { document, path } = documents.create({});
    const experiment = { seed: 7, replications: 100, scenarios: [{ name: 'As is' }, { name: 'Cap 12' }] };
    const one = documents.keepResult(document, 'one', experiment as unknown as Experiment);
    const two = documents.keepResult(document, 'two', { ...experiment, seed: 8 } as unknown as Experiment);
    expect(one).toMatchObject({
      label: 'one',
      scenarioNames: ['As is', 'Cap 12'],
      replications: 100,
      seed: 7,
    });
    documents.closeAll();

    const later = folder.start();
    const opened = later.open(path);
    expect(opened.revision).toBe(0);
    expect(later.results(opened.document)).toEqual([two, one]);
    expect(later.result(opened.document, one.result)).toEqual(experiment);
    expect(problemOf(() => later.result(opened.document, 'none')).kind).toBe('bad input');
  });
});

describe('files of documents', () => {
  it('are copied whole, beside or elsewhere, and never over another file', () => {
    const documents = folder.start();
    const { document } = documents.create({ name: 'Plan' });
    const state = documents.edit(document, 0, edit(scenario('a')));
    const beside = documents.copy(document, {});
    expect(beside.name).toBe('Plan copy');
    const elsewhere = documents.copy(document, { path: join(folder.path, 'Given') });
    expect(elsewhere.path).toBe(join(folder.path, 'Given.headroom'));
    for (const { path } of [beside, elsewhere]) {
      const copy = documents.open(path);
      expect(contentOf(copy)).toEqual(contentOf(state));
      expect(copy.undo).toBe(state.undo);
      documents.edit(copy.document, 1, edit(scenario('of the copy')));
    }
    expect(documents.state(document)).toEqual(state);

    const before = readFileSync(elsewhere.path);
    const problem = problemOf(() => documents.copy(document, { path: elsewhere.path }));
    expect(problem.message).toMatch(/There is a file .*Given\.headroom already/);
    expect(readFileSync(elsewhere.path)).toEqual(before);
  });

  it('are listed newest first with those opened lately elsewhere, and those that are gone', () => {
    const documents = folder.start();
    const inFolder = documents.create({ name: 'Here' });
    const elsewhere = documents.create({ path: join(folder.path, 'There.headroom') });
    const gone = documents.create({ path: join(folder.path, 'Gone.headroom') });
    documents.edit(elsewhere.document, 0, edit(scenario('a')));
    documents.closeAll();
    writeFileSync(join(folder.path, 'documents', 'letter.txt'), 'not a document');
    writeFileSync(join(folder.path, 'documents', `${inFolder.name}.headroom.part`), '');
    const moved = join(folder.path, 'documents', 'Kept.headroom');
    writeFileSync(moved, readFileSync(gone.path));
    rmSync(gone.path);

    const list = folder.start().list();
    expect(list.map(({ name }) => name).sort()).toEqual(['Gone', 'Here', 'Kept', 'There']);
    expect(list.at(-1)).toEqual({ path: gone.path, name: 'Gone', changed: null });
    const times = list.slice(0, -1).map(({ changed }) => Date.parse(changed!));
    expect(times).toEqual([...times].sort((one, other) => other - one));
  });

  it('bear the name that was typed as far as every disk allows', () => {
    const names = [
      ['A/B: plan?', 'A-B- plan-'],
      ['  Ürün – “Böhm” 🚸 ', 'Ürün – “Böhm” 🚸'],
      ['../../etc/passwd', '-..-etc-passwd'],
      ['CON', 'CON-'],
      ['aux.2025', 'aux-.2025'],
      ['ends in dots...', 'ends in dots'],
      ['Plan.headroom', 'Plan'],
      ['line\nbreak\0', 'line-break-'],
      ['50% "off" #1 & ; $(rm)', '50% -off- #1 & ; $(rm)'],
      ['', 'Untitled'],
      ['...', 'Untitled'],
    ] as const;
    expect(names.map(([typed]) => fileNameFor(typed))).toEqual(names.map(([, file]) => file));
    const documents = folder.start();
    for (const [typed] of names) {
      const { document, path } = documents.create({ name: typed });
      documents.edit(document, 0, edit(scenario('a')));
      documents.close(document);
      expect(documents.open(path).scenarios).toHaveLength(1);
    }
  });

  it('bear long names, cut between whole characters, and numbers where a name is taken', () => {
    const documents = folder.start();
    const family = '👨‍👩‍👧';
    const { path, document } = documents.create({ name: family.repeat(60) });
    documents.edit(document, 0, edit(scenario('a')));
    expect(documents.state(document).name).toBe(family.repeat(11));
    expect(existsSync(`${path}-wal`)).toBe(true);
    const names = [1, 2, 3].map(() => documents.create({ name: 'Same' }).name);
    expect(names).toEqual(['Same', 'Same 2', 'Same 3']);
    const tooLong = join(folder.path, 'x'.repeat(300));
    expect(problemOf(() => documents.create({ path: tooLong }))).toMatchObject({
      kind: 'storage',
      message: expect.stringMatching(/longer than the disk allows/),
    });
  });

  it('need a whole path where a path is given', () => {
    const documents = folder.start();
    for (const path of ['plan.headroom', '../plan.headroom']) {
      expect(problemOf(() => documents.create({ path })).message).toMatch(/does not say where the file is/);
      expect(problemOf(() => documents.open(path)).kind).toBe('bad input');
    }
    expect(problemOf(() => documents.create({ path: join(folder.path, '.headroom') })).message).toMatch(
      /needs a name/,
    );
    expect(problemOf(() => documents.create({ path: join(folder.path, 'missing', 'plan') })).message).toMatch(
      /is not there, or its folder is not/,
    );
  });
});
