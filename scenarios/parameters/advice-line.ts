/** The advice line: calls before any referral, and what they lead to. */
import * as z from 'zod';
import { quantityWithDefault, share, shareWithDefault } from '../parameter.ts';
import { recordUpTo } from '../records.ts';
import { per } from './volume.ts';

const OUTCOMES_SOURCE =
  'Warwickshire advice line, more than 950 calls: 90% resolved, 5% elsewhere, 2% to the safeguarding hub, 3% to an Early Help pathway (One year on, November 2020)';

export const adviceLine = z.strictObject({
  calls: quantityWithDefault({
    unit: 'calls',
    least: 0,
    most: 200_000,
    default: 0,
    description: 'Calls in each of the time named by "per". 0: there is no advice line.',
    source:
      'Convention: no advice line. Warwickshire had more than 950 calls in about a year (One year on, November 2020)',
    confidence: 'assumption',
  }),
  per: per('The time in which that many calls come.', 'Convention: councils report calls by the year'),
  resolved: shareWithDefault({
    default: 0.9,
    description: 'Share of calls that the advice resolves. The four outcomes of a call sum to 1.',
    source: OUTCOMES_SOURCE,
    confidence: 'stated',
  }),
  elsewhere: shareWithDefault({
    default: 0.05,
    description: 'Share of calls that are sent to another service.',
    source: OUTCOMES_SOURCE,
    confidence: 'stated',
  }),
  socialCare: shareWithDefault({
    default: 0.02,
    description: 'Share of calls that are passed to children’s social care.',
    source: OUTCOMES_SOURCE,
    confidence: 'stated',
  }),
  frontDoor: shareWithDefault({
    default: 0.03,
    description: 'Share of calls that become a referral to the front door.',
    source: OUTCOMES_SOURCE,
    confidence: 'stated',
  }),
  hoursPerCall: quantityWithDefault({
    unit: 'hours',
    least: 0,
    most: 12,
    default: 0,
    description: 'Staff time that one call takes, for costs only. 0: calls are not costed.',
    source: 'Not costed until it is given: no source was found',
    confidence: 'assumption',
  }),
  needs: recordUpTo(
    20,
    share({
      description: 'Share of the referrals that calls lead to with this need. The shares sum to 1.',
    }),
  ).prefault({}),
});
