/**
 * Step 2: the front door. Information is gathered, the referral waits for a desk or for the triage panel, a decision is made: first come
 * first served. A family sent to a pathway may not consent; under a duty model it is visited before it joins the list.
 */
import { type Lane, NO_LANE } from '../../kernel/event-list.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Recorder } from '../../measures/recorder.ts';
import type { PanelPlan, Terms } from '../../plan.ts';
import { type Distribution, distribution } from '../../random/distributions.ts';
import type { Streams } from '../../random/stream.ts';
import { chosen, cumulative } from '../choice.ts';
import type { Families } from '../family/families.ts';
import { FamilyQueue } from '../family/family-queue.ts';
import * as record from '../family/family-record.ts';
import type { Flow } from '../flow.ts';
import * as purposes from '../purposes.ts';
import * as ranks from '../ranks.ts';
import type { TermsInForce } from '../terms.ts';
import { canBeWorkedOutAhead, DecisionsAhead } from './decisions-ahead.ts';
import { Duty } from './duty.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, STATE, TIME } = record;
const { PURPOSE } = purposes;
const { RANK } = ranks;

/** A decision, kept in `families.fate`: one of these, or FIRST_PATHWAY plus the index of a pathway. */
const ADVICE = 0;
const FIRST_PATHWAY = 2;

export class FrontDoor {
  /** By version. */
  private readonly rulesOf: readonly Rules[];
  private rules: Rules;
  private readonly inForce: TermsInForce;
  private readonly kernel: Kernel;
  private readonly streams: Streams;
  private readonly families: Families;
  private readonly recorder: Recorder;
  private readonly flow: Flow;
  private readonly isRepeat: (family: number) => boolean;
  private readonly duty: Duty;
  /** `null` where decisions have to be made as they fall due. */
  private readonly ahead: DecisionsAhead | null;
  /** Of decisions made ahead that send a family on. */
  private readonly lane: Lane = NO_LANE;
  private readonly queue: FamilyQueue;
  /** Desks at which a decision is being made. */
  private busy = 0;
  /** Counts the rhythms of panels: one arranged in an earlier rhythm does not sit. */
  private rhythm = 0;

  constructor(
    inForce: TermsInForce,
    kernel: Kernel,
    streams: Streams,
    families: Families,
    recorder: Recorder,
    flow: Flow,
    isRepeat: (family: number) => boolean,
    looksAhead: boolean,
  ) {
    this.rulesOf = inForce.versions.map(rulesOf);
    this.rules = this.rulesOf[0]!;
    this.inForce = inForce;
    this.kernel = kernel;
    this.streams = streams;
    this.families = families;
    this.recorder = recorder;
    this.flow = flow;
    this.isRepeat = isRepeat;
    this.duty = new Duty(inForce, kernel, streams, families, recorder, flow);
    this.ahead =
      looksAhead && canBeWorkedOutAhead(inForce) ? new DecisionsAhead(families, this.rules.desks) : null;
    this.queue = new FamilyQueue(families);
    if (this.ahead !== null) this.lane = kernel.openLane(RANK.decision);
    else kernel.openHeap(RANK.decision);
  }

  /** Whether it is told of a week's referrals when the week opens, and of none besides. */
  get worksAhead(): boolean {
    return this.ahead !== null;
  }

  clear() {
    this.ahead?.clear();
    this.queue.clear();
    this.busy = 0;
    this.rhythm = 0;
    this.rules = this.rulesOf[0]!;
    this.duty.clear();
    this.arrangePanel();
  }

  /**
   * A dated change comes into force. Decisions and visits under way are finished on the terms they were begun on; whoever waits goes by the
   * new ones. A panel whose interval is as before keeps its days.
   */
  arrange() {
    const every = this.rules.panel?.every;
    this.rules = this.rulesOf[this.inForce.version]!;
    if (this.rules.panel?.every !== every) this.arrangePanel();
    this.seat();
    this.duty.arrange();
  }

  /** A family referred at its time of referral: now, or before the start. One whose information was complete before now is no longer in hand. */
  receive(family: number) {
    const { families, streams, kernel, rules } = this;
    families.integers[family + AT.state] = STATE.atFrontDoor;
    if (rules.gathersAtOnce) {
      this.gathered(family);
      return;
    }
    families.draw(streams, PURPOSE.gathering, family);
    const complete = families.times[(family >> 1) + TIME.referred]! + rules.gathering.sample(streams.first);
    if (complete < kernel.now) families.remove(family);
    else kernel.at(complete, RANK.gathered, family);
  }

  gathered(family: number) {
    if (this.busy < this.rules.desks) this.sitDown(family);
    else this.queue.add(family);
  }

