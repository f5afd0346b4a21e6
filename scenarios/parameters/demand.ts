/** Who refers, how often, and for which needs; and when schools are shut. */
import * as z from 'zod';
import { date, numbers, quantity, quantityWithDefault, share, shareWithDefault, text } from '../parameter.ts';
import { recordUpTo, someOf } from '../records.ts';
import { per } from './volume.ts';

const NO_SOURCE = 'Assumption: no source was found';

export const source = z.strictObject({
  referrals: quantity({
    unit: 'referrals',
    least: 0,
    most: 200_000,
    description: 'Referrals from this source in each of the time named by "per".',
  }).optional(),
  share: share({
    description:
      'Share of "demand.referralsPerYear" that comes from this source, in place of "referrals". The shares of all sources that have one sum to 1.',
  }).optional(),
  per: per(
    'The time in which that many referrals come.',
    'Convention: councils report referrals by the year',
  ),
  monthProfile: numbers({
    unit: 'multiplier',
    least: 0,
    most: 10,
    items: [12, 12],
    description:
      'How busy a working day is in each month from January to December, relative to the others. Scaled so that an average year keeps its volume. Left out: every working day alike.',
  }).optional(),
  holidayFactor: quantityWithDefault({
    unit: 'multiplier',
    least: 0.01,
    most: 3,
    default: 1,
    description:
      'How busy a working day in school holidays is, relative to one in term. Scaled so that each calendar year keeps its volume. For schools 0.24 (range 0.1 to 0.6) is a proxy to try.',
    source:
      'Assumption: alike. With schools shut to most pupils in late May 2020, referrals by schools were 76% below usual (Department for Education, Vulnerable Children and Young People Survey); no series by term and holiday was found',
    confidence: 'assumption',
  }),
  septemberRebound: shareWithDefault({
    default: 0,
    description:
      'Share of the referrals missing in the summer holiday that come in the six weeks after it. Needs a "holidayFactor" below 1.',
    source: `${NO_SOURCE} (range 0 to 30%)`,
    confidence: 'assumption',
  }),
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
  weeklyCsv: z
    .strictObject({
      file: text({
        most: 400,
        description: 'A CSV file with one row for each week, by its path from this file.',
      }),
      column: text({ most: 200, description: 'Heading of the column of counts.' }),
    })
    .optional(),
});

export const demand = z.strictObject({
  referralsPerYear: quantity({
    unit: 'referrals a year',
    least: 0,
    most: 200_000,
    description:
      'Referrals a year of all sources that have a "share", together. Left out where each source gives its own.',
  }).optional(),
  sources: someOf(20, source),
  schoolHolidays: recordUpTo(
    200,
    z.strictObject({
      from: date({ description: 'First day of the holiday.' }),
      to: date({
        description:
          'Last day of the holiday. A school year (September to August) in which no holiday is given has the usual English ones; in one where any is given, those given are all.',
      }),
    }),
  ).prefault({}),
});
