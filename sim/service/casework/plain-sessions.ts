/** Sessions that are held and come again: most of what happens in a run, and so its hottest loop. */

import type { Kernel } from '../../kernel/kernel.ts';
import * as layout from '../../kernel/ring-layout.ts';
import type { Recorder } from '../../measures/recorder.ts';
import type { Families } from '../family/families.ts';
import * as record from '../family/family-record.ts';
import * as rounding from '../rounding.ts';
import type { Workers } from '../staff/workers.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { CANCELLED, ENTITY, SEQUENCE, SOURCE_BITS, TIME: EVENT_TIME, WORDS } = layout;
const { AT, NOBODY } = record;
const { ROUNDING } = rounding;

/** By terms index. */
interface SessionTerms {
  readonly interval: Float64Array;
  /** Worker's hours that a session uses, by terms index and team. */
  readonly use: Float64Array;
  /** 1 where sessions can be missed or families drop out. */
  readonly uncertain: Uint8Array;
}

export class PlainSessions {
  private readonly kernel: Kernel;
  private readonly families: Families;
  private readonly workers: Workers;
  private readonly recorder: Recorder;
  private readonly teams: number;
  private readonly interval: Float64Array;
  private readonly use: Float64Array;
  private readonly uncertain: Uint8Array;

  constructor(
    kernel: Kernel,
    families: Families,
    workers: Workers,
    recorder: Recorder,
    teams: number,
    { interval, use, uncertain }: SessionTerms,
  ) {
    this.kernel = kernel;
    this.families = families;
    this.workers = workers;
    this.recorder = recorder;
    this.teams = teams;
    this.interval = interval;
    this.use = use;
    this.uncertain = uncertain;
  }

  /**
   * Nine in ten events are plain sessions: hours are there, it is held, and it comes again one interval later. They pass through here,
   * touching the lane's ring, the family's record and the worker's hours and nothing else: 12 ns a session, 27 ns one by one.
   *
   * Begins with the session at hand. Returns the first that is not plain, as if the lane had just handed it over, or NOBODY where
   * something else comes before the lane's next.
   */
  pass(first: number): number {
    const { rings } = this.kernel;
    const { integers } = this.families;
    if (rings === null || this.uncertain[integers[first + AT.terms]!] === 1) return first;
    const { ring, bound, sequence } = rings;
    if (ring === null) return first;
    const { words, times, mask, source } = ring;
    const { hoursLeft } = this.workers;
    const interval = this.interval[integers[first + AT.terms]!]!;
    let family = first;
    let time = this.kernel.now;
    // The place before the next event: where the session at hand lay, or one cancelled after it.
    let at = ring.head - 1;
    let end = ring.tail;
    let passed = 0;
    for (let alike = 1; alike > 0 && family !== NOBODY; ) {
      const terms = integers[family + AT.terms]!;
      const team = integers[family + AT.team]!;
      if (this.uncertain[terms] === 1) break;
      const hours = this.use[terms * this.teams + team]!;
      alike = 0;
      // Sessions on the same terms in one team. No call in here: V8 keeps arrays' addresses at hand as long as nothing it cannot see may change them.
      while (family !== NOBODY) {
        const worker = integers[family + AT.worker]!;
        const owed = integers[family + AT.sessionsOwed]! - 1;
        const left = hoursLeft[worker]! - hours;
        if (owed === 0 || left < -ROUNDING) break;
        if (integers[family + AT.terms] !== terms || integers[family + AT.team] !== team) break;
        hoursLeft[worker] = left;
        integers[family + AT.sessionsOwed] = owed;
        integers[family + AT.event] = (end << SOURCE_BITS) | source;
        const place = end & mask;
        times[EVENT_TIME * place] = time + interval;
        words[WORDS * place + ENTITY] = family;
        words[WORDS * place + SEQUENCE] = sequence + passed + alike;
        end++;
        alike++;
        // The session just put at the end stops the search.
        do at++;
        while (words[WORDS * (at & mask) + ENTITY] === CANCELLED);
        const next = times[EVENT_TIME * (at & mask)]!;
        if (next < bound) {
          time = next;
          family = words[WORDS * (at & mask) + ENTITY]!;
        } else family = NOBODY;
      }
      if (alike > 0) this.recorder.held(terms, team, alike);
      passed += alike;
    }
    if (passed === 0) return first;
    rings.sequence = sequence + passed;
    ring.goneThrough(family === NOBODY ? at : at + 1, end);
    this.kernel.wentOn(family === NOBODY ? passed - 1 : passed, time);
    return family;
  }
}
