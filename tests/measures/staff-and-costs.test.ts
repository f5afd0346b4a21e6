/** Measures of staff, hours and pounds, worked out by hand from what the recorder is told by hand. */
import { describe, expect, it } from 'vitest';
import { MEASURE_KEYS, MEASURES } from '../../sim/measures/measures.ts';
import type { Group } from '../../sim/measures/result.ts';
import { WeeklyRecorder } from '../../sim/measures/weekly-recorder.ts';
import type { CostPlan } from '../../sim/plan.ts';
import { fixed, pathway, plan, team, worker } from '../service/plan-builder.ts';
import { as, lists, recorded, who } from './told-by-hand.ts';

const FREE: CostPlan = {
  workerDay: [0],
  posts: [{ team: 'team 1', post: 'worker' }],
  postOfWorker: [[0]],
  travel: [0, 0],
  hire: 0,
  frontDoorHour: 0,
  escalationPerChild: 0,
  meanChildren: 2,
};

describe('costs', () => {
  const costs: CostPlan = {
    workerDay: [200, 150],
    posts: [
      { team: 'team 1', post: 'worker' },
      { team: 'team 2', post: 'worker' },
    ],
    postOfWorker: [[0, 1]],
    travel: [3, 5],
    hire: 3000,
    frontDoorHour: 40,
    escalationPerChild: 10_000,
    meanChildren: 2,
  };
  const workers = [worker(), worker({ team: 1, from: 8 })];
  const costed = (parts: Parameters<typeof plan>[0] = {}) =>
    plan({ weeks: 2, warmUpWeeks: 1, teams: [[0], [0]], workers, costs, decisionHours: 0.5, ...parts });
  // Week 1 is the warm-up. The second worker begins at 8, the first leaves at 12.
  const during = [
    (recorder: WeeklyRecorder) => {
      recorder.inPost(0, 0, true);
      recorder.hired(0);
      recorder.held(0, 0, 7);
      recorder.decided(1, who(), 1, 0.5);
    },
    (recorder: WeeklyRecorder) => {
      recorder.called(10, 5);
      recorder.inPost(8, 1, true);
      recorder.hired(1);
      recorder.decided(6, who(), 1, 0.5);
      recorder.dutyVisited(7, who(), 4);
      recorder.held(0, 0, 3);
      recorder.missed(0, 1);
    },
    (recorder: WeeklyRecorder) => {
      recorder.inPost(12, 0, false);
      recorder.left(0);
      recorder.held(0, 1, 2);
      recorder.joined(10, who({ children: 3 }));
      recorder.escalatedWaiting(11, who({ children: 3 }), 1);
      recorder.opened(11, who(), 1, 1);
      recorder.closed(12, who(), 1, 1, as('escalated'), 5, 2);
      recorder.escalatedAfter(13, who({ children: 4 }));
    },
  ];

  it('are pounds by the day, the session, the hire, the hour and the child', () => {
    const { value, weekly } = recorded(costed(), during);
    // First worker 5 + 2 days, second 2 + 5.
    expect(value('cost_staff')).toBe(2450);
    // Three sessions at 3 and one missed at 5; then two at 5.
    expect(value('cost_travel')).toBe(14 + 10);
    expect(value('cost_hires')).toBe(3000);
    // Calls 5 hours, a decision half an hour, a duty visit 4.
    expect(value('cost_front_door')).toBe(9.5 * 40);
    // Three escalations of 2 children each, as the children are not drawn.
    expect(value('cost_escalations')).toBe(3 * 2 * 10_000);
    expect(weekly('cost_total')).toEqual([1300 + 14 + 3000 + 380, 1150 + 10 + 60_000]);
    expect(value('cost_total')).toBe(4694 + 61_160);
    expect(value('cost_per_closure')).toBe(4694 + 1160);
    expect(value('hires')).toBe(1);
    expect(value('leavers')).toBe(1);
    expect(value('calls')).toBe(10);
  });

  it('of an escalation are those of the family’s own children where they are drawn', () => {
    const { value } = recorded(costed({ children: fixed(2) }), during);
    expect(value('cost_escalations')).toBe((3 + 1 + 4) * 10_000);
    expect(value('cost_escalations', { kind: 'service', counted: 'children' })).toBeNaN();
  });

  it('of a team are its workers, its travel and its hires', () => {
    const { value } = recorded(costed(), during);
    const second: Partial<Group> = { name: 'team 2' };
    expect(value('cost_staff', second)).toBe(7 * 150);
    expect(value('cost_travel', second)).toBe(15);
    expect(value('cost_hires', second)).toBe(3000);
    for (const key of ['cost_total', 'cost_per_closure', 'cost_front_door', 'cost_escalations'] as const)
      expect(value(key, second), key).toBeNaN();
  });

  it('have no value where nothing is costed', () => {
    const { value } = recorded(costed({ costs: null }), during);
    for (const key of MEASURE_KEYS.filter((each) => MEASURES[each].unit === 'pounds'))
      expect(value(key), key).toBeNaN();
  });
});

