/** What the steps of an edit make of a document's content, and the steps that take it back. Nothing here touches a disk. */
import { type Problem, shown } from '../../scenarios/problem.ts';
import type { KeptComparison } from '../contract.ts';
import { DocumentProblem } from './document-problem.ts';
import {
  COMPARISONS,
  type Content,
  DATASETS,
  type Done,
  moveScenario,
  put,
  putNote,
  type Refusal,
  remove,
  SCENARIOS,
  type Step,
} from './shelves.ts';

export interface Edited {
  readonly content: Content;
  /** Applied to `content` they give what was there before. */
  readonly inverse: readonly Step[];
}

const FEWEST_COMPARED = 2;
const MOST_COMPARED = 6;

/**
 * Applies the steps in order. A scenario that goes is taken out of the comparisons that name it, a comparison left with
 * one scenario goes too, and so do the notes on whatever went; the inverse brings all of it back.
 * @throws {DocumentProblem} with every step that cannot be done; nothing is done then
 */
export function applySteps(before: Content, steps: readonly Step[]): Edited {
  const problems: Problem[] = [];
  const asked = applyAll({ content: before, inverse: [] }, steps, problems);
  problems.push(...comparisonProblems(asked.content, steps));
  if (problems.length > 0) {
    throw new DocumentProblem('bad input', problems.map(({ message }) => message).join(' '), problems);
  }
  const trimmed = applyAll(asked, withoutGoneScenarios(before, asked.content, steps), problems);
  return applyAll(trimmed, withoutNotesOnGone(before, trimmed.content), problems);
}

/** Undoes what `applySteps` did: nothing goes but what the inverse names. */
export function takeBack(content: Content, inverse: readonly Step[]): Content {
  const problems: Problem[] = [];
  const before = applyAll({ content, inverse: [] }, inverse, problems);
  if (problems.length > 0) {
    throw new Error(
      `The history does not fit the document: ${problems.map(({ message }) => message).join(' ')}`,
    );
  }
  return before.content;
}

function applyAll(start: Edited, steps: readonly Step[], problems: Problem[]): Edited {
  return steps.reduce<Edited>((edited, step, index) => {
    const done = applyStep(edited.content, step);
    if ('message' in done) {
      problems.push({ path: `edit.steps.${index}`, value: step, ...done });
      return edited;
    }
    return { content: done.content, inverse: [done.inverse, ...edited.inverse] };
  }, start);
}

function applyStep(content: Content, step: Step): Done | Refusal {
  switch (step.kind) {
    case 'put scenario':
      return put(SCENARIOS, content, step.scenario, step.at);
    case 'remove scenario':
      return remove(SCENARIOS, content, step.id);
    case 'move scenario':
      return moveScenario(content, step.id, step.to);
    case 'put comparison':
      return put(COMPARISONS, content, step.comparison, step.at);
    case 'remove comparison':
      return remove(COMPARISONS, content, step.id);
    case 'put dataset':
      return put(DATASETS, content, step.dataset, step.at);
    case 'remove dataset':
      return remove(DATASETS, content, step.id);
    case 'put note':
      return putNote(content, step.note);
  }
}

/** Of the comparisons that this edit puts; whether their scenarios are there is asked once every step is done. */
function comparisonProblems({ scenarios, comparisons }: Content, steps: readonly Step[]): Problem[] {
  const known = new Set(scenarios.map(({ id }) => id));
  return steps.flatMap((step, index) => {
    if (step.kind !== 'put comparison' || !comparisons.includes(step.comparison)) return [];
    const wrong = whyNotComparable(step.comparison, known);
    return wrong === null
      ? []
      : [
          {
            path: `edit.steps.${index}.comparison.scenarios`,
            value: step.comparison.scenarios,
            allowed: `${FEWEST_COMPARED} to ${MOST_COMPARED} different scenarios of this document`,
            message: `The comparison ${shown(step.comparison.name)} ${wrong}.`,
          },
        ];
  });
}

function whyNotComparable({ scenarios }: KeptComparison, known: ReadonlySet<string>): string | null {
  const missing = scenarios.filter((id) => !known.has(id));
  if (missing.length > 0) return `names scenarios that the document does not have: ${missing.join(', ')}`;
  if (new Set(scenarios).size < scenarios.length) return 'names a scenario twice';
  if (scenarios.length < FEWEST_COMPARED) return `needs at least ${FEWEST_COMPARED} scenarios`;
  if (scenarios.length > MOST_COMPARED) return `has more than ${MOST_COMPARED} scenarios`;
  return null;
}

function withoutGoneScenarios(
  before: Content,
  { scenarios, comparisons }: Content,
  steps: readonly Step[],
): Step[] {
  const asked = new Set(steps.map((step) => (step.kind === 'put comparison' ? step.comparison : null)));
  const left = new Set(scenarios.map(({ id }) => id));
  if (before.scenarios.every(({ id }) => left.has(id))) return [];
  return comparisons
    .filter((comparison) => !asked.has(comparison) && comparison.scenarios.some((id) => !left.has(id)))
    .map((comparison) => {
      const compared = comparison.scenarios.filter((id) => left.has(id));
      return compared.length < FEWEST_COMPARED
        ? { kind: 'remove comparison', id: comparison.id }
        : { kind: 'put comparison', comparison: { ...comparison, scenarios: compared } };
    });
}

function withoutNotesOnGone(before: Content, after: Content): Step[] {
  const left = new Set(subjectsOf(after));
  const gone = subjectsOf(before).filter((subject) => !left.has(subject));
  return after.notes
    .filter(({ subject }) => gone.some((thing) => subject === thing || subject.startsWith(`${thing}/`)))
    .map(({ subject }) => ({ kind: 'put note', note: { subject, text: '' } }));
}

const subjectsOf = ({ scenarios, comparisons, datasets }: Content): string[] => [
  ...scenarios.map(({ id }) => `scenario/${id}`),
  ...comparisons.map(({ id }) => `comparison/${id}`),
  ...datasets.map(({ id }) => `dataset/${id}`),
];
