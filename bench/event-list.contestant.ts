/**
 * A hold model (each event taken schedules the next of its kind) with the events of EH-bench: 480 sessions at a fixed interval of
 * 5 days, referrals 12 a day, decisions, 100 families whose patience runs, 85 on their way back. For every sixteenth session a case
 * closes and the next family's patience is cancelled. Hold models: D. W. Jones, "An empirical comparison of priority-queue and
 * event-set implementations", Communications of the ACM 29 (1986), 300-311.
 */
import type { EventList, Handle } from '../sim/kernel/event-list.ts';
import { HeapEventList } from '../sim/kernel/heap-event-list.ts';
import { LaneEventList } from '../sim/kernel/lane-event-list.ts';
import { Streams } from '../sim/random/stream.ts';
import { CalendarEventList } from './calendar-event-list.ts';
import { compete } from './contestant.ts';

const SESSION = 0;
const DECISION = 1;
const REFERRAL = 2;
const RETURN = 3;
const PATIENCE = 4;
const MEANS = { [DECISION]: 0.2, [REFERRAL]: 1 / 12, [RETURN]: 90, [PATIENCE]: 120 };
const COUNTS = { [SESSION]: 480, [DECISION]: 3, [REFERRAL]: 1, [RETURN]: 85, [PATIENCE]: 100 };
const INTERVAL = 5;
const SESSIONS_A_CLOSURE = 16;
const HORIZON = 1300;

/** Drawn beforehand, so that the race is between event lists and not between logarithms. */
const EXPONENTIALS = (() => {
  const streams = new Streams(1);
  return Float64Array.from({ length: 4096 }, (_, index) => {
    streams.draw(0, 0, 0, 0, index);
    return -Math.log(streams.first);
  });
})();

const lists = {
  lanes: () => new LaneEventList(),
  heap: () => new HeapEventList(),
  calendar: () => new CalendarEventList(),
};

/** Runs the hold model from 0 to the horizon; returns events handled. */
function hold(list: EventList, lane: number): number {
  let draws = 0;
  const patience = new Array<Handle>(COUNTS[PATIENCE]);
  const after = (mean: number) => mean * EXPONENTIALS[draws++ & 4095]!;
  list.clear();
  for (let entity = 0; entity < COUNTS[SESSION]; entity++) {
    list.append(lane, (INTERVAL * entity) / COUNTS[SESSION], entity);
  }
  for (const kind of [DECISION, REFERRAL, RETURN] as const) {
    for (let entity = 0; entity < COUNTS[kind]; entity++) list.schedule(after(MEANS[kind]), kind, entity);
  }
  for (let entity = 0; entity < COUNTS[PATIENCE]; entity++) {
    patience[entity] = list.schedule(after(MEANS[PATIENCE]), PATIENCE, entity);
  }

  let handled = 0;
  let sessions = 0;
  let nextServed = 0;
  while (list.next(HORIZON)) {
    do {
      handled++;
      const { time, rank, entity } = list;
      if (rank === SESSION) {
        list.append(lane, time + INTERVAL, entity);
        if (++sessions % SESSIONS_A_CLOSURE === 0) {
          list.cancel(patience[nextServed]!);
          patience[nextServed] = list.schedule(time + after(MEANS[PATIENCE]), PATIENCE, nextServed);
          nextServed = (nextServed + 1) % COUNTS[PATIENCE];
        }
      } else {
        const handle = list.schedule(time + after(MEANS[rank as keyof typeof MEANS]), rank, entity);
        if (rank === PATIENCE) patience[entity] = handle;
      }
    } while (list.nextOfLane());
  }
  return handled;
}

const name = process.argv[2];
if (name !== 'lanes' && name !== 'heap' && name !== 'calendar')
  throw new Error(`no event list is called ${name}`);
const list = lists[name]();
const lane = list.openLane(SESSION);
list.openHeap(DECISION);
compete(() => hold(list, lane));
