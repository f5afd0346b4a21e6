/**
 * The families in one replication: a record each, in one stretch of memory, so that an event touches one or two cache lines and not twenty arrays
 * (measured: docs/decisions/0004). A family is the index of its record among the integers: `integers[family + AT.worker]`; its times lie at half
 * that index: `times[(family >> 1) + TIME.joined]`. A record is free again once its family has left for good.
 *
 * A family's key (origin, number) and its episode identify it in every draw: the same family, in every scenario compared, has the same need,
 * patience, sessions and fate.
 */

/** Where each whole number lies in a record, counted in 4 bytes. 0 and 1 hold TIME.event. What sessions touch comes first. */
export const AT = {
  pathway: 2,
  worker: 3,
  sessionsOwed: 4,
  /** Sessions of the plan, attended or owed. */
  sessionsPlanned: 5,
  sessionsTried: 6,
  /** One of STATE. */
  state: 7,
  need: 8,
  /** Where the family came from: the day of its referral, or one of the origins at the start (below 0). */
  origin: 9,
  /** Which family of that origin. */
  number: 10,
  /** 0 for the first referral, one more each time the family comes back. */
  episode: 11,
  priority: 12,
  /** 1 once the present episode has had a worker: a second allocation is a change of worker. */
  hasHadWorker: 13,
  /** Links of the line the family stands in. */
  next: 14,
  previous: 15,
  /** What the front door will decide (see front-door.ts), or how the family will leave the list (LEAVING). */
  fate: 24,
} as const;

/** Where each time lies in a record, counted in 8 bytes: clock times of the present episode, in working days. */
export const TIME = {
  /** Not a time: the handle of the family's one pending event, or NO_EVENT. */
  event: 0,
  joined: 8,
  referred: 9,
  allocated: 10,
  /** From allocation to the first session. */
  firstGap: 11,
} as const;

/** 4-byte places in a record: two cache lines. */
const RECORD = 32;

export const STATE = { free: 0, referred: 1, atFrontDoor: 2, waiting: 3, open: 4, closed: 5 } as const;

export const NOBODY = -1;

/** Why a family leaves the list without a place. */
export const LEAVING = { withdrew: 0, escalated: 1 } as const;

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
