/**
 * Places empty and fill by chance. A holder leaves, at a hazard that does not depend on time in post; the vacancy is filled after a while by
 * somebody new, or at once by promotion, which leaves a vacancy elsewhere.
 */
import { NO_EVENT } from '../../kernel/event-list.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Recorder } from '../../measures/recorder.ts';
import type { Plan } from '../../plan.ts';
import { type Distribution, distribution } from '../../random/distributions.ts';
import type { Streams } from '../../random/stream.ts';
import { NOBODY } from '../family/family-record.ts';
import { PURPOSE } from '../purposes.ts';
import { RANK } from '../ranks.ts';
import { CAREER, careerEvent } from './career-events.ts';
import type { Holders } from './holders.ts';
import type { Workers } from './workers.ts';

export class Careers {
  private readonly plan: Plan;
  private readonly kernel: Kernel;
  private readonly streams: Streams;
  private readonly workers: Workers;
  private readonly holders: Holders;
  private readonly recorder: Recorder;
  /** By worker; `null` where holders do not leave. */
  private readonly timesInPost: (Distribution | null)[];
  /** By worker; `null` where the place is held throughout. */
  private readonly timesToFill: (Distribution | null)[];
  /** How many have held the place before: who keys the draws of the present holder, or of the vacancy after. */
  private readonly holder: Int32Array;
  /** When the holder leaves, or the vacancy is filled. */
  private readonly pending: Int32Array;

  constructor(
    plan: Plan,
    kernel: Kernel,
    streams: Streams,
    workers: Workers,
    holders: Holders,
    recorder: Recorder,
  ) {
    this.plan = plan;
    this.kernel = kernel;
    this.streams = streams;
    this.workers = workers;
    this.holders = holders;
    this.recorder = recorder;
    this.timesInPost = plan.workers.map(({ career }) =>
      career !== null && career.leaving > 0
        ? distribution({ kind: 'exponential', mean: 1 / career.leaving })
        : null,
    );
    this.timesToFill = plan.workers.map(({ career }) => career && distribution(career.timeToFill));
    this.holder = new Int32Array(plan.workers.length);
    this.pending = new Int32Array(plan.workers.length);
  }

  clear() {
    this.holder.fill(0);
    this.pending.fill(NO_EVENT);
  }

  /** The first holder of a place: somebody long in post at the start of the run, somebody new, and hired, later. */
  begin(worker: number) {
    const isNew = this.kernel.now > 0;
    if (isNew) this.recorder.hired(this.workers.team[worker]!);
    this.holders.start(worker, isNew);
    this.stay(worker);
  }

  /** The place is no longer there. */
  end(worker: number) {
    this.cancel(worker);
    if (this.workers.inPost[worker] === 1) this.holders.stop(worker);
  }

  leaves(worker: number) {
    this.pending[worker] = NO_EVENT;
    this.goes(worker);
    this.fallsVacant(worker);
  }

  filled(worker: number) {
    this.comes(worker, true);
  }

  /** Nobody holds the place; somebody new will. */
  awaitHolder(worker: number) {
    this.drawHolder(worker);
    this.schedule(worker, this.timesToFill[worker]!.sample(this.streams.second), CAREER.filled);
  }

  private fallsVacant(worker: number) {
    const promoted = this.promoted(worker);
    if (promoted === NOBODY) {
      this.awaitHolder(worker);
      return;
    }
    this.goes(promoted);
    this.comes(worker, false);
    this.fallsVacant(promoted);
  }

  /** Who takes the vacancy at once: each of those at work in the posts it is filled from is as likely as the others. */
  private promoted(worker: number): number {
    const { career, key } = this.plan.workers[worker]!;
    if (career === null || career.promotion === null) return NOBODY;
    const { share, from } = career.promotion;
    const { streams } = this;
    streams.draw(PURPOSE.promotion, key, this.holder[worker]!, 0, 0);
    const candidates = from.filter((candidate) => this.holders.isSettledIn(candidate));
    if (streams.first >= share || candidates.length === 0) return NOBODY;
    return candidates[Math.floor(streams.second * candidates.length)]!;
  }

  private goes(worker: number) {
    this.cancel(worker);
    this.recorder.left(this.workers.team[worker]!);
    this.holders.stop(worker);
  }

  private comes(worker: number, isNew: boolean) {
    this.holder[worker]!++;
    this.recorder.hired(this.workers.team[worker]!);
    this.holders.start(worker, isNew);
    this.stay(worker);
  }

  /** The holder stays until it leaves by chance. */
  private stay(worker: number) {
    this.pending[worker] = NO_EVENT;
    const timeInPost = this.timesInPost[worker]!;
    if (timeInPost === null) return;
    this.drawHolder(worker);
    this.schedule(worker, timeInPost.sample(this.streams.first), CAREER.leaves);
  }

  private drawHolder(worker: number) {
    this.streams.draw(PURPOSE.holder, this.plan.workers[worker]!.key, this.holder[worker]!, 0, 0);
  }

  private cancel(worker: number) {
    if (this.pending[worker] !== NO_EVENT) this.kernel.cancel(this.pending[worker]!);
    this.pending[worker] = NO_EVENT;
  }

  private schedule(worker: number, after: number, kind: number) {
    const { kernel } = this;
    this.pending[worker] = kernel.at(kernel.now + after, RANK.career, careerEvent(worker, kind));
  }
}
