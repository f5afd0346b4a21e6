/** Random edits, undo, redo and restarts against a model that knows no inverse: it keeps every state whole. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EditStep } from '../../../host/contract.ts';
import { DocumentProblem } from '../../../host/documents/document-problem.ts';
import { contentOf, temporaryFolder } from './folder.ts';

interface Model {
  scenarios: { id: string; content: unknown }[];
  comparisons: { id: string; name: string; scenarios: readonly string[] }[];
  datasets: { id: string }[];
  notes: Record<string, string>;
}

const EMPTY: Model = { scenarios: [], comparisons: [], datasets: [], notes: {} };

/** `null`: the edit cannot be done. */
function edited(before: Model, steps: readonly EditStep[]): Model | null {
  const model = structuredClone(before);
  const touched = new Set<string>();
  for (const step of steps) if (!apply(model, step, touched)) return null;
  const ids = model.scenarios.map(({ id }) => id);
  for (const { id, scenarios } of model.comparisons) {
    if (touched.has(id) && scenarios.some((one) => !ids.includes(one))) return null;
  }
  for (const one of model.comparisons) one.scenarios = one.scenarios.filter((id) => ids.includes(id));
  model.comparisons = model.comparisons.filter(({ scenarios }) => scenarios.length >= 2);
  for (const [shelf, word] of [
    ['scenarios', 'scenario'],
    ['comparisons', 'comparison'],
    ['datasets', 'dataset'],
  ] as const) {
    for (const { id } of before[shelf]) {
      if (!model[shelf].some((left) => left.id === id)) delete model.notes[`${word}/${id}`];
    }
  }
  return model;
}

function apply(model: Model, step: EditStep, touched: Set<string>): boolean {
  const set = <Item extends { id: string }>(items: Item[], item: Item, at?: number) => {
    const index = items.findIndex(({ id }) => id === item.id);
    if (index >= 0) items.splice(index, 1);
    const to = at ?? (index >= 0 ? index : items.length);
    if (to > items.length) return false;
    items.splice(to, 0, item);
    return true;
  };
  const unset = (items: { id: string }[], wanted: string) => {
    const index = items.findIndex(({ id }) => id === wanted);
    if (index >= 0) items.splice(index, 1);
    return index >= 0;
  };
  switch (step.kind) {
    case 'put scenario':
      return set(model.scenarios, step.scenario, step.at);
    case 'remove scenario':
      return unset(model.scenarios, step.id);
    case 'move scenario': {
      const moved = model.scenarios.find(({ id }) => id === step.id);
      return moved !== undefined && set(model.scenarios, moved, step.to);
    }
    case 'put comparison':
      touched.add(step.comparison.id);
      return set(model.comparisons, { ...step.comparison });
    case 'remove comparison':
      touched.delete(step.id);
      return unset(model.comparisons, step.id);
    case 'put dataset':
      return set(model.datasets, step.dataset);
    case 'remove dataset':
      return unset(model.datasets, step.id);
    case 'put note':
      if (step.note.text === '') delete model.notes[step.note.subject];
      else model.notes[step.note.subject] = step.note.text;
      return true;
  }
}

const id = fc.constantFrom('a', 'b', 'c', 'd');
const place = fc.nat(3);
const step: fc.Arbitrary<EditStep> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('put scenario' as const),
      scenario: fc.record({ id, content: fc.record({ cap: fc.nat(99), name: fc.string() }) }),
    }),
  },
  fc.record({
    kind: fc.constant('put scenario' as const),
    scenario: fc.record({ id, content: fc.constant({}) }),
    at: place,
  }),
  fc.record({ kind: fc.constant('remove scenario' as const), id }),
  fc.record({ kind: fc.constant('move scenario' as const), id, to: place }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('put comparison' as const),
      comparison: fc.record({
        id,
        name: fc.string(),
        scenarios: fc.uniqueArray(id, { minLength: 2, maxLength: 4 }),
      }),
    }),
  },
  fc.record({ kind: fc.constant('remove comparison' as const), id }),
  fc.record({
    kind: fc.constant('put dataset' as const),
    dataset: fc.record({
      id,
      name: fc.string(),
      from: fc.constant('f.csv'),
      columns: fc.constant(['x']),
      rows: fc.array(fc.tuple(fc.oneof(fc.nat(), fc.string()))),
    }),
  }),
  fc.record({ kind: fc.constant('remove dataset' as const), id }),
  fc.record({
    kind: fc.constant('put note' as const),
    note: fc.record({
      subject: fc
        .tuple(fc.constantFrom('scenario', 'comparison', 'dataset', '𝒳', '￿'), id)
        .map((parts) => parts.join('/')),
      text: fc.constantFrom('', 'one', 'two – £'),
    }),
  }),
);
const action = fc.oneof(
  { weight: 6, arbitrary: fc.array(step, { minLength: 1, maxLength: 4 }) },
  { weight: 3, arbitrary: fc.constant('undo' as const) },
  { weight: 2, arbitrary: fc.constant('redo' as const) },
  { weight: 1, arbitrary: fc.constant('restart' as const) },
);

it('a document is what a plain model of it says, whatever is edited, undone, redone and opened again', () => {
  fc.assert(
    fc.property(fc.array(action, { minLength: 5, maxLength: 30 }), (actions) => {
      using folder = temporaryFolder();
      let documents = folder.start();
      let state = documents.create({});
      let states = [EMPTY];
      let now = 0;
      for (const one of actions) {
        const { document, revision, path } = state;
        if (one === 'restart') {
          documents.closeAll();
          documents = folder.start();
          state = documents.open(path);
        } else {
          const wanted =
            one === 'undo'
              ? states[now - 1]
              : one === 'redo'
                ? states[now + 1]
                : (edited(states[now]!, one) ?? undefined);
          const act = () =>
            one === 'undo' || one === 'redo'
              ? documents[one](document, revision)
              : documents.edit(document, revision, { label: 'edit', steps: one });
          if (wanted) {
            state = act();
            expect(state.revision).toBe(revision + 1);
            if (one !== 'undo' && one !== 'redo') states = [...states.slice(0, now + 1), wanted];
            now += one === 'undo' ? -1 : 1;
          } else expect(act).toThrow(DocumentProblem);
        }
        const { notes, ...content } = contentOf(documents.state(state.document));
        expect({
          ...content,
          notes: Object.fromEntries(notes.map((note) => [note.subject, note.text])),
        }).toEqual(states[now]);
        expect([state.undo === null, state.redo === null]).toEqual([now === 0, now === states.length - 1]);
      }
    }),
    { seed: 4, numRuns: 60 },
  );
});
