/** Which measures mean something for a group, and which of its weekly rows are stored. */
import type { Plan } from '../plan.ts';
import { COST_MEASURES } from './cost-measures.ts';
import { MEASURE_KEYS, type MeasureKey, WEEKLY_KEYS, type WeeklyKey } from './measures.ts';
import type { Group } from './result.ts';
import { STAFF_MEASURES } from './staff-measures.ts';

const keysOf = <Key extends string>(measures: Readonly<Record<Key, unknown>>) =>
  Object.keys(measures) as Key[];
const COST_KEYS = keysOf(COST_MEASURES);
const STAFF_KEYS = keysOf(STAFF_MEASURES);
const except = <Key extends string>(keys: readonly Key[], ...kept: readonly Key[]) =>
  keys.filter((key) => !kept.includes(key));

/** Teams share lists and the front door; a pathway shares workers; a locality is where families live, not where work is counted. */
const NOT_KEPT: Record<Group['kind'], readonly MeasureKey[]> = {
  service: [],
  pathway: [
    'referrals',
    'decisions',
    'triage_wait_mean',
    'places_mean',
    'direct_hours_used_share',
    'calls',
    ...except(STAFF_KEYS, 'hours_sessions', 'hours_travel', 'hours_recording'),
    ...except(COST_KEYS, 'cost_travel', 'cost_escalations'),
  ],
  team: [
    'waiting_mean',
    'waiting_end',
    'longest_wait_end',
    'wait_all_mean',
    'within_target',
    'triage_wait_mean',
    'referrals',
    'decisions',
    'left_list',
    'escalated',
    'rereferred',
    'declined',
    'calls',
    'escalated_waiting',
    'escalated_after',
    'stepped',
    'rereferral_share',
    'partner_held_mean',
    'in_groups_mean',
    'hours_front_door',
    ...except(COST_KEYS, 'cost_staff', 'cost_travel', 'cost_hires'),
  ],
  locality: [
    'places_mean',
    'direct_hours_used_share',
    'sessions_held',
    'sessions_slipped',
    'sessions_lost',
    'calls',
    ...STAFF_KEYS,
    ...except(COST_KEYS, 'cost_escalations'),
  ],
};

/** What is not about families has no children to count. */
const NOT_IN_CHILDREN: readonly MeasureKey[] = [
  'decisions',
  'calls',
  'slots_used_mean',
  'places_mean',
  'direct_hours_used_share',
  'sessions_held',
  'sessions_slipped',
  'sessions_lost',
  ...STAFF_KEYS,
  ...COST_KEYS,
];

/** What a group is of. */
type Part = Pick<Group, 'kind' | 'counted'>;

export function keptFor(part: Part, costs: Plan['costs']): ReadonlySet<MeasureKey> {
  const out: readonly MeasureKey[] = [...withoutMeaning(part), ...(costs === null ? COST_KEYS : [])];
  return new Set(MEASURE_KEYS.filter((key) => !out.includes(key)));
}

/** The rows of `GroupResult.weekly`, in order. Where nothing is costed the row of cost is there, and NaN. */
export function weeklyKeysOf(part: Part): readonly WeeklyKey[] {
  const out = withoutMeaning(part);
  return WEEKLY_KEYS.filter((key) => !out.includes(key));
}

function withoutMeaning({ kind, counted }: Part): readonly MeasureKey[] {
  return [...NOT_KEPT[kind], ...(counted === 'children' ? NOT_IN_CHILDREN : [])];
}
