/** Who refers, how often, and for which needs. */
import * as z from 'zod';
import { choice, numbers, quantity, quantityWithDefault, share, shareWithDefault } from '../parameter.ts';
import { someOf } from '../records.ts';

const NO_SOURCE = 'Assumption: no source was found';

export const source = z.strictObject({
  referrals: quantity({
    unit: 'referrals',
    least: 0,
    most: 200_000,
    description: 'Referrals from this source in each of the time named by "per".',
  }).optional(),
  per: choice(['year', 'month', 'week', 'working day'], {
    default: 'year',
    description: 'The time in which that many referrals come.',
    source: 'Convention: councils report referrals by the year',
    confidence: 'assumption',
  }),
  monthProfile: numbers({
    unit: 'multiplier',
    least: 0,
    most: 10,
    items: [12, 12],
    description:
      'How busy a working day is in each month from January to December, relative to the others. Scaled so that an average year keeps its volume. Left out: every working day alike.',
  }).optional(),
  growthPerYear: quantityWithDefault({
    unit: 'share a year',
    least: -0.9,
    most: 2,
    default: 0,
    description: 'Growth of referrals, compounding from the start date on; 0.05 is 5% more each year.',
    source:
      'Assumption: no trend. School referrals rose 11.2% a year from 2019/20 to 2023/24 (School-Home Support freedom of information request, schoolhomesupport.org.uk)',
    confidence: 'assumption',
  }),
  overdispersion: quantityWithDefault({
    unit: 'variance to mean',
    least: 1,
    most: 50,
    default: 1,
    description:
      'Variance of the number of referrals in a week divided by its mean. 1 is what independent referrers give (Poisson); more means bunching.',
    source: 'Assumption: referrers act independently of each other',
    confidence: 'assumption',
  }),
  repeatShare: shareWithDefault({
    default: 0,
    description:
      'Share of these referrals that are about a family already known. They take a front-door decision and go no further.',
    source: NO_SOURCE,
    confidence: 'assumption',
  }),
  needs: someOf(
    20,
    share({ description: 'Share of this source’s referrals with this need. The shares sum to 1.' }),
  ),
  weekly: numbers({
    unit: 'referrals',
    least: 0,
    most: 10_000,
    whole: true,
    items: [1, 1040],
    description:
      'Counts to replay, one for each week reported, in place of "referrals" and its season, growth and bunching. In a warm-up referrals come at the mean of these counts.',
  }).optional(),
});
