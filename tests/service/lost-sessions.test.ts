/** Pathways on which a session that finds no hours is lost, by hand: the plan goes on without it. One session every five days unless said. */
import { describe, expect, it } from 'vitest';
import { probability } from '../../sim/units.ts';
import { logOf, story } from './event-log.ts';
import { fixed, pathway, plan, waits, worker } from './plan-builder.ts';

/** An hour a week, a session an hour long. Working from day 1, so that no session falls due on a week’s first day. */
const oneHourAWeek = worker({ cap: 3, hoursPerDay: 0.2, from: 1 });
const losing = (sessions: number) => pathway({ sessions: fixed(sessions), whenNoHours: 'lost' });

describe('a session that finds no hours', () => {
  it('is not put off: the next comes one interval later, and the last one ends the case, attended or not', () => {
    const waiting = [waits(-3), waits(-2)];
    const rows = logOf(plan({ pathways: [losing(2)], workers: [oneHourAWeek], waiting }));
    expect(story(rows, 'held', 'lost', 'slipped', 'closed')).toEqual([
      '6 held waiting 1',
      '6 lost waiting 2',
      '11 held waiting 1',
      '11 closed waiting 1',
      '11 lost waiting 2',
      '11 closed waiting 2',
    ]);
    // The dose counts sessions attended only; it can be none at all.
    expect(rows.filter(({ what }) => what === 'closed').map(({ dose }) => dose)).toEqual([2, 0]);
  });

  it('leaves its place to the next family', () => {
    const waiting = [waits(-3), waits(-2)];
    const workers = [worker({ cap: 1, hoursPerDay: 0, from: 1 })];
    const rows = logOf(plan({ pathways: [losing(1)], workers, waiting }));
    expect(story(rows, 'allocated', 'lost')).toEqual([
      '1 allocated waiting 1',
      '6 lost waiting 1',
      '6 allocated waiting 2',
      '11 lost waiting 2',
    ]);
  });

  it('is put off on one pathway and lost on another of the same worker', () => {
    const rows = logOf(
      plan({
        pathways: [pathway(), losing(1)],
        workers: [oneHourAWeek],
        waiting: [waits(-3), waits(-2), waits(-1, { pathway: 1 })],
      }),
    );
    expect(story(rows, 'held', 'slipped', 'lost')).toEqual([
      '6 held waiting 1',
      '6 slipped waiting 2',
      '6 lost waiting 1 of 2',
      '10 held waiting 2',
    ]);
  });

  it('lowers the dose, and so raises the chance of coming back', () => {
    // Comes back for sure below one session attended, and never at one: odds are e^50 to 1 and 1 to e^50.
    const comesBack = { chance: probability(0.5), atSessions: 0.5, slope: 100, delay: fixed(3) };
    const pathways = [pathway({ whenNoHours: 'lost', comesBack })];
    const waiting = [waits(-3), waits(-2)];
    const rows = logOf(plan({ weeks: 2, pathways, workers: [oneHourAWeek], waiting }));
    expect(story(rows, 'closed', 'came back')).toEqual([
      '6 closed waiting 1',
      '6 closed waiting 2',
      '9 came back waiting 2',
    ]);
  });
});
