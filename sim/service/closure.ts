/** Steps 7 and 8: closure, and coming back. The chance of coming back holds for every closure, as the published rates do. */
import * as eventList from '../kernel/event-list.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Recorder } from '../measures/recorder.ts';
import { OUTCOMES, type ReReferralPlan } from '../plan.ts';
import { type Distribution, distribution } from '../random/distributions.ts';
import type { Streams } from '../random/stream.ts';
import { chosen, cumulative } from './choice.ts';
import type { Families } from './families.ts';
import * as record from './family-record.ts';
import type { Flow } from './flow.ts';
import * as purposes from './purposes.ts';
import * as ranks from './ranks.ts';
import type { TermsInForce } from './terms.ts';
import type { Workers } from './workers.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { NO_EVENT } = eventList;
const { AT, NOBODY, STATE, TIME } = record;
const { PURPOSE } = purposes;
const { RANK } = ranks;

const DISENGAGED = OUTCOMES.indexOf('disengaged');

export class Closure {
  private readonly inForce: TermsInForce;
  private readonly kernel: Kernel;
  private readonly streams: Streams;
  private readonly families: Families;
  private readonly workers: Workers;
  private readonly recorder: Recorder;
  private readonly flow: Flow;
  private readonly outcomes: Float64Array[];
  private readonly delays: Distribution[];

  constructor(
    inForce: TermsInForce,
    kernel: Kernel,
    streams: Streams,
    families: Families,
    workers: Workers,
    recorder: Recorder,
    flow: Flow,
  ) {
    this.inForce = inForce;
    this.kernel = kernel;
    this.streams = streams;
    this.families = families;
    this.workers = workers;
    this.recorder = recorder;
    this.flow = flow;
    this.outcomes = inForce.pathways.map((pathway) => cumulative(pathway.outcomes));
    this.delays = inForce.pathways.map((pathway) => distribution(pathway.reReferral.delay));
  }

  /** `weight`: the room that the case has taken. */
  close(family: number, weight: number, droppedOut: boolean) {
    const { families, streams, kernel } = this;
    const { now } = kernel;
    const terms = families.integers[family + AT.terms]!;
    const chance = this.chanceOfReturn(family, terms);
    families.draw(streams, PURPOSE.closure, family);
    const outcome = droppedOut ? DISENGAGED : chosen(this.outcomes[terms]!, streams.first);
    const comesBack = streams.second < chance;
    const team = this.workers.team[families.integers[family + AT.worker]!]!;
    this.recorder.closed(
      now,
      families.who(family),
      team,
      weight,
      outcome,
      now - families.times[(family >> 1) + TIME.allocated]!,
      families.sessionsAttended(family),
    );
    if (comesBack) this.scheduleReturn(family, now);
    else families.remove(family);
  }

  /** A family whose case was closed at `closedAt`, before the run: it may still come back. */
  closedBefore(family: number, closedAt: number) {
    const { families, streams } = this;
    const chance = this.chanceOfReturn(family, families.integers[family + AT.terms]!);
    families.draw(streams, PURPOSE.closure, family);
    if (streams.second < chance) this.scheduleReturn(family, closedAt);
    else families.remove(family);
  }

  comesBack(family: number) {
    const { families, kernel, flow } = this;
    const { reReferral } = this.inForce.pathways[families.integers[family + AT.terms]!]!;
    const needPriority = this.inForce.now.needs[families.integers[family + AT.need]!]!.priority;
    this.recorder.cameBack(kernel.now, families.who(family));
    families.integers[family + AT.episode]!++;
    families.times[(family >> 1) + TIME.referred] = kernel.now;
    families.integers[family + AT.hasHadWorker] = 0;
    families.integers[family + AT.worker] = NOBODY;
    if (reReferral.returnsTo === 'waiting list') {
      families.integers[family + AT.priority] = reReferral.priority ?? needPriority;
      flow.joins(family);
    } else {
      families.integers[family + AT.priority] = needPriority;
      flow.arrives(family);
    }
  }

  private chanceOfReturn(family: number, terms: number): number {
    const { families, streams } = this;
    const { reReferral } = this.inForce.pathways[terms]!;
    const chance = chanceAtDose(reReferral, families.sessionsAttended(family));
    if (reReferral.recurringShare === 0 || reReferral.recurringOdds === 1 || chance === 1) return chance;
    streams.draw(
      PURPOSE.recurring,
      families.integers[family + AT.origin]!,
      families.integers[family + AT.number]!,
      0,
      0,
    );
    if (streams.first >= reReferral.recurringShare) return chance;
    const odds = (chance / (1 - chance)) * reReferral.recurringOdds;
    return odds / (1 + odds);
  }

  /** A return that would have come before the start is in the past: the family is not followed. */
  private scheduleReturn(family: number, closedAt: number) {
    const { families, streams, kernel } = this;
    const terms = families.integers[family + AT.terms]!;
    families.draw(streams, PURPOSE.comeBack, family);
    const at = closedAt + this.delays[terms]!.sample(streams.first);
    if (at < kernel.now) {
      families.remove(family);
      return;
    }
    families.integers[family + AT.state] = STATE.closed;
    families.integers[family + AT.event] = NO_EVENT;
    kernel.at(at, RANK.comeBack, family);
  }
}

/** logit p = logit(chance) - slope * (sessions - atSessions), kept within [least, most] (domain: the dose curve of re-referral). */
export function chanceAtDose(reReferral: ReReferralPlan, sessions: number): number {
  const { chance, slope, atSessions, least, most } = reReferral;
  if (slope === 0 || chance === 0 || chance === 1) return Math.min(most, Math.max(least, chance));
  const odds = (chance / (1 - chance)) * Math.exp(-slope * (sessions - atSessions));
  return Math.min(most, Math.max(least, odds / (1 + odds)));
}
