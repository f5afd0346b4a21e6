/** Going over to another pathway during the work, by hand and by its chances. One session every five days. */
import { describe, expect, it } from 'vitest';
import { LaneEventList } from '../../sim/kernel/lane-event-list.ts';
import { OUTCOMES } from '../../sim/plan.ts';
import { Service } from '../../sim/service/service.ts';
import { probability } from '../../sim/units.ts';
import { EventLog, logOf, type Row, story, timesOf } from './event-log.ts';
import { fixed, need, openCase, pathway, plan, waits, worker } from './plan-builder.ts';

const COUNT = 4000;
const always = { chance: probability(1), delay: fixed(2) };
const waiting = (count: number) => Array.from({ length: count }, (_, i) => waits(-count + i));
const closures = (rows: readonly Row[]) => rows.filter(({ what }) => what === 'closed');

function expectShare(count: number, of: number, chance: number) {
  expect(Math.abs(count / of - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / of));
}

describe('a case that steps', () => {
  it('closes as transferred and joins the list of its next pathway at once, as a new episode', () => {
    const pathways = [pathway({ stepsTo: [0, 1], comesBack: always }), pathway()];
    const rows = logOf(plan({ pathways, waiting: [waits(-8)] }));
    expect(story(rows, 'held', 'closed', 'stepped', 'joined', 'allocated', 'came back')).toEqual([
      '0 joined waiting 1',
      '0 allocated waiting 1',
      '5 held waiting 1',
      '5 closed waiting 1',
      '5 stepped waiting 1',
      '5 joined waiting 1',
      '5 allocated waiting 1',
      '10 held waiting 1',
      '10 closed waiting 1',
    ]);
    expect(closures(rows)).toMatchObject([
      { pathway: 0, outcome: OUTCOMES.indexOf('transferred'), dose: 1, length: 5, episode: 0 },
      { pathway: 1, outcome: OUTCOMES.indexOf('needsMet'), dose: 1, length: 5, episode: 1 },
    ]);
    expect(rows.find(({ what }) => what === 'stepped')!.pathway).toBe(0);
    // The wait for the next pathway, and the time since referral to it, count from the step.
    const again = rows.filter(({ what }) => what === 'allocated')[1]!;
    expect(again).toMatchObject({ pathway: 1, wait: 0, sinceReferral: 0 });
  });

  it('leaves its place to those who wait before it, and then waits its turn by the priority of its need', () => {
    const pathways = [pathway({ stepsTo: [0, 1] }), pathway()];
    const needs = [need({ priority: 2 }), need({ priority: 1 })];
    const rows = logOf(
      plan({
        pathways,
        needs,
        order: { kind: 'priority' },
        waiting: [waits(-3, { need: 1 }), waits(-2), waits(-1)],
      }),
    );
    // 5: the place of 1 goes to 2, then 1 joins the other list. 10: 2 ends and frees the place: it is for 1, of the more urgent need, not for 3.
    expect(story(rows, 'allocated', 'stepped').slice(0, 5)).toEqual([
      '0 allocated waiting 1',
      '5 stepped waiting 1',
      '5 allocated waiting 2',
      '10 stepped waiting 2',
      '10 allocated waiting 1',
    ]);
  });

  it('does so after a session drawn evenly from its plan, in the shares said, and does not come back from there', () => {
    const first = pathway({ sessions: fixed(4), stepsTo: [0, 0.6, 0.1], comesBack: always });
    const pathways = [first, pathway({ sessions: fixed(9) }), pathway({ sessions: fixed(9) })];
    const workers = [worker({ cap: 2 * COUNT })];
    // Five weeks: a family that has come back at 22 has had one session when the run ends, and cannot step into these counts twice.
    const rows = logOf(plan({ weeks: 5, pathways, workers, waiting: waiting(COUNT) }));
    const closed = closures(rows);
    expect(closed).toHaveLength(COUNT);
    const stepped = closed.filter(({ outcome }) => OUTCOMES[outcome] === 'transferred');
    expectShare(stepped.length, COUNT, 0.7);
    for (const sessions of [1, 2, 3, 4]) {
      const after = stepped.filter(({ dose }) => dose === sessions);
      expectShare(after.length, COUNT, 0.7 / 4);
      expect(new Set(after.map(({ at }) => at))).toEqual(new Set([5 * sessions]));
    }
    const again = rows.filter(({ what, episode }) => what === 'allocated' && episode === 1);
    expectShare(again.filter(({ pathway }) => pathway === 1).length, COUNT, 0.6);
    expectShare(again.filter(({ pathway }) => pathway === 2).length, COUNT, 0.1);
    // Whoever saw the plan to its end has come back, and nobody else.
    expect(timesOf(rows, 'came back')).toHaveLength(COUNT - stepped.length);
  });

  it('does not step when it drops out before', () => {
    const pathways = [pathway({ sessions: fixed(2), stepsTo: [0, 1], dropOut: 1 }), pathway()];
    const rows = logOf(plan({ pathways, workers: [worker({ cap: COUNT })], waiting: waiting(COUNT) }));
    // Half would step after the second session, but all drop out after the first; the other half step there.
    const outcomes = closures(rows).filter(({ pathway }) => pathway === 0);
    const disengaged = outcomes.filter(({ outcome }) => OUTCOMES[outcome] === 'disengaged');
    expectShare(disengaged.length, COUNT, 0.5);
    expect(timesOf(rows, 'stepped')).toHaveLength(COUNT - disengaged.length);
  });

  it('steps also where its last session before is lost for want of hours', () => {
    const pathways = [pathway({ stepsTo: [0, 1], whenNoHours: 'lost' }), pathway({ whenNoHours: 'lost' })];
    const rows = logOf(plan({ pathways, workers: [worker({ hoursPerDay: 0 })], waiting: [waits(0)] }));
    expect(story(rows, 'lost', 'stepped', 'closed')).toEqual([
      '5 lost waiting 1',
      '5 closed waiting 1',
      '5 stepped waiting 1',
      '10 lost waiting 1',
      '10 closed waiting 1',
    ]);
  });

  it('keeps its step when its worker leaves', () => {
    const pathways = [pathway({ sessions: fixed(1), stepsTo: [0, 1] }), pathway()];
    const workers = [worker({ until: 3 }), worker({ from: 3 })];
    const rows = logOf(plan({ pathways, workers, waiting: [waits(0)] }));
    expect(story(rows, 'reallocated', 'stepped')).toEqual(['3 reallocated waiting 1', '8 stepped waiting 1']);
  });
});

