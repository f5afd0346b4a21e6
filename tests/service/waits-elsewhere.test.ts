/**
 * Long waits at other services (for children's mental health, for an assessment of autism) send more families to Early Help, and with greater needs.
 * The model knows nothing of those services: a dated change of referrals and of needs says what they send. By hand: five families a week until day 10,
 * all with ordinary needs and one session; then eight a week, all urgent and with two sessions; from day 20 as in the beginning.
 */
import { describe, expect, it } from 'vitest';
import { logOf, type What } from './event-log.ts';
import { fixed, need, pathway, plan, replayed, worker } from './plan-builder.ts';

const WEEKLY = [5, 5, 8, 8, 5, 5];
const ordinary = replayed(WEEKLY, { needs: [1, 0] });
const urgent = replayed(WEEKLY, { needs: [0, 1] });
const service = {
  weeks: 10,
  sources: [ordinary],
  needs: [need({ priority: 2, pathways: [1, 0] }), need({ priority: 1, pathways: [0, 1] })],
  pathways: [pathway({ sessions: fixed(1) }), pathway({ sessions: fixed(2) })],
  workers: [worker({ cap: 12 })],
};
const changed = plan({
  ...service,
  changes: [
    { at: 10, sources: [urgent] },
    { at: 20, sources: [ordinary] },
  ],
});

describe('waits at other services, from one date to another,', () => {
  const rows = logOf(changed);
  const inWeek = (what: What, week: number) =>
    rows.filter((row) => row.what === what && Math.floor(row.at / 5) === week);

  it('bring more families, with needs of another pathway', () => {
    WEEKLY.forEach((count, week) => {
      const referred = inWeek('referred', week);
      expect(referred).toHaveLength(count);
      const index = week === 2 || week === 3 ? 1 : 0;
      for (const family of referred) expect(family.need).toBe(index);
    });
  });

  it('take more of the service: sixteen families two sessions each, twenty one', () => {
    const held = rows.filter(({ what }) => what === 'held');
    expect(held.filter(({ pathway }) => pathway === 0)).toHaveLength(20);
    expect(held.filter(({ pathway }) => pathway === 1)).toHaveLength(32);
  });

  it('leave the families who came before as they were', () => {
    const early = (of: typeof rows) => of.filter(({ at }) => at < 10);
    expect(early(rows)).toEqual(early(logOf(plan(service))));
  });
});
