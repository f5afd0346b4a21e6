/** What a case opened now is planned to have: sessions, and a step to another pathway. The same of a case with a worker and of one that a partner holds. */
import type { Streams } from '../../random/stream.ts';
import { dutyOf } from '../arrival/duty.ts';
import type { Families } from '../family/families.ts';
import * as record from '../family/family-record.ts';
import type { TermsInForce } from '../terms.ts';
import { Dosage } from './dosage.ts';
import { Steps } from './steps.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, TIME } = record;

export class CasePlans {
  private readonly inForce: TermsInForce;
  private readonly families: Families;
  private readonly streams: Streams;
  /** By terms index. */
  private readonly dosages: Dosage[];
  private readonly steps: Steps;
  /** Need does not grow, there is no duty model and nobody steps. */
  private readonly fromDosageAlone: boolean;

  constructor(inForce: TermsInForce, families: Families, streams: Streams) {
    this.inForce = inForce;
    this.families = families;
    this.streams = streams;
    this.dosages = inForce.pathways.map((pathway) => new Dosage(pathway));
    this.steps = new Steps(inForce, families, streams);
    this.fromDosageAlone =
      inForce.versions.every(
        ({ waiting, frontDoor }) => waiting.needGrowth === 0 && frontDoor.duty === null,
      ) && inForce.pathways.every(({ stepsTo }) => stepsTo.every((share) => share === 0));
  }

  /** Plans a case on the terms of now, and returns their index. Need has grown on the list; a duty visit has saved sessions. */
  open(family: number, now: number): number {
    const { integers } = this.families;
    const terms = this.inForce.of(integers[family + AT.pathway]!);
    integers[family + AT.terms] = terms;
    if (this.fromDosageAlone) this.dosages[terms]!.plan(this.families, family, this.streams);
    else this.planWithMore(family, terms, now);
    return terms;
  }

  /** The step of a case open at the start, if it has one, in the sessions it still owes. */
  arrangeStep(family: number) {
    const { integers } = this.families;
    const had = integers[family + AT.sessionsPlanned]! - integers[family + AT.sessionsOwed]!;
    this.steps.arrange(family, integers[family + AT.terms]!, had);
  }

  private planWithMore(family: number, terms: number, now: number) {
    const { integers, times } = this.families;
    const { versions } = this.inForce;
    const growth = 1 + this.inForce.now.waiting.needGrowth * (now - times[(family >> 1) + TIME.joined]!);
    const saved = dutyOf(versions, integers[family + AT.visits]!)?.sessionsSaved ?? 0;
    this.dosages[terms]!.plan(this.families, family, this.streams, growth, saved);
    this.steps.arrange(family, terms);
  }
}
