/**
 * What comes first in the same instant, lowest first. Ranks are the kernel's event kinds.
 * Before all of them comes the week: it is [its start, its end), so whatever falls on the boundary belongs to the new one.
 */
export const RANK = {
  /** A dated change comes into force: everything that follows in this instant is on its terms. */
  change: 0,
  /** A worker's first or last day: capacity is settled before anyone uses it. */
  staffing: 1,
  /** A worker leaves by chance, a vacancy is filled, a spell of sickness begins or ends. */
  career: 2,
  /** After every staffing change of the instant: cases of those who left go back to the list, and free places are offered. */
  settle: 3,
  /** A session put off from last week: it fell due before any that falls due now. */
  slippedSession: 4,
  /** A session; the last one frees a place, which is offered at once and before anyone can leave the list. */
  session: 5,
  /** A family's course ends for it, or a partner closes its case. */
  otherOfferEnds: 6,
  /** Information about a referral is complete. */
  gathered: 7,
  /** The front door decides; a desk is free. */
  decision: 8,
  /** A duty visit is over; the duty worker is free. */
  dutyVisit: 9,
  /** A family comes back after closure. */
  comeBack: 10,
  referral: 11,
  /** Triage panel: decides on everyone whose information is complete by this instant. */
  triagePanel: 12,
  /** A course starts, with those who wait for it. */
  courseStart: 13,
  /** Allocation panel: sees everyone who joined up to this instant. */
  panel: 14,
  /** A family leaves the list, unless a place reached it in this very instant. */
  leaveList: 15,
  /** A family escalates to social care after closure. */
  escalationAfter: 16,
} as const;
