/** How many sessions of a course a family attends, by formula. */

export interface CourseEnd {
  /** Share of families that have attended so many by the last session, and that have dropped out after so many. */
  readonly complete: number;
  readonly droppedOut: number;
}

/**
 * By sessions attended, from none to all. A family misses each session with the same chance, which is not repeated, and may drop out after
 * each that it attends but the last of the course.
 */
export function courseAttended(sessions: number, missedShare: number, dropOut: number): CourseEnd[] {
  let still = new Array<number>(sessions + 1).fill(0);
  const droppedOut = new Array<number>(sessions + 1).fill(0);
  still[0] = 1;
  for (let session = 1; session <= sessions; session++) {
    const leaving = session < sessions ? dropOut : 0;
    const after = still.map((share) => share * missedShare);
    for (let k = 1; k <= session; k++) {
      const attending = still[k - 1]! * (1 - missedShare);
      after[k]! += attending * (1 - leaving);
      droppedOut[k]! += attending * leaving;
    }
    still = after;
  }
  return still.map((complete, k) => ({ complete, droppedOut: droppedOut[k]! }));
}
