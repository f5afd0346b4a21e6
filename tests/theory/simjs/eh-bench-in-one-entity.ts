/**
 * EH-bench (docs/model.md, section 10) on simjs once more, written for speed against the grain of the library: one entity for the whole service.
 *
 * simjs supplies the clock, the calendar of events, timers and their cancelling, the desks (a Facility) and the random numbers.
 * It cannot say priority together with reneging: Facility is FCFS, LCFS or processor sharing, Buffer and Store are strictly
 * FIFO. So the waiting list and the count of slots stand beside it, in `Service`. Statistics too: simjs starts its time averages
 * at the first event and cannot drop a warm-up (docs/decisions/0003).
 *
 * simjs keeps every entity for ever; a family that is a plain object costs it neither that memory nor the time. `eh-bench-on-simjs.ts` is the
 * program that simjs's guide would have one write.
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
import { type Random, type Request, simjs } from './simjs.ts';
import { percentile90, TimeAverage, WaitingList } from './window-statistics.ts';

interface Family {
  readonly priority: number;
  joined: number;
  sessionsLeft: number;
  /** Running while the family waits. */
  patience: Request | null;
}

class Service extends simjs.Entity {
  #random!: Random;
  readonly #desks = new simjs.Facility('desks', simjs.Facility.FCFS, DESKS);
  readonly #list = new WaitingList<Family>(2);
  #slots = 0;
  #free = 0;
  readonly waiting = new TimeAverage(WINDOW_START, HORIZON);
  readonly slotsUsed = new TimeAverage(WINDOW_START, HORIZON);
  readonly waits: number[] = [];
  left = 0;
  returned = 0;
  events = 0;

  /** Called by simjs, with what `addEntity` was given. */
  start(slots: number, seed: number): void {
    this.#random = new simjs.Random(seed);
    this.#slots = slots;
    this.#free = slots;
    this.setTimer(this.#exponential(1 / REFERRALS_PER_DAY)).done(this.referred);
  }

  /** By hand: simjs's own takes log(0) with chance 2^-32, and an endless interval would silently end the referrals. */
  #exponential(mean: number): number {
    return -mean * Math.log(1 - this.#random.random());
  }

  referred(): void {
    this.events++;
    this.setTimer(this.#exponential(1 / REFERRALS_PER_DAY)).done(this.referred);
    this.useFacility(this.#desks, this.#exponential(DECISION_MEAN)).done(this.decided);
  }

  decided(): void {
    this.events++;
    if (this.#random.random() < SIGNPOSTED) return;
    this.#join({
      priority: this.#random.random() < URGENT ? 0 : 1,
      joined: 0,
      sessionsLeft: 0,
      patience: null,
    });
  }

  #join(family: Family): void {
    family.joined = this.time();
    if (this.#free > 0) {
      this.#free--;
      this.slotsUsed.becomes(this.#slots - this.#free, this.time());
      this.#allocate(family);
      return;
    }
    this.#list.add(family, family.priority);
    this.waiting.becomes(this.#list.length, this.time());
    family.patience = this.setTimer(this.#exponential(PATIENCE_MEAN)).done(this.gaveUp, this, family);
  }

  gaveUp(family: Family): void {
    this.events++;
    family.patience = null;
    this.#list.leave();
    this.waiting.becomes(this.#list.length, this.time());
    if (this.time() >= WINDOW_START) this.left++;
  }

  #allocate(family: Family): void {
    if (this.time() >= WINDOW_START) this.waits.push(this.time() - family.joined);
    family.sessionsLeft = 1 + poissonQuantile15(this.#random.random());
    this.setTimer(SESSION_INTERVAL).done(this.sessionHeld, this, family);
  }

  sessionHeld(family: Family): void {
    this.events++;
    family.sessionsLeft--;
    if (family.sessionsLeft > 0) {
      this.setTimer(SESSION_INTERVAL).done(this.sessionHeld, this, family);
      return;
    }
    if (this.#random.random() < COMES_BACK) {
      this.setTimer(this.#exponential(RETURN_MEAN)).done(this.cameBack);
    }
    this.#giveSlotToNext();
  }

  cameBack(): void {
    this.events++;
    if (this.time() >= WINDOW_START) this.returned++;
    this.#join({ priority: 0, joined: 0, sessionsLeft: 0, patience: null });
  }

  #giveSlotToNext(): void {
    if (this.#list.length === 0) {
      this.#free++;
      this.slotsUsed.becomes(this.#slots - this.#free, this.time());
      return;
    }
    const next = this.#list.takeFirst((family) => family.patience !== null);
    this.waiting.becomes(this.#list.length, this.time());
    next.patience?.cancel();
    next.patience = null;
    this.#allocate(next);
  }
}

/** One replication on simjs. `seed` is cut to 32 bits: mix it with `simjsSeed`. Events are those of the model. */
export function replicateEhBenchInOneEntity(
  slots: number,
  seed: number,
): EhBenchOutcome & { events: number } {
  const sim = new simjs.Sim();
  const service = sim.addEntity(Service, 'service', slots, seed);
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
