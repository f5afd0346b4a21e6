/** The curve by which families come back, in the version that a scenario chooses. */
import type { Pathway } from './schema.ts';

type ReReferral = Pathway['reReferral'];
/** logit p = logit(chance) - slopePerSession * (sessions - atSessions), kept within [least, most]. */
export type ReReferralCurve = Pick<
  ReReferral,
  'chance' | 'atSessions' | 'slopePerSession' | 'least' | 'most'
>;

/** Of the central curve after 26 weeks of fortnightly visits. */
const FLAT_CHANCE = 0.13;
/** Assumption: no source was found. */
const STEEPER = 1.5;

export function curveOf(reReferral: ReReferral): ReReferralCurve {
  const { version, chance, atSessions, slopePerSession, least, most } = reReferral;
  switch (version) {
    case 'central':
      return { chance, atSessions, slopePerSession, least, most };
    case 'steep':
      return { chance, atSessions, slopePerSession: slopePerSession * STEEPER, least, most };
    case 'low':
      return { chance: FLAT_CHANCE, atSessions, slopePerSession: 0, least: FLAT_CHANCE, most: FLAT_CHANCE };
  }
}
