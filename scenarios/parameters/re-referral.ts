/** Which families come back, and when. */
import * as z from 'zod';
import { choice, duration, quantityOr, quantityWithDefault, shareWithDefault } from '../parameter.ts';

const NO_SOURCE = 'Assumption: no source was found';

const curveSource =
  'Brighton & Hove 30% after 12 weeks and West Sussex 6% after 9 months (South East Early Help network, 8 June 2023), joined by a logistic curve. Two points from different authorities with different windows: a working curve, not a measured effect';

export const reReferral = z.strictObject({
  version: choice(['central', 'low', 'steep'], {
    default: 'central',
    description:
      'How much coming back depends on the work done. "central" is the curve given by the numbers below. "low" is a flat chance of 13%, whatever was done. "steep" is the central curve with one and a half times its slope about the same point.',
    source:
      'Central: the working curve below. Low: its chance after 26 weeks. Steep: one and a half times is an assumption, no source was found. Try all three',
    confidence: 'assumption',
  }),
  chance: shareWithDefault({
    default: 0.3,
    description: 'Chance of coming back within the window after "atSessions" sessions attended.',
    source: curveSource,
    confidence: 'derived',
  }),
  atSessions: quantityWithDefault({
    unit: 'sessions attended',
    least: 0,
    most: 300,
    default: 5.1,
    description: 'Sessions attended at which "chance" holds.',
    source:
      '12 weeks of fortnightly visits are 6 planned and, with 15% missed, 5.1 attended; that either authority visits fortnightly is an assumption',
    confidence: 'derived',
  }),
  slopePerSession: quantityWithDefault({
    unit: 'log odds a session',
    least: -2,
    most: 2,
    default: 0.1404 / 0.85,
    description:
      'Fall of the log odds of coming back for each further session attended; 0 makes the chance flat.',
    source: `${curveSource}: 0.1404 a planned session, divided by the 85% attended`,
    confidence: 'derived',
  }),
  least: shareWithDefault({
    default: 0.05,
    description: 'The chance is never below this.',
    source: 'Assumption: just below the lowest rate seen (West Sussex 6%)',
    confidence: 'assumption',
  }),
  most: shareWithDefault({
    default: 0.35,
    description: 'The chance is never above this.',
    source: 'Assumption: just above the highest rate seen (Brighton & Hove 30%)',
    confidence: 'assumption',
  }),
  windowMonths: quantityWithDefault({
    unit: 'months',
    least: 1,
    most: 60,
    default: 12,
    description:
      'Window after closure over which the chance is measured. It says what the chance means and changes no result.',
    source: 'Assumption: a year; the sources do not state their window',
    confidence: 'assumption',
  }),
  recurringShare: shareWithDefault({
    default: 0.2,
    description: 'Share of families with recurring needs, who come back more often.',
    source:
      'Assumption: 20% (range 10% to 40%). That families with neurodiverse children come back is in the South East Early Help network minutes, 8 June 2023; the size is not',
    confidence: 'assumption',
  }),
  recurringOdds: quantityWithDefault({
    unit: 'odds ratio',
    least: 0.1,
    most: 20,
    default: 1.5,
    description: 'What recurring needs multiply the odds of coming back by.',
    source: 'Assumption: as for "recurringShare"',
    confidence: 'assumption',
  }),
  delay: duration({
    unit: 'weeks',
    least: 0,
    most: 260,
    default: { distribution: 'lognormal', median: 13, cv: 1 },
    description: 'Time from closure to coming back, of those who do.',
    source:
      'Median: "3 months down the line" (South East Early Help network, 8 June 2023). Spread: assumption, no source was found',
    confidence: 'assumption',
  }),
  returnsTo: choice(['front door', 'waiting list'], {
    default: 'front door',
    description: 'Where a returning family comes in.',
    source: 'Assumption: a return is a new referral and is decided on like any other',
    confidence: 'assumption',
  }),
  priority: quantityOr('of need', {
    unit: 'priority',
    least: 1,
    most: 9,
    whole: true,
    default: 'of need',
    description: 'Priority of a returning family on the list; "of need" keeps that of its need.',
    source: NO_SOURCE,
    confidence: 'assumption',
  }),
});
