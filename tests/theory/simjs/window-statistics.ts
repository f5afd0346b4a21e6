/** What simjs cannot supply and the second opinion needs: a list with priorities, and statistics over a window. */

/** Queues in order of priority, first come first served within each. Leavers stay in their queue, unseen, until they reach its head. */
export class WaitingList<Member> {
  readonly #queues: { members: Member[]; head: number }[];
  /** Members still waiting. */
  length = 0;

  constructor(priorities: number) {
    this.#queues = Array.from({ length: priorities }, () => ({ members: [], head: 0 }));
  }

  add(member: Member, priority: number): void {
    this.#queues[priority]!.members.push(member);
    this.length++;
  }

  /** One member has left without being taken; `takeFirst` will be told so. */
  leave(): void {
    this.length--;
  }

  /** The first of the highest priority of whom `stillWaits` is true. Only for a list that is not empty. */
  takeFirst(stillWaits: (member: Member) => boolean): Member {
    for (const queue of this.#queues) {
      while (queue.head < queue.members.length) {
        const member = queue.members[queue.head++]!;
        if (stillWaits(member)) {
          this.length--;
          return member;
        }
      }
    }
    throw new Error(`nobody waits, though the list counts ${this.length}`);
  }
}

/** Exact time average of a step function over [from, to]; the function starts at 0. */
export class TimeAverage {
  readonly #from: number;
  readonly #to: number;
  #value = 0;
  #since: number;
  #area = 0;

  constructor(from: number, to: number) {
    this.#from = from;
    this.#to = to;
    this.#since = from;
  }

  becomes(value: number, now: number): void {
    if (now > this.#from) {
      this.#area += this.#value * (now - this.#since);
      this.#since = now;
    }
    this.#value = value;
  }

  average(): number {
    return (this.#area + this.#value * (this.#to - this.#since)) / (this.#to - this.#from);
  }
}

/** 90th percentile by linear interpolation of order statistics (Hyndman and Fan 1996, definition 7; R type 7). */
export function percentile90(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const rank = 0.9 * (sorted.length - 1);
  const below = Math.floor(rank);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (rank - below) * (high - low);
}
