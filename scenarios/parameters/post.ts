/** A post of a team: how many people, what they can hold, and what they cost. */
import * as z from 'zod';
import { date, names, quantity, quantityWithDefault, text, textWithDefault } from '../parameter.ts';
import { staffing } from './staffing.ts';

export const post = z.strictObject({
  role: textWithDefault({
    most: 80,
    default: 'Family support worker',
    description: 'What the post is called.',
    source: 'Convention: the usual case-holding role',
    confidence: 'assumption',
  }),
  fte: quantity({
    unit: 'full-time equivalents',
    least: 0.1,
    most: 500,
    description: 'Full-time equivalents of this post that are to hold cases, all together.',
  }),
  workers: quantity({
    unit: 'people',
    least: 1,
    most: 1_000,
    whole: true,
    description:
      'People who share these hours equally. Left out: as many full-timers as there can be and one part-timer.',
  }).optional(),
  effectiveFill: quantityWithDefault({
    unit: 'share',
    least: 0.01,
    most: 1,
    default: 0.9,
    description:
      'Share of these full-time equivalents in post and able to hold cases: less vacancies, long absence and induction.',
    source:
      'Assumption: 90% (range 75% to 98%). At councils’ median turnover of 13.4% (Local Government Association workforce survey 2017/18) a gap of 16 weeks leaves 4.1% of posts empty; absence and induction on top',
    confidence: 'assumption',
  }),
  capPerFte: quantityWithDefault({
    unit: 'case weights',
    least: 0.5,
    most: 60,
    default: 12,
    description: 'Caseload cap of a full-timer. Nobody is given a family that would take them over it.',
    source:
      'Median of 13 South East authorities that count families or cases; their mean is 12.7 (South East Early Help network benchmarking, 8 June 2023)',
    confidence: 'derived',
  }),
  weeklyHours: quantityWithDefault({
    unit: 'hours',
    least: 1,
    most: 60,
    default: 37,
    description: 'Contract hours a week of a full-timer.',
    source: 'National Joint Council for local government: 37 hours, as recalled and not looked up',
    confidence: 'assumption',
  }),
  contactShare: quantityWithDefault({
    unit: 'share',
    least: 0.01,
    most: 1,
    default: 0.3,
    description: 'Share of contract hours, when at work, that can be spent in sessions with families.',
    source:
      'Proxy of 25% to 35%: social workers spend 24% of their time face to face (British Association of Social Workers survey, 2018); no time study of family support workers was found',
    confidence: 'assumption',
  }),
  absenceShare: quantityWithDefault({
    unit: 'share',
    least: 0,
    most: 0.9,
    default: 1 - 214 / 253,
    description:
      'Share of working days away on leave, sick or in training. Bank holidays are not in it: the calendar has them.',
    source:
      '214 days at work of 253: less 25 days’ leave (National Joint Council), 8.8 of sickness (Local Government Association average) and 5 of training (assumption)',
    confidence: 'derived',
  }),
  from: date({ description: 'First day of the post. Left out: there from the start.' }).optional(),
  until: date({
    description:
      'First day without the post. Its open families go back to the list. Left out: there to the end.',
  }).optional(),
  serves: names({
    items: 20,
    description: 'Pathways whose families this post takes, of those the team serves. Left out: all of them.',
  }).optional(),
  movedFrom: z
    .strictObject({
      team: text({ most: 80, description: 'The team these workers come from.' }),
      post: text({
        most: 80,
        description:
          'The post there. In a dated change: the workers of this post are those whom that post loses on that day, and they keep their cases.',
      }),
    })
    .optional(),
  salary: quantityWithDefault({
    unit: 'pounds a year',
    least: 0,
    most: 200_000,
    default: 32_000,
    description: 'Salary of a full-timer, without employer’s on-costs.',
    source:
      'Family support worker, range £29,500 to £36,500: West Sussex Child and Family Worker, grade 7 in April 2021 (westsussex.gov.uk), with the National Joint Council awards since. Assumption: £39,000 for a senior practitioner (range £35,000 to £44,000)',
    confidence: 'assumption',
  }),
  ...staffing,
});
