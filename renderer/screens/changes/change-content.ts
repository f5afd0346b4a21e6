/** A scenario's content with a dated change put in, taken out or called otherwise. */
import type { ScenarioContent } from '../../../host/contract.ts';
import { isGroup } from '../../../scenarios/shape.ts';

type Change = Readonly<Record<string, unknown>>;

export function withChange(content: ScenarioContent, name: string, change: Change): ScenarioContent {
  return { ...content, changes: { ...ownChanges(content), [name]: change } };
}

/** @param base what the content extends: a change that comes from there is taken away by saying so */
export function withoutChange(content: ScenarioContent, name: string, base: Change | null): ScenarioContent {
  const { [name]: _, ...others } = ownChanges(content);
  const left = name in ownChanges(base ?? {}) ? { ...others, [name]: null } : others;
  if (Object.keys(left).length > 0) return { ...content, changes: left };
  const { changes: _none, ...rest } = content;
  return rest;
}

/** Without these changes, whoever set them. */
export function withoutAny(content: ScenarioContent, names: readonly string[]): ScenarioContent {
  return { ...content, changes: Object.fromEntries(names.map((name) => [name, null])) };
}

/** In its place, so that changes of one date keep their order. */
export function withRenamed(content: ScenarioContent, name: string, to: string): ScenarioContent {
  const changes = Object.entries(ownChanges(content)).map(([own, change]) => [
    own === name ? to : own,
    change,
  ]);
  return { ...content, changes: Object.fromEntries(changes) };
}

/** "More workers", or "More workers 2" where that is taken. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const candidates = [wanted, ...taken.map((_, i) => `${wanted} ${i + 2}`)];
  return candidates.find((candidate) => !taken.includes(candidate)) ?? wanted;
}

export function ownChanges({ changes }: Change): Record<string, unknown> {
  return isGroup(changes) ? changes : {};
}
