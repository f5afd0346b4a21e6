/** Assessment by the worker allocated: it lies between allocation and the first interval, and its hours are spent in one piece at its end. */
import { type Distribution, distribution } from '../../random/distributions.ts';
import { type MetAtRandom, metAtRandom } from '../../random/met-at-random.ts';
import type { Streams } from '../../random/stream.ts';
import type { Families } from '../family/families.ts';
import * as record from '../family/family-record.ts';
import * as purposes from '../purposes.ts';
import type { TermsInForce } from '../terms.ts';
import type { Dosage } from './dosage.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, TIME, VISIT } = record;
const { PURPOSE } = purposes;

export class Assessments {
  private readonly families: Families;
  private readonly streams: Streams;
  /** By terms index; `null` where the worker makes none. */
  private readonly times: (Distribution | null)[];
  private readonly timesMetAtRandom: (MetAtRandom | undefined)[] = [];
  private readonly hours: Float64Array;

  constructor({ pathways }: TermsInForce, families: Families, streams: Streams) {
    this.families = families;
    this.streams = streams;
    this.times = pathways.map(({ assessment }) => assessment && distribution(assessment.time));
    this.hours = Float64Array.from(pathways, ({ assessment }) => assessment?.hours ?? 0);
  }

  /** A case is opened: its assessment is to come, unless a duty visit has made it. */
  arrange(family: number, terms: number) {
    const { integers } = this.families;
    if (this.times[terms] === null || (integers[family + AT.visits]! & VISIT.duty) !== 0) return;
    integers[family + AT.visits]! |= VISIT.assessmentDue;
  }

  isDue(family: number): boolean {
    return (this.families.integers[family + AT.visits]! & VISIT.assessmentDue) !== 0;
  }

  made(family: number) {
    this.families.integers[family + AT.visits]! &= ~VISIT.assessmentDue;
  }

  hoursOf(terms: number): number {
    return this.hours[terms]!;
  }

  /** From a worker's taking the case to the end of the assessment; a second worker begins it again. */
  timeOf(family: number, terms: number): number {
    const { families, streams } = this;
    families.draw(streams, PURPOSE.assessment, family);
    return this.times[terms]!.sample(streams.first);
  }

  /**
   * Whether a case open at the start is met in its assessment: with the chance that a time before its first session, or anywhere in it where
   * nothing is known of it, has in a service that has long been running. Then its plan is drawn anew, none of it done, and what is left of the
   * assessment is returned. Otherwise the assessment lies behind it, the case has been open for longer, and 0 is returned.
   */
  resume(family: number, terms: number, dosage: Dosage, sessionsHad: number | null): number {
    const time = this.times[terms]!;
    if (time === null) return 0;
    const { families, streams } = this;
    const { times } = families;
    const allocated = (family >> 1) + TIME.allocated;
    families.draw(streams, PURPOSE.assessment, family);
    const { first: u, second: where } = streams;
    const after = sessionsHad === null ? dosage.meanLength : dosage.meanFirstGap;
    const isInAssessment = (sessionsHad ?? 0) === 0 && where * (time.mean + after) < time.mean;
    if (!isInAssessment) {
      times[allocated] = times[allocated]! - time.sample(u);
      return 0;
    }
    this.timesMetAtRandom[terms] ??= metAtRandom(time);
    const length = this.timesMetAtRandom[terms](u);
    families.draw(streams, PURPOSE.assessment, family, 1);
    const progress = streams.first;
    dosage.plan(families, family, streams);
    times[allocated] = -progress * length;
    families.integers[family + AT.visits]! |= VISIT.assessmentDue;
    return (1 - progress) * length;
  }
}
