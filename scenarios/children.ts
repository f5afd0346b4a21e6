/** How many children a family has on average. */
import { meanOf } from './distribution.ts';
import { USUAL_CHILDREN } from './parameters/family.ts';
import type { Scenario } from './schema.ts';

/** Where children are not counted, that of families as they usually are. */
export function meanChildren({ families: { children } }: Scenario): number {
  return meanOf(children === 'not counted' ? USUAL_CHILDREN : children);
}
