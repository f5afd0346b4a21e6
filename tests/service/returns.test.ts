/** Families that come back, by hand. A case takes five days (one session) and every family comes back four days after it, unless said. */
import { describe, expect, it } from 'vitest';
import type { ReReferralPlan } from '../../sim/plan.ts';
import { probability } from '../../sim/units.ts';
import { logOf, story } from './event-log.ts';
import { fixed, need, pathway, plan, waits, worker } from './plan-builder.ts';

type Terms = Partial<ReReferralPlan>;
const always: Terms = { chance: probability(1), delay: fixed(4) };
const returning = (terms: Terms) => [pathway({ comesBack: { ...always, ...terms } })];

describe('a family that comes back', () => {
  it('to the list joins it anew, with its wait from then and the episode counted', () => {
    const rows = logOf(plan({ weeks: 4, pathways: returning({}), waiting: [waits(-8)] }));
    expect(story(rows, 'allocated', 'closed', 'came back', 'joined')).toEqual([
      '0 joined waiting 1',
      '0 allocated waiting 1',
      '5 closed waiting 1',
      '9 came back waiting 1',
      '9 joined waiting 1',
      '9 allocated waiting 1',
      '14 closed waiting 1',
      '18 came back waiting 1',
      '18 joined waiting 1',
      '18 allocated waiting 1',
    ]);
    const allocated = rows.filter(({ what }) => what === 'allocated');
    expect(allocated.map(({ episode, wait }) => ({ episode, wait }))).toEqual([
      { episode: 0, wait: 8 },
      { episode: 1, wait: 0 },
      { episode: 2, wait: 0 },
    ]);
  });

  it('to the front door is decided on again', () => {
    const pathways = returning({ returnsTo: 'front door' });
    const rows = logOf(
      plan({ weeks: 3, pathways, decision: fixed(1), gathering: fixed(2), waiting: [waits(0)] }),
    );
    expect(story(rows, 'came back', 'decided', 'joined', 'allocated').slice(2)).toEqual([
      '9 came back waiting 1',
      '12 decided waiting 1',
      '12 joined waiting 1',
      '12 allocated waiting 1',
    ]);
    expect(rows.find(({ what }) => what === 'decided')!.sinceReferral).toBe(3);
  });

  it('takes the priority that returns have, ahead of those who waited before it', () => {
    const ordinary = [need({ priority: 2 })];
    const waiting = [waits(-3), waits(-2), waits(-1), waits(0)];
    const order = { kind: 'priority' } as const;
    const firstFour = (priority: number | null) =>
      story(
        logOf(plan({ needs: ordinary, order, pathways: returning({ priority, delay: fixed(1) }), waiting })),
        'allocated',
      ).slice(0, 4);
    // 1 closes at 5 and is back at 6, when 2 has the place until 10.
    expect(firstFour(1)).toEqual([
      '0 allocated waiting 1',
      '5 allocated waiting 2',
      '10 allocated waiting 1',
      '15 allocated waiting 2',
    ]);
    expect(firstFour(null)).toEqual([
      '0 allocated waiting 1',
      '5 allocated waiting 2',
      '10 allocated waiting 3',
      '15 allocated waiting 4',
    ]);
  });

  it('with recurring needs comes back for certain where the chance is 1, whatever its odds are multiplied by', () => {
    const certain = { recurringShare: probability(1), recurringOdds: 1.5 };
    const rows = logOf(plan({ weeks: 2, pathways: returning(certain), waiting: [waits(0)] }));
    expect(story(rows, 'closed', 'came back')).toEqual(['5 closed waiting 1', '9 came back waiting 1']);
  });
});

describe('the chance of coming back', () => {
  const FAMILIES = 2000;
  const shareBack = (terms: Terms, sessions: number) => {
    const pathways = [pathway({ sessions: fixed(sessions), comesBack: { delay: fixed(1000), ...terms } })];
    const waiting = Array.from({ length: FAMILIES }, () => waits(0));
    const long = plan({ weeks: 220, pathways, workers: [worker({ cap: FAMILIES })], waiting });
    const rows = logOf(long);
    return rows.filter(({ what }) => what === 'came back').length / FAMILIES;
  };
  const near = (share: number, chance: number) =>
    expect(Math.abs(share - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / FAMILIES));

  it('falls with the dose on the logistic curve, and stays within its bounds', () => {
    // Odds of 1 (chance 0.5) at two sessions, divided by e for each session more: 1 / (1 + e^3) = 0.0474 at five.
    const curve: Terms = { chance: probability(0.5), atSessions: 2, slope: 1 };
    near(shareBack(curve, 2), 0.5);
    near(shareBack(curve, 5), 1 / (1 + Math.exp(3)));
    near(shareBack({ ...curve, least: probability(0.2) }, 5), 0.2);
    near(shareBack({ ...curve, most: probability(0.3) }, 1), 0.3);
  });

  it('is 1 or 0 where the curve is so steep that odds are beyond any number', () => {
    const steep: Terms = { chance: probability(0.5), atSessions: 2, slope: 1000 };
    expect(shareBack(steep, 1)).toBe(1);
    expect(shareBack(steep, 3)).toBe(0);
    expect(shareBack({ ...steep, most: probability(0.3) }, 1)).toBeGreaterThan(0);
  });

  it('has its odds multiplied for the share with recurring needs', () => {
    // Odds 1/4 (chance 0.2) tripled are 3/4, chance 3/7, for half the families.
    const terms: Terms = { chance: probability(0.2), recurringShare: probability(0.5), recurringOdds: 3 };
    near(shareBack(terms, 1), (0.2 + 3 / 7) / 2);
  });

  it('does not hang on the outcome of closure', () => {
    // Half the cases end in one outcome, half in another; half of either come back.
    const half = probability(0.5);
    const none = probability(0);
    const ended = pathway({ comesBack: { chance: half, delay: fixed(1000) } });
    const pathways = [{ ...ended, outcomes: [half, none, none, half, none, none] }];
    const waiting = Array.from({ length: FAMILIES }, () => waits(0));
    const rows = logOf(plan({ weeks: 220, pathways, workers: [worker({ cap: FAMILIES })], waiting }));
    const back = new Set(rows.filter(({ what }) => what === 'came back').map(({ family }) => family));
    const both = rows.filter(
      ({ what, at, outcome, family }) => what === 'closed' && at < 1000 && outcome === 0 && back.has(family),
    );
    near(both.length / FAMILIES, 0.25);
  });
});
