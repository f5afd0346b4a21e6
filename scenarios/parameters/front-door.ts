/** The front door: who decides, and how long it takes. */
import * as z from 'zod';
import { duration, quantityOr } from '../parameter.ts';

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
});
