/** What the hours of workers are counted against. */
import * as z from 'zod';
import { choice, quantityWithDefault } from '../parameter.ts';

export const workload = z.strictObject({
  hoursCounted: choice(['contact share', 'task times'], {
    default: 'contact share',
    description:
      'Whether a share of contract hours is for sessions ("contactShare" of a post), or all of them are less fixed hours and absence, and each session takes its travel and recording, each open case its hours a week.',
    source: 'Convention: one share needs fewer figures than a time for each task',
    confidence: 'assumption',
  }),
  fixedHoursPerWeek: quantityWithDefault({
    unit: 'hours a week',
    least: 0,
    most: 37,
    default: 4.5,
    description:
      'Supervision, team meetings and the like of a full-timer, whatever the caseload. Only used with "task times".',
    source: 'Assumption: 4.5 hours (range 3 to 7); no source was found',
    confidence: 'assumption',
  }),
});
