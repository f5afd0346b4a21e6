/** Workers come and leave, on their dates or by chance, and their caps, hours and teams change with the dated changes. */
import type { Kernel } from '../../kernel/kernel.ts';
import type { Recorder } from '../../measures/recorder.ts';
import type { Plan } from '../../plan.ts';
import type { Streams } from '../../random/stream.ts';
import type { Intervention } from '../casework/intervention.ts';
import type { Families } from '../family/families.ts';
import { AT } from '../family/family-record.ts';
import { RANK } from '../ranks.ts';
import { CAREER, careerOf, workerOf } from './career-events.ts';
import { Careers } from './careers.ts';
import { Holders } from './holders.ts';
import type { Workers } from './workers.ts';

export class Staffing {
  private readonly plan: Plan;
  private readonly kernel: Kernel;
  private readonly families: Families;
  private readonly workers: Workers;
  private readonly intervention: Intervention;
  private readonly recorder: Recorder;
  private readonly holders: Holders;
  private readonly careers: Careers;

  constructor(
    plan: Plan,
    kernel: Kernel,
    streams: Streams,
    families: Families,
    workers: Workers,
    intervention: Intervention,
    recorder: Recorder,
  ) {
    this.plan = plan;
    this.kernel = kernel;
    this.families = families;
    this.workers = workers;
    this.intervention = intervention;
    this.recorder = recorder;
    this.holders = new Holders(plan, kernel, streams, families, workers, intervention);
    this.careers = new Careers(plan, kernel, streams, workers, this.holders, recorder);
  }

  /** Puts in post whoever is there at the start and schedules the rest. */
  start() {
    this.holders.clear();
    this.careers.clear();
    this.plan.workers.forEach(({ from, until }, worker) => {
      if (from <= 0) this.establish(worker);
      else this.kernel.at(from, RANK.staffing, worker);
      if (Number.isFinite(until)) this.kernel.at(until, RANK.staffing, worker);
    });
  }

  /** The first day of a place, or the day after the last. What follows from it waits until all changes of this instant are made. */
  changes(worker: number) {
    if (this.workers.isEstablished(worker)) {
      this.workers.abolish(worker);
      this.careers.end(worker);
    } else this.establish(worker);
    this.kernel.at(this.kernel.now, RANK.settle, 0);
  }

  /** Something happens by chance. What is freed is offered when all changes of this instant are made. */
  career(event: number) {
    const { careers, holders } = this;
    const worker = workerOf(event);
    switch (careerOf(event)) {
      case CAREER.leaves:
        careers.leaves(worker);
        break;
      case CAREER.filled:
        careers.filled(worker);
        break;
      case CAREER.inducted:
        holders.takeStep(worker);
        break;
      case CAREER.fallsSick:
        holders.sickness.fallsSick(worker);
        break;
      case CAREER.recovers:
        holders.sickness.recovers(worker);
        break;
      default:
        throw new RangeError(`Career event ${event} of no known kind.`);
    }
    this.kernel.at(this.kernel.now, RANK.settle, 0);
  }

  settle() {
    this.holders.settle();
  }

  /** A dated change: workers' caps, hours and teams are other ones from now on. Cases stay with their workers. */
  changeTerms(version: number) {
    const { workers, plan } = this;
    const teams = Int32Array.from(workers.team);
    plan.changes[version - 1]!.workers.forEach((terms, worker) => {
      if (terms !== null) workers.changeTerms(worker, terms);
    });
    workers.arrange();
    if (teams.some((team, worker) => team !== workers.team[worker])) this.moveCases(teams);
  }

  /** `from`: the team that each worker was in. */
  private moveCases(from: Int32Array) {
    const { families, workers, recorder, kernel } = this;
    const { integers } = families;
    for (const family of this.holders.openCasesOf((worker) => workers.team[worker] !== from[worker])) {
      const worker = integers[family + AT.worker]!;
      const team = workers.team[worker]!;
      integers[family + AT.team] = team;
      const weight = this.intervention.weightOf(family);
      recorder.movedTeam(kernel.now, families.who(family), from[worker]!, team, weight);
    }
  }

  private establish(worker: number) {
    const vacant = this.plan.workers[worker]!.career?.vacantAtStart ?? false;
    this.workers.establish(worker, vacant);
    if (vacant) this.careers.awaitHolder(worker);
    else this.careers.begin(worker);
  }
}
