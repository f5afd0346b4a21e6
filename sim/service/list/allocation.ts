/**
 * Step 4: allocation. The family first in order is offered to the worker of a team serving its pathway with most room.
 * A family that nobody has room for holds back those behind it on its own list, and on no other. Lists are kept by pathway and locality; where
 * there is one list for everybody, those of a pathway count as one and workers of every locality are offered its families. Where each locality has its
 * own, a family that has waited long enough is offered to every locality, and only others that have can hold it back.
 * Where caps count children, a family larger than every cap is offered to a worker who holds nobody: it would wait for ever otherwise.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import type { Plan } from '../../plan.ts';
import type { Families } from '../family/families.ts';
import * as record from '../family/family-record.ts';
import type { Flow } from '../flow.ts';
import * as ranks from '../ranks.ts';
import type { Workers } from '../staff/workers.ts';
import type { TermsInForce } from '../terms.ts';
import type { WaitingList } from './waiting-list.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, NOBODY, TIME } = record;
const { RANK } = ranks;

/** Who on a list can be offered a place. */
const ALL = 0;
/** Those who have waited long enough for other localities. */
const OVERDUE = 1;
/** Those whose worker has left: everybody else waits for a course or a partner. */
const IN_WORK = 2;
const NONE = 3;

export class Allocation {
  private readonly inForce: TermsInForce;
  private readonly kernel: Kernel;
  private readonly families: Families;
  private readonly workers: Workers;
  private readonly list: WaitingList;
  private readonly flow: Flow;
  private readonly localities: number;
  private atOnce = true;
  private pooled = true;
  /** Interval of the panel, 0 without one. */
  private every = 0;
  /** Whether a family that has waited for `overflowAfter` on its own locality's list is offered to every locality. */
  private overflows = false;
  private overflowAfter = Number.POSITIVE_INFINITY;
  /** Counts the rhythms of panels: one arranged in an earlier rhythm does not sit. */
  private rhythm = 0;
  private readonly countsChildren: boolean;
  /** By terms index. */
  private readonly caseWeight: Float64Array;
  /** Whether families of one pathway can take more or less room than each other. */
  private readonly weightsDiffer: boolean;
  /** By list: who can be offered a place, as long as places are being offered. */
  private readonly open: Uint8Array;
  /** The same when places begin to be offered. */
  private readonly openAtFirst: Uint8Array;

  constructor(
    plan: Plan,
    inForce: TermsInForce,
    kernel: Kernel,
    families: Families,
    workers: Workers,
    list: WaitingList,
    flow: Flow,
  ) {
    this.inForce = inForce;
    this.kernel = kernel;
    this.families = families;
    this.workers = workers;
    this.list = list;
    this.flow = flow;
    this.countsChildren = plan.capsCount === 'children';
    this.caseWeight = Float64Array.from(inForce.pathways, (pathway) => pathway.caseWeight);
    this.weightsDiffer = this.countsChildren || plan.changes.length > 0;
    this.localities = plan.localities.length;
    this.open = new Uint8Array(plan.pathways.length * this.localities);
    this.openAtFirst = new Uint8Array(this.open.length);
  }

  /** At the start, and when a dated change comes into force. The first panel sits one interval later; one whose interval is as before keeps its days. */
  arrange() {
    const { allocation, pathways } = this.inForce.now;
    const { timing, pooling } = allocation;
    const every = timing.kind === 'panel' ? timing.every : 0;
    this.atOnce = timing.kind === 'at once';
    this.pooled = pooling.kind === 'one list';
    this.overflowAfter = pooling.kind === 'by locality' ? pooling.overflowAfter : Number.POSITIVE_INFINITY;
    this.overflows = this.overflowAfter !== Number.POSITIVE_INFINITY;
    for (let list = 0; list < this.openAtFirst.length; list++) {
      const { offer } = pathways[Math.floor(list / this.localities)]!;
      this.openAtFirst[list] = offer.kind === 'one to one' ? ALL : IN_WORK;
    }
    if (every === this.every) return;
    this.every = every;
    this.rhythm++;
    if (every > 0) this.kernel.at(this.kernel.now + every, RANK.panel, this.rhythm);
  }

  clear() {
    this.rhythm = 0;
    this.every = 0;
    this.overflows = false;
  }

