/** What the service does for families on the list, and what waiting does to them. */
import * as z from 'zod';
import { quantityOr, quantityWithDefault } from '../parameter.ts';

const EFFECT_SOURCE =
  'Assumption: 0.7 (range 0.4 to 1). That councils support waiting families is in the South East Early Help network minutes, 8 June 2023; no size of the effect was found';

export const waiting = z.strictObject({
  contactEveryWeeks: quantityOr('never', {
    unit: 'weeks',
    least: 0.2,
    most: 52,
    default: 'never',
    description: 'Weeks between contacts with each family on the list. "never": families wait without.',
    source: 'Convention: as long as nothing is said of it',
    confidence: 'assumption',
  }),
  contactHours: quantityWithDefault({
    unit: 'hours',
    least: 0,
    most: 12,
    default: 0.35,
    description:
      'Time that one contact with a waiting family takes of the teams that serve it, before sessions are held.',
    source: 'Assumption: as much as a week of liaison on an open case, 0.35 hours; no source was found',
    confidence: 'assumption',
  }),
  withdrawalFactor: quantityWithDefault({
    unit: 'multiplier',
    least: 0,
    most: 2,
    default: 0.7,
    description: 'What contact multiplies the chance of giving up waiting by, in any week.',
    source: EFFECT_SOURCE,
    confidence: 'assumption',
  }),
  escalationFactor: quantityWithDefault({
    unit: 'multiplier',
    least: 0,
    most: 2,
    default: 0.7,
    description:
      'What contact multiplies the chance of escalating to social care by, in any week on the list.',
    source: EFFECT_SOURCE,
    confidence: 'assumption',
  }),
  needGrowthPerWeek: quantityWithDefault({
    unit: 'share a week',
    least: 0,
    most: 0.1,
    default: 0,
    description:
      'Share by which the work a family needs grows for each week on the list; 0.01 is 1% more for each week.',
    source:
      'Assumption: none (range 0 to 2%). That needs grow is in the Brighton & Hove Early Help Review 2020-22; no size was found',
    confidence: 'assumption',
  }),
});
