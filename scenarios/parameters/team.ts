/** Teams: where they work and whom they serve. */
import * as z from 'zod';
import { choice, names, quantity, textWithDefault } from '../parameter.ts';
import { someOf } from '../records.ts';
import { WHOLE_AREA } from './locality.ts';
import { post } from './post.ts';

/** Hours of travel for one session, by kind of area. */
export const AREA_TRAVEL_HOURS = { urban: 0.25, mixed: 0.67, rural: 1.25 } as const;

export const team = z.strictObject({
  locality: textWithDefault({
    most: 80,
    default: WHOLE_AREA,
    description: 'Where the team works: the name of a locality, or "whole area".',
    source: 'Convention',
    confidence: 'assumption',
  }),
  area: choice(['urban', 'mixed', 'rural'], {
    default: 'mixed',
    description:
      'The kind of area, for travel: 0.25 hours a session in an urban one, 0.67 in a mixed and 1.25 in a rural one. Only used with "task times" where "travelHoursPerSession" is left out.',
    source: 'Assumption: 0.67 hours (range 0.25 urban to 1.25 rural); no source was found',
    confidence: 'assumption',
  }),
  travelHoursPerSession: quantity({
    unit: 'hours',
    least: 0,
    most: 12,
    description:
      'Travel for one session, there and back, in place of what "area" says. Only used with "task times".',
  }).optional(),
  serves: names({ items: 20, description: 'Pathways whose families this team takes.' }),
  posts: someOf(50, post),
});
