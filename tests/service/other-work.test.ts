/** Hours that work other than sessions takes from workers when a week opens, by hand. Weeks of five days. */
import { describe, expect, it } from 'vitest';
import { HeapEventList } from '../../sim/kernel/heap-event-list.ts';
import { Kernel } from '../../sim/kernel/kernel.ts';
import { TeamTime } from '../../sim/service/staff/team-time.ts';
import { Workers } from '../../sim/service/staff/workers.ts';
import { TermsInForce } from '../../sim/service/terms.ts';
import { workingDays } from '../../sim/units.ts';
import { EventLog, logOf, type ServiceRow, serviceLogOf, story } from './event-log.ts';
import {
  fixed,
  group,
  openCase,
  partnerHeld,
  pathway,
  plan,
  team,
  waits,
  whileWaiting,
  worker,
} from './plan-builder.ts';

const spent = (rows: readonly ServiceRow[]) =>
  rows.flatMap((row) => (row.what === 'spent' ? [`${row.at} ${row.activity} ${row.team} ${row.hours}`] : []));
const waiting = (count: number) => Array.from({ length: count }, (_, i) => waits(-count + i));

describe('hours taken evenly', () => {
  /** Hours that each worker has left of those given, once so many are taken from the team. */
  function leftOf(workers: readonly { readonly fte: number; readonly hours: number }[], taken: number) {
    const of = plan({
      workers: workers.map(({ fte, hours }) => worker({ fte, hoursPerDay: hours / 5 })),
    });
    const log = new EventLog(of);
    const kernel = new Kernel(new HeapEventList());
    const staff = new Workers(of, new TermsInForce(of), kernel, log);
    staff.clear();
    workers.forEach((_, index) => {
      staff.start(index);
    });
    new TeamTime(1, staff, log).takeFromTeam('groups', 0, taken);
    return [...staff.hoursLeft].map((hours) => Math.round(hours * 1e9) / 1e9);
  }

  it('go by full-time equivalent', () => {
    const workers = [
      { fte: 1, hours: 20 },
      { fte: 0.5, hours: 10 },
      { fte: 0.5, hours: 10 },
    ];
    expect(leftOf(workers, 8)).toEqual([16, 8, 8]);
  });

  it('are made up by the others where one has too few, and end when nobody has any', () => {
    const workers = [
      { fte: 1, hours: 20 },
      { fte: 1, hours: 2 },
      { fte: 0.5, hours: 20 },
    ];
    // Eleven would be 4.4, 4.4 and 2.2: the second has 2, so 9 are left for the others, two to one.
    expect(leftOf(workers, 11)).toEqual([14, 0, 17]);
    expect(leftOf(workers, 100)).toEqual([0, 0, 0]);
  });
});

describe('a session', () => {
  it.each([
    ['direct', [5, 5]],
    ['all', [5, 10]],
  ] as const)('where hours are %s takes that much of them', (hoursCount, times) => {
    // Two hours a week. A session is one hour with the family, and half an hour each of travel and recording.
    const parts = {
      pathways: [pathway({ sessionHours: 1, recordingHours: 0.5 })],
      teams: [team({ hoursCount, travelHours: 0.5 })],
      workers: [worker({ cap: 2, hoursPerDay: 0.4 })],
    };
    const held = logOf(plan({ ...parts, waiting: waiting(2) })).filter(({ what }) => what === 'held');
    expect(held.map(({ at }) => at)).toEqual(times);
  });
});

describe('open cases', () => {
  it('take their hours from their worker before sessions are held', () => {
    // Ten hours a week: two cases take half an hour a day each, five a week. Sessions of two hours: two can be held.
    const pathways = [pathway({ interval: 1, sessions: fixed(4), sessionHours: 2, caseHoursPerDay: 0.5 })];
    const parts = {
      weeks: 2,
      pathways,
      workers: [worker({ cap: 2, hoursPerDay: 2 })],
      open: [openCase(1), openCase(1)],
    };
    expect(spent(serviceLogOf(plan(parts)))).toEqual(['0 cases 0 5', '5 cases 0 5']);
    const held = logOf(plan(parts)).filter(({ what }) => what === 'held');
    expect(held.map(({ at }) => Math.floor(at / 5))).toEqual([0, 0, 1, 1]);
  });

  it('take no more than there is, and only for the days that their worker is in post', () => {
    const pathways = [pathway({ sessions: fixed(4), caseHoursPerDay: 3 })];
    const parts = { weeks: 3, pathways, waiting: waiting(1) };
    const short = plan({ ...parts, workers: [worker({ hoursPerDay: 2 })] });
    expect(spent(serviceLogOf(short))).toEqual(['5 cases 0 10', '10 cases 0 10']);
    const leaver = plan({ ...parts, workers: [worker({ until: 8 })] });
    // Three days of [5, 8).
    expect(spent(serviceLogOf(leaver))).toEqual(['5 cases 0 9']);
  });
});

