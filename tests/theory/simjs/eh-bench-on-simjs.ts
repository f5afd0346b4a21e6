/**
 * EH-bench (docs/model.md, section 10) on simjs: the second opinion, written as its guide writes models, with an entity for each family.
 *
 * simjs supplies the clock, the calendar of events, timers, the desks (a Facility), giving up (waiting for an Event until patience ends)
 * and the random numbers. It cannot say priority together with reneging: Facility is FCFS, LCFS or processor sharing, Buffer and Store
 * are strictly FIFO. So the waiting list and the count of slots stand beside it. Statistics too: simjs starts its time averages at the
 * first event and cannot drop a warm-up (docs/decisions/0003).
 */
import type { EhBenchOutcome } from '../eh-bench-truth.ts';
import {
  COMES_BACK,
  DECISION_MEAN,
  DESKS,
  HORIZON,
  PATIENCE_MEAN,
  REFERRALS_PER_DAY,
  RETURN_MEAN,
  SESSION_INTERVAL,
  SIGNPOSTED,
  URGENT,
  WINDOW_START,
} from './eh-bench-numbers.ts';
import { poissonQuantile15 } from './poisson-15.ts';
import { type Event, type Facility, type Random, simjs } from './simjs.ts';
import { percentile90, TimeAverage, WaitingList } from './window-statistics.ts';

/** What all families share. */
class Service {
  readonly random: Random;
  readonly desks: Facility = new simjs.Facility('desks', simjs.Facility.FCFS, DESKS);
  readonly list = new WaitingList<Family>(2);
  readonly slots: number;
  readonly waiting = new TimeAverage(WINDOW_START, HORIZON);
  readonly slotsUsed = new TimeAverage(WINDOW_START, HORIZON);
  readonly waits: number[] = [];
  free: number;
  left = 0;
  returned = 0;
  events = 0;

  constructor(slots: number, seed: number) {
    this.random = new simjs.Random(seed);
    this.slots = slots;
    this.free = slots;
  }

  /** By hand: simjs's own takes log(0) with chance 2^-32, and an endless interval would silently end the referrals. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.random.random());
  }

  changeFree(by: number, now: number): void {
    this.free += by;
    this.slotsUsed.becomes(this.slots - this.free, now);
  }
}

class Family extends simjs.Entity {
  #service!: Service;
  #priority = 0;
  #joined = 0;
  #sessionsLeft = 0;
  /** Fired when a slot is offered. Null while the family does not wait. */
  #offer: Event | null = null;

  /** Called by simjs, with what `addEntity` was given: the family is referred. */
  start(service: Service): void {
    this.#service = service;
    service.events++;
    this.useFacility(service.desks, service.exponential(DECISION_MEAN)).done(this.decided);
  }

  get waits(): boolean {
    return this.#offer !== null;
  }

  decided(): void {
    this.#service.events++;
    const { random } = this.#service;
    if (random.random() < SIGNPOSTED) return;
    this.#priority = random.random() < URGENT ? 0 : 1;
    this.#join();
  }

  #join(): void {
    const service = this.#service;
    this.#joined = this.time();
    if (service.free > 0) {
      service.changeFree(-1, this.time());
      this.#begin();
      return;
    }
    service.list.add(this, this.#priority);
    service.waiting.becomes(service.list.length, this.time());
    this.#offer = new simjs.Event('offer');
    this.waitEvent(this.#offer)
      .done(this.allocated)
      .waitUntil(service.exponential(PATIENCE_MEAN), this.gaveUp);
  }

  /** The first on the list is offered a slot that has come free; the list has taken it off. */
  takeSlot(): void {
    const offer = this.#offer!;
    this.#offer = null;
    offer.fire();
  }

  allocated(): void {
    this.#begin();
  }

  gaveUp(): void {
    const service = this.#service;
    service.events++;
    this.#offer = null;
    service.list.leave();
    service.waiting.becomes(service.list.length, this.time());
    if (this.time() >= WINDOW_START) service.left++;
  }

  #begin(): void {
    const service = this.#service;
    if (this.time() >= WINDOW_START) service.waits.push(this.time() - this.#joined);
    this.#sessionsLeft = 1 + poissonQuantile15(service.random.random());
    this.setTimer(SESSION_INTERVAL).done(this.sessionHeld);
  }

  sessionHeld(): void {
    const service = this.#service;
    service.events++;
    this.#sessionsLeft--;
    if (this.#sessionsLeft > 0) {
      this.setTimer(SESSION_INTERVAL).done(this.sessionHeld);
      return;
    }
    if (service.random.random() < COMES_BACK)
      this.setTimer(service.exponential(RETURN_MEAN)).done(this.cameBack);
    if (service.list.length === 0) {
      service.changeFree(1, this.time());
      return;
    }
    const next = service.list.takeFirst((family) => family.waits);
    service.waiting.becomes(service.list.length, this.time());
    next.takeSlot();
  }

  cameBack(): void {
    this.#service.events++;
    if (this.time() >= WINDOW_START) this.#service.returned++;
    this.#priority = 0;
    this.#join();
  }
}

class Source extends simjs.Entity {
  #service!: Service;

  start(service: Service): void {
    this.#service = service;
    this.#waitForNext();
  }

  refers(): void {
    this.sim.addEntity(Family, 'family', this.#service);
    this.#waitForNext();
  }

  #waitForNext(): void {
    this.setTimer(this.#service.exponential(1 / REFERRALS_PER_DAY)).done(this.refers);
  }
}

/** One replication on simjs. `seed` is cut to 32 bits: mix it with `simjsSeed`. Events are those of the model. */
export function replicateEhBenchOnSimjs(slots: number, seed: number): EhBenchOutcome & { events: number } {
  const sim = new simjs.Sim();
  const service = new Service(slots, seed);
  sim.addEntity(Source, 'source', service);
  sim.simulate(HORIZON);
  const { waits } = service;
  return {
    waiting_mean: service.waiting.average(),
    wait_mean: waits.reduce((sum, wait) => sum + wait, 0) / waits.length,
    wait_p90: percentile90(waits),
    allocated: waits.length,
    left_list: service.left,
    rereferred: service.returned,
    slots_used_mean: service.slotsUsed.average(),
    events: service.events,
  };
}
