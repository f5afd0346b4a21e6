/** Work that takes no place on a caseload: what courses and partners can take a week, and the hours they cost the service. */
import type { Pathway } from '../schema.ts';

/** Families a week that can be taken up; `Infinity` without a limit, and for work one to one, which places limit. */
export function takeUpPossible({ offer, group, partner }: Pathway, lengthWeeks: number): number {
  if (offer === 'group' && group) return group.places / group.startsEveryWeeks;
  if (offer === 'partner-held' && partner && partner.most !== 'unlimited') return partner.most / lengthWeeks;
  return Number.POSITIVE_INFINITY;
}

/** Hours a week of co-ordination for `takenUp` families a week. */
export function coordinationHours({ partner }: Pathway, takenUp: number, lengthWeeks: number): number {
  return takenUp * lengthWeeks * (partner?.coordinationHoursPerWeek ?? 0);
}

/** Hours a week of facilitators. A course needs the fewest families it starts with, and no more start than there are dates for. */
export function facilitatorHours({ group }: Pathway, takenUp: number): number {
  if (!group) return 0;
  const coursesPerWeek = Math.min(1 / group.startsEveryWeeks, takenUp / group.fewest);
  return coursesPerWeek * group.sessions * group.facilitatorHours;
}
