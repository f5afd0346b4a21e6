/** Ways of giving the work other than one to one: courses, and plans that a partner holds. */
import * as z from 'zod';
import { choice, quantity, quantityOr, quantityWithDefault, text } from '../parameter.ts';

export const offer = choice(['one to one', 'group', 'partner-held'], {
  default: 'one to one',
  description:
    'How the work is given: by a worker who holds the case, in a course for several families (then "group" says how), or by a lead practitioner of another service (then "partner" says how).',
  source: 'Convention: targeted help is one to one',
  confidence: 'assumption',
});

export const group = z.strictObject({
  places: quantity({
    unit: 'families',
    least: 1,
    most: 500,
    whole: true,
    description: 'Families that one course takes.',
  }),
  startsEveryWeeks: quantity({
    unit: 'weeks',
    least: 0.2,
    most: 104,
    description: 'Weeks from the start of one course to the start of the next.',
  }),
  fewest: quantityWithDefault({
    unit: 'families',
    least: 1,
    most: 500,
    whole: true,
    default: 1,
    description: 'A course starts only if at least so many families wait for it.',
    source: 'Convention: it starts whenever anybody waits',
    confidence: 'assumption',
  }),
  sessions: quantity({
    unit: 'sessions',
    least: 1,
    most: 300,
    whole: true,
    description: 'Sessions of one course, "visitEveryWeeks" apart. One that a family misses is not repeated.',
  }),
  facilitatorHours: quantity({
    unit: 'hours',
    least: 0,
    most: 100,
    description: 'Time that one session takes of all its facilitators together.',
  }),
  team: text({ most: 80, description: 'The team whose workers facilitate.' }),
});

export const partner = z.strictObject({
  most: quantityOr('unlimited', {
    unit: 'families',
    least: 1,
    most: 20_000,
    whole: true,
    default: 'unlimited',
    description: 'Cases that partners can hold at once. "unlimited": they never refuse one.',
    source:
      'Assumption: no number was found. Hampshire names the capacity of partners as its key barrier (South East Early Help network, 8 June 2023)',
    confidence: 'assumption',
  }),
  coordinationHoursPerWeek: quantityWithDefault({
    unit: 'hours a week',
    least: 0,
    most: 37,
    default: 0.35,
    description: 'Time that the service spends on one case that a partner holds.',
    source: 'Assumption: as much as liaison on a case of its own, 0.35 hours a week; no source was found',
    confidence: 'assumption',
  }),
  team: text({ most: 80, description: 'The team whose workers co-ordinate.' }),
});
