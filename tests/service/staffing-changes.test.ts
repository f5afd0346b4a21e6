/** Dated changes of workers: caps, hours, teams and what they serve. */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../sim/plan.ts';
import { caseWeight, hours } from '../../sim/units.ts';
import { logOf, type ServiceRow, serviceLogOf, story, timesOf } from './event-log.ts';
import { career, fixed, need, openCase, pathway, plan, waits, worker } from './plan-builder.ts';

/** Figures of one kind about a team as last told at each instant, as lines such as '5: 3'. */
function told(book: readonly ServiceRow[], what: 'places' | 'hours', team = 0): string[] {
  const last = new Map<number, number>();
  for (const row of book) {
    if (row.what === 'places' && what === 'places' && row.team === team) last.set(row.at, row.places);
    if (row.what === 'hours' && what === 'hours' && row.team === team) last.set(row.at, row.hours);
  }
  return [...last].map(([at, value]) => `${at}: ${value}`);
}

function staff(run: Plan, team: number): string[] {
  const last = new Map<number, string>();
  for (const row of serviceLogOf(run)) {
    if (row.what === 'staff' && row.team === team) last.set(row.at, `${row.inPost} + ${row.vacant}`);
  }
  return [...last].map(([at, value]) => `${at}: ${value}`);
}

const five = [-5, -4, -3, -2, -1].map((joined) => waits(joined));

describe('a hire', () => {
  it('is a worker whose post begins after the start, by chance or averaged, and nobody else', () => {
    const run = plan({
      teams: [[0], [0]],
      workers: [
        worker(),
        worker({ team: 1, from: 7 }),
        worker({ from: 12, career: career() }),
        // Moves with its place on day 17.
        worker(),
      ],
      changes: [{ at: 17, workers: [null, null, null, { team: 1 }] }],
    });
    const hired = serviceLogOf(run).flatMap((row) =>
      row.what === 'hired' ? [`${row.at}: team ${row.team}`] : [],
    );
    expect(hired).toEqual(['7: team 1', '12: team 0']);
  });
});

describe('a cap', () => {
  it('that is cut takes no case away, and gives none until the caseload is below it', () => {
    const run = plan({
      pathways: [pathway({ sessions: fixed(4) })],
      workers: [worker({ cap: 3 })],
      waiting: five,
      changes: [{ at: 12, workers: [{ cap: caseWeight(1) }] }],
    });
    expect(story(logOf(run), 'allocated', 'given back')).toEqual([
      '0 allocated waiting 1',
      '0 allocated waiting 2',
      '0 allocated waiting 3',
      '20 allocated waiting 4',
      '40 allocated waiting 5',
    ]);
    expect(told(serviceLogOf(run), 'places')).toEqual(['0: 3', '12: 1']);
  });

  it('that is raised is filled in the same instant', () => {
    const run = plan({
      pathways: [pathway({ sessions: fixed(4) })],
      workers: [worker()],
      waiting: five,
      changes: [{ at: 7, workers: [{ cap: caseWeight(3) }] }],
    });
    expect(timesOf(logOf(run), 'allocated')).toEqual([0, 7, 7, 20, 27]);
  });

  it('leaves room for lighter cases when these become lighter', () => {
    const run = plan({
      pathways: [pathway({ weight: 2 })],
      workers: [worker()],
      waiting: five.slice(0, 1),
      changes: [{ at: 6, pathways: [pathway({ weight: 1 })] }],
    });
    expect(timesOf(logOf(run), 'allocated')).toEqual([6]);
  });
});

describe('hours', () => {
  /** Twenty families, each with a session of one hour every four days. */
  const twenty = (perDay: number, at: number, then: number) =>
    plan({
      weeks: 3,
      pathways: [pathway({ interval: 4, sessions: fixed(10) })],
      workers: [worker({ cap: 20, hoursPerDay: perDay })],
      waiting: Array.from({ length: 20 }, () => waits(-1)),
      changes: [{ at, workers: [{ hoursPerDay: hours(then) }] }],
    });

  it('raised in the middle of a week are more for the rest of it', () => {
    const run = twenty(2, 7.5, 4);
    expect(told(serviceLogOf(run), 'hours')).toEqual(['0: 10', '5: 10', '7.5: 15', '10: 20']);
    const held = timesOf(logOf(run), 'held');
    const count = (at: number) => held.filter((time) => time === at).length;
    // Due on day 4: the week's ten hours; the rest on day 5, with all of the next ten. The raise gives five for day 8.
    expect([count(4), count(5), count(8), count(9), count(10)]).toEqual([10, 10, 5, 0, 15]);
  });

  it('cut in the middle of a week are fewer for the rest of it', () => {
    const run = twenty(4, 2.5, 2);
    expect(told(serviceLogOf(run), 'hours')).toEqual(['0: 20', '2.5: 15', '5: 10', '10: 10']);
    expect(timesOf(logOf(run), 'held').filter((at) => at === 4).length).toBe(15);
  });

  it('already spent stay counted when hours are cut', () => {
    // All twenty are spent on day 4; nothing is left to cut for the last half day.
    const run = twenty(4, 4.5, 0);
    expect(told(serviceLogOf(run), 'hours')).toEqual(['0: 20', '4.5: 20', '5: 0', '10: 0']);
    expect(timesOf(logOf(run), 'held')).toEqual(Array.from({ length: 20 }, () => 4));
  });
});

