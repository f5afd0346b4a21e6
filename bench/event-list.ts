/** Event lists on the product's mix of events (the workload is told in event-list.contestant.ts): docs/decisions/0004. */
import { eventsPerSecond, race } from './race.ts';
import { type Finding, inWords, spread } from './report.ts';

const ROUNDS = 7;
const SECONDS_PER_TURN = 1;

export async function eventList(): Promise<Finding> {
  const turns = await race(
    new URL('./event-list.contestant.ts', import.meta.url),
    ['lanes', 'heap', 'calendar'],
    ROUNDS,
    SECONDS_PER_TURN,
  );
  const perUnit = Object.values(turns).flatMap((of) => of.map(({ events, units }) => events / units));
  if (new Set(perUnit).size > 1)
    throw new Error(`event lists disagree on the number of events: ${perUnit.join(', ')}`);
  const speed = (name: keyof typeof turns) =>
    inWords(spread(turns[name].map((turn) => eventsPerSecond(turn) / 1e6)));
  const against = (name: keyof typeof turns) =>
    inWords(
      spread(turns.lanes.map((turn, round) => eventsPerSecond(turn) / eventsPerSecond(turns[name][round]!))),
    );
  return {
    title: 'Event lists, hold model of EH-bench, million events a second',
    lines: [
      `lanes and a heap (the product's) ${speed('lanes')}`,
      `one binary heap                  ${speed('heap')}; lanes are ${against('heap')} times as fast`,
      `calendar queue                   ${speed('calendar')}; lanes are ${against('calendar')} times as fast`,
    ],
    targets: [],
  };
}
