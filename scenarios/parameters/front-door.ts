/** The front door: who decides, and how long it takes. */
import * as z from 'zod';
import { choice, duration, quantityOr, quantityWithDefault } from '../parameter.ts';
import { adviceLine } from './advice-line.ts';

const NO_SOURCE = 'Assumption: no source was found';

/** One home visit: 1.25 hours with the family, 0.67 of travel and 0.5 of recording. */
const HOME_VISIT_HOURS = 1.25 + 0.67 + 0.5;
const HOME_VISIT_SOURCE =
  'One home visit: 1.25 hours with the family, 0.67 of travel and 0.5 of recording, each an assumption for which no source was found';

const duty = z.strictObject({
  workers: quantityOr(['unlimited', 'none'], {
    unit: 'duty workers',
    least: 1,
    most: 500,
    whole: true,
    default: 'none',
    description:
      'Duty workers who visit families before these join a list. "none": the first visit is made by the worker allocated. "unlimited": nobody queues for the visit.',
    source:
      'Convention: no duty model. Bracknell Forest makes a home visit and gathers information before allocation (South East Early Help network, 8 June 2023)',
    confidence: 'assumption',
  }),
  visitTime: duration({
    unit: 'working days',
    least: 0,
    most: 60,
    default: { distribution: 'fixed', value: HOME_VISIT_HOURS, unit: 'hours' },
    description: 'Time that one family occupies a duty worker.',
    source: HOME_VISIT_SOURCE,
    confidence: 'assumption',
  }),
  hoursPerFamily: quantityWithDefault({
    unit: 'hours',
    least: 0,
    most: 60,
    default: HOME_VISIT_HOURS,
    description: 'Staff time that duty spends on one family; it is costed.',
    source: HOME_VISIT_SOURCE,
    confidence: 'assumption',
  }),
  sessionsSaved: quantityWithDefault({
    unit: 'sessions',
    least: 0,
    most: 50,
    whole: true,
    default: 1,
    description: 'Sessions that the duty visit takes off the plan; at least one is left.',
    source: 'Assumption: the visit takes the place of the first session; no source was found',
    confidence: 'assumption',
  }),
});

export const frontDoor = z.strictObject({
  desks: quantityOr('unlimited', {
    unit: 'desks',
    least: 1,
    most: 500,
    whole: true,
    default: 'unlimited',
    description: 'Decision makers at work side by side. "unlimited": nobody queues for a decision.',
    source: 'Assumption: no source gives the capacity of a front door',
    confidence: 'assumption',
  }),
  decisionTime: duration({
    unit: 'working days',
    least: 0,
    most: 60,
    default: { distribution: 'fixed', value: 0 },
    description: 'Time that one decision takes a desk.',
    source: 'Assumption: no source gives it apart from the time to gather information',
    confidence: 'assumption',
  }),
  gatheringTime: duration({
    unit: 'working days',
    least: 0,
    most: 120,
    default: { distribution: 'triangular', least: 0, mode: 1, most: 3 },
    description: 'Time to gather information before a decision; it occupies no desk.',
    source:
      'Dorset hub answers within 48 hours (Early Help practice framework, 2020); Rotherham aims at 3 working days (June 2017, moderngov.rotherham.gov.uk/mgAi.aspx?ID=79329); the shape between is ours',
    confidence: 'public',
  }),
  timing: choice(['at once', 'panel'], {
    default: 'at once',
    description:
      'When the front door decides: as desks come free, or at a panel. A panel needs no desk and no decision time.',
    source: 'Convention: Barking & Dagenham meets daily (CYP Now, 20 March 2019), which is close to at once',
    confidence: 'assumption',
  }),
  panelEveryDays: quantityWithDefault({
    unit: 'working days',
    least: 1,
    most: 130,
    default: 5,
    description: 'Working days from one triage panel to the next. Only used with "panel".',
    source: 'Convention: weekly',
    confidence: 'assumption',
  }),
  panelMost: quantityOr('unlimited', {
    unit: 'decisions',
    least: 1,
    most: 10_000,
    whole: true,
    default: 'unlimited',
    description: 'Most decisions that one triage panel makes. Only used with "panel".',
    source: NO_SOURCE,
    confidence: 'assumption',
  }),
  decisionHours: quantityWithDefault({
    unit: 'hours',
    least: 0,
    most: 60,
    default: 0,
    description: 'Staff time that one decision takes, for costs only. 0: decisions are not costed.',
    source: 'Not costed until it is given: no source was found',
    confidence: 'assumption',
  }),
  duty: duty.prefault({}),
  adviceLine: adviceLine.prefault({}),
});
