import { describe, expect, it } from 'vitest';
import { check } from '../../scenarios/check.ts';
import { listInputs } from '../../scenarios/inputs.ts';
import { smallWith } from './sample-scenario.ts';

function inputs(changes: Record<string, unknown>): string[] {
  return listInputs(check(smallWith(changes)), new Map()).map(({ path }) => path);
}

const pathway = 'pathways.family support';
const post = 'teams.main.posts.worker';
const onlyPathway = (terms: object) => ({ pathways: { 'family support': terms } });
const onlyPost = (terms: object) => ({ teams: { main: { posts: { worker: terms } } } });
const onlySource = (terms: object) => ({ demand: { sources: { everyone: terms } } });
const course = { places: 10, startsEveryWeeks: 13, sessions: 10, facilitatorHours: 6, team: 'main' };

/** A choice, what it puts to use, and what it puts out of use. */
const CHOICES: readonly (readonly [what: string, changes: object, used: string[], unused: string[]])[] = [
  [
    'posts filled by chance',
    onlyPost({ effectiveFill: null, staffing: 'by chance' }),
    [`${post}.turnoverPerYear`, `${post}.timeToFill`, `${post}.sicknessSpellDays`],
    [`${post}.effectiveFill`, `${post}.absenceShare`],
  ],
  [
    'hours counted by task times',
    { workload: { hoursCounted: 'task times' } },
    ['workload.fixedHoursPerWeek', 'teams.main.area', `${pathway}.recordingHours`],
    [`${post}.contactShare`],
  ],
  [
    'travel as a number',
    { workload: { hoursCounted: 'task times' }, teams: { main: { travelHoursPerSession: 0.5 } } },
    ['teams.main.travelHoursPerSession'],
    ['teams.main.area'],
  ],
  [
    'a course',
    onlyPathway({ offer: 'group', group: course, partner: { team: 'main' } }),
    [`${pathway}.group.places`],
    [`${pathway}.partner.team`, `${pathway}.plan.length`, `${pathway}.sessionHours`],
  ],
  [
    'partners who hold cases',
    onlyPathway({ offer: 'partner-held', partner: { team: 'main' }, group: course }),
    [`${pathway}.partner.coordinationHoursPerWeek`],
    [`${pathway}.group.places`, `${pathway}.caseWeight`],
  ],
  [
    'a triage panel',
    { frontDoor: { timing: 'panel' } },
    ['frontDoor.panelEveryDays', 'frontDoor.panelMost'],
    ['frontDoor.desks', 'frontDoor.decisionTime'],
  ],
  [
    'duty visits',
    { frontDoor: { duty: { workers: 2 } } },
    ['frontDoor.duty.visitTime', 'frontDoor.duty.sessionsSaved'],
    [],
  ],
  [
    'an advice line',
    { frontDoor: { adviceLine: { calls: 950, needs: { ordinary: 1 } } } },
    ['frontDoor.adviceLine.resolved', 'frontDoor.adviceLine.needs.ordinary'],
    [],
  ],
  [
    'contact on the list',
    { waiting: { contactEveryWeeks: 4 } },
    ['waiting.contactHours', 'waiting.withdrawalFactor', 'waiting.escalationFactor'],
    [],
  ],
  [
    'quiet school holidays',
    onlySource({ holidayFactor: 0.24 }),
    ['demand.sources.everyone.septemberRebound'],
    [],
  ],
  [
    'a share of a total',
    { demand: { referralsPerYear: 500, sources: { everyone: { referrals: null, share: 1 } } } },
    ['demand.referralsPerYear', 'demand.sources.everyone.share'],
    ['demand.sources.everyone.per'],
  ],
  [
    'a flat chance of coming back',
    onlyPathway({ reReferral: { version: 'low' } }),
    [`${pathway}.reReferral.version`],
    [`${pathway}.reReferral.chance`, `${pathway}.reReferral.slopePerSession`],
  ],
  [
    'an assessment by the worker',
    onlyPathway({ assessment: { by: 'worker' } }),
    [`${pathway}.assessment.time`, `${pathway}.assessment.hours`],
    [],
  ],
  [
    'lists by locality',
    { localities: { east: { share: 1 } }, allocation: { pooling: 'by locality' } },
    ['allocation.overflowAfterWeeks', 'localities.east.share'],
    [],
  ],
  ['no costs', { costs: { counted: 'no' } }, ['costs.counted'], ['costs.onCosts', `${post}.salary`]],
];

describe('the inputs of a scenario', () => {
  const usual = inputs({});

  it.each(CHOICES)('follow the choice of %s', (_, changes, used, unused) => {
    const found = inputs({ ...changes });
    for (const path of used) expect(found).toContain(path);
    for (const path of unused) expect(found).not.toContain(path);
    for (const path of unused.filter((each) => !/partner|group|area/.test(each)))
      expect(usual).toContain(path);
  });

  it('hold nothing of what is switched off', () => {
    expect(usual.filter((path) => /duty\.(?!workers)|adviceLine\.(?!calls)/.test(path))).toEqual([]);
    expect(usual.filter((path) => /turnover|timeToFill|sickness|induction|overflow/.test(path))).toEqual([]);
  });

  it('hold all that a dated change says', () => {
    const found = inputs({
      changes: { spring: { from: '2027-04-01', teams: { main: { posts: { worker: { fte: 22 } } } } } },
    });
    expect(found).toContain('changes.spring.from');
    expect(found).toContain('changes.spring.teams.main.posts.worker.fte');
  });
});
