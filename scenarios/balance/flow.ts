/**
 * Families a week that join each list in a steady state: those who begin there, and those who come back or step over from work that is
 * done. With x joining each stream, x = entering + M x; the system is solved need by need, because a family keeps its need.
 */
import { solved } from './linear.ts';
import { takeUpPossible } from './offers.ts';
import type { Stream } from './streams.ts';

export interface JoinedStream extends Stream {
  /** Families a week that join the list. */
  readonly joining: number;
  /** Of those, the ones who take the place they are offered, were all offered one. */
  readonly wanting: number;
  /** Of those, the ones whose work begins. */
  readonly begun: number;
}

export const isOneToOne = ({ work }: Stream) => work.pathway.offer === 'one to one';

/** When every family that joins a list for work one to one is allocated. `Infinity` where families would come back for ever. */
export function flowOfAll(needs: readonly (readonly Stream[])[]): JoinedStream[] {
  return flow(needs, 1);
}

/**
 * When something limits work one to one: the largest share of families allocated, alike on all lists, at which it still `fits`; all of them
 * where that fits. Found by bisection, since whatever is taken rises with the share.
 */
export function flowWithin(
  needs: readonly (readonly Stream[])[],
  fits: (streams: readonly JoinedStream[]) => boolean,
): JoinedStream[] {
  const all = flowOfAll(needs);
  if (fits(all)) return all;
  let low = 0;
  let high = 1;
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (low + high) / 2;
    if (fits(flow(needs, middle))) low = middle;
    else high = middle;
  }
  return flow(needs, low);
}

/** Halvings: as many as leave no more than the rounding of a number. */
const BISECTIONS = 60;

/** Case weights taken when the work of all who begin runs. */
export const placesTaken = (streams: readonly JoinedStream[]) =>
  streams.reduce((sum, { begun, work }) => sum + begun * work.placeWeeks, 0);

/** Courses and partners take up what they can; fewer returns then lower what is asked of them, which settles in a few rounds. */
function flow(needs: readonly (readonly Stream[])[], oneToOneShare: number): JoinedStream[] {
  const shares = new Map<string, number>();
  const shareOf = (stream: Stream) =>
    isOneToOne(stream) ? oneToOneShare : (shares.get(stream.pathwayName) ?? 1);
  for (let round = 0; ; round++) {
    const streams = needs.flatMap((ofNeed) => joined(ofNeed, shareOf));
    const changed = limited(streams).filter(({ name, share }) => {
      const before = shares.get(name) ?? 1;
      shares.set(name, round === 0 ? share : (before + share) / 2);
      return Math.abs(share - before) > 1e-12;
    });
    if (changed.length === 0 || round === ROUNDS) return streams;
  }
}

const ROUNDS = 60;

/** The share that each course or partner can take up of those who join. */
function limited(streams: readonly JoinedStream[]): { readonly name: string; readonly share: number }[] {
  const names = new Set(
    streams.filter((stream) => !isOneToOne(stream)).map(({ pathwayName }) => pathwayName),
  );
  return [...names].map((name) => {
    const here = streams.filter(({ pathwayName }) => pathwayName === name);
    const wanting = here.reduce((sum, stream) => sum + stream.wanting, 0);
    const length = here.reduce(
      (sum, stream) => sum + (stream.wanting * stream.work.lengthWeeks) / wanting,
      0,
    );
    return {
      name,
      share: wanting > 0 ? Math.min(1, takeUpPossible(here[0]!.work.pathway, length) / wanting) : 1,
    };
  });
}

function joined(streams: readonly Stream[], shareOf: (stream: Stream) => number): JoinedStream[] {
  const begins = streams.map((stream) => shareOf(stream) * stream.taking);
  const matrix = streams.map((_, to) =>
    streams.map((from, k) => (to === k ? 1 : 0) - begins[k]! * from.next[to]!),
  );
  const found = solved(
    matrix,
    streams.map(({ entering }) => entering),
  );
  return streams.map((stream, i) => {
    // Below 0, or no number: more come back for each family than the one that left.
    const joining = found[i]! >= -1e-9 ? Math.max(0, found[i]!) : Number.POSITIVE_INFINITY;
    return { ...stream, joining, wanting: joining * stream.taking, begun: joining * begins[i]! };
  });
}
