/**
 * Every measure a run reports: its key, unit and exact meaning. "Window" is the time statistics cover.
 * Time averages are exact integrals over the window divided by its length.
 */
import { COST_MEASURES } from './cost-measures.ts';
import { STAFF_MEASURES } from './staff-measures.ts';

/**
 * Families are those of the group: in a group counted in children every family counts as many times as it has children. The whole service and
 * the localities count as allocated, and as open cases, families with a worker. A pathway of courses or partners counts there who takes part.
 */
export interface Measure {
  readonly unit: string;
  readonly label: string;
  readonly meaning: string;
}

export const MEASURES = {
  waiting_mean: {
    unit: 'families',
    label: 'Families waiting, on average',
    meaning: 'Time-average number of families on the waiting list.',
  },
  waiting_end: {
    unit: 'families',
    label: 'Families waiting at the end',
    meaning: 'Families on the waiting list when the window (or week) ends.',
  },
  longest_wait_end: {
    unit: 'working days',
    label: 'Longest wait at the end',
    meaning:
      'Time since joining of the family that has waited longest when the window (or week) ends; 0 with an empty list.',
  },
  wait_mean: {
    unit: 'working days',
    label: 'Time to allocation, mean',
    meaning:
      'Mean time from joining the list to first allocation, over families allocated in the window; at once counts 0. For a pathway of courses or partners: to the start of the course, or until a partner takes the case.',
  },
  wait_p50: {
    unit: 'working days',
    label: 'Time to allocation, half wait less than',
    meaning: 'Median of the same waits (linear interpolation of order statistics, R type 7).',
  },
  wait_p90: {
    unit: 'working days',
    label: 'Time to allocation, 9 in 10 wait less than',
    meaning: '90th percentile of the same waits (R type 7).',
  },
  wait_all_mean: {
    unit: 'working days',
    label: 'Time on the list, everyone who joined',
    meaning:
      'Mean time on the list over all families on it in the window, however they left it, with those still waiting at the end counted as censored and those who had joined before the window seen from its start on (Kaplan-Meier with delayed entry, restricted to the longest time seen).',
  },
  within_target: {
    unit: 'share',
    label: 'Allocated within target',
    meaning:
      'Share allocated within the target, of families allocated in the window and families waiting beyond the target at its end. Each wait is judged by the target in force at its end. For the whole service: families allocated to, or waiting for, a worker.',
  },
  triage_wait_mean: {
    unit: 'working days',
    label: 'Referral to decision, mean',
    meaning:
      'Mean time from referral (or return) to the front door’s decision, over decisions in the window.',
  },
  total_wait_mean: {
    unit: 'working days',
    label: 'Referral to allocation, mean',
    meaning:
      'Mean time from referral (or return) to first allocation, over families allocated in the window.',
  },
  referrals: {
    unit: 'referrals',
    label: 'Referrals',
    meaning:
      'Referrals received from the sources in the window. Families coming back are counted in rereferred.',
  },
  decisions: { unit: 'decisions', label: 'Front-door decisions', meaning: 'Decisions made in the window.' },
  allocated: {
    unit: 'families',
    label: 'Families allocated',
    meaning:
      'First allocations of a referral to a worker in the window. For a pathway of courses or partners: families who began a course, or whose case a partner took.',
  },
  left_list: {
    unit: 'families',
    label: 'Families who gave up waiting',
    meaning: 'Families that withdrew from the list in the window.',
  },
  escalated: {
    unit: 'families',
    label: 'Families escalated to social care',
    meaning: 'Families that escalated while waiting or were closed as escalated in the window.',
  },
  closed: {
    unit: 'families',
    label: 'Cases closed',
    meaning:
      'Interventions ended in the window, whatever the outcome: by a worker, in a course or by a partner.',
  },
  rereferred: {
    unit: 'families',
    label: 'Families who came back',
    meaning: 'Returns after closure, to the front door or the list, in the window.',
  },
  changes_of_worker: {
    unit: 'families',
    label: 'Changes of worker',
    meaning:
      'Families given back to the list in the window because their worker left or their worker’s post ended.',
  },
  open_cases_mean: {
    unit: 'families',
    label: 'Open cases, on average',
    meaning:
      'Time-average number of open cases with a worker. For a pathway of courses or partners: of families who take part.',
  },
  slots_used_mean: {
    unit: 'case weights',
    label: 'Caseload places used, on average',
    meaning: 'Time-average sum of the case weights of open cases.',
  },
  places_mean: {
    unit: 'case weights',
    label: 'Caseload places there, on average',
    meaning: 'Time-average sum of the caps of workers in post.',
  },
  direct_hours_used_share: {
    unit: 'share',
    label: 'Direct hours used',
    meaning:
      'Of the hours that workers have in the weeks of the window, those used: sessions held or missed, assessments, courses, co-ordination and contact with those waiting; and travel, recording and case work where workers’ hours count those too.',
  },
  sessions_held: {
    unit: 'sessions',
    label: 'Sessions held',
    meaning: 'Sessions attended in the window. Missed sessions use hours and are not counted here.',
  },
  sessions_slipped: {
    unit: 'sessions',
    label: 'Sessions put off a week',
    meaning: 'Times a session found no hours left that week and moved to the next.',
  },
  length_mean: {
    unit: 'working days',
    label: 'Length of intervention, mean',
    meaning:
      'Mean time from first allocation to closure, over cases closed in the window. For the whole service: of cases with a worker.',
  },
  declined: {
    unit: 'families',
    label: 'Families who declined',
    meaning:
      'Families in the window that did not consent before joining the list, or declined the place offered and left it.',
  },
  calls: {
    unit: 'calls',
    label: 'Calls to the advice line',
    meaning: 'Calls to the advice line in the weeks of the window, whatever they led to.',
  },
  escalated_waiting: {
    unit: 'families',
    label: 'Escalated while waiting',
    meaning: 'Families that escalated to social care from the list in the window. Part of escalated.',
  },
  escalated_after: {
    unit: 'families',
    label: 'Escalated after closure',
    meaning:
      'Families that escalated to social care after their case was closed, in the window. Not part of escalated.',
  },
  stepped: {
    unit: 'families',
    label: 'Families who went over to another pathway',
    meaning:
      'Families whose work broke off and went on in another pathway, in the window. Each is also a case closed as transferred.',
  },
  closed_needs_met: {
    unit: 'families',
    label: 'Closed: needs met',
    meaning: 'Cases closed in the window with needs met.',
  },
  closed_disengaged: {
    unit: 'families',
    label: 'Closed: disengaged',
    meaning: 'Cases closed in the window because the family disengaged; dropping out is counted here.',
  },
  closed_escalated: {
    unit: 'families',
    label: 'Closed: escalated',
    meaning: 'Cases closed in the window by escalation to social care. Part of escalated.',
  },
  closed_transferred: {
    unit: 'families',
    label: 'Closed: transferred',
    meaning: 'Cases closed in the window by transfer; going over to another pathway is counted here.',
  },
  closed_moved_away: {
    unit: 'families',
    label: 'Closed: moved away',
    meaning: 'Cases closed in the window because the family moved away.',
  },
  closed_other: {
    unit: 'families',
    label: 'Closed: other',
    meaning: 'Cases closed in the window with any other outcome.',
  },
  dose_mean: {
    unit: 'sessions',
    label: 'Sessions attended for each case, mean',
    meaning:
      'Mean number of sessions that families had attended, over cases closed in the window. For the whole service: of cases with a worker.',
  },
  rereferral_share: {
    unit: 'share',
    label: 'Came back, of cases closed',
    meaning:
      'Families who came back in the window over cases closed in it. Not the same families: some returns follow closures before the window.',
  },
  sessions_lost: {
    unit: 'sessions',
    label: 'Sessions lost',
    meaning:
      'Sessions in the window that found no hours left and were not put off: the plan went on without them.',
  },
  partner_held_mean: {
    unit: 'families',
    label: 'Families held by partners, on average',
    meaning: 'Time-average number of families whose case a partner holds.',
  },
  in_groups_mean: {
    unit: 'families',
    label: 'Families in courses, on average',
    meaning: 'Time-average number of families who are in a course, from its start to their last session.',
  },
  ...STAFF_MEASURES,
  ...COST_MEASURES,
} as const satisfies Record<string, Measure>;

export type MeasureKey = keyof typeof MEASURES;
export const MEASURE_KEYS = Object.keys(MEASURES) as readonly MeasureKey[];

/** Measures also kept for each week of the window. */
export const WEEKLY_KEYS = [
  'waiting_mean',
  'waiting_end',
  'longest_wait_end',
  'referrals',
  'decisions',
  'allocated',
  'left_list',
  'escalated',
  'closed',
  'rereferred',
  'open_cases_mean',
  'slots_used_mean',
  'places_mean',
  'direct_hours_used_share',
  'sessions_held',
  'sessions_slipped',
  'staff_in_post_mean',
  'cost_total',
] as const satisfies readonly MeasureKey[];
export type WeeklyKey = (typeof WEEKLY_KEYS)[number];
