/** Mean time on the list for everyone who joined, those still waiting counted honestly. */
import { guideTable } from '../random/guide-table.ts';

/**
 * Mean of the Kaplan-Meier survival curve (Kaplan & Meier 1958, JASA 53, 457-481), restricted to the longest time seen:
 * `left` holds times on the list of those who left it, `waiting` the times so far of those who have not. NaN when both are empty.
 * At equal times those who left come first. Sorts `waiting` in place. Times in any one unit.
 *
 * Between one time of somebody still waiting and the next, the curve falls by the same step for each who left: only the few who wait need
 * sorting, and of those who left their number and sum in each such stretch.
 */
export function meanTimeOnList(left: Float64Array, waiting: Float64Array): number {
  waiting.sort();
  const stretches = waiting.length + 1;
  const leavers = new Float64Array(stretches);
  const times = new Float64Array(stretches);
  const stretchOf = finder(waiting);
  for (let at = 0; at < left.length; at++) {
    const time = left[at]!;
    const stretch = stretchOf(time);
    leavers[stretch]!++;
    times[stretch]! += time;
  }
  let atRisk = left.length + waiting.length;
  if (atRisk === 0) return Number.NaN;
  let mean = 0;
  let surviving = 1;
  let from = 0;
  for (let stretch = 0; stretch < stretches && atRisk > 0; stretch++) {
    const leave = leavers[stretch]!;
    const stay = atRisk - leave;
    // Nobody stays beyond the last stretch: it is as long as the longest time seen.
    const until = waiting[stretch] ?? from;
    mean += (surviving * (times[stretch]! - leave * from + stay * (until - from))) / atRisk;
    surviving *= stay / atRisk;
    atRisk = stay - 1;
    from = until;
  }
  return mean;
}

/** How many of the ascending `waiting` a time is longer than. */
function finder(waiting: Float64Array): (time: number) => number {
  const longest = waiting[waiting.length - 1] ?? 0;
  if (longest === 0) return (time) => (time > 0 ? waiting.length : 0);
  const firstOfLongest = waiting.indexOf(longest);
  const find = guideTable(waiting.map((time) => time / longest));
  return (time) => {
    if (time < longest) return find(time / longest);
    return time > longest ? waiting.length : firstOfLongest;
  };
}
