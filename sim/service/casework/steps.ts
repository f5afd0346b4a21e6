/** Stepping to another pathway during the work: whether, where to and after which session, all drawn when the case opens. */
import type { Streams } from '../../random/stream.ts';
import type { Families } from '../family/families.ts';
import * as record from '../family/family-record.ts';
import * as purposes from '../purposes.ts';
import type { TermsInForce } from '../terms.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT } = record;
const { PURPOSE } = purposes;

export class Steps {
  private readonly inForce: TermsInForce;
  private readonly families: Families;
  private readonly streams: Streams;
  /** By terms index: chance that a case steps at all. */
  private readonly chance: Float64Array;

  constructor(inForce: TermsInForce, families: Families, streams: Streams) {
    this.inForce = inForce;
    this.families = families;
    this.streams = streams;
    this.chance = Float64Array.from(inForce.pathways, ({ stepsTo }) =>
      stepsTo.reduce((sum, share) => sum + share, 0),
    );
  }

  /**
   * Cuts the plan of a case at its step, if it has one, so that the session there is its last. A case that steps does so after a session drawn
   * evenly from the plan; of one open at the start after `had` of n sessions a step in those is ruled out, which leaves (n - had) / n of its chance.
   */
  arrange(family: number, terms: number, had = 0) {
    const chance = this.chance[terms]!;
    if (chance === 0) return;
    const { families, streams } = this;
    const { integers } = families;
    const planned = integers[family + AT.sessionsPlanned]!;
    const toCome = (planned - had) / planned;
    families.draw(streams, PURPOSE.step, family);
    const to = this.destination(terms, (streams.first * (1 - chance * (1 - toCome))) / toCome);
    if (to === this.inForce.now.pathways.length) return;
    const after = had + 1 + Math.floor(streams.second * (planned - had));
    integers[family + AT.stepsTo] = to;
    integers[family + AT.stepsAfter] = after;
    integers[family + AT.sessionsPlanned] = after;
    integers[family + AT.sessionsOwed] = after - had;
  }

  /** The pathway that `u` falls on, or one past the last where the case stays. */
  private destination(terms: number, u: number): number {
    const { stepsTo } = this.inForce.pathways[terms]!;
    let passed = 0;
    let to = 0;
    for (; to < stepsTo.length; to++) {
      passed += stepsTo[to]!;
      if (u < passed) break;
    }
    return to;
  }
}
