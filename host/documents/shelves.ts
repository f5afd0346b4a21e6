/** What a document holds, and how one thing is put on a shelf of it, taken away or moved. Nothing here touches a disk. */
import type { Problem } from '../../scenarios/problem.ts';
import { shown } from '../../scenarios/problem.ts';
import type { Dataset, EditStep, KeptComparison, KeptScenario, Note } from '../contract.ts';

export interface Content {
  /** These three in the order shown. */
  readonly scenarios: readonly KeptScenario[];
  readonly comparisons: readonly KeptComparison[];
  readonly datasets: readonly Dataset[];
  /** In order of subject. */
  readonly notes: readonly Note[];
}

/** A step as the history keeps it: whatever was taken away goes back to its place. */
export type Step =
  | Exclude<EditStep, { readonly kind: 'put comparison' | 'put dataset' }>
  | { readonly kind: 'put comparison'; readonly comparison: KeptComparison; readonly at?: number }
  | { readonly kind: 'put dataset'; readonly dataset: Dataset; readonly at?: number };

/** What a step makes, and the step that takes it back. */
export interface Done {
  readonly content: Content;
  readonly inverse: Step;
}
/** Why a step cannot be done. */
export type Refusal = Pick<Problem, 'allowed' | 'message'>;

interface Shelf<Item extends { readonly id: string }> {
  readonly word: string;
  readonly items: (content: Content) => readonly Item[];
  readonly filled: (content: Content, items: readonly Item[]) => Content;
  readonly putting: (item: Item, at: number) => Step;
  readonly removing: (id: string) => Step;
}

export const SCENARIOS: Shelf<KeptScenario> = {
  word: 'scenario',
  items: ({ scenarios }) => scenarios,
  filled: (content, scenarios) => ({ ...content, scenarios }),
  putting: (scenario, at) => ({ kind: 'put scenario', scenario, at }),
  removing: (id) => ({ kind: 'remove scenario', id }),
};
export const COMPARISONS: Shelf<KeptComparison> = {
  word: 'comparison',
  items: ({ comparisons }) => comparisons,
  filled: (content, comparisons) => ({ ...content, comparisons }),
  putting: (comparison, at) => ({ kind: 'put comparison', comparison, at }),
  removing: (id) => ({ kind: 'remove comparison', id }),
};
export const DATASETS: Shelf<Dataset> = {
  word: 'dataset',
  items: ({ datasets }) => datasets,
  filled: (content, datasets) => ({ ...content, datasets }),
  putting: (dataset, at) => ({ kind: 'put dataset', dataset, at }),
  removing: (id) => ({ kind: 'remove dataset', id }),
};

/** @param at its place; without it a known thing keeps its place and a new one comes last */
export function put<Item extends { readonly id: string }>(
  shelf: Shelf<Item>,
  content: Content,
  item: Item,
  at: number | undefined,
): Done | Refusal {
  const items = shelf.items(content);
  const place = items.findIndex(({ id }) => id === item.id);
  const earlier = items[place];
  const others = items.filter(({ id }) => id !== item.id);
  const to = at ?? (earlier ? place : others.length);
  if (!isPlace(to, others.length)) return noPlace(shelf, to, others.length);
  return {
    content: shelf.filled(content, others.toSpliced(to, 0, item)),
    inverse: earlier ? shelf.putting(earlier, place) : shelf.removing(item.id),
  };
}

export function remove<Item extends { readonly id: string }>(
  shelf: Shelf<Item>,
  content: Content,
  id: string,
): Done | Refusal {
  const items = shelf.items(content);
  const place = items.findIndex((item) => item.id === id);
  const item = items[place];
  if (!item) return unknown(shelf, id, items);
  return {
    content: shelf.filled(content, items.toSpliced(place, 1)),
    inverse: shelf.putting(item, place),
  };
}

/** @param to its place among the others once it is lifted out */
export function moveScenario(content: Content, id: string, to: number): Done | Refusal {
  const place = content.scenarios.findIndex((scenario) => scenario.id === id);
  const scenario = content.scenarios[place];
  if (!scenario) return unknown(SCENARIOS, id, content.scenarios);
  const others = content.scenarios.toSpliced(place, 1);
  if (!isPlace(to, others.length)) return noPlace(SCENARIOS, to, others.length);
  return {
    content: { ...content, scenarios: others.toSpliced(to, 0, scenario) },
    inverse: { kind: 'move scenario', id, to: place },
  };
}

/** An empty text takes the note away. */
export function putNote(content: Content, note: Note): Done {
  const earlier = content.notes.find(({ subject }) => subject === note.subject);
  const others = content.notes.filter(({ subject }) => subject !== note.subject);
  const notes = note.text === '' ? others : [...others, note].sort(bySubject);
  return {
    content: { ...content, notes },
    inverse: { kind: 'put note', note: { subject: note.subject, text: earlier?.text ?? '' } },
  };
}

export const bySubject = (one: Note, other: Note): number =>
  one.subject < other.subject ? -1 : one.subject > other.subject ? 1 : 0;

const isPlace = (to: number, last: number) => Number.isInteger(to) && to >= 0 && to <= last;

const noPlace = (shelf: { readonly word: string }, to: number, last: number): Refusal => ({
  allowed: `a whole number from 0 to ${last}`,
  message: `There is no place ${shown(to)} for a ${shelf.word}.`,
});

const unknown = (
  shelf: { readonly word: string },
  id: string,
  items: readonly { readonly id: string }[],
): Refusal => ({
  allowed: items.map((item) => item.id).join(', ') || `none: there is no ${shelf.word} in the document`,
  message: `The document has no ${shelf.word} ${shown(id)}; it may have been removed in another window.`,
});
