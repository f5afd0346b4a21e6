/**
 * Why simjs 2.0.3 is the second opinion and not the engine: each test is a case small enough to work by hand, states what
 * the right answer is, and shows what simjs gives. docs/decisions/0003-simjs-is-the-second-opinion.md rests on them.
 */
import { expect, test } from 'vitest';
import { simjs } from './simjs.ts';

/** An entity that notes what happened and when, as "what@time". */
abstract class Witness extends simjs.Entity {
  readonly seen: string[] = [];
  note(what: string): void {
    this.seen.push(`${what}@${this.time()}`);
  }
}

test('the package exports nothing to Node', async () => {
  expect(Object.keys((await import('simjs')).default)).toEqual([]);
});

test('a second call of simulate loses the first event after the first call', () => {
  class Timers extends Witness {
    start(): void {
      for (const time of [5, 15, 25]) this.setTimer(time).done(() => this.note('timer'));
    }
  }
  const sim = new simjs.Sim();
  const timers = sim.addEntity(Timers, 'timers');
  sim.simulate(10);
  sim.simulate(30);
  // Right: timer@5, timer@15, timer@25.
  expect(timers.seen).toEqual(['timer@5', 'timer@25']);
});

test('those who gave up waiting for a Facility stay in its queue and its statistics', () => {
  const desk = new simjs.Facility('desk', simjs.Facility.FCFS, 1);
  class TwoCallers extends Witness {
    start(): void {
      this.useFacility(desk, 10).done(() => this.note('first served'));
      this.useFacility(desk, 10)
        .done(() => this.note('second served'))
        .waitUntil(1, () => this.note('second gave up'));
    }
  }
  const sim = new simjs.Sim();
  const callers = sim.addEntity(TwoCallers, 'callers');
  sim.simulate(10);
  desk.finalize(10);
  expect(callers.seen).toEqual(['second gave up@1', 'first served@10']);
  // Right: one in the queue during [0, 1] of [0, 10], so 0.1.
  expect(desk.queueStats().sizeSeries.average()).toBe(1);
});

test('a token granted at the instant its taker gives up is lost', () => {
  const places = new simjs.Buffer('places', 1, 0);
  class PlaceAtFive extends Witness {
    start(): void {
      this.setTimer(5).done(() => this.putBuffer(places, 1));
      this.getBuffer(places, 1)
        .done(() => this.note('first has it'))
        .waitUntil(5, () => this.note('first gave up'));
      this.getBuffer(places, 1).done(() => this.note('second has it'));
    }
  }
  const sim = new simjs.Sim();
  const takers = sim.addEntity(PlaceAtFive, 'takers');
  sim.simulate(100);
  // Right: either of the two has the place. Here neither has, and it is not in the buffer either.
  expect(takers.seen).toEqual(['first gave up@5']);
  expect(places.current()).toBe(0);
});

test('resetting statistics after a warm-up empties the population with people inside', () => {
  const population = new simjs.Population();
  population.enter(0);
  population.enter(0);
  population.reset();
  population.leave(0, 5);
  population.leave(0, 6);
  // Right: 0.
  expect(population.current()).toBe(-2);
});

test('pre-emption moves an event inside the calendar: time runs backwards and a completion is told twice', () => {
  const desk = new simjs.Facility('desk', simjs.Facility.LCFS, 1);
  class Preempted extends Witness {
    start(): void {
      this.useFacility(desk, 10).done(() => this.note('A'));
      this.setTimer(1).done(() => this.useFacility(desk, 2).done(() => this.note('B')));
      this.setTimer(10.5).done(() => this.note('timer'));
    }
  }
  const sim = new simjs.Sim();
  const preempted = sim.addEntity(Preempted, 'preempted');
  sim.simulate(100);
  // Right: A works 1, B works 2, A works its other 9: B@3, timer@10.5, A@12.
  expect(preempted.seen).toEqual(['B@3', 'A@12', 'timer@10.5', 'A@12']);
});

test('time averages start at the first event instead of at 0', () => {
  const population = new simjs.Population();
  for (let person = 0; person < 4; person++) population.enter(90);
  population.finalize(100);
  // Right: four people during 10 of 100, so 0.4.
  expect(population.sizeSeries.average()).toBe(4);
});

test('every entity is kept for the whole run', () => {
  class Visitor extends Witness {
    start(): void {
      this.note('came and went');
    }
  }
  const sim = new simjs.Sim();
  for (let visitor = 0; visitor < 1000; visitor++) sim.addEntity(Visitor, 'visitor');
  sim.simulate(1);
  // Right: none is needed any more.
  expect(sim.entities).toHaveLength(1000);
});
