/** Values that follow from others, so that one change stays one: a share that is what the others leave over. */
import type { ScenarioContent } from '../../host/contract.ts';
import { isGroup } from '../../scenarios/shape.ts';
import { defaultAt } from './parameter-at.ts';
import { isAnnotated, keysOf, valueAt, withoutValue, withValue } from './scenario-content.ts';
import { baseOf, baseValuesOf, mergedOf } from './scenario-reading.ts';

/** The content after a change at `path`, with what follows from it. What cannot be made whole is left for the check to say. */
export function withFollowing(content: ScenarioContent, path: string): ScenarioContent {
  const need = /^needs\.([^.]+)\.routes\.(?:socialCare|pathways\.[^.]+)$/.exec(path)?.[1];
  if (need !== undefined) return withAdvice(content, `needs.${need}.routes`);
  const mix = /^((?:demand\.sources\.[^.]+|frontDoor\.adviceLine)\.needs)\.[^.]+$/.exec(path)?.[1];
  return mix === undefined ? content : withOtherNeed(content, mix, path);
}

/** Of two needs, one has what the other leaves. Among more, only a person knows which gives way. */
function withOtherNeed(content: ScenarioContent, mix: string, path: string): ScenarioContent {
  const shares = valueAt(mergedOf(content).content, keysOf(mix));
  const others = isGroup(shares) ? Object.keys(shares).filter((name) => `${mix}.${name}` !== path) : [];
  const share = valueAt(shares, keysOf(path).slice(-1));
  if (others.length !== 1 || typeof share !== 'number') return content;
  return withLeftOver(content, `${mix}.${others[0]}`, 1 - share);
}

function withAdvice(content: ScenarioContent, routes: string): ScenarioContent {
  const at = (tree: unknown, key: string) =>
    valueAt(tree, keysOf(`${routes}.${key}`)) ?? defaultAt(`${routes}.${key}`);
  const { content: whole } = mergedOf(content);
  const pathways = at(whole, 'pathways');
  const shares = [at(whole, 'socialCare'), ...(isGroup(pathways) ? Object.values(pathways) : [])];
  if (!shares.every((share) => typeof share === 'number')) return content;
  return withLeftOver(content, `${routes}.advice`, 1 - shares.reduce((sum, share) => sum + share, 0));
}

function withLeftOver(content: ScenarioContent, path: string, exact: number): ScenarioContent {
  const left = tidy(exact);
  const shareIn = (tree: unknown) => valueAt(tree, keysOf(path)) ?? defaultAt(path);
  if (!(left >= 0) || left === shareIn(mergedOf(content).content)) return content;
  if (left === shareIn(baseValuesOf(content))) return withoutValue(content, path, baseOf(content));
  const own = valueAt(content, keysOf(path));
  const note = isAnnotated(own) && typeof own.note === 'string' ? { note: own.note } : {};
  return withValue(content, path, { value: left, ...note, ...LEFT_OVER });
}

const LEFT_OVER = { source: 'What the other shares leave over', confidence: 'derived' } as const;

/** Without the dust of binary fractions. */
const tidy = (share: number) => Number(share.toPrecision(12));
