/** Places that empty and fill by chance. When somebody leaves or falls sick is drawn; what follows from it is worked out by hand from that instant. */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../sim/plan.ts';
import {
  LoggedService,
  logOf,
  type Row,
  type ServiceRow,
  serviceLogOf,
  story,
  timesOf,
} from './event-log.ts';
import { career, fixed, openCase, pathway, plan, steady, WEEK, waits, worker } from './plan-builder.ts';

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed + 1);

function booksOf(run: Plan, seed: number): { rows: Row[]; service: ServiceRow[] } {
  const service = new LoggedService(run, seed);
  service.replicate(0);
  return { rows: service.log.rows, service: service.log.service };
}

const about = <W extends ServiceRow['what']>(book: readonly ServiceRow[], what: W) =>
  book.filter((row): row is Extract<ServiceRow, { what: W }> => row.what === what);
const when = (book: readonly ServiceRow[], what: ServiceRow['what']) => about(book, what).map(({ at }) => at);
/** Figures told last at each instant. */
const settled = <R extends { at: number }>(rows: readonly R[]) =>
  rows.filter(({ at }, index) => rows[index + 1]?.at !== at);

describe('a holder who leaves', () => {
  const run = plan({
    weeks: 60,
    pathways: [pathway({ sessions: fixed(20) })],
    workers: [worker({ career: career({ leaving: 0.03, timeToFill: fixed(7) }) })],
    waiting: [waits(-2), waits(-1)],
  });

  it.each(SEEDS)(
    'gives the case back, which goes on with the next holder before anyone else (seed %d)',
    (seed) => {
      const { rows, service } = booksOf(run, seed);
      const first = rows.filter(({ family }) => family === 'waiting 1');
      const closedAt = timesOf(first, 'closed')[0]!;
      const leaving = when(service, 'left').filter((at) => at < closedAt);
      expect(timesOf(first, 'given back')).toEqual(leaving);
      expect(timesOf(first, 'reallocated')).toEqual(leaving.map((at) => at + 7));
      expect(timesOf(first, 'held').length).toBe(20);
      // One session every five days from each allocation until the holder leaves or the work is done.
      const ends = [...leaving, Number.POSITIVE_INFINITY];
      const sessions = [0, ...leaving.map((at) => at + 7)].flatMap((from, stay) =>
        Array.from({ length: 20 }, (_, index) => from + (index + 1) * 5).filter((at) => at < ends[stay]!),
      );
      for (const [index, at] of timesOf(first, 'held').entries()) expect(at).toBeCloseTo(sessions[index]!, 9);
      expect(timesOf(rows, 'allocated')[1]).toBeGreaterThanOrEqual(closedAt);
    },
  );

  it('leaves the place vacant for exactly the time to fill, without places and hours', () => {
    const held = plan({
      weeks: 100,
      workers: [
        worker({ cap: 6, fte: 0.6, hoursPerDay: 4, career: career({ leaving: 0.03, timeToFill: fixed(7) }) }),
      ],
    });
    const book = serviceLogOf(held);
    const left = when(book, 'left');
    const hired = when(book, 'hired');
    expect(left.length).toBeGreaterThan(5);
    for (const [index, at] of hired.entries()) expect(at).toBeCloseTo(left[index]! + 7, 9);
    const turns = [0, ...left.flatMap((at, index) => [at, hired[index] ?? []].flat())];
    const inTurn = turns.map((at, index) => (index % 2 === 0 ? { at, there: 1 } : { at, there: 0 }));
    expect(about(book, 'staff').map(({ at, inPost, vacant }) => ({ at, inPost, vacant }))).toEqual(
      inTurn.map(({ at, there }) => ({ at, inPost: 0.6 * there, vacant: 0.6 * (1 - there) })),
    );
    expect(about(book, 'places').map(({ at, places }) => ({ at, places }))).toEqual(
      inTurn.map(({ at, there }) => ({ at, places: 6 * there })),
    );
    // Four hours for each day of the week on which somebody is in post.
    const daysVacant = (from: number, to: number) =>
      left.reduce((sum, at) => sum + Math.max(0, Math.min(at + 7, to) - Math.max(at, from)), 0);
    const lastOfWeek = new Map(about(book, 'hours').map(({ at, hours }) => [Math.floor(at / WEEK), hours]));
    for (const [week, hours] of lastOfWeek) {
      expect(hours).toBeCloseTo(4 * (WEEK - daysVacant(week * WEEK, (week + 1) * WEEK)), 9);
    }
  });

  it('is not replaced once the post has come to its end', () => {
    const book = serviceLogOf(
      plan({
        workers: [worker({ until: 30, career: career({ leaving: 0.2, timeToFill: fixed(60) }) })],
      }),
    );
    expect(when(book, 'left').length).toBe(1);
    expect(when(book, 'left')[0]).toBeLessThan(30);
    expect(when(book, 'hired')).toEqual([]);
    expect(about(book, 'staff').at(-1)).toMatchObject({ at: 30, inPost: 0, vacant: 0 });
    expect(when(book, 'out of post')).toEqual(when(book, 'left'));
  });

  it('leaves at the same time whoever else works there', () => {
    const leaver = worker({ key: 77, career: career({ leaving: 0.02, timeToFill: fixed(3) }) });
    const others = [
      worker({ team: 1, career: career({ leaving: 0.05, sickness: { hazard: 0.1, length: fixed(2) } }) }),
    ];
    const teams = [[0], [0]];
    const ofTeam0 = (workers: Parameters<typeof plan>[0]) =>
      about(serviceLogOf(plan({ weeks: 100, teams, ...workers })), 'left').filter(({ team }) => team === 0);
    const alone = ofTeam0({ workers: [leaver] }).map(({ at }) => at);
    expect(alone.length).toBeGreaterThan(3);
    expect(ofTeam0({ workers: [...others, leaver] }).map(({ at }) => at)).toEqual(alone);
  });
});