  /** Room on a caseload that the family would take: on the terms of now, or those of its case where that goes over to another worker. */
  weightOf(family: number): number {
    const { integers } = this.families;
    const weight =
      this.caseWeight[
        integers[family + AT.hasHadWorker] === 1
          ? integers[family + AT.terms]!
          : this.inForce.of(integers[family + AT.pathway]!)
      ]!;
    return this.countsChildren ? weight * integers[family + AT.children]! : weight;
  }

  /** Room or a family has appeared. Under a panel it waits for the panel. */
  offerPlaces() {
    if (this.atOnce && this.workers.withRoom > 0 && this.list.length > 0)
      this.allocate(Number.POSITIVE_INFINITY);
  }

  /** A family has left the list without a place: it may have held back lighter ones. */
  somebodyLeft() {
    if (this.weightsDiffer) this.offerPlaces();
  }

  /** A week begins: families may have waited long enough for other localities. */
  openWeek() {
    if (this.overflows) this.offerPlaces();
  }

  panel(rhythm: number) {
    const { timing } = this.inForce.now.allocation;
    if (timing.kind !== 'panel' || rhythm !== this.rhythm) return;
    this.allocate(timing.most);
    this.kernel.at(this.kernel.now + timing.every, RANK.panel, rhythm);
  }

  private allocate(most: number) {
    const { workers, list, open, openAtFirst, families } = this;
    // Written out: `set` leaves compiled code, 80 ns each time.
    for (let at = 0; at < open.length; at++) open[at] = openAtFirst[at]!;
    for (let given = 0; given < most && workers.withRoom > 0; ) {
      const family = this.first();
      if (family === NOBODY) return;
      const weight = this.weightOf(family);
      let worker = this.overflows
        ? this.workerFor(family, weight)
        : workers.withMostRoom(list.listOf(family), weight);
      if (worker === NOBODY && this.countsChildren) worker = this.workerForLarge(family, weight);
      if (worker === NOBODY) {
        this.holdBack(family);
        continue;
      }
      if (list.declines(family)) continue;
      list.take(family);
      families.integers[family + AT.worker] = worker;
      families.integers[family + AT.team] = workers.team[worker]!;
      workers.take(worker, weight);
      this.flow.begins(family);
      given++;
    }
  }

  /** Of the family's own locality first; elsewhere once it has waited long enough, and only there where somebody before it is held back. */
  private workerFor(family: number, weight: number): number {
    const { workers, list, open } = this;
    const of = list.listOf(family);
    const worker = open[of] === OVERDUE ? NOBODY : workers.withMostRoom(of, weight);
    if (worker !== NOBODY) return worker;
    return this.isOverdue(family) ? workers.withMostRoomElsewhere(of, weight) : NOBODY;
  }

  private workerForLarge(family: number, weight: number): number {
    const elsewhere = this.overflows && this.isOverdue(family);
    return this.workers.withoutCases(this.list.listOf(family), weight, this.overflows, elsewhere);
  }

  private isOverdue(family: number): boolean {
    return this.families.times[(family >> 1) + TIME.joined]! <= this.kernel.now - this.overflowAfter;
  }

  /** Nobody has room for this family, nor then for whoever comes after it on its list. */
  private holdBack(family: number) {
    const { open, localities } = this;
    const list = this.list.listOf(family);
    if (this.pooled) {
      const first = list - (list % localities);
      for (let locality = 0; locality < localities; locality++) open[first + locality] = NONE;
    } else {
      const lets = this.overflows && !this.isOverdue(family);
      open[list] = lets && open[list] === ALL ? OVERDUE : NONE;
    }
  }

  /** Who comes first of all that can be offered a place, or NOBODY. */
  private first(): number {
    const { list, open } = this;
    if (open.length === 1 && open[0] === ALL) return list.next(0);
    let first = NOBODY;
    for (let at = 0; at < open.length; at++) {
      const family = open[at] === ALL ? list.next(at) : this.firstOfSome(at);
      if (family !== NOBODY && (first === NOBODY || list.isBefore(family, first))) first = family;
    }
    return first;
  }

  private firstOfSome(list: number): number {
    switch (this.open[list]) {
      case OVERDUE:
        return this.list.nextOverdue(list, this.kernel.now - this.overflowAfter);
      case IN_WORK:
        return this.list.nextInWork(list);
      default:
        return NOBODY;
    }
  }
}
