/** How a run opens: with nobody, or with today's families: waiting, open, at the front door, and closed lately who may still come back. */
import type { Kernel } from '../kernel/kernel.ts';
import type { Recorder } from '../measures/recorder.ts';
import type { PathwayPlan, Plan } from '../plan.ts';
import { distribution } from '../random/distributions.ts';
import type { Streams } from '../random/stream.ts';
import type { Referrals } from './arrival/referrals.ts';
import { attend } from './casework/attendance.ts';
import type { CasePlans } from './casework/case-plans.ts';
import type { Closure } from './casework/closure.ts';
import { Dosage } from './casework/dosage.ts';
import type { Intervention } from './casework/intervention.ts';
import type { Partners } from './casework/partners.ts';
import { chosen, cumulative } from './choice.ts';
import type { Families } from './family/families.ts';
import * as record from './family/family-record.ts';
import type { WaitingList } from './list/waiting-list.ts';
import * as purposes from './purposes.ts';
import type { Workers } from './staff/workers.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, TIME } = record;
const { PURPOSE } = purposes;

/** Origins of families that no source of the run refers. Days of referral are 0 and above; those in hand at the start lie below (referrals.ts). */
const ORIGIN = { waiting: -1, open: -2, closed: -3 } as const;
/** A family's number holds its pathway in the high part. */
const NUMBERS_A_PATHWAY = 2 ** 20;

export class OpeningState {
  private readonly plan: Plan;
  private readonly kernel: Kernel;
  private readonly streams: Streams;
  private readonly families: Families;
  private readonly workers: Workers;
  private readonly recorder: Recorder;
  private readonly list: WaitingList;
  private readonly plans: CasePlans;
  private readonly intervention: Intervention;
  private readonly partners: Partners;
  private readonly referrals: Referrals;
  /** By pathway: what cases before the start were planned to have. */
  private readonly dosages: Dosage[];
  /** How far back the front door can still hold a referral: 999 in 1,000 are gathered sooner. */
  private readonly daysInHand: number;
  private readonly closure: Closure;

  constructor(
    plan: Plan,
    kernel: Kernel,
    streams: Streams,
    families: Families,
    workers: Workers,
    recorder: Recorder,
    list: WaitingList,
    plans: CasePlans,
    intervention: Intervention,
    partners: Partners,
    referrals: Referrals,
    closure: Closure,
  ) {
    this.plan = plan;
    this.kernel = kernel;
    this.streams = streams;
    this.families = families;
    this.workers = workers;
    this.recorder = recorder;
    this.list = list;
    this.plans = plans;
    this.intervention = intervention;
    this.partners = partners;
    this.referrals = referrals;
    this.dosages = plan.pathways.map(
      (pathway, index) => new Dosage(pathway, plan.opening.planned[index] ?? undefined),
    );
    this.daysInHand = Math.ceil(distribution(plan.frontDoor.gathering).quantile(0.999));
    this.closure = closure;
  }

  /** Returns the families put on the list, who may leave it once free places have been offered. */
  set(): number[] {
    this.openCases();
    this.recentClosures();
    if (this.plan.opening.frontDoorInHand) this.referrals.openInHand(this.daysInHand);
    return this.waitingFamilies();
  }

  private openCases() {
    const { plan, families, streams, partners } = this;
    const numbers = new Int32Array(plan.pathways.length);
    for (const { pathway, need, sessionsHad } of plan.opening.open) {
      const number = pathway * NUMBERS_A_PATHWAY + numbers[pathway]!++;
      const family = families.add(ORIGIN.open, number, need, plan.needs[need]!.priority, 0);
      families.integers[family + AT.pathway] = pathway;
      families.integers[family + AT.terms] = pathway;
      families.integers[family + AT.sessionsTried] = 0;
      this.dosages[pathway]!.resume(families, family, streams, sessionsHad);
      if (plan.pathways[pathway]!.offer.kind === 'partner-held') {
        this.plans.arrangeStep(family);
        partners.resume(family);
      } else this.openWithWorker(family, sessionsHad);
      families.times[(family >> 1) + TIME.joined] = families.times[(family >> 1) + TIME.allocated]!;
      families.times[(family >> 1) + TIME.referred] = families.times[(family >> 1) + TIME.allocated]!;
    }
  }

  private openWithWorker(family: number, sessionsHad: number | null) {
    const { families, workers, recorder, intervention } = this;
    const { integers } = families;
    const terms = integers[family + AT.terms]!;
    const weight = intervention.weightOf(family);
    const worker = workers.leastFull(this.list.listOf(family));
    integers[family + AT.worker] = worker;
    integers[family + AT.team] = workers.team[worker]!;
    const left = intervention.assessments.resume(family, terms, this.dosages[terms]!, sessionsHad);
    this.plans.arrangeStep(family);
    workers.take(worker, weight);
    recorder.opened(this.kernel.now, families.who(family), workers.team[worker]!, weight);
    intervention.resume(family, left);
  }

  private waitingFamilies(): number[] {
    const { plan, families, list } = this;
    const numbers = new Int32Array(plan.pathways.length);
    const inOrder = plan.opening.waiting.toSorted((a, b) => a.joined - b.joined);
    return inOrder.map(({ pathway, need, joined }) => {
      const number = pathway * NUMBERS_A_PATHWAY + numbers[pathway]!++;
      const family = families.add(ORIGIN.waiting, number, need, plan.needs[need]!.priority, joined);
      families.integers[family + AT.pathway] = pathway;
      list.hasJoined(family, joined);
      return family;
    });
  }

  /** Closures at even steps back from the start, as far as 999 in 1,000 returns and escalations reach; their needs in proportion to what the front door sends. */
  private recentClosures() {
    const { plan, families, streams, closure } = this;
    plan.opening.closuresPerDay.forEach((perDay, pathway) => {
      if (perDay === 0) return;
      const sent = plan.needs.map((need) => need.routes.pathways[pathway]!);
      const total = sent.reduce((sum, chance) => sum + chance, 0);
      const needs = cumulative(sent.map((chance) => (total > 0 ? chance / total : 1 / sent.length)));
      const reach = reachOf(plan.pathways[pathway]!);
      for (let step = 1; step <= reach * perDay; step++) {
        const number = pathway * NUMBERS_A_PATHWAY + step;
        streams.draw(PURPOSE.referral, ORIGIN.closed, number, 0, 0);
        const need = chosen(needs, streams.second);
        const closedAt = -step / perDay;
        const family = families.add(ORIGIN.closed, number, need, plan.needs[need]!.priority, closedAt);
        families.integers[family + AT.pathway] = pathway;
        families.integers[family + AT.terms] = pathway;
        this.dosages[pathway]!.plan(families, family, streams);
        this.workOff(family);
        closure.closedBefore(family, closedAt);
      }
    });
  }

  /** The sessions of a case closed before the start are behind it; a course has its own number of them, of which some are missed. */
  private workOff(family: number) {
    const { families, streams, plan } = this;
    const { integers } = families;
    const pathway = plan.pathways[integers[family + AT.pathway]!]!;
    integers[family + AT.sessionsOwed] = 0;
    if (pathway.offer.kind !== 'group') return;
    integers[family + AT.sessionsPlanned] = pathway.offer.sessions;
    integers[family + AT.sessionsOwed] = pathway.offer.sessions;
    attend(families, family, streams, pathway, false);
  }
}

function reachOf({ reReferral, escalationAfter: { chance, delay } }: PathwayPlan): number {
  const ofReturns = distribution(reReferral.delay).quantile(0.999);
  return chance === 0 ? ofReturns : Math.max(ofReturns, distribution(delay).quantile(0.999));
}
