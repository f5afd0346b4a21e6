/** What families are like, apart from their needs. */
import * as z from 'zod';
import { countWithDefault } from '../parameter.ts';

export const families = z.strictObject({
  children: countWithDefault({
    unit: 'children',
    least: 1,
    most: 8,
    default: { distribution: 'poisson', mean: 1.1, plus: 1 },
    description: 'Children in a family, at least one.',
    source:
      'Mean 2.1: median and mean ratio over 13 South East authorities (South East Early Help network benchmarking, 8 June 2023; range 1.9 to 2.5). The shape, one and a Poisson number more, is an assumption',
    confidence: 'derived',
  }),
});
