/** What families are like, apart from their needs. */
import * as z from 'zod';
import type { CountDistribution } from '../distribution.ts';
import { countOr } from '../parameter.ts';

export const USUAL_CHILDREN: CountDistribution = { distribution: 'poisson', mean: 1.1, plus: 1 };

export const families = z.strictObject({
  children: countOr('not counted', {
    unit: 'children',
    least: 1,
    most: 8,
    default: USUAL_CHILDREN,
    description:
      'Children in a family, at least one. "not counted": results are in families only, and an escalation costs that of a family of average size.',
    source:
      'Mean 2.1: median and mean ratio over 13 South East authorities (South East Early Help network benchmarking, 8 June 2023; range 1.9 to 2.5). The shape, one and a Poisson number more, is an assumption',
    confidence: 'derived',
  }),
});
