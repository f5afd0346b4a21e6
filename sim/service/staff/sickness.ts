/** Spells of sickness: time at work and time away in turn, as long as a place is held. A place's spells are numbered through the whole run. */
import { NO_EVENT } from '../../kernel/event-list.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Plan } from '../../plan.ts';
import { type Distribution, distribution } from '../../random/distributions.ts';
import type { Streams } from '../../random/stream.ts';
import { PURPOSE } from '../purposes.ts';
import { RANK } from '../ranks.ts';
import { CAREER, careerEvent } from './career-events.ts';
import type { Workers } from './workers.ts';

export class Sickness {
  private readonly plan: Plan;
  private readonly kernel: Kernel;
  private readonly streams: Streams;
  private readonly workers: Workers;
  /** By worker: time at work until the next spell, and how long spells are; `null` where there are none. */
  private readonly spells: ({ readonly after: Distribution; readonly length: Distribution } | null)[];
  /** The spell that comes next, or is under way. */
  private readonly spell: Int32Array;
  private readonly pending: Int32Array;

  constructor(plan: Plan, kernel: Kernel, streams: Streams, workers: Workers) {
    this.plan = plan;
    this.kernel = kernel;
    this.streams = streams;
    this.workers = workers;
    this.spells = plan.workers.map(({ career }) => {
      if (career === null || career.sickness === null || career.sickness.hazard === 0) return null;
      const { hazard, length } = career.sickness;
      return { after: distribution({ kind: 'exponential', mean: 1 / hazard }), length: distribution(length) };
    });
    this.spell = new Int32Array(plan.workers.length);
    this.pending = new Int32Array(plan.workers.length);
  }

  clear() {
    this.spell.fill(0);
    this.pending.fill(NO_EVENT);
  }

  /** The worker is at work from now on: a holder's first day, or the end of a spell. */
  atWork(worker: number) {
    const spells = this.spells[worker]!;
    if (spells === null) return;
    this.draw(worker);
    this.schedule(worker, spells.after.sample(this.streams.first), CAREER.fallsSick);
  }

  fallsSick(worker: number) {
    this.draw(worker);
    const length = this.spells[worker]!.length.sample(this.streams.second);
    this.workers.fallSick(worker, this.kernel.now + length);
    this.schedule(worker, length, CAREER.recovers);
  }

  recovers(worker: number) {
    this.workers.recover(worker);
    this.spell[worker]!++;
    this.atWork(worker);
  }

  /** The holder leaves, sick or not: the next holder's first spell is a new one. */
  leaves(worker: number) {
    if (this.pending[worker] === NO_EVENT) return;
    this.kernel.cancel(this.pending[worker]!);
    this.pending[worker] = NO_EVENT;
    this.spell[worker]!++;
  }

  private draw(worker: number) {
    this.streams.draw(PURPOSE.sickness, this.plan.workers[worker]!.key, this.spell[worker]!, 0, 0);
  }

  private schedule(worker: number, after: number, kind: number) {
    const { kernel } = this;
    this.pending[worker] = kernel.at(kernel.now + after, RANK.career, careerEvent(worker, kind));
  }
}
