/** Measures of families, worked out by hand from what the recorder is told by hand. */
import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../sim/measures/groups.ts';
import type { MeasureKey } from '../../sim/measures/measures.ts';
import type { Who } from '../../sim/measures/recorder.ts';
import type { Group } from '../../sim/measures/result.ts';
import { OUTCOMES, type Plan } from '../../sim/plan.ts';
import { workingDays } from '../../sim/units.ts';
import { fixed, group, partnerHeld, pathway, plan } from '../service/plan-builder.ts';
import { as, recorded, SERVICE, who } from './told-by-hand.ts';

describe('groups', () => {
  it('are the service, then its parts, all in families; then all in children', () => {
    const parts = { pathways: [pathway(), pathway()], teams: [[0], [1]], localities: [0.5, 0.5] };
    const names = (plan: Plan) =>
      groupsOf(plan).map(({ kind, name, counted }) => `${kind}: ${name}, ${counted}`);
    expect(names(plan())).toEqual(['service: whole service, families']);
    const inFamilies = names(plan(parts));
    expect(inFamilies).toEqual([
      'service: whole service, families',
      'pathway: pathway, families',
      'pathway: pathway, families',
      'team: team 1, families',
      'team: team 2, families',
      'locality: locality 1, families',
      'locality: locality 2, families',
    ]);
    expect(names(plan({ ...parts, children: fixed(2) }))).toEqual([
      ...inFamilies,
      ...inFamilies.map((name) => name.replace('families', 'children')),
    ]);
  });
});

describe('families of one, two and three children', () => {
  const [one, two, three] = [1, 2, 3].map((children) => who({ children })) as [Who, Who, Who];
  // All join at 0; the first is allocated at 1 and closed at 6, the second at 4 and 9; the third waits to the end, 10.
  const { value, of, weekly } = recorded(
    plan({ weeks: 2, children: fixed(2), target: 5 }),
    [
      (recorder) => {
        for (const family of [one, two, three]) {
          recorder.referred(0, family);
          recorder.joined(0, family);
        }
        recorder.allocated(1, one, 0, 1, 1, 1);
        recorder.allocated(4, two, 0, 1, 4, 4);
      },
      (recorder) => {
        recorder.closed(6, one, 0, 1, as('needsMet'), 5, 3);
        recorder.closed(9, two, 0, 1, as('escalated'), 5, 6);
        recorder.cameBack(9.5, two);
      },
    ],
    [[three, 10]],
  );
  const CHILDREN: Partial<Group> = { kind: 'service', counted: 'children' };
  const both = (key: MeasureKey) => [value(key), value(key, CHILDREN)];

  it('count one, two and three times among children', () => {
    expect(both('referrals')).toEqual([3, 6]);
    expect(both('allocated')).toEqual([2, 3]);
    expect(both('closed')).toEqual([2, 3]);
    expect(both('escalated')).toEqual([1, 2]);
    expect(both('closed_needs_met')).toEqual([1, 1]);
    expect(both('rereferral_share')).toEqual([1 / 2, 2 / 3]);
  });

  it('weigh so in stocks', () => {
    expect(both('waiting_end')).toEqual([1, 3]);
    // 1 child for 1 day, 2 for 4, 3 for 10.
    expect(both('waiting_mean')).toEqual([15 / 10, 39 / 10]);
    expect(weekly('waiting_mean', CHILDREN)).toEqual([(1 + 8 + 15) / 5, 3]);
    // 1 child from 1 to 6, 2 from 4 to 9.
    expect(both('open_cases_mean')).toEqual([1, 15 / 10]);
  });

  it('weigh so in waits, lengths and doses', () => {
    expect(both('wait_mean')).toEqual([2.5, 3]);
    expect(both('wait_p50')).toEqual([2.5, 4]);
    expect(both('within_target')).toEqual([2 / 3, 3 / 6]);
    expect(both('dose_mean')).toEqual([4.5, 5]);
    expect(both('length_mean')).toEqual([5, 5]);
    // Kaplan-Meier by hand: of 3 families one leaves at 1, one at 4; of 6 children one at 1, two at 4.
    expect(value('wait_all_mean')).toBeCloseTo(1 + 3 * (2 / 3) + 6 * (1 / 3), 12);
    expect(value('wait_all_mean', CHILDREN)).toBeCloseTo(1 + 3 * (5 / 6) + 6 * (3 / 6), 12);
    const counted = (wanted: Partial<Group>) =>
      [of(wanted).waits, of(wanted).totalWaits, of(wanted).stillWaiting].map((bins) =>
        bins.reduce((sum, count) => sum + count, 0),
      );
    expect(counted(SERVICE)).toEqual([2, 2, 1]);
    expect(counted(CHILDREN)).toEqual([3, 3, 3]);
  });

  it('have no children where no families are counted', () => {
    for (const key of [
      'decisions',
      'sessions_held',
      'places_mean',
      'hours_sessions',
      'staff_in_post_mean',
    ] as const)
      expect(value(key, CHILDREN), key).toBeNaN();
  });
});

