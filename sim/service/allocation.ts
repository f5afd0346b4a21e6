/**
 * Step 4: allocation. The family first in order is offered to the worker of a team serving its pathway with most room.
 * A family that nobody has room for holds back those behind it on its own list, and on no other. Lists are kept by pathway and locality; where
 * there is one list for everybody, workers of every locality are offered the families of each.
 */
import type { Kernel } from '../kernel/kernel.ts';
import type { Plan } from '../plan.ts';
import type { Families } from './families.ts';
import * as record from './family-record.ts';
import type { Flow } from './flow.ts';
import * as ranks from './ranks.ts';
import type { TermsInForce } from './terms.ts';
import type { WaitingList } from './waiting-list.ts';
import type { Workers } from './workers.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, NOBODY, TIME } = record;
const { RANK } = ranks;

export class Allocation {
  private readonly inForce: TermsInForce;
  private readonly kernel: Kernel;
  private readonly families: Families;
  private readonly workers: Workers;
  private readonly list: WaitingList;
  private readonly flow: Flow;
  private atOnce = true;
  /** Of the list that is a family's own locality's only; `Infinity` also where there is one list for everybody. */
  private overflowAfter = Number.POSITIVE_INFINITY;
  /** Counts changes of terms: a panel arranged on earlier ones does not sit. */
  private arrangement = 0;
  private readonly countsChildren: boolean;
  /** By list: 1 when nobody has room for its first family. */
  private readonly heldBack: Uint8Array;

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
    this.heldBack = new Uint8Array(plan.pathways.length * plan.localities.length);
  }

  /** At the start, and when a dated change comes into force. The first panel sits one interval later. */
  arrange() {
    const { timing, pooling } = this.inForce.now.allocation;
    this.arrangement++;
    this.atOnce = timing.kind === 'at once';
    this.overflowAfter =
      pooling.kind === 'by locality' ? pooling.overflowAfter : Number.POSITIVE_INFINITY;
    if (timing.kind === 'panel')
      this.kernel.at(this.kernel.now + timing.every, RANK.panel, this.arrangement);
  }

  clear() {
    this.arrangement = 0;
  }

  /** Room on a caseload that the family would take, on the terms of now. */
  weightOf(family: number): number {
    const { integers } = this.families;
    const { caseWeight } = this.inForce.now.pathways[integers[family + AT.pathway]!]!;
    return this.countsChildren ? caseWeight * integers[family + AT.children]! : caseWeight;
  }

  /** Room or a family has appeared. Under a panel it waits for the panel. */
  offerPlaces() {
    if (this.atOnce && this.workers.withRoom > 0 && this.list.length > 0)
      this.allocate(Number.POSITIVE_INFINITY);
  }

  panel(arrangement: number) {
    const { timing } = this.inForce.now.allocation;
    if (timing.kind !== 'panel' || arrangement !== this.arrangement) return;
    this.allocate(timing.most);
    this.kernel.at(this.kernel.now + timing.every, RANK.panel, arrangement);
  }

  private allocate(most: number) {
    const { workers, list, heldBack, families } = this;
    // Written out: `fill` leaves compiled code, 80 ns each time.
    for (let at = 0; at < heldBack.length; at++) heldBack[at] = 0;
    for (let given = 0; given < most && workers.withRoom > 0; ) {
      const family = this.first();
      if (family === NOBODY) return;
      const weight = this.weightOf(family);
      const worker = this.workerFor(family, weight);
      if (worker === NOBODY) {
        heldBack[list.listOf(family)] = 1;
        continue;
      }
      list.take(family);
      families.integers[family + AT.worker] = worker;
      families.integers[family + AT.team] = workers.team[worker]!;
      workers.take(worker, weight);
      this.flow.begins(family);
      given++;
    }
  }

  /** Of the family's own locality first; of any once it has waited long enough. */
  private workerFor(family: number, weight: number): number {
    const { workers, families } = this;
    const worker = workers.withMostRoom(this.list.listOf(family), weight);
    if (worker !== NOBODY || this.overflowAfter === Number.POSITIVE_INFINITY) return worker;
    const waited = this.kernel.now - families.times[(family >> 1) + TIME.joined]!;
    if (waited < this.overflowAfter) return NOBODY;
    return workers.withMostRoomAnywhere(families.integers[family + AT.pathway]!, weight);
  }

  /** Who comes first of all on lists not held back, or NOBODY. */
  private first(): number {
    const { list, heldBack } = this;
    let first = NOBODY;
    for (let at = 0; at < heldBack.length; at++) {
      if (heldBack[at] === 1) continue;
      const family = list.next(at);
      if (family !== NOBODY && (first === NOBODY || list.isBefore(family, first))) first = family;
    }
    return first;
  }
}
