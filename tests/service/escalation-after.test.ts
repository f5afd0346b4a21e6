/** Escalating to social care after closure, by hand and by its chance. One session, five days after allocation. */
import { describe, expect, it } from 'vitest';
import { probability } from '../../sim/units.ts';
import { logOf, story, timesOf } from './event-log.ts';
import { fixed, group, pathway, plan, waits, worker } from './plan-builder.ts';

const COUNT = 4000;
const always = { chance: probability(1), delay: fixed(2) };
const waiting = (count: number) => Array.from({ length: count }, (_, i) => waits(-count + i));

describe('after closure a family', () => {
  it('escalates after its delay, and then does not come back', () => {
    const pathways = [pathway({ escalatesAfter: 1, escalationDelay: fixed(7), comesBack: always })];
    const rows = logOf(plan({ pathways, waiting: [waits(0)] }));
    expect(story(rows, 'closed', 'escalated after', 'came back')).toEqual([
      '5 closed waiting 1',
      '12 escalated after waiting 1',
    ]);
  });

  it('escalates with the chance said; all others come back as they would have', () => {
    const pathways = [pathway({ escalatesAfter: 0.3, escalationDelay: fixed(7), comesBack: always })];
    const rows = logOf(
      plan({ weeks: 3, pathways, workers: [worker({ cap: COUNT })], waiting: waiting(COUNT) }),
    );
    const escalated = timesOf(rows, 'escalated after').length;
    const chance = 0.3;
    // Those who came back at 7 close again at 12 and can escalate at 19, beyond the run.
    expect(Math.abs(escalated / COUNT - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / COUNT));
    expect(timesOf(rows, 'came back').filter((at) => at === 7)).toHaveLength(COUNT - escalated);
  });

  it('that was closed as escalated does so no second time', () => {
    const pathways = [pathway({ escalatesAfter: 1, outcomes: [0, 0, 1, 0, 0, 0] })];
    const rows = logOf(plan({ pathways, waiting: [waits(0)] }));
    expect(story(rows, 'closed', 'escalated after')).toEqual(['5 closed waiting 1']);
  });

  it('that goes over to another pathway is still in work: only the closure there counts', () => {
    const pathways = [
      pathway({ stepsTo: [0, 1], escalatesAfter: 1 }),
      pathway({ escalatesAfter: 1, escalationDelay: fixed(4) }),
    ];
    const rows = logOf(plan({ pathways, waiting: [waits(0)] }));
    expect(story(rows, 'stepped', 'escalated after')).toEqual([
      '5 stepped waiting 1',
      '14 escalated after waiting 1',
    ]);
  });

  it('escalates after a course too', () => {
    const pathways = [pathway({ offer: group(), escalatesAfter: 1, escalationDelay: fixed(7) })];
    const rows = logOf(plan({ pathways, waiting: [waits(0)] }));
    expect(story(rows, 'took up', 'ended', 'escalated after')).toEqual([
      '5 took up waiting 1',
      '10 ended waiting 1',
      '17 escalated after waiting 1',
    ]);
  });

  it('closed before the run escalates in it if its time has not passed', () => {
    // One closed each day before the start, and all escalate 20 days later: those of the last 20 days do so on days 0 to 19.
    const pathways = [pathway({ escalatesAfter: 1, escalationDelay: fixed(20) })];
    const rows = logOf(plan({ weeks: 10, pathways, closuresPerDay: [1] }));
    expect(timesOf(rows, 'escalated after')).toEqual(Array.from({ length: 20 }, (_, day) => day));
  });
});
