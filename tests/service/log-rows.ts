/** What a line of the event log says: of a family, or of the service itself. */
import type { Activity, OtherOffer } from '../../sim/measures/recorder.ts';

export type What =
  | 'referred'
  | 'decided'
  | 'duty visited'
  | 'declined before'
  | 'joined'
  | 'opened'
  | 'opened with partner'
  | 'allocated'
  | 'reallocated'
  | 'given back'
  | 'moved team'
  | 'withdrew'
  | 'escalated'
  | 'declined offer'
  | 'took up'
  | 'held'
  | 'missed'
  | 'assessed'
  | 'slipped'
  | 'lost'
  | 'closed'
  | 'ended'
  | 'stepped'
  | 'escalated after'
  | 'came back';

/** One line of the log, about a family. NaN where a column says nothing about this kind of event. Times in working days. */
export interface Row {
  readonly what: What;
  readonly at: number;
  /** The same in every run of the same seed and replication, whatever the plan. */
  readonly family: string;
  readonly episode: number;
  readonly need: number;
  readonly priority: number;
  readonly children: number;
  readonly locality: number;
  readonly pathway: number;
  /** The terms of a session or an assessment: version times pathways, plus the pathway. */
  readonly terms: number;
  readonly team: number;
  /** The team before, for `moved team`. */
  readonly fromTeam: number;
  /** -1 while the family has none. */
  readonly worker: number;
  /** Whether that worker is away sick. */
  readonly workerAway: boolean;
  readonly weight: number;
  /** Of a worker or the front door; of a session all that it takes from its worker. */
  readonly hours: number;
  /** When the family joined the list, for `joined`. */
  readonly joinedAt: number;
  /** On the list until allocated, withdrawn, escalated, declined or taken up. */
  readonly wait: number;
  readonly sinceReferral: number;
  /** `null` where a worker of the service is meant, or nobody. */
  readonly offer: OtherOffer | null;
  readonly outcome: number;
  /** From allocation or taking up to closure. */
  readonly length: number;
  /** Sessions attended, as told at closure. */
  readonly dose: number;
  /** Sessions the plan of the family has; means something once it has been allocated. */
  readonly sessionsPlanned: number;
}

/** One line about the service itself, in its own book. */
export type ServiceRow = {
  readonly at: number /** Rows about families written before it. */;
  readonly after: number;
} & (
  | { readonly what: 'changed'; readonly version: number }
  | { readonly what: 'called'; readonly calls: number; readonly hours: number }
  | { readonly what: 'places'; readonly team: number; readonly places: number }
  | { readonly what: 'staff'; readonly team: number; readonly inPost: number; readonly vacant: number }
  | { readonly what: 'in post' | 'out of post'; readonly worker: number }
  | { readonly what: 'left' | 'hired'; readonly team: number }
  | { readonly what: 'hours'; readonly team: number; readonly hours: number }
  | { readonly what: 'spent'; readonly activity: Activity; readonly team: number; readonly hours: number }
);
