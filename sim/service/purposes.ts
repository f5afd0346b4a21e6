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
  /** By family and episode: (amount of work planned, progress when drawn as open at the start). */
  dosage: 8,
  /** By family, episode and session: (missed, drop-out). */
  session: 9,
  /** By family and episode: (outcome, whether the family comes back). */
  closure: 10,
  /** By family and episode: (delay until it comes back, unused). */
  comeBack: 11,
  /** By family: (whether its needs recur, unused). */
  recurring: 12,
} as const;
