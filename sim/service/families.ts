/**
 * The families in one replication. A record is free again once its family has left for good.
 *
 * A family's key (origin, number) and its episode identify it in every draw: the same family, in every scenario compared, has the same need,
 * patience, sessions and fate.
 */
import type { Streams } from '../random/stream.ts';
import * as record from './family-record.ts';

export { AT, STATE } from './family-record.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, NOBODY, RECORD, STATE, TIME } = record;

export class Families {
  integers = new Int32Array(1024 * RECORD);
  times = new Float64Array(this.integers.buffer);
  /** Records below this index have been used in the replication. */
  private end = 0;
  private free: number[] = [];

  clear() {
    this.end = 0;
    this.free.length = 0;
  }

  /** A record for a family new to the replication. Enlarging the store replaces `integers` and `times`. */
  add(origin: number, number: number, need: number, priority: number, referredAt: number): number {
    const family = this.free.pop() ?? this.newRecord();
    const { integers } = this;
    integers[family + AT.state] = STATE.referred;
    integers[family + AT.origin] = origin;
    integers[family + AT.number] = number;
    integers[family + AT.need] = need;
    integers[family + AT.priority] = priority;
    integers[family + AT.episode] = 0;
    integers[family + AT.worker] = NOBODY;
    integers[family + AT.hasHadWorker] = 0;
    this.times[(family >> 1) + TIME.referred] = referredAt;
    return family;
  }

  remove(family: number) {
    this.integers[family + AT.state] = STATE.free;
    this.free.push(family);
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
    return this.integers[family + AT.sessionsPlanned]! - this.integers[family + AT.sessionsOwed]!;
  }

  /** Every record used in the replication, free ones too. */
  *[Symbol.iterator]() {
    for (let family = 0; family < this.end; family += RECORD) yield family;
  }

  private newRecord(): number {
    if (this.end === this.integers.length) {
      const larger = new Int32Array(this.integers.length * 2);
      larger.set(this.integers);
      this.integers = larger;
      this.times = new Float64Array(larger.buffer);
    }
    const family = this.end;
    this.end += RECORD;
    return family;
  }
}