describe('ways out', () => {
  it('are told apart at closure, whoever did the work', () => {
    const each = plan({ weeks: 1, pathways: [pathway(), pathway({ offer: partnerHeld() })] });
    const { value } = recorded(each, [
      (recorder) => {
        OUTCOMES.forEach((_, outcome) => {
          recorder.opened(0, who(), 0, 1);
          recorder.closed(1, who(), 0, 1, outcome, 10, 4);
        });
        recorder.openedWithPartner(0, who({ pathway: 1 }));
        recorder.ended(2, who({ pathway: 1 }), 'partner-held', as('movedAway'), 40, 9);
        recorder.stepped(2, who({ pathway: 1 }));
        recorder.escalatedAfter(3, who());
      },
    ]);
    expect(value('closed')).toBe(7);
    expect(value('closed_needs_met')).toBe(1);
    expect(value('closed_disengaged')).toBe(1);
    expect(value('closed_escalated')).toBe(1);
    expect(value('closed_transferred')).toBe(1);
    expect(value('closed_moved_away')).toBe(2);
    expect(value('closed_other')).toBe(1);
    expect(value('escalated')).toBe(1);
    expect(value('escalated_after')).toBe(1);
    expect(value('stepped')).toBe(1);
    // Lengths and doses of the whole service are those of work by its workers.
    expect([value('length_mean'), value('dose_mean')]).toEqual([10, 4]);
  });

  it('before a place are declining, withdrawing and escalating', () => {
    const { value } = recorded(plan({ weeks: 1 }), [
      (recorder) => {
        for (let family = 0; family < 5; family++) recorder.joined(0, who());
        recorder.declinedBefore(0, who());
        recorder.declinedOffer(1, who(), 1);
        recorder.withdrew(2, who(), 2);
        recorder.escalatedWaiting(3, who(), 3);
      },
    ]);
    expect(value('declined')).toBe(2);
    expect(value('left_list')).toBe(1);
    expect(value('escalated_waiting')).toBe(1);
    expect(value('escalated')).toBe(1);
    // Five at first; one less from 1, 2 and 3 on.
    expect(value('waiting_mean')).toBe((5 + 4 + 3 + 2 + 2) / 5);
    expect(value('waiting_end')).toBe(2);
  });
});

