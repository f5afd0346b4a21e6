/** The parts of the area that families live in. */
import * as z from 'zod';
import { share } from '../parameter.ts';

/** Stands for all localities together: where a team works unless it says otherwise. */
export const WHOLE_AREA = 'whole area';

export const locality = z.strictObject({
  share: share({
    description: 'Share of families that live in this locality. The shares of all localities sum to 1.',
  }),
});
