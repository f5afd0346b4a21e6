/** How a post is staffed: on average, or place by place as people leave, are replaced and fall ill. */
import { choice, duration, quantityWithDefault, shareWithDefault, text } from '../parameter.ts';

const NO_SOURCE = 'Assumption: no source was found';
const BY_CHANCE = 'Only used with "by chance".';

export const staffing = {
  staffing: choice(['averaged', 'by chance'], {
    default: 'averaged',
    description:
      'Whether vacancies and absence are averages ("effectiveFill" and "absenceShare"), or happen person by person by the numbers below, and those two are not used.',
    source: 'Convention: averages need fewer figures',
    confidence: 'assumption',
  }),
  turnoverPerYear: quantityWithDefault({
    unit: 'leavers a year for each post filled',
    least: 0,
    most: 3,
    default: 0.134,
    description: `Rate at which people leave, all together over the people in post. ${BY_CHANCE}`,
    source:
      'Councils’ median turnover of 13.4% (Local Government Association workforce survey 2017/18; range 10% to 25%), a proxy: no figure for family support workers was found',
    confidence: 'public',
  }),
  timeToFill: duration({
    unit: 'weeks',
    least: 0,
    most: 260,
    default: { distribution: 'exponential', mean: 16 },
    description: `Time from a leaver’s last day to the first day of whoever follows. ${BY_CHANCE}`,
    source:
      'Assumption: a mean of 16 weeks (range 8 to 30); councils took 55 days for a hire in 2014 (Omni freedom of information request, reward-guide.co.uk), with notice, references and checks on top. For the spread no source was found',
    confidence: 'assumption',
  }),
  inductionNoCasesWeeks: quantityWithDefault({
    unit: 'weeks',
    least: 0,
    most: 104,
    default: 3,
    description: `Weeks in which somebody new is given no families. ${BY_CHANCE}`,
    source: 'Assumption: no cases in weeks 1 to 3; no source was found',
    confidence: 'assumption',
  }),
  inductionHalfCapWeeks: quantityWithDefault({
    unit: 'weeks',
    least: 0,
    most: 104,
    default: 7,
    description: `Weeks after those in which the caseload cap is half. ${BY_CHANCE}`,
    source: 'Assumption: half the cap in weeks 4 to 10; no source was found',
    confidence: 'assumption',
  }),
  sicknessDaysPerYear: quantityWithDefault({
    unit: 'working days a year',
    least: 0,
    most: 150,
    default: 8.8,
    description: `Working days of sickness a year of a full-timer, on average. ${BY_CHANCE}`,
    source:
      'Local Government Association average (local.gov.uk, “June blog: the numbers game”; range 5 to 15)',
    confidence: 'public',
  }),
  sicknessSpellDays: quantityWithDefault({
    unit: 'working days',
    least: 0.5,
    most: 260,
    default: 5,
    description: `Mean length of one spell of sickness; lengths are exponential. ${BY_CHANCE}`,
    source: 'Assumption: a week; no source was found',
    confidence: 'assumption',
  }),
  leaveDays: quantityWithDefault({
    unit: 'working days a year',
    least: 0,
    most: 100,
    default: 25,
    description: `Annual leave of a full-timer, bank holidays not in it. It is spread evenly. ${BY_CHANCE}`,
    source:
      'National Joint Council: 23 days, 3 more after five years, and 2 statutory days (hrhub.judiciumeducation.co.uk, 24 April 2025; range 23 to 33)',
    confidence: 'public',
  }),
  trainingDays: quantityWithDefault({
    unit: 'working days a year',
    least: 0,
    most: 100,
    default: 5,
    description: `Days of training a year of a full-timer. They are spread evenly. ${BY_CHANCE}`,
    source:
      'Assumption: 5 days (range 2 to 10); off-the-job training averages 0.97 days over all council staff (Local Government Association workforce survey 2017/18)',
    confidence: 'assumption',
  }),
  vacantAtStart: quantityWithDefault({
    unit: 'full-time equivalents',
    least: 0,
    most: 500,
    default: 0,
    description: `Full-time equivalents of this post that are vacant on the first day. ${BY_CHANCE}`,
    source: 'Convention: all filled',
    confidence: 'assumption',
  }),
  promotedFrom: text({
    most: 80,
    description: `Another post of the same team, whose workers may be promoted into this one. ${BY_CHANCE}`,
  }).optional(),
  promotedShare: shareWithDefault({
    default: 0,
    description: `Share of vacancies filled at once by a worker of "promotedFrom", who leaves a vacancy there. ${BY_CHANCE}`,
    source: `${NO_SOURCE}. West Sussex promoted about 40 staff when its model began, which says no share`,
    confidence: 'assumption',
  }),
};
