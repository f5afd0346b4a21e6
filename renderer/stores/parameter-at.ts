/** What the file format says of the parameter at a path. */
import type { Bounds } from '../../scenarios/parameter.ts';
import { type Leaf, SCENARIO_SHAPE, type Shape, shapeUnder } from '../../scenarios/shape.ts';
import { keysOf } from './scenario-content.ts';

/**
 * Its description.
 * @throws {Error} where the path is no parameter's
 */
export function leafAt(path: string): Leaf {
  const shape = shapeAt(path);
  if (shape?.kind !== 'leaf') throw new Error(`There is no parameter at ${path}.`);
  return shape;
}

/** What it is unless somebody sets it; `undefined` for what is none, or has none. */
export function defaultAt(path: string): unknown {
  const shape = shapeAt(path);
  return shape?.kind === 'leaf' ? shape.default : undefined;
}

/**
 * What a number there is at least and at most.
 * @throws {Error} where it is no number
 */
export function boundsAt(path: string): Bounds {
  const { form } = leafAt(path).about;
  if (!('least' in form)) throw new Error(`There is no number at ${path}.`);
  return form;
}

const shapeAt = (path: string) => keysOf(path).reduce<Shape | undefined>(shapeUnder, SCENARIO_SHAPE);
