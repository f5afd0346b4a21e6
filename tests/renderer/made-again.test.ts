import { expect, test } from 'vitest';
import type { DocumentState, Edit, ScenarioContent } from '../../host/contract.ts';
import { madeAgain } from '../../renderer/stores/made-again.ts';

const document = (content: ScenarioContent): DocumentState => ({
  document: 'd',
  path: '/d.headroom',
  name: 'd',
  revision: 1,
  readOnly: null,
  notice: null,
  scenarios: [{ id: 'a', content }],
  comparisons: [],
  datasets: [],
  notes: [],
  undo: null,
  redo: null,
});
const put = (content: ScenarioContent, id = 'a'): Edit => ({
  label: 'put',
  steps: [{ kind: 'put scenario', scenario: { id, content } }],
});
const contents = (edits: readonly Edit[]) =>
  edits.flatMap(({ steps }) =>
    steps.map((step) => (step.kind === 'put scenario' ? step.scenario.content : null)),
  );

const WAS = { name: 'A', teams: { main: { fte: 10, cap: 8, note: 'old' } } };

test('only what our edits changed goes on top of what the other window made', () => {
  const cap = { name: 'A', teams: { main: { fte: 10, cap: 9, note: 'old' } } };
  const withoutNote = { name: 'A', teams: { main: { fte: 10, cap: 9 } } };
  const theirs = { name: 'B', teams: { main: { fte: 12, cap: 8, note: 'old' }, second: { fte: 1 } } };
  expect(contents(madeAgain([put(cap), put(withoutNote)], document(WAS), document(theirs)))).toEqual([
    { name: 'B', teams: { main: { fte: 12, cap: 9, note: 'old' }, second: { fte: 1 } } },
    { name: 'B', teams: { main: { fte: 12, cap: 9 }, second: { fte: 1 } } },
  ]);
});

test('of one value that both changed, ours is made again', () => {
  const mine = { name: 'A', teams: { main: { fte: 11, cap: 8, note: 'old' } } };
  const theirs = { name: 'A', teams: { main: { fte: 12, cap: 8, note: 'old' } } };
  expect(contents(madeAgain([put(mine)], document(WAS), document(theirs)))).toEqual([mine]);
});

test('a value that we set anew or that they took away', () => {
  const mine = { ...WAS, period: { weeks: 26 } };
  const theirs = { name: 'A' };
  expect(contents(madeAgain([put(mine)], document(WAS), document(theirs)))).toEqual([
    { name: 'A', period: { weeks: 26 } },
  ]);
});

test('a scenario that we added, and edited, is put as it was', () => {
  const added = [put({ name: 'New' }, 'n'), put({ name: 'Newer' }, 'n')];
  expect(contents(madeAgain(added, document(WAS), document({ name: 'B' })))).toEqual([
    { name: 'New' },
    { name: 'Newer' },
  ]);
});
