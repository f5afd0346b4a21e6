/** Who is in post, on which terms and with what share of the cap, at each line of a log: worked out from the plan and the service's own book. */
import type { Plan, WorkerTerms } from '../../sim/plan.ts';
import type { Row, ServiceRow } from '../service/event-log.ts';

interface Held {
  since: number;
  isNew: boolean;
}

export class Workforce {
  private readonly plan: Plan;
  private readonly book: readonly ServiceRow[];
  private read = 0;
  /** By worker; `null` while nobody holds the place. */
  private readonly held: (Held | null)[];
  private readonly leftAt: number[];

  constructor(plan: Plan, book: readonly ServiceRow[]) {
    this.plan = plan;
    this.book = book;
    this.held = plan.workers.map(() => null);
    this.leftAt = plan.workers.map(() => Number.NaN);
  }

  /** To just before the family row with this number. */
  readTo(row: number) {
    for (
      let next = this.book[this.read];
      next !== undefined && next.after <= row;
      next = this.book[++this.read]
    ) {
      const { what, at } = next;
      if (what === 'out of post') {
        this.held[next.worker] = null;
        this.leftAt[next.worker] = at;
      }
      // A place filled in the instant in which it fell vacant is filled by promotion; who is there at the start has long been in post.
      if (what === 'in post')
        this.held[next.worker] ??= { since: at, isNew: at > 0 && this.leftAt[next.worker] !== at };
    }
  }

  isInPost(worker: number): boolean {
    return this.held[worker] !== null;
  }

  /** Cap less what an induction leaves open. */
  cap(worker: number, at: number): number {
    const { career } = this.plan.workers[worker]!;
    const held = this.held[worker];
    const { cap } = termsAt(this.plan, worker, at);
    if (held === null || held === undefined) return 0;
    if (!held.isNew || career === null) return cap;
    const steps = career.induction.filter(({ from }) => held.since + from <= at);
    return cap * (steps.at(-1)?.share ?? 1);
  }
}

/** The plan, or the dated change that is in force. */
export const inForceAt = (plan: Plan, at: number) =>
  plan.changes.findLast((change) => change.at <= at) ?? plan;

export function termsAt(plan: Plan, worker: number, at: number): WorkerTerms {
  const change = plan.changes.findLast((each) => each.at <= at && each.workers[worker] !== null);
  return change?.workers[worker] ?? plan.workers[worker]!;
}

/** All terms that a worker has in [from, to). */
export function termsWithin(plan: Plan, worker: number, from: number, to: number): WorkerTerms[] {
  const later = plan.changes.filter(({ at }) => at > from && at < to);
  return [termsAt(plan, worker, from), ...later.map(({ at }) => termsAt(plan, worker, at))];
}

/** Whether a worker on these terms may take the family: skills, and the locality unless the family has waited long enough. */
export function mayTake(
  plan: Plan,
  terms: WorkerTerms,
  { pathway, locality, wait, at }: Pick<Row, 'pathway' | 'locality' | 'wait' | 'at'>,
): boolean {
  const home = plan.teams[terms.team]!.locality;
  const { pooling } = inForceAt(plan, at).allocation;
  const near =
    pooling.kind === 'one list' ||
    home === null ||
    home === locality ||
    // A change of worker does not tell the wait.
    !(wait < pooling.overflowAfter);
  return near && terms.serves.includes(pathway);
}
