/**
 * What comes first in the same instant, lowest first. Ranks are the kernel's event kinds.
 * Before all of them comes the week: it is [its start, its end), so whatever falls on the boundary belongs to the new one.
 */
export const RANK = {
  /** A worker's first or last day: capacity is settled before anyone uses it. */
  staffing: 0,
  /** After every staffing change of the instant: cases of those who left go back to the list, and free places are offered. */
  settle: 1,
  /** A session put off from last week: it fell due before any that falls due now. */
  slippedSession: 2,
  /** A session; the last one frees a place, which is offered at once and before anyone can leave the list. */
  session: 3,
  /** Information about a referral is complete. */
  gathered: 4,
  /** The front door decides; a desk is free. */
  decision: 5,
  /** A family comes back after closure. */
  comeBack: 6,
  referral: 7,
  /** Allocation panel: sees everyone who joined up to this instant. */
  panel: 8,
  /** A family leaves the list, unless a place reached it in this very instant. */
  leaveList: 9,
} as const;
