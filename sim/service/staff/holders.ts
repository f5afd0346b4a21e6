/** Whoever holds a place: from the first day in post, with an induction where the holder is new, to the last, when the cases go back to the list. */
import { NO_EVENT } from '../../kernel/event-list.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Plan } from '../../plan.ts';
import type { Streams } from '../../random/stream.ts';
import type { Intervention } from '../casework/intervention.ts';
import type { Families } from '../family/families.ts';
import { AT, STATE, TIME } from '../family/family-record.ts';
import { RANK } from '../ranks.ts';
import { CAREER, careerEvent } from './career-events.ts';
import { Sickness } from './sickness.ts';
import type { Workers } from './workers.ts';

export class Holders {
  readonly sickness: Sickness;
  private readonly plan: Plan;
  private readonly kernel: Kernel;
  private readonly families: Families;
  private readonly workers: Workers;
  private readonly intervention: Intervention;
  /** When the present holder started. */
  private readonly since: Float64Array;
  /** By worker: the step of the induction that comes next, and its event. */
  private readonly step: Int32Array;
  private readonly nextStep: Int32Array;
  /** Workers who left in this instant. */
  private readonly leavers = new Set<number>();

  constructor(
    plan: Plan,
    kernel: Kernel,
    streams: Streams,
    families: Families,
    workers: Workers,
    intervention: Intervention,
  ) {
    this.sickness = new Sickness(plan, kernel, streams, workers);
    this.plan = plan;
    this.kernel = kernel;
    this.families = families;
    this.workers = workers;
    this.intervention = intervention;
    this.since = new Float64Array(plan.workers.length);
    this.step = new Int32Array(plan.workers.length);
    this.nextStep = new Int32Array(plan.workers.length);
  }

  clear() {
    this.sickness.clear();
    this.nextStep.fill(NO_EVENT);
    this.leavers.clear();
  }

  start(worker: number, isNew: boolean) {
    this.since[worker] = this.kernel.now;
    this.step[worker] = 0;
    this.workers.setShare(worker, 1);
    if (isNew) this.takeStep(worker);
    this.workers.start(worker);
    this.sickness.atWork(worker);
  }

  stop(worker: number) {
    this.sickness.leaves(worker);
    if (this.nextStep[worker] !== NO_EVENT) this.kernel.cancel(this.nextStep[worker]!);
    this.nextStep[worker] = NO_EVENT;
    this.workers.stop(worker);
    this.leavers.add(worker);
  }

  /** The next step of an induction: a share of the cap, until the step after. Where there is none the holder has the whole cap. */
  takeStep(worker: number) {
    const { kernel, step } = this;
    const induction = this.plan.workers[worker]!.career?.induction ?? [];
    const now = induction[step[worker]!];
    const next = induction[step[worker]! + 1];
    this.nextStep[worker] = NO_EVENT;
    if (now !== undefined) this.workers.setShare(worker, now.share);
    if (next === undefined) return;
    step[worker]!++;
    this.nextStep[worker] = kernel.at(
      this.since[worker]! + next.from,
      RANK.career,
      careerEvent(worker, CAREER.inducted),
    );
  }

  /** At work, and not only since this very instant: who may be promoted. */
  isSettledIn(worker: number): boolean {
    const { inPost, absent } = this.workers;
    return inPost[worker] === 1 && absent[worker] === 0 && this.since[worker]! < this.kernel.now;
  }

  /** Cases of those who left in this instant go to the head of the list, the longest allocated first. */
  settle() {
    if (this.leavers.size === 0) return;
    const cases = this.openCasesOf((worker) => this.leavers.has(worker));
    this.leavers.clear();
    const { times } = this.families;
    const allocated = (family: number) => times[(family >> 1) + TIME.allocated]!;
    const joined = (family: number) => times[(family >> 1) + TIME.joined]!;
    cases.sort((a, b) => allocated(a) - allocated(b) || joined(a) - joined(b) || a - b);
    for (const family of cases) this.intervention.interrupt(family);
  }

  openCasesOf(isMeant: (worker: number) => boolean): number[] {
    const { families } = this;
    const { integers } = families;
    return [...families].filter(
      (family) => integers[family + AT.state] === STATE.open && isMeant(integers[family + AT.worker]!),
    );
  }
}