describe('a case open at the start', () => {
  it('has the chance of a step that those sessions it has had leave it', () => {
    // Half of all cases step, evenly after one of four sessions. After two: a quarter of all steps later, half never: one in three of those left.
    const pathways = [pathway({ sessions: fixed(4), stepsTo: [0, 0.5] }), pathway({ sessions: fixed(9) })];
    const open = Array.from({ length: COUNT }, () => openCase(2));
    const rows = logOf(plan({ weeks: 4, pathways, workers: [worker({ cap: COUNT })], open }));
    const stepped = closures(rows).filter(({ outcome }) => OUTCOMES[outcome] === 'transferred');
    expectShare(stepped.filter(({ dose }) => dose === 3).length, COUNT, 1 / 6);
    expectShare(stepped.filter(({ dose }) => dose === 4).length, COUNT, 1 / 6);
    expect(stepped.every(({ dose }) => dose > 2)).toBe(true);
  });
});

describe('the fast way through plain sessions', () => {
  /** Counts sessions however many are told at once, and writes down closures. */
  class Count extends EventLog {
    sessions = 0;
    readonly closures: string[] = [];
    override held(_terms: number, _team: number, sessions: number) {
      this.sessions += sessions;
    }
    override closed(...[now, , , , outcome, length, dose]: Parameters<EventLog['closed']>) {
      this.closures.push(`${now} ${OUTCOMES[outcome]} ${length} ${dose}`);
    }
  }

  it('takes cases that step, that lose sessions and that are assessed first to the same ends as one by one', () => {
    const mixed = plan({
      weeks: 60,
      pathways: [
        pathway({ sessions: fixed(6), stepsTo: [0.1, 0.4, 0.2] }),
        pathway({ sessions: fixed(5), whenNoHours: 'lost', stepsTo: [0.2, 0, 0] }),
        pathway({ sessions: fixed(4), assessment: { time: fixed(10), hours: 2 } }),
      ],
      workers: [worker({ cap: 30, hoursPerDay: 4 }), worker({ cap: 20, hoursPerDay: 5, until: 150 })],
      waiting: waiting(300),
    });
    const log = new Count(mixed);
    const service = new Service(mixed, 1, new LaneEventList(), log);
    log.watch(service.families, Reflect.get(service, 'workers'));
    service.replicate(0);
    const rows = logOf(mixed);
    expect(log.sessions).toBe(timesOf(rows, 'held').length);
    expect(log.closures).toEqual(
      closures(rows).map(({ at, outcome, length, dose }) => `${at} ${OUTCOMES[outcome]} ${length} ${dose}`),
    );
    expect(timesOf(rows, 'lost').length).toBeGreaterThan(0);
    expect(timesOf(rows, 'slipped').length).toBeGreaterThan(0);
    expect(log.closures.length).toBeGreaterThan(100);
  });
});
