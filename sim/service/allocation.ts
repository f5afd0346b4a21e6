/**
 * Step 4: allocation. The family first in order is offered to the worker of a team serving its pathway with most room.
 * A family that nobody has room for holds back those behind it on its own list, and on no other.
 */
import type { Kernel } from '../kernel/kernel.ts';
import type { Plan } from '../plan.ts';
import type { Families } from './families.ts';
import * as record from './family-record.ts';
import type { Flow } from './flow.ts';
import * as ranks from './ranks.ts';
import type { WaitingList } from './waiting-list.ts';
import type { Workers } from './workers.ts';

// Constants of its own are compiled into a module; imported ones are looked up each time (docs/decisions/0004).
const { AT, NOBODY } = record;
const { RANK } = ranks;

export class Allocation {
  private readonly plan: Plan;
  private readonly kernel: Kernel;
  private readonly families: Families;
  private readonly workers: Workers;
  private readonly list: WaitingList;
  private readonly flow: Flow;
  private readonly atOnce: boolean;
  private readonly caseWeight: Float64Array;
  /** By pathway: 1 when nobody has room for the first family of its list. */
  private readonly heldBack: Uint8Array;

  constructor(
    plan: Plan,
    kernel: Kernel,
    families: Families,
    workers: Workers,
    list: WaitingList,
    flow: Flow,
  ) {
    this.plan = plan;
    this.kernel = kernel;
    this.families = families;
    this.workers = workers;
    this.list = list;
    this.flow = flow;
    this.atOnce = plan.allocation.timing.kind === 'at once';
    this.caseWeight = Float64Array.from(plan.pathways, (pathway) => pathway.caseWeight);
    this.heldBack = new Uint8Array(plan.pathways.length);
  }

  /** The first panel sits one interval after the start. */
  start() {
    const { timing } = this.plan.allocation;
    if (timing.kind === 'panel') this.kernel.at(timing.every, RANK.panel, 0);
  }

  /** Room or a family has appeared. Under a panel it waits for the panel. */
  offerPlaces() {
    if (this.atOnce && this.workers.withRoom > 0 && this.list.length > 0)
      this.allocate(Number.POSITIVE_INFINITY);
  }

  panel() {
    const { timing } = this.plan.allocation;
    if (timing.kind !== 'panel') return;
    this.allocate(timing.most);
    this.kernel.at(this.kernel.now + timing.every, RANK.panel, 0);
  }

  private allocate(most: number) {
    const { workers, list, heldBack, families } = this;
    // Written out: `fill` leaves compiled code, 80 ns each time.
    for (let pathway = 0; pathway < heldBack.length; pathway++) heldBack[pathway] = 0;
    for (let given = 0; given < most && workers.withRoom > 0; ) {
      const family = this.first();
      if (family === NOBODY) return;
      const pathway = families.integers[family + AT.pathway]!;
      const weight = this.caseWeight[pathway]!;
      const worker = workers.withMostRoom(pathway, weight);
      if (worker === NOBODY) {
        heldBack[pathway] = 1;
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

  /** Who comes first of all on lists not held back, or NOBODY. */
  private first(): number {
    const { list, heldBack } = this;
    let first = NOBODY;
    for (let pathway = 0; pathway < heldBack.length; pathway++) {
      if (heldBack[pathway] === 1) continue;
      const family = list.next(pathway);
      if (family !== NOBODY && (first === NOBODY || list.isBefore(family, first))) first = family;
    }
    return first;
  }
}