describe('a place vacant at the start', () => {
  const induction = [
    [0, 0],
    [15, 0.5],
    [35, 1],
  ] as const;
  const run = plan({
    pathways: [pathway({ sessions: fixed(100) })],
    workers: [
      worker({
        cap: 4,
        hoursPerDay: 6,
        career: career({ vacantAtStart: true, timeToFill: fixed(7), induction }),
      }),
    ],
    waiting: [-6, -5, -4, -3, -2, -1].map((joined) => waits(joined)),
  });

  it('is filled after the time to fill', () => {
    const book = serviceLogOf(run);
    expect(about(book, 'staff')).toMatchObject([
      { at: 0, inPost: 0, vacant: 1 },
      { at: 7, inPost: 1, vacant: 0 },
    ]);
    expect(when(book, 'hired')).toEqual([7]);
    expect(when(book, 'left')).toEqual([]);
    expect(settled(about(book, 'hours')).slice(0, 4)).toMatchObject([
      { at: 0, hours: 0 },
      { at: 5, hours: 0 },
      { at: 7, hours: 18 },
      { at: 10, hours: 30 },
    ]);
  });

  it('gives the new holder cases as the induction allows', () => {
    expect(story(logOf(run), 'allocated')).toEqual([
      '22 allocated waiting 1',
      '22 allocated waiting 2',
      '42 allocated waiting 3',
      '42 allocated waiting 4',
    ]);
    expect(settled(about(serviceLogOf(run), 'places'))).toMatchObject([
      { at: 7, places: 0 },
      { at: 22, places: 2 },
      { at: 42, places: 4 },
    ]);
  });

  it('gives the holder of a new post an induction too, but not who is in post at the start', () => {
    const both = plan({
      pathways: [pathway({ sessions: fixed(100) })],
      workers: [
        worker({ cap: 1, career: career({ induction }) }),
        worker({
          cap: 1,
          from: 10,
          career: career({
            induction: [
              [0, 0],
              [15, 1],
            ],
          }),
        }),
      ],
      waiting: [waits(-2), waits(-1)],
    });
    expect(story(logOf(both), 'allocated')).toEqual(['0 allocated waiting 1', '25 allocated waiting 2']);
    expect(when(serviceLogOf(both), 'hired')).toEqual([10]);
  });
});

