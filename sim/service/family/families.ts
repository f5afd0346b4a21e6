/**
 * The families in one replication. A record is free again once its family has left for good.
 *
 * A family's key (origin, number) and its episode identify it in every draw: the same family, in every scenario compared, has the same need,
 * patience, sessions and fate.
 */
import type { Who } from '../../measures/recorder.ts';
import type { Plan } from '../../plan.ts';
import { type Distribution, distribution } from '../../random/distributions.ts';
import type { Streams } from '../../random/stream.ts';
import { chosen, cumulative } from '../choice.ts';
import * as purposes from '../purposes.ts';
import * as record from './family-record.ts';

export { AT, STATE } from './family-record.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, NOBODY, RECORD, STATE, TIME } = record;
const { PURPOSE } = purposes;

export class Families {
  integers = new Int32Array(1024 * RECORD);
  times = new Float64Array(this.integers.buffer);
  /** Records below this index have been used in the replication. */
  private end = 0;
  /** Records free again, the last one first to be used; there are never more than records. */
  private free = new Int32Array(1024);
  private freeCount = 0;
  private readonly streams: Streams;
  /** `null` where nothing is counted in children. */
  private readonly children: Distribution | null;
  private readonly localities: Float64Array;
  private readonly facts = { pathway: 0, locality: 0, children: 1 };

  constructor({ children, localityShares }: Plan, streams: Streams) {
    this.streams = streams;
    this.children = children && distribution(children);
    this.localities = cumulative(localityShares);
  }

  clear() {
    this.end = 0;
    this.freeCount = 0;
  }

  /** A record for a family new to the replication. Enlarging the store replaces `integers` and `times`. */
  add(origin: number, number: number, need: number, priority: number, referredAt: number): number {
    const family = this.freeCount > 0 ? this.free[--this.freeCount]! : this.newRecord();
    const { integers } = this;
    integers[family + AT.state] = STATE.referred;
    integers[family + AT.origin] = origin;
    integers[family + AT.number] = number;
    integers[family + AT.need] = need;
    integers[family + AT.priority] = priority;
    integers[family + AT.episode] = 0;
    integers[family + AT.worker] = NOBODY;
    integers[family + AT.hasHadWorker] = 0;
    integers[family + AT.children] = 1;
    integers[family + AT.locality] = 0;
    integers[family + AT.stepsAfter] = 0;
    integers[family + AT.visits] = 0;
    this.times[(family >> 1) + TIME.referred] = referredAt;
    if (this.children !== null || this.localities.length > 1) this.drawHousehold(family);
    return family;
  }

  remove(family: number) {
    this.integers[family + AT.state] = STATE.free;
    this.free[this.freeCount++] = family;
  }

  /** Draws what belongs to the family's present episode; `index` tells draws of one purpose apart. */
  draw(streams: Streams, purpose: number, family: number, index = 0) {
    const { integers } = this;
    streams.draw(
      purpose,
      integers[family + AT.origin]!,
      integers[family + AT.number]!,
      integers[family + AT.episode]!,
      index,
    );
  }

  sessionsAttended(family: number): number {
    const { integers } = this;
    const passed = integers[family + AT.sessionsPlanned]! - integers[family + AT.sessionsOwed]!;
    return passed - integers[family + AT.sessionsLost]!;
  }

  /** What a recorder is told of a family. One object, filled anew each time. */
  who(family: number): Who {
    const { facts, integers } = this;
    facts.pathway = integers[family + AT.pathway]!;
    facts.locality = integers[family + AT.locality]!;
    facts.children = integers[family + AT.children]!;
    return facts;
  }

  /** Every record used in the replication, free ones too. */
  *[Symbol.iterator]() {
    for (let family = 0; family < this.end; family += RECORD) yield family;
  }

  /** Children and home belong to the family, not to an episode. */
  private drawHousehold(family: number) {
    const { integers, streams } = this;
    streams.draw(PURPOSE.household, integers[family + AT.origin]!, integers[family + AT.number]!, 0, 0);
    if (this.children !== null)
      integers[family + AT.children] = Math.max(1, Math.round(this.children.sample(streams.first)));
    integers[family + AT.locality] = chosen(this.localities, streams.second);
  }

  private newRecord(): number {
    if (this.end === this.integers.length) {
      const larger = new Int32Array(this.integers.length * 2);
      larger.set(this.integers);
      this.integers = larger;
      this.times = new Float64Array(larger.buffer);
      this.free = new Int32Array(larger.length / RECORD);
    }
    const family = this.end;
    this.end += RECORD;
    return family;
  }
}
