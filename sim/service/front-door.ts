/** Step 2: the front door. Information is gathered, the referral waits for a desk, a decision is made: first come first served. */
import type { Kernel } from '../kernel/kernel.ts';
import type { Recorder } from '../measures/recorder.ts';
import type { Plan } from '../plan.ts';
import { type Distribution, distribution } from '../random/distributions.ts';
import type { Streams } from '../random/stream.ts';
import { chosen, cumulative } from './choice.ts';
import type { Families } from './families.ts';
import { FamilyQueue } from './family-queue.ts';
import * as record from './family-record.ts';
import type { Flow } from './flow.ts';
import * as purposes from './purposes.ts';
import * as ranks from './ranks.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, STATE, TIME } = record;
const { PURPOSE } = purposes;
const { RANK } = ranks;

/** A decision, kept in `families.fate`: one of these, or FIRST_PATHWAY plus the index of a pathway. */
const ADVICE = 0;
const FIRST_PATHWAY = 2;

export class FrontDoor {
  private readonly desks: number;
  private readonly gathering: Distribution;
  private readonly gathersAtOnce: boolean;
  private readonly decision: Distribution;
  /** By need: running chances of advice, social care, then each pathway. */
  private readonly routes: Float64Array[];
  private readonly kernel: Kernel;
  private readonly streams: Streams;
  private readonly families: Families;
  private readonly recorder: Recorder;
  private readonly flow: Flow;
  private readonly isRepeat: (family: number) => boolean;
  private readonly queue: FamilyQueue;
  private busy = 0;

  constructor(
    plan: Plan,
    kernel: Kernel,
    streams: Streams,
    families: Families,
    recorder: Recorder,
    flow: Flow,
    isRepeat: (family: number) => boolean,
  ) {
    this.desks = plan.frontDoor.desks;
    this.gathering = distribution(plan.frontDoor.gathering);
    this.gathersAtOnce = this.gathering.mean === 0;
    this.decision = distribution(plan.frontDoor.decision);
    this.routes = plan.needs.map(({ routes }) =>
      cumulative([routes.advice, routes.socialCare, ...routes.pathways]),
    );
    this.kernel = kernel;
    this.streams = streams;
    this.families = families;
    this.recorder = recorder;
    this.flow = flow;
    this.isRepeat = isRepeat;
    this.queue = new FamilyQueue(families);
    kernel.openHeap(RANK.decision);
  }

  clear() {
    this.queue.clear();
    this.busy = 0;
  }

  /** A family referred at its time of referral: now, or before the start. One whose information was complete before now is no longer in hand. */
  receive(family: number) {
    const { families, streams, kernel } = this;
    families.integers[family + AT.state] = STATE.atFrontDoor;
    if (this.gathersAtOnce) {
      this.gathered(family);
      return;
    }
    families.draw(streams, PURPOSE.gathering, family);
    const complete = families.times[(family >> 1) + TIME.referred]! + this.gathering.sample(streams.first);
    if (complete < kernel.now) families.remove(family);
    else kernel.at(complete, RANK.gathered, family);
  }

  gathered(family: number) {
    if (this.busy < this.desks) this.sitDown(family);
    else this.queue.add(family);
  }

  decided(family: number) {
    const { families, kernel } = this;
    this.busy--;
    const next = this.queue.first;
    if (next >= 0) {
      this.queue.remove(next);
      this.sitDown(next);
    }
    const decision = families.integers[family + AT.fate]!;
    families.integers[family + AT.pathway] = Math.max(0, decision - FIRST_PATHWAY);
    this.recorder.decided(
      kernel.now,
      families.who(family),
      kernel.now - families.times[(family >> 1) + TIME.referred]!,
      0,
    );
    if (decision < FIRST_PATHWAY) families.remove(family);
    else this.flow.joins(family);
  }

  private sitDown(family: number) {
    const { families, streams, kernel } = this;
    this.busy++;
    families.draw(streams, PURPOSE.decision, family);
    const time = this.decision.sample(streams.first);
    const route = chosen(this.routes[families.integers[family + AT.need]!]!, streams.second);
    families.integers[family + AT.fate] = this.isRepeat(family) ? ADVICE : route;
    kernel.at(kernel.now + time, RANK.decision, family);
  }
}
