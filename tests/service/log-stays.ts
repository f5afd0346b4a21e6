/** Stays on the list, from the log, and the mean time of everyone who was on it. */
import type { Row, What } from './event-log.ts';

/** One stay on the list, until the family has a worker or leaves; `to` is Infinity where it still waits at the end. */
export interface Stay {
  readonly family: string;
  readonly episode: number;
  readonly pathway: number;
  readonly locality: number;
  readonly children: number;
  readonly priority: number;
  /** When it joined, 0 or before for those on the list at the start. */
  readonly joined: number;
  /** From when it is seen to wait. */
  readonly from: number;
  readonly to: number;
  readonly how: What | 'still waiting';
}

const ENDS_STAY: readonly What[] = ['allocated', 'withdrew', 'escalated', 'declined offer', 'took up'];

/** Stays that begin with joining; waits for another worker are not among them. */
export function staysOf(rows: readonly Row[]): Stay[] {
  const ends = new Map<string, Row>();
  for (const row of rows) if (ENDS_STAY.includes(row.what)) ends.set(`${row.family}/${row.episode}`, row);
  return rows
    .filter(({ what }) => what === 'joined')
    .map(({ family, episode, pathway, locality, children, priority, joinedAt, at }) => {
      const end = ends.get(`${family}/${episode}`);
      return {
        family,
        episode,
        pathway,
        locality,
        children,
        priority,
        joined: joinedAt,
        from: at,
        to: end?.at ?? Number.POSITIVE_INFINITY,
        how: end?.what ?? 'still waiting',
      };
    });
}

/** One family's time on the list: seen from `seenFrom` after joining (below 0: from joining itself) until `until`. */
export interface Seen {
  readonly seenFrom: number;
  readonly until: number;
  readonly leaves: boolean;
}

/** The product-limit estimate: at each distinct time of leaving, the share of those then seen on the list who do not leave. */
export function meanOnList(seen: readonly Seen[]): number {
  const longest = Math.max(...seen.map(({ until }) => until));
  if (longest === Number.NEGATIVE_INFINITY) return Number.NaN;
  const leaving = seen.filter(({ leaves }) => leaves);
  const times = [...new Set(leaving.map(({ until }) => until))].sort((a, b) => a - b);
  let area = 0;
  let surviving = 1;
  let since = 0;
  for (const time of times) {
    area += surviving * (time - since);
    since = time;
    const atRisk = seen.filter(({ seenFrom, until }) => seenFrom <= time && until >= time).length;
    surviving *= 1 - leaving.filter(({ until }) => until === time).length / atRisk;
  }
  return area + surviving * (longest - since);
}
