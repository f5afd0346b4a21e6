/**
 * What each random draw is for. Together with seed, replication, family and episode it is the key of the draw, so a draw added
 * for one purpose moves no other. Each draw gives two independent uniforms, named here as (first, second).
 */
export const PURPOSE = {
  /** By source and day: (referrals that day, unused). */
  volume: 1,
  /** By source and week: (the week's level under overdispersion, unused). */
  weekLevel: 2,
  /** By family: (time of referral, need). */
  referral: 3,
  /** By family: (whether the contact is a repeat, unused). */
  repeat: 4,
  /** By family and episode: (gathering time, unused). */
  gathering: 5,
  /** By family and episode: (time at the desk, where the decision sends the family). */
  decision: 6,
  /** By family and episode: (patience, escalation while waiting). */
  waiting: 7,
  /** By family and episode: (amount of work planned, progress when drawn as open at the start or rounding of work that grew on the list). */
  dosage: 8,
  /** By family, episode and session: (missed, drop-out). */
  session: 9,
  /** By family and episode: (outcome, whether the family comes back). */
  closure: 10,
  /** By family and episode: (delay until it comes back, unused). */
  comeBack: 11,
  /** By family: (whether its needs recur, unused). */
  recurring: 12,
  /** By family: (children, locality). */
  household: 13,
  /** By family and episode: (consent before the list, consent to the place offered). */
  consent: 14,
  /** By family and episode: (time of the duty visit, unused). */
  dutyVisit: 15,
  /** By day: (calls that day, unused); by day and call, index 1: (time of the call, outcome). */
  adviceLine: 16,
  /** By family and episode: (time of the worker's assessment, unused). */
  assessment: 17,
  /** By family and episode: (whether and where the case steps to another pathway, after which session). */
  step: 18,
  /** By family and episode: (escalation after closure, when). */
  escalationAfter: 19,
  /** By place and holder: (time in post, time to fill after it). */
  holder: 20,
  /** By place and vacancy: (whether a promotion fills it, who). */
  promotion: 21,
  /** By place and spell: (time at work before it, its length). */
  sickness: 22,
} as const;