describe('a case open at the start', () => {
  it('needs somebody in post to hold it', () => {
    const run = plan({ workers: [worker({ career: career({ vacantAtStart: true }) })], open: [openCase(0)] });
    expect(() => logOf(run)).toThrow(/open at the start on pathway in locality 1, and nobody in post/);
  });
});

describe('a promotion', () => {
  /** A senior place in the first team, filled from the two of the second. */
  const rising = (share: number, weeks: number) =>
    plan({
      weeks,
      pathways: [pathway({ sessions: fixed(1000) })],
      teams: [[0], [0]],
      workers: [
        worker({
          career: career({ leaving: 0.01, timeToFill: fixed(4), promotion: { share, from: [1, 2] } }),
        }),
        worker({ team: 1, career: career({ timeToFill: fixed(10) }) }),
        worker({ team: 1, career: career({ timeToFill: fixed(10) }) }),
      ],
      waiting: [waits(-3), waits(-2), waits(-1)],
    });

  it('fills the place at once and opens a vacancy below', () => {
    const { rows, service } = booksOf(rising(1, 200), 2);
    const [at] = when(service, 'left');
    // Nobody else leaves in the ten days after the first.
    const first = service.filter((row) => row.at < at! + 11);
    expect(about(first, 'left').map(({ team }) => team)).toEqual([0, 1]);
    expect(about(first, 'hired')).toMatchObject([
      { at, team: 0 },
      { at: at! + 10, team: 1 },
    ]);
    expect(settled(about(first, 'staff').filter(({ team }) => team === 1))).toMatchObject([
      { at: 0, inPost: 2, vacant: 0 },
      { at, inPost: 1, vacant: 1 },
      { at: at! + 10, inPost: 2, vacant: 0 },
    ]);
    expect(settled(about(first, 'staff').filter(({ team }) => team === 0)).at(-1)).toMatchObject({
      inPost: 1,
      vacant: 0,
    });
    const back = rows.filter((row) => row.what === 'given back' && row.at === at);
    expect(back.map(({ team }) => team).sort()).toEqual([0, 1]);
    const again = rows.filter(({ what }) => what === 'reallocated').slice(0, 2);
    expect(again).toMatchObject([
      { at, team: 0 },
      { at: at! + 10, team: 1 },
    ]);
  });

  it('happens with its chance, to each of those below alike', () => {
    const { service } = booksOf(rising(0.3, 20_000), 2);
    const left = about(service, 'left');
    const ofSenior = left.filter(({ team }) => team === 0).length;
    const promoted = left.filter(({ team }) => team === 1).length;
    expect(ofSenior).toBeGreaterThan(500);
    expect(Math.abs(promoted / ofSenior - 0.3)).toBeLessThan(3 * Math.sqrt((0.3 * 0.7) / ofSenior));
    const ofFirst = about(service, 'out of post').filter(({ worker }) => worker === 1).length;
    // A colleague still being replaced cannot be chosen: the draw is even among those there, so even between the two.
    expect(Math.abs(ofFirst / promoted - 0.5)).toBeLessThan(3 * Math.sqrt(0.25 / promoted));
  });
});

