/** The time in which so many referrals or calls come. */
import { choice } from '../parameter.ts';

export const per = (description: string, source: string) =>
  choice(['year', 'month', 'week', 'working day'], {
    default: 'year',
    description,
    source,
    confidence: 'assumption',
  });
