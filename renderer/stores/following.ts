/** Values that follow from others, so that one change stays one: the share answered with advice is what the others leave over. */
import type { ScenarioContent } from '../../host/contract.ts';
import { isGroup, SCENARIO_SHAPE, type Shape, shapeUnder } from '../../scenarios/shape.ts';
import { isAnnotated, keysOf, valueAt, withoutValue, withValue } from './scenario-content.ts';
import { baseOf, baseValuesOf, mergedOf } from './scenario-reading.ts';

/** The content after a change at `path`, with what follows from it. What cannot be made whole is left for the check to say. */
export function withFollowing(content: ScenarioContent, path: string): ScenarioContent {
  const need = /^needs\.([^.]+)\.routes\.(?:socialCare|pathways\.[^.]+)$/.exec(path)?.[1];
  return need === undefined ? content : withAdvice(content, `needs.${need}.routes`);
}

function withAdvice(content: ScenarioContent, routes: string): ScenarioContent {
  const at = (tree: unknown, key: string) =>
    valueAt(tree, keysOf(`${routes}.${key}`)) ?? defaultAt(`${routes}.${key}`);
  const { content: whole } = mergedOf(content);
  const pathways = at(whole, 'pathways');
  const shares = [at(whole, 'socialCare'), ...(isGroup(pathways) ? Object.values(pathways) : [])];
  if (!shares.every((share) => typeof share === 'number')) return content;
  const left = tidy(1 - shares.reduce((sum, share) => sum + share, 0));
  if (!(left >= 0) || left === at(whole, 'advice')) return content;
  const advice = `${routes}.advice`;
  if (left === at(baseValuesOf(content), 'advice')) return withoutValue(content, advice, baseOf(content));
  const own = valueAt(content, keysOf(advice));
  const note = isAnnotated(own) && typeof own.note === 'string' ? { note: own.note } : {};
  return withValue(content, advice, { value: left, ...note, ...LEFT_OVER });
}

const LEFT_OVER = { source: 'What the other shares leave over', confidence: 'derived' } as const;

function defaultAt(path: string): unknown {
  const shape = keysOf(path).reduce<Shape | undefined>(shapeUnder, SCENARIO_SHAPE);
  return shape?.kind === 'leaf' ? shape.default : undefined;
}

/** Without the dust of binary fractions. */
const tidy = (share: number) => Number(share.toPrecision(12));