describe('a worker moved to another team', () => {
  const run = plan({
    weeks: 6,
    teams: [[0], [0]],
    pathways: [pathway({ sessions: fixed(4) })],
    workers: [worker({ cap: 2, hoursPerDay: 6, fte: 0.8 }), worker({ cap: 0, hoursPerDay: 5, team: 1 })],
    open: [openCase(1)],
    waiting: [waits(-1)],
    changes: [{ at: 7, workers: [{ team: 1 }] }],
  });

  it('keeps the cases, which are the new team’s from then on', () => {
    const rows = logOf(run);
    expect(story(rows, 'given back', 'reallocated')).toEqual([]);
    expect(rows.filter(({ what }) => what === 'moved team')).toMatchObject([
      { at: 7, fromTeam: 0, team: 1, family: 'open 1' },
      { at: 7, fromTeam: 0, team: 1, family: 'waiting 1' },
    ]);
    for (const { at, team } of rows.filter(({ what }) => what === 'held' || what === 'closed')) {
      expect(team).toBe(at < 7 ? 0 : 1);
    }
    expect(timesOf(rows, 'held').some((at) => at > 7)).toBe(true);
  });

  it('takes places, hours and post along', () => {
    const book = serviceLogOf(run);
    expect(told(book, 'places', 0)).toEqual(['0: 2', '7: 0']);
    expect(told(book, 'places', 1)).toEqual(['0: 0', '7: 2']);
    expect(staff(run, 0)).toEqual(['0: 0.8 + 0', '7: 0 + 0']);
    expect(staff(run, 1)).toEqual(['0: 1 + 0', '7: 1.8 + 0']);
    const total = (at: number) =>
      [0, 1].map((team) =>
        Number(
          told(book, 'hours', team)
            .find((line) => line.startsWith(`${at}:`))!
            .split(' ')[1],
        ),
      );
    expect(total(5)).toEqual([30, 25]);
    // What the first team keeps of the week is what its worker has spent: one session or none before day 7.
    const spent = logOf(run).filter(({ what, at }) => what === 'held' && at >= 5 && at < 7).length;
    expect(total(7)).toEqual([spent, 55 - spent]);
    expect(total(10)).toEqual([0, 55]);
  });

  it('leaves a vacancy to the new team where the place is vacant', () => {
    const vacant = plan({
      teams: [[0], [0]],
      workers: [worker({ fte: 0.5, career: career({ vacantAtStart: true, timeToFill: fixed(9) }) })],
      changes: [{ at: 7, workers: [{ team: 1 }] }],
    });
    expect(staff(vacant, 0)).toEqual(['0: 0 + 0.5', '7: 0 + 0']);
    expect(staff(vacant, 1)).toEqual(['7: 0 + 0.5', '9: 0.5 + 0']);
  });
});

describe('teams that merge', () => {
  it('take each other’s families from that instant on, and keep their own', () => {
    // The second team is full; the first has room, but does not serve the second pathway until the merger.
    const run = plan({
      needs: [need({ pathways: [1, 0] })],
      teams: [[0], [1]],
      pathways: [pathway({ sessions: fixed(10) }), pathway({ sessions: fixed(10) })],
      workers: [worker({ cap: 2 }), worker({ cap: 1, team: 1 })],
      waiting: [waits(-4), waits(-3, { pathway: 1 }), waits(-2, { pathway: 1 })],
      changes: [{ at: 8, workers: [{ serves: [0, 1] }, { team: 0, serves: [0, 1] }] }],
    });
    const rows = logOf(run);
    expect(story(rows, 'allocated', 'moved team', 'given back')).toEqual([
      '0 allocated waiting 1',
      '0 allocated waiting 1 of 2',
      '8 moved team waiting 1 of 2',
      '8 allocated waiting 2 of 2',
    ]);
    expect(told(serviceLogOf(run), 'places', 0)).toEqual(['0: 2', '8: 3']);
    expect(told(serviceLogOf(run), 'places', 1)).toEqual(['0: 1', '8: 0']);
  });
});
