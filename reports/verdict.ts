/** What a difference between two scenarios says, and whether it is clear of chance. */
import { MEASURES, type MeasureKey } from '../sim/measures/measures.ts';
import type { Estimate } from '../sim/measures/summary.ts';
import { hasInterval } from './wording.ts';

export interface Verdict {
  /** "no clear difference" where the interval holds zero or there is none. */
  readonly words: 'no clear difference' | 'no difference' | 'too small to matter' | Direction;
  /** Clear of chance and large enough to matter. */
  readonly clear: boolean;
  /** `null` where unclear, or where more or less is neither good nor bad in itself. */
  readonly forFamilies: 'better' | 'worse' | null;
}
type Direction = 'fewer' | 'more' | 'shorter' | 'longer' | 'lower' | 'higher';

const COUNTS = ['fewer', 'more'] as const;
const TIMES = ['shorter', 'longer'] as const;
const LEVELS = ['lower', 'higher'] as const;

/** Words for less and more of each measure, and which of the two is better for families where that is beyond doubt. */
const READINGS: Readonly<
  Record<
    MeasureKey,
    { readonly words: readonly [Direction, Direction]; readonly better: 'less' | 'more' | null }
  >
> = {
  waiting_mean: { words: COUNTS, better: 'less' },
  waiting_end: { words: COUNTS, better: 'less' },
  longest_wait_end: { words: TIMES, better: 'less' },
  wait_mean: { words: TIMES, better: 'less' },
  wait_p50: { words: TIMES, better: 'less' },
  wait_p90: { words: TIMES, better: 'less' },
  wait_all_mean: { words: TIMES, better: 'less' },
  within_target: { words: LEVELS, better: 'more' },
  triage_wait_mean: { words: TIMES, better: 'less' },
  total_wait_mean: { words: TIMES, better: 'less' },
  referrals: { words: COUNTS, better: null },
  decisions: { words: COUNTS, better: null },
  allocated: { words: COUNTS, better: null },
  left_list: { words: COUNTS, better: 'less' },
  escalated: { words: COUNTS, better: 'less' },
  closed: { words: COUNTS, better: null },
  rereferred: { words: COUNTS, better: null },
  changes_of_worker: { words: COUNTS, better: 'less' },
  open_cases_mean: { words: COUNTS, better: null },
  slots_used_mean: { words: COUNTS, better: null },
  places_mean: { words: COUNTS, better: null },
  direct_hours_used_share: { words: LEVELS, better: null },
  sessions_held: { words: COUNTS, better: null },
  sessions_slipped: { words: COUNTS, better: 'less' },
  length_mean: { words: TIMES, better: null },
  declined: { words: COUNTS, better: null },
  calls: { words: COUNTS, better: null },
  escalated_waiting: { words: COUNTS, better: 'less' },
  // More cases closed, more of them by each outcome and with each sequel.
  escalated_after: { words: COUNTS, better: null },
  stepped: { words: COUNTS, better: null },
  closed_needs_met: { words: COUNTS, better: null },
  closed_disengaged: { words: COUNTS, better: null },
  closed_escalated: { words: COUNTS, better: null },
  closed_transferred: { words: COUNTS, better: null },
  closed_moved_away: { words: COUNTS, better: null },
  closed_other: { words: COUNTS, better: null },
  dose_mean: { words: COUNTS, better: null },
  rereferral_share: { words: LEVELS, better: null },
  sessions_lost: { words: COUNTS, better: 'less' },
  partner_held_mean: { words: COUNTS, better: null },
  in_groups_mean: { words: COUNTS, better: null },
  staff_in_post_mean: { words: COUNTS, better: null },
  staff_vacant_mean: { words: COUNTS, better: null },
  leavers: { words: COUNTS, better: null },
  hires: { words: COUNTS, better: null },
  hours_sessions: { words: COUNTS, better: null },
  hours_travel: { words: COUNTS, better: null },
  hours_recording: { words: COUNTS, better: null },
  hours_cases: { words: COUNTS, better: null },
  hours_waiting_contact: { words: COUNTS, better: null },
  hours_groups: { words: COUNTS, better: null },
  hours_coordination: { words: COUNTS, better: null },
  hours_front_door: { words: COUNTS, better: null },
  cost_staff: { words: LEVELS, better: null },
  cost_travel: { words: LEVELS, better: null },
  cost_hires: { words: LEVELS, better: null },
  cost_front_door: { words: LEVELS, better: null },
  cost_escalations: { words: LEVELS, better: null },
  cost_total: { words: LEVELS, better: null },
  cost_per_closure: { words: LEVELS, better: null },
};

/** Half a family, half a working day, half a percentage point: many replications make even less than this clear. Rule of thumb. */
const LEAST_THAT_MATTERS = 0.5;
const LEAST_SHARE_THAT_MATTERS = 0.005;

/** Reads the 95% interval of a paired difference (scenario minus base). */
export function verdict(key: MeasureKey, difference: Estimate): Verdict {
  if (difference.mean === 0 && difference.lo === 0 && difference.hi === 0) {
    return { words: 'no difference', clear: false, forFamilies: null };
  }
  if (!hasInterval(difference) || (difference.lo <= 0 && difference.hi >= 0)) {
    return { words: 'no clear difference', clear: false, forFamilies: null };
  }
  const least = MEASURES[key].unit === 'share' ? LEAST_SHARE_THAT_MATTERS : LEAST_THAT_MATTERS;
  if (Math.abs(difference.mean) < least) {
    return { words: 'too small to matter', clear: false, forFamilies: null };
  }
  const { words, better } = READINGS[key];
  const less = difference.hi < 0;
  const good = better === null ? null : (better === 'less') === less;
  return {
    words: words[less ? 0 : 1],
    clear: true,
    forFamilies: good === null ? null : good ? 'better' : 'worse',
  };
}