describe('co-ordination of cases that partners hold', () => {
  it('takes hours of the team that co-ordinates, for as many as are held when the week opens', () => {
    const offer = partnerHeld({ coordinationHoursPerDay: 0.1, team: 1 });
    const rows = serviceLogOf(
      plan({
        weeks: 4,
        pathways: [pathway({ offer, sessions: fixed(2) })],
        teams: [[0], [0]],
        workers: [worker(), worker({ team: 1 })],
        waiting: waiting(4),
      }),
    );
    // Four are taken up at 0 and end at 10.
    expect(spent(rows)).toEqual(['5 coordination 1 2', '10 coordination 1 2']);
  });
});

describe('contact with those who wait', () => {
  it('takes hours of the workers who serve their list, by locality where lists are', () => {
    const rows = serviceLogOf(
      plan({
        weeks: 1,
        localities: [0, 1],
        pooling: { kind: 'by locality', overflowAfter: workingDays(Number.POSITIVE_INFINITY) },
        whileWaiting: whileWaiting({ contactHoursPerDay: 0.2 }),
        teams: [team({ locality: 0 }), team({ locality: 1 })],
        workers: [worker({ cap: 0 }), worker({ team: 1, cap: 0, hoursPerDay: 1 })],
        waiting: waiting(3),
      }),
    );
    expect(spent(rows)).toEqual(['0 waiting contact 1 3']);
  });

  it('is made by the team that runs the courses where no worker takes the families', () => {
    const rows = serviceLogOf(
      plan({
        weeks: 3,
        pathways: [pathway(), pathway({ offer: group({ startsEvery: 10, team: 0 }) })],
        teams: [[0]],
        whileWaiting: whileWaiting({ contactHoursPerDay: 0.5 }),
        waiting: [waits(0, { pathway: 1 }), waits(0, { pathway: 1 })],
      }),
    );
    // The course starts at 10, when the week has opened with two still waiting.
    expect(spent(rows)).toEqual(['0 waiting contact 0 5', '5 waiting contact 0 5', '10 waiting contact 0 5']);
  });
});

describe('when hours are short', () => {
  it('open cases come first, then co-ordination, courses and contact', () => {
    const pathways = [
      pathway({ sessions: fixed(9), caseHoursPerDay: 0.4 }),
      pathway({ sessions: fixed(9), offer: partnerHeld({ coordinationHoursPerDay: 0.6 }) }),
      pathway({ offer: group({ startsEvery: 5, sessions: 9, facilitatorHours: 4 }) }),
    ];
    const parts = (hoursPerDay: number) =>
      serviceLogOf(
        plan({
          weeks: 3,
          pathways,
          workers: [worker({ hoursPerDay })],
          whileWaiting: whileWaiting({ contactHoursPerDay: 1 }),
          waiting: [waits(-2), waits(-1), waits(0, { pathway: 1 }), waits(0, { pathway: 2 })],
        }),
      );
    // In [10, 15): cases 2, co-ordination 3, course 4, and 5 of contact for the one who waits.
    const inLastWeek = (hoursPerDay: number) =>
      spent(parts(hoursPerDay)).filter((line) => line.startsWith('10 '));
    expect(inLastWeek(3)).toEqual([
      '10 cases 0 2',
      '10 coordination 0 3',
      '10 groups 0 4',
      '10 waiting contact 0 5',
    ]);
    expect(inLastWeek(1.2)).toEqual(['10 cases 0 2', '10 coordination 0 3', '10 groups 0 1']);
    expect(inLastWeek(0.2)).toEqual(['10 cases 0 1']);
  });
});

describe('where nothing else takes hours', () => {
  it('nothing is told, and sessions have all of them', () => {
    const parts = { workers: [worker({ cap: 3, hoursPerDay: 0.2 })], waiting: waiting(3) };
    expect(spent(serviceLogOf(plan(parts)))).toEqual([]);
    expect(story(logOf(plan(parts)), 'held')).toEqual([
      '5 held waiting 1',
      '10 held waiting 2',
      '15 held waiting 3',
    ]);
  });
});
