/** What an edit makes of a document: the same steps that the host takes, so that a screen need not wait for it. */
import type { DocumentState, EditStep } from '../../host/contract.ts';

/** The document after the steps; its revision and what can be undone are the host's to say. */
export function withSteps(state: DocumentState, steps: readonly EditStep[]): DocumentState {
  return steps.reduce(withStep, state);
}

function withStep(state: DocumentState, step: EditStep): DocumentState {
  const { scenarios, comparisons, datasets, notes } = state;
  switch (step.kind) {
    case 'put scenario':
      return { ...state, scenarios: put(scenarios, step.scenario, step.at) };
    case 'remove scenario':
      return withoutScenario(state, step.id);
    case 'move scenario': {
      const moved = scenarios.find(({ id }) => id === step.id);
      return moved ? { ...state, scenarios: put(without(scenarios, step.id), moved, step.to) } : state;
    }
    case 'put comparison':
      return { ...state, comparisons: put(comparisons, step.comparison) };
    case 'remove comparison':
      return { ...state, comparisons: without(comparisons, step.id) };
    case 'put dataset':
      return { ...state, datasets: put(datasets, step.dataset) };
    case 'remove dataset':
      return { ...state, datasets: without(datasets, step.id) };
    case 'put note': {
      const others = notes.filter(({ subject }) => subject !== step.note.subject);
      return { ...state, notes: step.note.text === '' ? others : [...others, step.note] };
    }
  }
}

/** It goes out of every comparison; one that is left with a single scenario goes too. */
function withoutScenario(state: DocumentState, gone: string): DocumentState {
  const comparisons = state.comparisons
    .map((comparison) => ({ ...comparison, scenarios: comparison.scenarios.filter((id) => id !== gone) }))
    .filter((comparison) => comparison.scenarios.length > 1);
  return { ...state, scenarios: without(state.scenarios, gone), comparisons };
}

interface Identified {
  readonly id: string;
}

/** In its old place where it is there already, else at `at`, else at the end. */
function put<Item extends Identified>(items: readonly Item[], item: Item, at?: number): readonly Item[] {
  if (items.some(({ id }) => id === item.id)) return items.map((old) => (old.id === item.id ? item : old));
  return items.toSpliced(at ?? items.length, 0, item);
}

const without = <Item extends Identified>(items: readonly Item[], gone: string) =>
  items.filter(({ id }) => id !== gone);