describe('courses and partners', () => {
  const mixed = plan({
    weeks: 2,
    target: 5,
    pathways: [
      { ...pathway(), name: 'one to one' },
      { ...pathway({ offer: group() }), name: 'course' },
      { ...pathway({ offer: partnerHeld() }), name: 'partner' },
    ],
  });
  const [alone, course, partner] = [0, 1, 2].map((pathway) => who({ pathway })) as [Who, Who, Who];
  const { value } = recorded(
    mixed,
    [
      (recorder) => {
        for (const family of [alone, course, partner]) recorder.joined(0, family);
        recorder.tookUp(2, partner, 'partner-held', 2, 3);
        recorder.allocated(4, alone, 0, 1, 4, 4);
      },
      (recorder) => {
        recorder.tookUp(6, course, 'group', 6, 6);
        recorder.ended(8, course, 'group', as('needsMet'), 2, 5);
        recorder.closed(9, alone, 0, 1, as('needsMet'), 5, 1);
      },
    ],
    [[course, 7]],
  );
  const of = (name: string): Partial<Group> => ({ kind: 'pathway', name });

  it('are allocations and open cases of their pathway', () => {
    expect([value('allocated', of('course')), value('allocated', of('partner'))]).toEqual([1, 1]);
    expect([value('wait_mean', of('course')), value('total_wait_mean', of('partner'))]).toEqual([6, 3]);
    expect([value('open_cases_mean', of('course')), value('open_cases_mean', of('partner'))]).toEqual([
      2 / 10,
      8 / 10,
    ]);
    expect([value('length_mean', of('course')), value('dose_mean', of('course'))]).toEqual([2, 5]);
    // Taken up after 6 days, and one still waiting after 7.
    expect(value('within_target', of('course'))).toBe(0);
  });

  it('are stocks of their own of the whole service, whose cases and waits are those with a worker', () => {
    expect(value('in_groups_mean')).toBe(2 / 10);
    expect(value('partner_held_mean')).toBe(8 / 10);
    expect(value('open_cases_mean')).toBe(5 / 10);
    expect(value('allocated')).toBe(1);
    expect(value('wait_mean')).toBe(4);
    expect(value('within_target')).toBe(1);
    expect(value('closed')).toBe(2);
    // On the list: 2 days, 4 days, 6 days.
    expect(value('waiting_mean')).toBe((2 + 4 + 6) / 10);
  });
});

describe('localities', () => {
  it('have the waits and cases of the families who live there', () => {
    const [north, south] = [who({ locality: 0 }), who({ locality: 1 })];
    const { value } = recorded(
      plan({ weeks: 1, localities: [0.5, 0.5], target: 1 }),
      [
        (recorder) => {
          recorder.referred(0, north);
          recorder.decided(0, south, 2, 0);
          for (const family of [north, south, south]) recorder.joined(0, family);
          recorder.allocated(1, north, 0, 1, 1, 1);
          recorder.allocated(3, south, 0, 1, 3, 3);
        },
      ],
      [[south, 5]],
    );
    const of = (name: string): Partial<Group> => ({ kind: 'locality', name });
    expect([value('wait_mean', of('locality 1')), value('wait_mean', of('locality 2'))]).toEqual([1, 3]);
    expect([value('within_target', of('locality 1')), value('within_target', of('locality 2'))]).toEqual([
      1, 0,
    ]);
    expect([value('referrals', of('locality 1')), value('decisions', of('locality 2'))]).toEqual([1, 1]);
    expect(value('triage_wait_mean', of('locality 2'))).toBe(2);
    expect(value('waiting_end', of('locality 2'))).toBe(1);
    expect(value('open_cases_mean', of('locality 1'))).toBe(4 / 5);
    expect(value('sessions_held', of('locality 1'))).toBeNaN();
  });
});

describe('a dated change', () => {
  it('of the target is the yardstick of waits that end from then on', () => {
    const changed = plan({
      weeks: 2,
      target: 10,
      changes: [{ at: 5, allocation: { target: workingDays(2) } }],
    });
    const { value } = recorded(changed, [
      (recorder) => {
        recorder.joined(0, who());
        recorder.joined(0, who());
        recorder.allocated(4, who(), 0, 1, 4, 4);
      },
      (recorder) => {
        recorder.changed(5, 1);
        recorder.allocated(6, who(), 0, 1, 6, 6);
      },
    ]);
    expect(value('within_target')).toBe(1 / 2);
  });
});
