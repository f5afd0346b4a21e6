/** What a ledger adds up over a week and over the window: counts, hours and pounds. A ledger is told which by index, for it is told often. */
import type { MeasureKey } from './measures.ts';

/** Index of each: written out, so that V8 compiles them in (docs/decisions/0004). */
export const SUM = {
  referrals: 0,
  decisions: 1,
  allocated: 2,
  left_list: 3,
  escalated: 4,
  closed: 5,
  rereferred: 6,
  changes_of_worker: 7,
  sessions_held: 8,
  sessions_slipped: 9,
  declined: 10,
  calls: 11,
  escalated_waiting: 12,
  escalated_after: 13,
  stepped: 14,
  // In the order of OUTCOMES.
  closed_needs_met: 15,
  closed_disengaged: 16,
  closed_escalated: 17,
  closed_transferred: 18,
  closed_moved_away: 19,
  closed_other: 20,
  sessions_lost: 21,
  leavers: 22,
  hires: 23,
  hours_sessions: 24,
  hours_travel: 25,
  hours_recording: 26,
  hours_cases: 27,
  hours_waiting_contact: 28,
  hours_groups: 29,
  hours_coordination: 30,
  hours_front_door: 31,
  cost_staff: 32,
  cost_travel: 33,
  cost_hires: 34,
  cost_front_door: 35,
  cost_escalations: 36,
} as const satisfies Partial<Record<MeasureKey, number>>;
export type Summed = keyof typeof SUM;
export const SUMMED = Object.keys(SUM) as readonly Summed[];

export class Sums {
  /** In the order of SUMMED. */
  readonly week = new Float64Array(SUMMED.length);
  readonly window = new Float64Array(SUMMED.length);

  clear() {
    this.week.fill(0);
    this.window.fill(0);
  }
}

/** What the service itself costs; escalations are paid for by social care. `sums` in the order of SUMMED. */
export function ownCost(sums: Float64Array): number {
  return sums[SUM.cost_staff]! + sums[SUM.cost_travel]! + sums[SUM.cost_hires]! + sums[SUM.cost_front_door]!;
}

export function cost(sums: Float64Array): number {
  return ownCost(sums) + sums[SUM.cost_escalations]!;
}
