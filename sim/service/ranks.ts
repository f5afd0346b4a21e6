/**
 * What comes first in the same instant, lowest first. Ranks are the kernel's event kinds.
 * A week is [its start, its end): whatever falls on the boundary belongs to the new week, so the boundary comes first of all.
 */
export const RANK = {
  /** Closes one week's measures, opens the next week's hours and referrals. */
  week: 0,
  /** A worker's first or last day: capacity is settled before anyone uses it. */
  staffing: 1,
  /** After every staffing change of the instant: cases of those who left go back to the list, and free places are offered. */
  settle: 2,
  /** A session put off from last week: it fell due before any that falls due now. */
  slippedSession: 3,
  /** A session; the last one frees a place, which is offered at once and before anyone can leave the list. */
  session: 4,
  /** Information about a referral is complete. */
  gathered: 5,
  /** The front door decides; a desk is free. */
  decision: 6,
  /** A family comes back after closure. */
  comeBack: 7,
  referral: 8,
  /** Allocation panel: sees everyone who joined up to this instant. */
  panel: 9,
  /** A family leaves the list, unless a place reached it in this very instant. */
  leaveList: 10,
} as const;
