/** What a run keeps of one group: its weekly series and its histogram of waits. */
import { isSameGroup } from '../../reports/experiment.ts';
import type { WeeklyKey } from '../../sim/measures/measures.ts';
import type { Group } from '../../sim/measures/result.ts';
import type { GroupSummary, Summary, WeeklyBand } from '../../sim/measures/summary.ts';

/** `null` where the scenario has no such group. */
export function bookOf({ groups }: Summary, wanted: Group): GroupSummary | null {
  return groups.find(({ group }) => isSameGroup(group, wanted)) ?? null;
}

/** Where children are counted, places, staff and costs are still those of the group itself. `null` without such a group. */
export function weeklyOf(summary: Summary, wanted: Group, measure: WeeklyKey): WeeklyBand | null {
  const band = bookOf(summary, wanted)?.weekly[measure] ?? null;
  if (band === null || wanted.counted === 'families' || band.p50.some(Number.isFinite)) return band;
  return bookOf(summary, { ...wanted, counted: 'families' })?.weekly[measure] ?? band;
}
