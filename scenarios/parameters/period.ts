/** The time a scenario covers. */
import * as z from 'zod';
import { choice, date, quantityOr, quantityWithDefault } from '../parameter.ts';

export const period = z.strictObject({
  start: date({
    description: 'First day of the time reported. A warm-up, if there is one, comes before it.',
  }),
  weeks: quantityWithDefault({
    unit: 'weeks',
    least: 1,
    most: 1040,
    whole: true,
    default: 104,
    description: 'Length of the time reported, in weeks of seven days from the start.',
    source: 'Convention: two years, so that each season is seen twice',
    confidence: 'assumption',
  }),
  warmUpWeeks: quantityOr('auto', {
    unit: 'weeks',
    least: 0,
    most: 520,
    whole: true,
    default: 'auto',
    description:
      'Weeks simulated before the start so that an empty service fills up. "auto" finds how many are needed; there is none when the run opens from a snapshot.',
    source: 'Convention: found from the model itself',
    confidence: 'assumption',
  }),
  nation: choice(['england', 'wales', 'scotland', 'northern ireland', 'none'], {
    default: 'england',
    description:
      'Whose bank holidays are not worked. "none" works Monday to Friday throughout, exactly five days a week.',
    source: 'Bank holidays by statute, as at gov.uk/bank-holidays',
    confidence: 'public',
  }),
});