  /**
   * The referrals of the week that ends at `weekEnd`, in order; and with them all decisions made in it. Whoever is sent on is when the decision
   * falls due, for which there is an event; of the rest it is known already.
   */
  workAhead(referrals: Int32Array, count: number, weekEnd: number) {
    const ahead = this.ahead!;
    for (let at = 0; at < count; at++) {
      const family = referrals[at]!;
      this.families.integers[family + AT.state] = STATE.atFrontDoor;
      ahead.begin(family, this.decide(family));
    }
    let done = count;
    ahead.take(weekEnd, (family, at) => {
      this.tell(family, at);
      if (this.families.integers[family + AT.fate]! >= FIRST_PATHWAY)
        this.kernel.append(this.lane, at, family);
      else {
        this.families.remove(family);
        done++;
      }
    });
    this.kernel.passed(done);
  }

  decided(family: number) {
    if (this.ahead === null) {
      this.busy--;
      this.seat();
      this.conclude(family);
    } else this.sendOn(family);
  }

  /** The triage panel sits: decides on those whose information is complete, as many as it can. */
  panel(rhythm: number) {
    const { panel } = this.rules;
    if (panel === null || rhythm !== this.rhythm) return;
    this.kernel.at(this.kernel.now + panel.every, RANK.triagePanel, rhythm);
    for (let made = 0; made < panel.most && this.queue.length > 0; made++) {
      const family = this.queue.first;
      this.queue.remove(family);
      this.families.draw(this.streams, PURPOSE.decision, family);
      this.chooseRoute(family);
      this.conclude(family);
    }
  }

  dutyVisited(family: number) {
    this.duty.visited(family);
  }

  /** The first panel sits one interval later. */
  private arrangePanel() {
    const { panel } = this.rules;
    this.rhythm++;
    if (panel !== null) this.kernel.at(this.kernel.now + panel.every, RANK.triagePanel, this.rhythm);
  }

  /** Free desks take who waits. */
  private seat() {
    while (this.queue.length > 0 && this.busy < this.rules.desks) {
      const next = this.queue.first;
      this.queue.remove(next);
      this.sitDown(next);
    }
  }

  private sitDown(family: number) {
    const { kernel } = this;
    this.busy++;
    kernel.at(kernel.now + this.decide(family), RANK.decision, family);
  }

  /** What the decision will be; returns how long it takes. */
  private decide(family: number): number {
    const { families, streams } = this;
    families.draw(streams, PURPOSE.decision, family);
    const time = this.rules.decision.sample(streams.first);
    this.chooseRoute(family);
    return time;
  }

  /** By the second uniform of the decision's draw. */
  private chooseRoute(family: number) {
    const { integers } = this.families;
    const route = chosen(this.rules.routes[integers[family + AT.need]!]!, this.streams.second);
    integers[family + AT.fate] = this.isRepeat(family) ? ADVICE : route;
  }

  private conclude(family: number) {
    this.tell(family, this.kernel.now);
    if (this.families.integers[family + AT.fate]! < FIRST_PATHWAY) this.families.remove(family);
    else this.sendOn(family);
  }

  /** A decision is made at a time, now or later in the week. */
  private tell(family: number, at: number) {
    const { families } = this;
    const decision = families.integers[family + AT.fate]!;
    families.integers[family + AT.pathway] = decision < FIRST_PATHWAY ? 0 : decision - FIRST_PATHWAY;
    const sinceReferral = at - families.times[(family >> 1) + TIME.referred]!;
    this.recorder.decided(at, families.who(family), sinceReferral, this.rules.decisionHours);
  }

  private sendOn(family: number) {
    const { families, recorder, rules } = this;
    if (rules.declines !== null && this.declines(family, rules.declines)) {
      recorder.declinedBefore(this.kernel.now, families.who(family));
      families.remove(family);
    } else if (rules.hasDuty) {
      this.duty.receive(family);
    } else {
      this.flow.joins(family);
    }
  }

  private declines(family: number, chances: Float64Array): boolean {
    const { families, streams } = this;
    families.draw(streams, PURPOSE.consent, family);
    return streams.first < chances[families.integers[family + AT.need]!]!;
  }
}

/** The terms of one version as the front door uses them. */
interface Rules {
  /** 0 while a panel decides. */
  readonly desks: number;
  readonly panel: PanelPlan | null;
  readonly gathering: Distribution;
  readonly gathersAtOnce: boolean;
  readonly decision: Distribution;
  readonly decisionHours: number;
  /** By need: running chances of advice, social care, then each pathway. */
  readonly routes: readonly Float64Array[];
  /** By need: chance of not consenting; `null` where everybody does. */
  readonly declines: Float64Array | null;
  readonly hasDuty: boolean;
}

function rulesOf({ frontDoor, needs }: Terms): Rules {
  const { timing, desks, duty, decisionHours } = frontDoor;
  const gathering = distribution(frontDoor.gathering);
  const declines = Float64Array.from(needs, (need) => need.declinesBefore);
  return {
    desks: timing.kind === 'panel' ? 0 : desks,
    panel: timing.kind === 'panel' ? timing : null,
    gathering,
    gathersAtOnce: gathering.mean === 0,
    decision: distribution(frontDoor.decision),
    decisionHours,
    routes: needs.map(({ routes }) => cumulative([routes.advice, routes.socialCare, ...routes.pathways])),
    declines: declines.some((chance) => chance > 0) ? declines : null,
    hasDuty: duty !== null,
  };
}
