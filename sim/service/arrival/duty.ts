/**
 * Step 2, where there is a duty model: a duty worker visits the family and gathers what an assessment needs before it joins the list, and the
 * intervention is so many sessions shorter. Families queue for a duty worker, first come first served.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import type { Recorder } from '../../measures/recorder.ts';
import type { DutyPlan, Terms } from '../../plan.ts';
import { type Distribution, distribution } from '../../random/distributions.ts';
import type { Streams } from '../../random/stream.ts';
import type { Families } from '../family/families.ts';
import { FamilyQueue } from '../family/family-queue.ts';
import * as record from '../family/family-record.ts';
import type { Flow } from '../flow.ts';
import * as purposes from '../purposes.ts';
import * as ranks from '../ranks.ts';
import type { TermsInForce } from '../terms.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, VISIT, VISIT_VERSION } = record;
const { PURPOSE } = purposes;
const { RANK } = ranks;

export class Duty {
  private readonly inForce: TermsInForce;
  private readonly kernel: Kernel;
  private readonly streams: Streams;
  private readonly families: Families;
  private readonly recorder: Recorder;
  private readonly flow: Flow;
  /** By version; `null` without a duty model. */
  private readonly visits: readonly (Distribution | null)[];
  private readonly queue: FamilyQueue;
  private busy = 0;

  constructor(
    inForce: TermsInForce,
    kernel: Kernel,
    streams: Streams,
    families: Families,
    recorder: Recorder,
    flow: Flow,
  ) {
    this.inForce = inForce;
    this.kernel = kernel;
    this.streams = streams;
    this.families = families;
    this.recorder = recorder;
    this.flow = flow;
    this.visits = inForce.versions.map(({ frontDoor: { duty } }) => duty && distribution(duty.visit));
    this.queue = new FamilyQueue(families);
  }

  clear() {
    this.queue.clear();
    this.busy = 0;
  }

  /** A dated change comes into force: more duty workers take who waits; where duty ends, whoever waits for it joins the list unvisited. */
  arrange() {
    while (this.queue.length > 0) {
      const next = this.queue.first;
      const { duty } = this.inForce.now.frontDoor;
      if (duty !== null && this.busy >= duty.workers) return;
      this.queue.remove(next);
      if (duty === null) this.flow.joins(next);
      else this.visit(next);
    }
  }

  receive(family: number) {
    const { workers } = this.inForce.now.frontDoor.duty!;
    if (this.busy < workers) this.visit(family);
    else this.queue.add(family);
  }

  /** The visit is over and the duty worker free. */
  visited(family: number) {
    const { families, kernel, recorder } = this;
    this.busy--;
    this.arrange();
    const { hours } = dutyOf(this.inForce.versions, families.integers[family + AT.visits]!)!;
    recorder.dutyVisited(kernel.now, families.who(family), hours);
    this.flow.joins(family);
  }

  private visit(family: number) {
    const { families, streams, kernel } = this;
    const { version } = this.inForce;
    this.busy++;
    families.integers[family + AT.visits] = VISIT.duty | (version << VISIT_VERSION);
    families.draw(streams, PURPOSE.dutyVisit, family);
    kernel.at(kernel.now + this.visits[version]!.sample(streams.first), RANK.dutyVisit, family);
  }
}

/** The duty model on whose terms a family was visited, by its AT.visits; `null` for one who was not. */
export function dutyOf(versions: readonly Terms[], visits: number): DutyPlan | null {
  return (visits & VISIT.duty) === 0 ? null : versions[visits >> VISIT_VERSION]!.frontDoor.duty;
}
