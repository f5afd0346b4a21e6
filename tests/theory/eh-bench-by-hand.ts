/**
 * EH-bench (docs/model.md, section 10) as a program for this one model and nothing else: a queue for sessions, a heap for the rest, places as a
 * count, no workers, no hours, no keys for its random numbers. A third opinion, and in the bench a mark of how fast JavaScript can be at it.
 */
import type { EhBenchOutcome } from './eh-bench-truth.ts';
import { poissonQuantile15 } from './simjs/poisson-15.ts';
import { percentile90, TimeAverage } from './simjs/window-statistics.ts';

const HORIZON = 1300;
const WINDOW_START = 260;
const DESKS = 3;
const MOST = 2 ** 16;

/** Kinds of event in the heap, in the low part of what the heap holds; the family is the rest. */
const REFERRAL = 0;
const DECISION = 1;
const RETURN = 2;
const PATIENCE = 3;
const KINDS = 4;

const WAITING = 1;
const ELSEWHERE = 2;

/** xoshiro128** of Blackman and Vigna (2021, ACM Trans. Math. Softw. 47(4), 36), seeded through a Weyl sequence; 32-bit uniforms. */
function generator(seed: number): () => number {
  const state = Int32Array.from({ length: 4 }, (_, word) => Math.imul(seed + 1 + word * 97, 0x9e3779b1));
  return () => {
    const s1 = state[1]!;
    let result = Math.imul(s1, 5);
    result = Math.imul((result << 7) | (result >>> 25), 9);
    const t = s1 << 9;
    state[2]! ^= state[0]!;
    state[3]! ^= s1;
    state[1]! ^= state[2]!;
    state[0]! ^= state[3]!;
    state[2]! ^= t;
    state[3] = (state[3]! << 11) | (state[3]! >>> 21);
    return ((result >>> 0) + 0.5) / 2 ** 32;
  };
}

const heapTimes = new Float64Array(4096);
const heapItems = new Int32Array(4096);
let heapSize = 0;

function push(time: number, item: number): void {
  let place = heapSize++;
  for (let parent = (place - 1) >> 1; place > 0 && heapTimes[parent]! > time; parent = (place - 1) >> 1) {
    heapTimes[place] = heapTimes[parent]!;
    heapItems[place] = heapItems[parent]!;
    place = parent;
  }
  heapTimes[place] = time;
  heapItems[place] = item;
}

function removeFirst(): void {
  const time = heapTimes[--heapSize]!;
  const item = heapItems[heapSize]!;
  let place = 0;
  for (let child = 1; child < heapSize; child = 2 * place + 1) {
    if (child + 1 < heapSize && heapTimes[child + 1]! < heapTimes[child]!) child++;
    if (heapTimes[child]! >= time) break;
    heapTimes[place] = heapTimes[child]!;
    heapItems[place] = heapItems[child]!;
    place = child;
  }
  heapTimes[place] = time;
  heapItems[place] = item;
}

const sessionTimes = new Float64Array(1024);
const sessionFamilies = new Int32Array(1024);
const joined = new Float64Array(MOST);
const owed = new Int32Array(MOST);
const place = new Uint8Array(MOST);
const lines = [new Int32Array(MOST), new Int32Array(MOST)] as const;
const waits = new Float64Array(MOST);

/** One replication. */
export function replicateEhBenchByHand(slots: number, seed: number): EhBenchOutcome & { events: number } {
  const random = generator(seed);
  const exponential = (mean: number) => -mean * Math.log(random());
  const list = new TimeAverage(WINDOW_START, HORIZON);
  const used = new TimeAverage(WINDOW_START, HORIZON);
  const heads = [0, 0];
  const tails = [0, 0];
  let [families, waiting, free, busy, atDoor, sessionHead, sessionTail] = [0, 0, slots, 0, 0, 0, 0];
  let [allocated, left, returned, events] = [0, 0, 0, 0];
  heapSize = 0;

  const appendSession = (time: number, family: number) => {
    sessionTimes[sessionTail & 1023] = time;
    sessionFamilies[sessionTail++ & 1023] = family;
  };
  const allocate = (family: number, now: number) => {
    if (now >= WINDOW_START) waits[allocated++] = now - joined[family]!;
    owed[family] = 1 + poissonQuantile15(random());
    place[family] = ELSEWHERE;
    appendSession(now + 5, family);
  };
  const changeList = (by: number, now: number) => {
    waiting += by;
    list.becomes(waiting, now);
  };
  const changeFree = (by: number, now: number) => {
    free += by;
    used.becomes(slots - free, now);
  };
  const join = (priority: 0 | 1, now: number) => {
    const family = families++;
    joined[family] = now;
    if (free > 0) {
      changeFree(-1, now);
      allocate(family, now);
      return;
    }
    place[family] = WAITING;
    lines[priority][tails[priority]!++] = family;
    changeList(1, now);
    push(now + exponential(120), family * KINDS + PATIENCE);
  };
  const next = (): number => {
    for (const priority of [0, 1] as const) {
      while (heads[priority]! < tails[priority]!) {
        const family = lines[priority][heads[priority]!++]!;
        if (place[family] === WAITING) return family;
      }
    }
    return -1;
  };
  const session = (now: number) => {
    const family = sessionFamilies[sessionHead++ & 1023]!;
    if (--owed[family]! > 0) {
      appendSession(now + 5, family);
      return;
    }
    if (random() < 0.15) push(now + exponential(90), RETURN);
    const follower = next();
    if (follower < 0) {
      changeFree(1, now);
      return;
    }
    changeList(-1, now);
    allocate(follower, now);
  };
  const decide = (now: number) => {
    if (atDoor > 0) {
      atDoor--;
      push(now + exponential(0.2), DECISION);
    } else busy--;
    if (random() >= 0.5) join(random() < 0.3 ? 0 : 1, now);
  };
  const refer = (now: number) => {
    push(now + exponential(1 / 12), REFERRAL);
    if (busy === DESKS) {
      atDoor++;
      return;
    }
    busy++;
    push(now + exponential(0.2), DECISION);
  };

  push(exponential(1 / 12), REFERRAL);
  for (;;) {
    const now = heapTimes[0]!;
    const sessionAt =
      sessionHead < sessionTail ? sessionTimes[sessionHead & 1023]! : Number.POSITIVE_INFINITY;
    if (Math.min(now, sessionAt) > HORIZON) break;
    events++;
    if (sessionAt < now) {
      session(sessionAt);
      continue;
    }
    const item = heapItems[0]!;
    removeFirst();
    const kind = item % KINDS;
    if (kind === REFERRAL) refer(now);
    else if (kind === DECISION) decide(now);
    else if (kind === RETURN) {
      if (now >= WINDOW_START) returned++;
      join(0, now);
    } else if (place[(item - PATIENCE) / KINDS] === WAITING) {
      place[(item - PATIENCE) / KINDS] = ELSEWHERE;
      changeList(-1, now);
      if (now >= WINDOW_START) left++;
    } else events--;
  }
  const inWindow = waits.subarray(0, allocated);
  return {
    waiting_mean: list.average(),
    wait_mean: inWindow.reduce((sum, wait) => sum + wait, 0) / allocated,
    wait_p90: percentile90(Array.from(inWindow)),
    allocated,
    left_list: left,
    rereferred: returned,
    slots_used_mean: used.average(),
    events,
  };
}