describe('hours', () => {
  // A session of 2 hours, travel of 0.5 and recording of 0.25; a team with 20 hours a week.
  const used = (hoursCount: 'direct' | 'all') =>
    recorded(
      plan({
        weeks: 2,
        pathways: [pathway({ sessionHours: 2, recordingHours: 0.25 })],
        teams: [team({ travelHours: 0.5, hoursCount })],
      }),
      [
        (recorder) => {
          recorder.hoursChanged(0, 20);
          recorder.spent('cases', 0, 3);
          recorder.spent('coordination', 0, 0.5);
          recorder.held(0, 0, 2);
          recorder.missed(0, 0);
          recorder.assessed(0, 0, 1.5);
        },
        (recorder) => {
          recorder.hoursChanged(0, 20);
          recorder.spent('groups', 0, 2);
          recorder.spent('waiting contact', 0, 1);
          recorder.held(0, 0, 1);
          recorder.lost(0, 0);
          recorder.hoursChanged(0, 12);
        },
      ],
    );

  it('are told by activity, as an average for each week', () => {
    const { value } = used('all');
    expect(value('hours_sessions')).toBe((3 * 2 + 1.5 + 2) / 2);
    expect(value('hours_travel')).toBe((1.5 + 0.5) / 2);
    expect(value('hours_recording')).toBe((0.75 + 0.25) / 2);
    expect(value('hours_cases')).toBe(3 / 2);
    expect(value('hours_coordination')).toBe(0.5 / 2);
    expect(value('hours_groups')).toBe(2 / 2);
    expect(value('hours_waiting_contact')).toBe(1 / 2);
    expect(value('sessions_lost')).toBe(1);
  });

  it('used are all of them where hours count all work, else those that the hours available are for', () => {
    expect(used('all').weekly('direct_hours_used_share')).toEqual([
      (7.5 + 1.5 + 0.75 + 3 + 0.5) / 20,
      (2 + 0.5 + 0.25 + 2 + 1) / 12,
    ]);
    expect(used('direct').weekly('direct_hours_used_share')).toEqual([
      (7.5 + 3 + 0.5) / 20,
      (2 + 2 + 1) / 12,
    ]);
  });
});

describe('staff in post', () => {
  it('are full-time equivalents, by the day', () => {
    const { value, weekly } = recorded(plan({ weeks: 2, teams: [[0], [0]] }), [
      (recorder) => {
        recorder.staffChanged(0, 0, 2.5, 0);
        recorder.staffChanged(0, 1, 1, 0.5);
        recorder.placesChanged(0, 0, 30);
        recorder.staffChanged(4, 0, 1.5, 1);
      },
      (recorder) => {
        recorder.staffChanged(8, 0, 2.5, 0);
      },
    ]);
    expect(weekly('staff_in_post_mean')).toEqual([(4 * 3.5 + 2.5) / 5, (3 * 2.5 + 2 * 3.5) / 5]);
    expect(value('staff_vacant_mean')).toBeCloseTo((4 * 0.5 + 4 * 1.5 + 2 * 0.5) / 10, 12);
    expect(value('staff_vacant_mean', { name: 'team 1' })).toBe(4 / 10);
    expect(value('places_mean')).toBe(30);
  });
});

describe('a dated change', () => {
  it('that moves a worker moves the pay and the cases', () => {
    const posts = ['worker', 'moved'].map((post, at) => ({ team: `team ${at + 1}`, post }));
    const costs: CostPlan = { ...FREE, workerDay: [200], posts, postOfWorker: [[0], [1]] };
    const moved = plan({
      weeks: 2,
      teams: [[0], [0]],
      costs,
      changes: [{ at: 7, workers: [{ team: 1 }] }],
    });
    const { value, weekly, postCosts } = recorded(moved, [
      (recorder) => {
        recorder.inPost(0, 0, true);
        recorder.opened(0, who(), 0, 1.5);
      },
      (recorder) => {
        recorder.changed(7, 1);
        recorder.movedTeam(7, who(), 0, 1, 1.5);
      },
    ]);
    const [from, to]: Partial<Group>[] = [{ name: 'team 1' }, { name: 'team 2' }];
    expect(value('cost_staff', from)).toBe(1000 + 400);
    expect(value('cost_staff', to)).toBe(600);
    expect(value('cost_staff')).toBe(2000);
    expect(postCosts).toEqual([1400, 600]);
    expect(weekly('slots_used_mean', from)).toEqual([1.5, (1.5 * 2) / 5]);
    expect(weekly('open_cases_mean', to)).toEqual([0, 3 / 5]);
    expect(value('open_cases_mean')).toBe(1);
  });
});

it('every replication begins anew', () => {
  const small = plan({ weeks: 1, children: fixed(1), costs: { ...FREE, workerDay: [100] } });
  const recorder = new WeeklyRecorder(small);
  const run = () => {
    recorder.begin();
    recorder.inPost(0, 0, true);
    recorder.staffChanged(0, 0, 1, 0);
    recorder.joined(0, who());
    recorder.allocated(1, who(), 0, 1, 1, 1);
    recorder.held(0, 0, 2);
    recorder.weekEnded(5, new Float64Array(1));
    recorder.finished(5, lists(small, []));
    return recorder.results;
  };
  const first = run();
  expect(run()).toEqual(first);
  expect(first[0]!.headline[MEASURE_KEYS.indexOf('cost_staff')]).toBe(500);
});
