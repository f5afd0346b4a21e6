/** Lists that share workers, by themselves: the smaller a pool, the longer the wait at the same load. */
import { WHOLE_AREA } from '../parameters/locality.ts';
import { roughMeanWait } from './erlang.ts';
import { isOneToOne, type JoinedStream } from './flow.ts';
import type { Level, Service } from './level.ts';

export interface Pool {
  /** Localities whose families wait here; all of them together where there is one list. */
  readonly localities: readonly string[];
  readonly pathways: readonly string[];
  readonly placesNeeded: number;
  readonly placesThere: number;
  /** Needed over there. */
  readonly load: number;
  /** Rough mean wait in weeks, by formula; `null` where demand is as much as places take, or more. */
  readonly roughWaitWeeks: number | null;
}

interface List {
  readonly pathway: string;
  readonly locality: string;
  /** Share of the pathway’s families that wait on it. */
  readonly share: number;
}

/** Two lists are in one pool where some worker serves both, or a chain of workers links them; and where families may overflow to the other. */
export function poolsOf({ moment: { scenario }, staff }: Service, { streams }: Level): Pool[] {
  const withWorker = streams.filter((stream) => isOneToOne(stream) && stream.begun > 0);
  const lists = listsOf(scenario, withWorker);
  const serving = staff.map((post) => {
    const team = scenario.teams[post.team]!;
    const serves = team.posts[post.post]!.serves ?? team.serves;
    return lists.filter(
      ({ pathway, locality }) =>
        team.serves.includes(pathway) &&
        serves.includes(pathway) &&
        (locality === WHOLE_AREA || team.locality === WHOLE_AREA || team.locality === locality),
    );
  });
  return connected(lists, serving).map((pool) => {
    const places = staff.reduce(
      (sum, post, i) => (serving[i]!.some((list) => pool.includes(list)) ? sum + post.places : sum),
      0,
    );
    return poolOf(pool, places, withWorker);
  });
}

function listsOf(
  { allocation, localities }: Service['moment']['scenario'],
  streams: readonly JoinedStream[],
): List[] {
  const pathways = [...new Set(streams.map(({ pathwayName }) => pathwayName))];
  const apart = allocation.pooling === 'by locality' && allocation.overflowAfterWeeks === 'never';
  const places = apart
    ? Object.entries(localities).map(([locality, { share }]) => ({ locality, share }))
    : [{ locality: WHOLE_AREA, share: 1 }];
  return pathways.flatMap((pathway) => places.map((place) => ({ pathway, ...place })));
}

/** Lists joined by whoever serves several of them. */
function connected(lists: readonly List[], serving: readonly (readonly List[])[]): List[][] {
  let pools = lists.map((list) => [list]);
  for (const served of serving) {
    const touched = pools.filter((pool) => pool.some((list) => served.includes(list)));
    if (touched.length > 1) pools = [...pools.filter((pool) => !touched.includes(pool)), touched.flat()];
  }
  return pools.toSorted((a, b) => lists.indexOf(a[0]!) - lists.indexOf(b[0]!));
}

function poolOf(lists: readonly List[], placesThere: number, streams: readonly JoinedStream[]): Pool {
  const here = lists.flatMap(({ pathway, share }) =>
    streams
      .filter(({ pathwayName }) => pathwayName === pathway)
      .map(({ begun, work }) => ({ begun: begun * share, work })),
  );
  const begun = here.reduce((sum, stream) => sum + stream.begun, 0);
  const mean = (of: (work: JoinedStream['work']) => number) =>
    here.reduce((sum, stream) => sum + (stream.begun * of(stream.work)) / begun, 0);
  const placesNeeded = begun * mean(({ placeWeeks }) => placeWeeks);
  const length = mean(({ lengthWeeks }) => lengthWeeks);
  // Squares about the mean, which rounding cannot take below 0 where every case is as long.
  const cv = Math.sqrt(mean(({ variance, lengthWeeks }) => variance + (lengthWeeks - length) ** 2)) / length;
  const families = Math.max(1, Math.round(placesThere / mean(({ weight }) => weight)));
  const load = placesNeeded / placesThere;
  return {
    localities: [...new Set(lists.map(({ locality }) => locality))],
    pathways: [...new Set(lists.map(({ pathway }) => pathway))],
    placesNeeded,
    placesThere,
    load,
    roughWaitWeeks: load < 1 ? roughMeanWait(families, load, length, cv) : null,
  };
}
