/**
 * Edits made again on a document that somebody else has changed meanwhile. An edit carries a scenario whole; only what it changed is put
 * on top of the other's, or their changes would be lost without a word.
 */
import { compareStructural } from 'mobx';
import type { DocumentState, Edit, EditStep, ScenarioContent } from '../../host/contract.ts';
import { isGroup } from '../../scenarios/shape.ts';
import { withSteps } from './edit-steps.ts';

/**
 * @param before the document that the edits were made on
 * @param now as the other left it
 */
export function madeAgain(edits: readonly Edit[], before: DocumentState, now: DocumentState): Edit[] {
  let [ours, theirs] = [before, now];
  return edits.map(({ label, steps }) => {
    const again = steps.map((step) => {
      const rebased = rebasedStep(step, ours, theirs);
      ours = withSteps(ours, [step]);
      theirs = withSteps(theirs, [rebased]);
      return rebased;
    });
    return { label, steps: again };
  });
}

function rebasedStep(step: EditStep, ours: DocumentState, theirs: DocumentState): EditStep {
  if (step.kind !== 'put scenario') return step;
  const { id, content } = step.scenario;
  const [was, is] = [ours, theirs].map(({ scenarios }) => scenarios.find((kept) => kept.id === id)?.content);
  if (!was || !is) return step;
  return { ...step, scenario: { id, content: merged(was, content, is) as ScenarioContent } };
}

/** What is the same in `mine` as it was is taken from `other`; within groups key by key. */
function merged(was: unknown, mine: unknown, other: unknown): unknown {
  if (compareStructural(was, mine)) return other;
  if (!isGroup(mine) || !isGroup(other)) return mine;
  const wasGroup = isGroup(was) ? was : {};
  const keys = new Set([...Object.keys(other), ...Object.keys(mine)]);
  const all = [...keys].map((key) => [key, merged(wasGroup[key], mine[key], other[key])] as const);
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}
