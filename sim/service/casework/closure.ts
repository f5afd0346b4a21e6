/**
 * Steps 7 and 8: closure, and what comes after it: escalating to social care, coming back, or going over to another pathway. The chance of
 * coming back holds for every closure of a family that does neither of the others, as the published rates do.
 */
import * as eventList from '../../kernel/event-list.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { OtherOffer, Recorder } from '../../measures/recorder.ts';
import { OUTCOMES, type ReReferralPlan } from '../../plan.ts';
import { type Distribution, distribution } from '../../random/distributions.ts';
import type { Streams } from '../../random/stream.ts';
import { chosen, cumulative } from '../choice.ts';
import type { Families } from '../family/families.ts';
import * as record from '../family/family-record.ts';
import type { Flow } from '../flow.ts';
import * as purposes from '../purposes.ts';
import * as ranks from '../ranks.ts';
import type { Workers } from '../staff/workers.ts';
import type { TermsInForce } from '../terms.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { NO_EVENT } = eventList;
const { AT, ENDING, NOBODY, STATE, TIME } = record;
const { PURPOSE } = purposes;
const { RANK } = ranks;

const DISENGAGED = OUTCOMES.indexOf('disengaged');
const ESCALATED = OUTCOMES.indexOf('escalated');
const TRANSFERRED = OUTCOMES.indexOf('transferred');

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
  private readonly escalations: Escalation[];
  /** Chance of coming back where it is the same for all; NaN where it goes by dose or by family. */
  private readonly evenChances: Float64Array;
  /** Whether the family whose closure was drawn last comes back, if it does not escalate. */
  private returns = false;

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
    this.evenChances = Float64Array.from(inForce.pathways, ({ reReferral }) =>
      reReferral.slope === 0 && isAlikeForAll(reReferral) ? chanceAtDose(reReferral, 0) : Number.NaN,
    );
    this.delays = inForce.pathways.map((pathway) => distribution(pathway.reReferral.delay));
    this.escalations = inForce.pathways.map(({ escalationAfter }) => ({
      chance: escalationAfter.chance,
      delay: distribution(escalationAfter.delay),
    }));
  }

  /** `ending` is one of ENDING; `weight` the room that the case has taken. */
  close(family: number, weight: number, ending: number) {
    const { families, workers } = this;
    const { now } = this.kernel;
    const outcome = this.drawOutcome(family, ending);
    this.recorder.closed(
      now,
      families.who(family),
      workers.team[families.integers[family + AT.worker]!]!,
      weight,
      outcome,
      now - families.times[(family >> 1) + TIME.allocated]!,
      families.sessionsAttended(family),
    );
    this.goesOn(family, outcome, ending);
  }

  /** The same of a family in a course or held by a partner. */
  closeElsewhere(family: number, offer: OtherOffer, ending: number) {
    const { families } = this;
    const { now } = this.kernel;
    const outcome = this.drawOutcome(family, ending);
    const length = now - families.times[(family >> 1) + TIME.allocated]!;
    const sessions = families.sessionsAttended(family);
    this.recorder.ended(now, families.who(family), offer, outcome, length, sessions);
    this.goesOn(family, outcome, ending);
  }

  /** A family whose case was closed at `closedAt`, before the run: it may still escalate or come back. */
  closedBefore(family: number, closedAt: number) {
    this.leaves(family, this.drawOutcome(family, ENDING.complete), closedAt);
  }

  comesBack(family: number) {
    const { families, kernel, flow } = this;
    const { reReferral } = this.inForce.pathways[families.integers[family + AT.terms]!]!;
    const needPriority = this.inForce.now.needs[families.integers[family + AT.need]!]!.priority;
    this.recorder.cameBack(kernel.now, families.who(family));
    this.startEpisode(family);
    if (reReferral.returnsTo === 'waiting list') {
      families.integers[family + AT.priority] = reReferral.priority ?? needPriority;
      flow.joins(family);
    } else {
      families.integers[family + AT.priority] = needPriority;
      flow.arrives(family);
    }
  }

  /** The next pathway's wait counts from now, and so does the time since referral. */
  steps(family: number) {
    const { families, flow } = this;
    const { integers } = families;
    integers[family + AT.pathway] = integers[family + AT.stepsTo]!;
    integers[family + AT.priority] = this.inForce.now.needs[integers[family + AT.need]!]!.priority;
    this.startEpisode(family);
    flow.joins(family);
  }

  escalates(family: number) {
    this.recorder.escalatedAfter(this.kernel.now, this.families.who(family));
    this.families.remove(family);
  }

  private startEpisode(family: number) {
    const { integers, times } = this.families;
    integers[family + AT.episode]!++;
    integers[family + AT.hasHadWorker] = 0;
    integers[family + AT.worker] = NOBODY;
    integers[family + AT.stepsAfter] = 0;
    integers[family + AT.visits] = 0;
    times[(family >> 1) + TIME.referred] = this.kernel.now;
  }

  /** The outcome of a closure, an index into OUTCOMES; sets `returns`. */
  private drawOutcome(family: number, ending: number): number {
    if (ending === ENDING.steps) return TRANSFERRED;
    const { families, streams } = this;
    const terms = families.integers[family + AT.terms]!;
    const even = this.evenChances[terms]!;
    const chance = Number.isNaN(even) ? this.chanceOfReturn(family, terms) : even;
    families.draw(streams, PURPOSE.closure, family);
    this.returns = streams.second < chance;
    return ending === ENDING.droppedOut ? DISENGAGED : chosen(this.outcomes[terms]!, streams.first);
  }

  private goesOn(family: number, outcome: number, ending: number) {
    const { families, kernel, recorder } = this;
    if (ending !== ENDING.steps) {
      this.leaves(family, outcome, kernel.now);
      return;
    }
    families.integers[family + AT.state] = STATE.closed;
    recorder.stepped(kernel.now, families.who(family));
  }

  /** What has escalated already does so no second time, and who escalates does not come back. */
  private leaves(family: number, outcome: number, closedAt: number) {
    const escalates = outcome !== ESCALATED && this.schedulesEscalation(family, closedAt);
    if (escalates) return;
    if (this.returns) this.scheduleReturn(family, closedAt);
    else this.families.remove(family);
  }

  private schedulesEscalation(family: number, closedAt: number): boolean {
    const { families, streams } = this;
    const { chance, delay } = this.escalations[families.integers[family + AT.terms]!]!;
    if (chance === 0) return false;
    families.draw(streams, PURPOSE.escalationAfter, family);
    if (streams.first >= chance) return false;
    this.follow(family, closedAt + delay.sample(streams.second), RANK.escalationAfter);
    return true;
  }

  private chanceOfReturn(family: number, terms: number): number {
    const { families, streams } = this;
    const { reReferral } = this.inForce.pathways[terms]!;
    const chance = chanceAtDose(reReferral, families.sessionsAttended(family));
    if (isAlikeForAll(reReferral) || chance === 1) return chance;
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

  private scheduleReturn(family: number, closedAt: number) {
    const { families, streams } = this;
    const terms = families.integers[family + AT.terms]!;
    families.draw(streams, PURPOSE.comeBack, family);
    this.follow(family, closedAt + this.delays[terms]!.sample(streams.first), RANK.comeBack);
  }

  /** What would have come before the start is in the past: the family is not followed. */
  private follow(family: number, at: number, rank: number) {
    const { families, kernel } = this;
    if (at < kernel.now) {
      families.remove(family);
      return;
    }
    families.integers[family + AT.state] = STATE.closed;
    families.integers[family + AT.event] = NO_EVENT;
    kernel.at(at, rank, family);
  }
}

/** Escalating to social care after closure. */
interface Escalation {
  readonly chance: number;
  readonly delay: Distribution;
}

function isAlikeForAll({ recurringShare, recurringOdds }: ReReferralPlan): boolean {
  return recurringShare === 0 || recurringOdds === 1;
}

/** logit p = logit(chance) - slope * (sessions - atSessions), kept within [least, most] (domain: the dose curve of re-referral). */
function chanceAtDose(reReferral: ReReferralPlan, sessions: number): number {
  const { chance, slope, atSessions, least, most } = reReferral;
  if (slope === 0 || chance === 0 || chance === 1) return Math.min(most, Math.max(least, chance));
  const odds = (chance / (1 - chance)) * Math.exp(-slope * (sessions - atSessions));
  const atDose = odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
  return Math.min(most, Math.max(least, atDose));
}
