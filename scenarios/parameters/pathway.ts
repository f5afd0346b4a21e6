/** The work with a family: how much of it, and how it ends. */
import * as z from 'zod';
import { count, duration, quantityWithDefault, shareWithDefault, way } from '../parameter.ts';
import { reReferral } from './re-referral.ts';

const PLANS = ['length', 'sessions'];

interface PlanDescriptions {
  readonly by: string;
  readonly length: string;
  readonly sessions: string;
}

/** How much work a plan holds, in either of the two ways councils say it. */
export function planSaid(descriptions: PlanDescriptions) {
  const by = { description: descriptions.by, source: 'Convention: councils publish lengths' };
  const byLength = z.strictObject({
    by: way('length', PLANS, by),
    length: duration({
      unit: 'weeks',
      least: 0.5,
      most: 260,
      default: { distribution: 'gamma', mean: 26, cv: 0.55 },
      description: descriptions.length,
      source:
        'Mean: regional "around 6 months" (South East Early Help network, 8 June 2023). Spread: East Sussex, open cases 4.1 and closed cases 6.3 months old (same), by renewal theory a coefficient of variation of 0.55',
      confidence: 'derived',
    }),
  });
  const bySessions = z.strictObject({
    by: way('sessions', PLANS, by),
    sessions: count({ unit: 'sessions', least: 1, most: 300, description: descriptions.sessions }),
  });
  return z.discriminatedUnion('by', [byLength, bySessions]);
}

const outcomeSource =
  'Warwickshire, family support workers’ one-to-one work (One year on, November 2020): 74% positive, 15% disengaged, 4% escalated, the rest unstated';

const outcomes = z.strictObject({
  needsMet: shareWithDefault({
    default: 0.74,
    description: 'Share of closures with needs met. Outcomes sum to 1.',
    source: outcomeSource,
    confidence: 'stated',
  }),
  disengaged: shareWithDefault({
    default: 0.15,
    description: 'Share of closures because the family stopped taking part (besides "dropOutPerSession").',
    source: outcomeSource,
    confidence: 'stated',
  }),
  escalated: shareWithDefault({
    default: 0.04,
    description: 'Share of closures because social care took the family on.',
    source: outcomeSource,
    confidence: 'stated',
  }),
  transferred: shareWithDefault({
    default: 0,
    description: 'Share of closures by transfer to another service.',
    source: 'Not stated apart from other outcomes (Warwickshire, as above)',
    confidence: 'derived',
  }),
  movedAway: shareWithDefault({
    default: 0,
    description: 'Share of closures because the family moved away.',
    source: 'Not stated apart from other outcomes (Warwickshire, as above)',
    confidence: 'derived',
  }),
  other: shareWithDefault({
    default: 0.07,
    description: 'Share of closures for another reason.',
    source: 'What is left of the Warwickshire outcomes above',
    confidence: 'derived',
  }),
});

const plan = planSaid({
  by: 'Whether a plan is said as a length of time or as a number of sessions.',
  length:
    'Elapsed time from allocation to closure over all closures, early ones too, when no session slips for want of hours.',
  sessions: 'Sessions attended that the plan asks for; at least one.',
});

export const pathway = z.strictObject({
  caseWeight: quantityWithDefault({
    unit: 'case weights',
    least: 0.05,
    most: 20,
    default: 1,
    description: 'Room that one family takes on a worker’s caseload; an ordinary case is 1.',
    source: 'Convention: caps are counted in ordinary cases',
    confidence: 'assumption',
  }),
  visitEveryWeeks: quantityWithDefault({
    unit: 'weeks',
    least: 0.2,
    most: 26,
    default: 2,
    description: 'Weeks between planned sessions.',
    source:
      'Buckinghamshire: contact weekly or fortnightly at least (South East Early Help network, 8 June 2023)',
    confidence: 'stated',
  }),
  plan: plan.prefault({ by: 'length' }),
  sessionHours: quantityWithDefault({
    unit: 'hours',
    least: 0.1,
    most: 12,
    default: 1.25,
    description: 'Time of a worker with the family in one session.',
    source: 'Assumption: 1.25 hours (range 0.75 to 2); no source was found',
    confidence: 'assumption',
  }),
  missedShare: quantityWithDefault({
    unit: 'share',
    least: 0,
    most: 0.9,
    default: 0.15,
    description:
      'Share of planned sessions that the family misses. The hours are spent and the session is owed.',
    source:
      'Assumption: 15% (range 5% to 30%), from health services as a proxy (psychiatry outpatients miss up to 20%, nature.com/articles/s44184-023-00052-9); no figure for family support was found',
    confidence: 'assumption',
  }),
  dropOutPerSession: quantityWithDefault({
    unit: 'share',
    least: 0,
    most: 0.9,
    default: 0,
    description:
      'Chance after each session attended that the family stops. 0 by default, because a published length already contains those who left early.',
    source: 'Convention: so that early closures are not counted twice',
    confidence: 'assumption',
  }),
  outcomes: outcomes.prefault({}),
  reReferral: reReferral.prefault({}),
});