describe('a spell of sickness', () => {
  const LENGTH = 3;
  const sickness = { hazard: 0.05, length: fixed(LENGTH) };
  /** The hours of a week fall at the instant at which a spell begins. */
  const spellsOf = (book: readonly ServiceRow[]) =>
    when(book, 'hours').filter((at) => at % WEEK !== 0 && at > 0);

  it('takes the hours of its days', () => {
    const book = serviceLogOf(
      plan({ weeks: 100, workers: [worker({ hoursPerDay: 6, career: career({ sickness }) })] }),
    );
    const spells = spellsOf(book);
    expect(spells.length).toBeGreaterThan(10);
    const daysAway = (from: number, to: number) =>
      spells.reduce((sum, at) => sum + Math.max(0, Math.min(at + LENGTH, to) - Math.max(at, from)), 0);
    const lastOfWeek = new Map(about(book, 'hours').map(({ at, hours }) => [Math.floor(at / WEEK), hours]));
    expect(lastOfWeek.size).toBe(100);
    for (const [week, hours] of lastOfWeek) {
      expect(hours).toBeCloseTo(6 * (WEEK - daysAway(week * WEEK, (week + 1) * WEEK)), 9);
    }
    expect(about(book, 'staff')).toMatchObject([{ at: 0, inPost: 1, vacant: 0 }]);
  });

  it('lets nobody be allocated and no session be held, and loses no case', () => {
    const weeks = 60;
    const { rows, service } = booksOf(
      plan({
        weeks,
        sources: [steady(1, weeks * WEEK)],
        pathways: [pathway({ sessions: fixed(4) })],
        workers: [worker({ cap: 1000, hoursPerDay: 1000, career: career({ sickness }) })],
      }),
      3,
    );
    const spells = spellsOf(service);
    expect(spells.length).toBeGreaterThan(5);
    const inSpell = (at: number) => spells.find((start) => at >= start && at < start + LENGTH);
    expect(rows.filter(({ what, at }) => what === 'held' && inSpell(at) !== undefined)).toEqual([]);
    expect(timesOf(rows, 'given back')).toEqual([]);
    const allocated = rows.filter(({ what }) => what === 'allocated');
    const waited = allocated.filter(({ wait }) => wait > 0);
    expect(waited.length).toBeGreaterThan(10);
    for (const { at, wait } of allocated) {
      const spell = inSpell(at - wait);
      expect(at).toBeCloseTo(spell === undefined ? at - wait : spell + LENGTH, 9);
    }
    // A session due in a spell waits for the start of the next week, or for the one after.
    const slipped = timesOf(rows, 'slipped');
    expect(slipped.length).toBeGreaterThan(10);
    for (const at of slipped) expect(inSpell(at)).toBeDefined();
  });

  it.each(SEEDS)('that ends in the same week gives back the hours of the other days (seed %d)', (seed) => {
    // Thirty hours a week, thirty sessions of one hour due on day 4; the spell takes the six hours of one day.
    const { rows, service } = booksOf(
      plan({
        weeks: 1,
        pathways: [pathway({ interval: 4, sessions: fixed(1) })],
        workers: [
          worker({
            cap: 30,
            hoursPerDay: 6,
            career: career({ sickness: { hazard: 0.2, length: fixed(1) } }),
          }),
        ],
        waiting: Array.from({ length: 30 }, () => waits(-1)),
      }),
      seed,
    );
    const spells = spellsOf(service).filter((at) => at < 4);
    const isAway = spells.some((at) => at > 3);
    expect(timesOf(rows, 'held').length).toBe(isAway ? 0 : 30 - 6 * spells.length);
    expect(timesOf(rows, 'held').length + timesOf(rows, 'slipped').length).toBe(30);
  });

  it('ends with the holder', () => {
    // A spell outlasts the run; the next holder is at work from the first day on.
    const book = serviceLogOf(
      plan({
        weeks: 200,
        workers: [
          worker({
            hoursPerDay: 6,
            career: career({
              leaving: 0.01,
              timeToFill: fixed(5),
              sickness: { hazard: 0.02, length: fixed(1e6) },
            }),
          }),
        ],
      }),
      { seed: 4 },
    );
    const hoursAt = (time: number) => about(book, 'hours').findLast(({ at }) => at <= time)!.hours;
    const sickLeavers = when(book, 'left').filter((at) => hoursAt(at) === 0);
    expect(sickLeavers.length).toBeGreaterThan(1);
    for (const left of sickLeavers) expect(hoursAt(left + 5)).toBeCloseTo(6 * (WEEK - (left % WEEK)), 9);
  });
});
