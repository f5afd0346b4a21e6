/** Mean time on the list for everyone who was on it, those still waiting counted honestly. */

/**
 * Mean of the Kaplan-Meier survival curve (Kaplan & Meier 1958, JASA 53, 457-481) with delayed entry (Klein & Moeschberger 2003, section
 * 4.6), restricted to the longest time seen. Times since joining, in any one unit:
 * @param left of those who left the list, when they left
 * @param waiting of those who have not, so far
 * @param entered of those among them who had joined before they were first seen, when that was: before it they are not at risk
 * NaN when nobody left and nobody waits. At equal times those entering come first, then those who left, then those who wait no longer seen.
 */
export function meanTimeOnList(left: Float64Array, waiting: Float64Array, entered: Float64Array): number {
  if (left.length + waiting.length === 0) return Number.NaN;
  const ends = steps(waiting, entered);
  // Between two ends of steps only leaving changes who is at risk, so the curve there is that of a plain sample: its area needs no more than
  // how many left in the step, and the sum of when.
  const leftInStep = new Uint32Array(ends.length + 1);
  const timesInStep = new Float64Array(ends.length + 1);
  const stepOf = stepFinder(ends);
  let longest = ends.length > 0 ? ends[ends.length - 1]!.time : 0;
  for (let at = 0; at < left.length; at++) {
    const time = left[at]!;
    const step = stepOf(time);
    leftInStep[step]!++;
    timesInStep[step]! += time;
    if (time > longest) longest = time;
  }
  let atRisk = left.length + waiting.length - entered.length;
  let surviving = 1;
  let mean = 0;
  let from = 0;
  for (let step = 0; step <= ends.length; step++) {
    const to = step < ends.length ? ends[step]!.time : longest;
    const gone = leftInStep[step]!;
    if (atRisk > 0) {
      mean += (surviving / atRisk) * (timesInStep[step]! - gone * from + (atRisk - gone) * (to - from));
      surviving *= (atRisk - gone) / atRisk;
    } else {
      mean += surviving * (to - from);
    }
    atRisk += (step < ends.length ? ends[step]!.change : 0) - gone;
    from = to;
  }
  return mean;
}

interface StepEnd {
  readonly time: number;
  /** In those at risk: 1 when somebody enters, just before this time; -1 when somebody is no longer seen, just after it. */
  readonly change: number;
}

function steps(waiting: Float64Array, entered: Float64Array): StepEnd[] {
  const ends: StepEnd[] = [];
  for (const time of entered) ends.push({ time, change: 1 });
  for (const time of waiting) ends.push({ time, change: -1 });
  return ends.sort((a, b) => a.time - b.time || b.change - a.change);
}

/**
 * Tells the step that leaving at a time falls in. The times up to the last end are cut into as many cells as there are ends, and a guide says
 * where in the ends to start looking (Chen and Asau 1974; random/guide-table.ts does the same for shares).
 */
function stepFinder(ends: readonly StepEnd[]): (time: number) => number {
  const times = Float64Array.from(ends, ({ time }) => time);
  const enters = Uint8Array.from(ends, ({ change }) => (change > 0 ? 1 : 0));
  const last = times[times.length - 1] ?? 0;
  const perTime = last > 0 ? (ends.length - 1) / last : 0;
  // An end in an earlier cell comes earlier: cells are numbered here as they are below.
  const start = new Int32Array(ends.length + 1);
  for (const time of times) start[Math.floor(time * perTime) + 1]!++;
  for (let cell = 1; cell < start.length; cell++) start[cell]! += start[cell - 1]!;
  return (time) => {
    if (time > last) return times.length;
    let step = start[Math.floor(time * perTime)]!;
    while (step < times.length && (times[step]! < time || (times[step] === time && enters[step] === 1)))
      step++;
    return step;
  };
}
