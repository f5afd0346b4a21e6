/** How a run opens: with nobody, or with today's families: waiting, open, at the front door, and closed lately who may still come back. */
import type { Kernel } from '../kernel/kernel.ts';
import type { Recorder } from '../measures/recorder.ts';
import type { Plan } from '../plan.ts';
import { distribution } from '../random/distributions.ts';
import type { Streams } from '../random/stream.ts';
import { chosen, cumulative } from './choice.ts';
import type { Closure } from './closure.ts';
import { Dosage } from './dosage.ts';
import type { Families } from './families.ts';
import * as record from './family-record.ts';
import type { Intervention } from './intervention.ts';
import * as purposes from './purposes.ts';
import type { Referrals } from './referrals.ts';
import type { WaitingList } from './waiting-list.ts';
import type { Workers } from './workers.ts';

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
  private readonly intervention: Intervention;
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
    intervention: Intervention,
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
    this.intervention = intervention;
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
    const { plan, families, workers, recorder, streams, intervention } = this;
    const numbers = new Int32Array(plan.pathways.length);
    for (const { pathway, need, sessionsHad } of plan.opening.open) {
      const number = pathway * NUMBERS_A_PATHWAY + numbers[pathway]!++;
      const family = families.add(ORIGIN.open, number, need, plan.needs[need]!.priority, 0);
      families.integers[family + AT.pathway] = pathway;
      families.integers[family + AT.terms] = pathway;
      const weight = intervention.weightOf(family);
      const worker = workers.leastFull(this.list.listOf(family));
      families.integers[family + AT.worker] = worker;
      families.integers[family + AT.team] = workers.team[worker]!;
      families.integers[family + AT.sessionsTried] = 0;
      this.dosages[pathway]!.resume(families, family, streams, sessionsHad);
      families.times[(family >> 1) + TIME.joined] = families.times[(family >> 1) + TIME.allocated]!;
      families.times[(family >> 1) + TIME.referred] = families.times[(family >> 1) + TIME.allocated]!;
      workers.take(worker, weight);
      recorder.opened(this.kernel.now, families.who(family), workers.team[worker]!, weight);
      intervention.resume(family);
    }
  }

  private waitingFamilies(): number[] {
    const { plan, families, list } = this;
    const numbers = new Int32Array(plan.pathways.length);
    const inOrder = plan.opening.waiting.toSorted((a, b) => a.joined - b.joined);
    return inOrder.map(({ pathway, need, joined }) => {
      const number = pathway * NUMBERS_A_PATHWAY + numbers[pathway]!++;
      const family = families.add(ORIGIN.waiting, number, need, plan.needs[need]!.priority, joined);
      families.integers[family + AT.pathway] = pathway;
      list.join(family, joined);
      return family;
    });
  }

  /** Closures at even steps back from the start, as far as 999 in 1,000 returns reach; their needs in proportion to what the front door sends. */
  private recentClosures() {
    const { plan, families, streams, closure } = this;
    plan.opening.closuresPerDay.forEach((perDay, pathway) => {
      if (perDay === 0) return;
      const sent = plan.needs.map((need) => need.routes.pathways[pathway]!);
      const total = sent.reduce((sum, chance) => sum + chance, 0);
      const needs = cumulative(sent.map((chance) => (total > 0 ? chance / total : 1 / sent.length)));
      const reach = distribution(plan.pathways[pathway]!.reReferral.delay).quantile(0.999);
      for (let step = 1; step <= reach * perDay; step++) {
        const number = pathway * NUMBERS_A_PATHWAY + step;
        streams.draw(PURPOSE.referral, ORIGIN.closed, number, 0, 0);
        const need = chosen(needs, streams.second);
        const closedAt = -step / perDay;
        const family = families.add(ORIGIN.closed, number, need, plan.needs[need]!.priority, closedAt);
        families.integers[family + AT.pathway] = pathway;
        families.integers[family + AT.terms] = pathway;
        this.dosages[pathway]!.plan(families, family, streams);
        families.integers[family + AT.sessionsOwed] = 0;
        closure.closedBefore(family, closedAt);
      }
    });
  }
}
