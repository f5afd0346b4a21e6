/** The work with a family: how much of it, and how it ends. */
import * as z from 'zod';
import { choice, count, duration, quantityWithDefault, share, shareWithDefault, way } from '../parameter.ts';
import { recordUpTo } from '../records.ts';
import { group, offer, partner } from './offer.ts';
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

const assessment = z.strictObject({
  by: choice(['none', 'worker'], {
    default: 'none',
    description:
      'Whether the worker allocated makes an assessment before the first session. "none": the plan holds it already, or there is none.',
    source: 'Convention: published lengths are from allocation to closure, assessment in them',
    confidence: 'assumption',
  }),
  time: duration({
    unit: 'working days',
    least: 0.1,
    most: 260,
    default: { distribution: 'lognormal', median: 25, cv: 0.484 },
    description:
      'Time from allocation to the end of the assessment; the interval to the first session follows.',
    source:
      'Assumption: half within 25 and nine tenths within 45 working days (range 10 to 80), set by the target of 35 in Rotherham (June 2017, moderngov.rotherham.gov.uk/mgAi.aspx?ID=79329)',
    confidence: 'assumption',
  }),
  hours: quantityWithDefault({
    unit: 'hours',
    least: 0,
    most: 100,
    default: 1.25,
    description: 'Time of the worker that the assessment takes, in the week in which it ends.',
    source: 'Assumption: as long as one session, 1.25 hours; no source was found',
    confidence: 'assumption',
  }),
});

const escalationAfter = z.strictObject({
  chance: shareWithDefault({
    default: 0,
    description:
      'Chance that a family escalates to social care after its case is closed; then it does not come back. Apart from closures for that reason, which are in "outcomes".',
    source: 'Assumption: none; no source was found',
    confidence: 'assumption',
  }),
  delay: duration({
    unit: 'weeks',
    least: 0,
    most: 260,
    default: { distribution: 'lognormal', median: 13, cv: 1 },
    description: 'Time from closure to escalating, of those who do.',
    source: 'Assumption: as for families that come back; no source was found',
    confidence: 'assumption',
  }),
});

export const pathway = z.strictObject({
  offer,
  group: group.optional(),
  partner: partner.optional(),
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
  whenNoHours: choice(['put off', 'lost'], {
    default: 'put off',
    description:
      'What becomes of a session that finds no hours: it is put off to the next week, or it is lost and the plan goes on without it.',
    source: 'Convention: the work that was planned is done, if later',
    confidence: 'assumption',
  }),
  recordingHours: quantityWithDefault({
    unit: 'hours',
    least: 0,
    most: 12,
    default: 0.5,
    description: 'Time to write up one session. Only used with "task times".',
    source: 'Assumption: 0.5 hours (range 0.25 to 1); no source was found',
    confidence: 'assumption',
  }),
  caseHoursPerWeek: quantityWithDefault({
    unit: 'hours a week',
    least: 0,
    most: 37,
    default: 0.7,
    description:
      'Time that an open case takes besides its sessions: recording and liaison with other services. Only used with "task times".',
    source:
      'Assumption: 0.35 hours of recording and 0.35 of liaison; liaison ranges from 0.2 to 0.6; no source was found',
    confidence: 'assumption',
  }),
  assessment: assessment.prefault({}),
  outcomes: outcomes.prefault({}),
  stepsTo: recordUpTo(
    20,
    share({
      description:
        'Share of families on this pathway that go over to that one during the work. They join its list; what is left of 1 stays.',
    }),
  ).prefault({}),
  escalationAfter: escalationAfter.prefault({}),
  reReferral: reReferral.prefault({}),
});
