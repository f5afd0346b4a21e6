import { describe, expect, it } from 'vitest';
import { check, problemsOf } from '../../scenarios/check.ts';
import { parameters, SCENARIO_SHAPE, type Shape } from '../../scenarios/shape.ts';
import { smallWith } from './sample-scenario.ts';

/** Names that stand for `*`, by the group it is in. */
const NAMES: readonly (readonly [group: RegExp, name: string])[] = [
  [/sources$/, 'everyone'],
  [/schoolHolidays$/, 'summer'],
  [/localities$/, 'town'],
  [/needs$/, 'ordinary'],
  [/(pathways|stepsTo|opening\.waiting|opening\.open)$/, 'family support'],
  [/teams$/, 'main'],
  [/posts$/, 'worker'],
  [/changes$/, 'spring'],
];

function named(path: string): string {
  const keys: string[] = [];
  for (const key of path.split('.')) {
    const group = keys.join('.');
    keys.push(key === '*' ? NAMES.find(([where]) => where.test(group))![1] : key);
  }
  return keys.join('.');
}

/** A patch with one value; a plan says besides in which way it is given. */
function only(path: string, value: unknown): Record<string, unknown> {
  const keys = path.split('.');
  const last = keys.at(-1)!;
  const way = keys.at(-2) === 'plan' && last !== 'by' ? { by: last === 'sessions' ? last : 'length' } : {};
  return keys
    .slice(0, -1)
    .reduceRight<Record<string, unknown>>((inner, key) => ({ [key]: inner }), { ...way, [last]: value });
}

function expectRefused(path: string, value: unknown, allowed: string): void {
  const found = problemsOf(smallWith(only(path, value))).find((problem) => problem.path === path);
  expect(found, path).toMatchObject({ path, value });
  expect(found?.allowed).toContain(allowed);
  expect(found?.message).toContain('; ');
}

/** Each new parameter, values just beyond what is allowed, and what is. */
const BEYOND: readonly (readonly [path: string, values: readonly unknown[], allowed: string])[] = [
  ['families.children', [{ distribution: 'fixed', value: 9 }, 2], 'a mean from 1 to 8'],
  ['localities.*.share', [-0.01, 1.01], 'from 0 to 1'],
  ['demand.referralsPerYear', [-1, 200_001], 'from 0 to 200000'],
  ['demand.sources.*.share', [-0.01, 1.01], 'from 0 to 1'],
  ['demand.sources.*.holidayFactor', [0, 3.01], 'from 0.01 to 3'],
  ['demand.sources.*.septemberRebound', [-0.01, 1.01], 'from 0 to 1'],
  ['demand.sources.*.weeklyCsv.file', ['', 7], 'text of 1 to 400'],
  ['demand.sources.*.weeklyCsv.column', ['', 7], 'text of 1 to 200'],
  ['demand.schoolHolidays.*.from', ['2026-13-01', 'July'], 'a date'],
  ['demand.schoolHolidays.*.to', ['2026-02-30', 2026], 'a date'],
  ['needs.*.declinesBefore', [-0.01, 1.01], 'from 0 to 1'],
  ['needs.*.declinesOffer', [-0.01, 1.01], 'from 0 to 1'],
  ['frontDoor.timing', ['weekly'], '"at once", "panel"'],
  ['frontDoor.panelEveryDays', [0.5, 131], 'from 1 to 130'],
  ['frontDoor.panelMost', [0, 1.5, 'all'], 'from 1 to 10000, or "unlimited"'],
  ['frontDoor.decisionHours', [-0.1, 61], 'from 0 to 60'],
  ['frontDoor.duty.workers', [0, 1.5, 501, 'some'], 'from 1 to 500, or "unlimited", "none"'],
  ['frontDoor.duty.visitTime', [{ distribution: 'fixed', value: 61 }, 3], 'a mean from 0 to 60'],
  ['frontDoor.duty.hoursPerFamily', [-0.1, 61], 'from 0 to 60'],
  ['frontDoor.duty.sessionsSaved', [-1, 0.5, 51], 'whole number from 0 to 50'],
  ['frontDoor.adviceLine.calls', [-1, 200_001], 'from 0 to 200000'],
  ['frontDoor.adviceLine.per', ['day'], '"working day"'],
  ['frontDoor.adviceLine.resolved', [-0.01, 1.01], 'from 0 to 1'],
  ['frontDoor.adviceLine.elsewhere', [-0.01, 1.01], 'from 0 to 1'],
  ['frontDoor.adviceLine.socialCare', [-0.01, 1.01], 'from 0 to 1'],
  ['frontDoor.adviceLine.frontDoor', [-0.01, 1.01], 'from 0 to 1'],
  ['frontDoor.adviceLine.hoursPerCall', [-0.1, 13], 'from 0 to 12'],
  ['frontDoor.adviceLine.needs.*', [-0.01, 1.01], 'from 0 to 1'],
  ['waiting.contactEveryWeeks', [0.1, 53, 'always'], 'from 0.2 to 52, or "never"'],
  ['waiting.contactHours', [-0.1, 13], 'from 0 to 12'],
  ['waiting.withdrawalFactor', [-0.1, 2.1], 'from 0 to 2'],
  ['waiting.escalationFactor', [-0.1, 2.1], 'from 0 to 2'],
  ['waiting.needGrowthPerWeek', [-0.01, 0.11], 'from 0 to 0.1'],
  ['pathways.*.offer', ['course'], '"group", "partner-held"'],
  ['pathways.*.group.places', [0, 1.5, 501], 'whole number from 1 to 500'],
  ['pathways.*.group.startsEveryWeeks', [0.1, 105], 'from 0.2 to 104'],
  ['pathways.*.group.fewest', [0, 1.5, 501], 'whole number from 1 to 500'],
  ['pathways.*.group.sessions', [0, 1.5, 301], 'whole number from 1 to 300'],
  ['pathways.*.group.facilitatorHours', [-0.1, 101], 'from 0 to 100'],
  ['pathways.*.group.team', ['', 1], 'text of 1 to 80'],
  ['pathways.*.partner.most', [0, 1.5, 'all'], 'or "unlimited"'],
  ['pathways.*.partner.coordinationHoursPerWeek', [-0.1, 38], 'from 0 to 37'],
  ['pathways.*.partner.team', ['', 1], 'text of 1 to 80'],
  ['pathways.*.whenNoHours', ['skip'], '"put off", "lost"'],
  ['pathways.*.recordingHours', [-0.1, 13], 'from 0 to 12'],
  ['pathways.*.caseHoursPerWeek', [-0.1, 38], 'from 0 to 37'],
  ['pathways.*.assessment.by', ['duty'], '"none", "worker"'],
  ['pathways.*.assessment.time', [{ distribution: 'fixed', value: 261 }, 25], 'a mean from 0.1 to 260'],
  ['pathways.*.assessment.hours', [-0.1, 101], 'from 0 to 100'],
  ['pathways.*.stepsTo.*', [-0.01, 1.01], 'from 0 to 1'],
  ['pathways.*.escalationAfter.chance', [-0.01, 1.01], 'from 0 to 1'],
  ['pathways.*.escalationAfter.delay', [{ distribution: 'fixed', value: 261 }, 13], 'a mean from 0 to 260'],
  ['pathways.*.reReferral.version', ['high'], '"central", "low", "steep"'],
  ['allocation.pooling', ['two lists'], '"by locality"'],
  ['allocation.overflowAfterWeeks', [-1, 261, 'always'], 'from 0 to 260, or "never"'],
  ['allocation.capsCount', ['cases'], '"families", "children"'],
  ['workload.hoursCounted', ['all'], '"task times"'],
  ['workload.fixedHoursPerWeek', [-0.1, 38], 'from 0 to 37'],
  ['teams.*.area', ['coastal'], '"urban", "mixed", "rural"'],
  ['teams.*.travelHoursPerSession', [-0.1, 13], 'from 0 to 12'],
  ['teams.*.posts.*.serves', [[], 'family support'], '1 to 20 names'],
  ['teams.*.posts.*.movedFrom.team', ['', 1], 'text of 1 to 80'],
  ['teams.*.posts.*.movedFrom.post', ['', 1], 'text of 1 to 80'],
  ['teams.*.posts.*.salary', [-1, 200_001], 'from 0 to 200000'],
  ['teams.*.posts.*.staffing', ['random'], '"averaged", "by chance"'],
  ['teams.*.posts.*.turnoverPerYear', [-0.01, 3.01], 'from 0 to 3'],
  ['teams.*.posts.*.timeToFill', [{ distribution: 'fixed', value: 261 }, 16], 'a mean from 0 to 260'],
  ['teams.*.posts.*.inductionNoCasesWeeks', [-1, 105], 'from 0 to 104'],
  ['teams.*.posts.*.inductionHalfCapWeeks', [-1, 105], 'from 0 to 104'],
  ['teams.*.posts.*.sicknessDaysPerYear', [-1, 151], 'from 0 to 150'],
  ['teams.*.posts.*.sicknessSpellDays', [0.4, 261], 'from 0.5 to 260'],
  ['teams.*.posts.*.leaveDays', [-1, 101], 'from 0 to 100'],
  ['teams.*.posts.*.trainingDays', [-1, 101], 'from 0 to 100'],
  ['teams.*.posts.*.vacantAtStart', [-1, 501], 'from 0 to 500'],
  ['teams.*.posts.*.promotedFrom', ['', 1], 'text of 1 to 80'],
  ['teams.*.posts.*.promotedShare', [-0.01, 1.01], 'from 0 to 1'],
  ['costs.counted', ['maybe'], '"no", "yes"'],
  ['costs.priceYear', ['', 2025], 'text of 1 to 40'],
  ['costs.onCosts', [-0.1, 2.1], 'from 0 to 2'],
  ['costs.overheads', [-0.1, 2.1], 'from 0 to 2'],
  ['costs.managerSalary', [-1, 200_001], 'from 0 to 200000'],
  ['costs.managerOnCosts', [-0.1, 2.1], 'from 0 to 2'],
  ['costs.span', [0.9, 101], 'from 1 to 100'],
  ['costs.mileage', [-0.1, 11], 'from 0 to 10'],
  ['costs.milesPerVisit', [-1, 201], 'from 0 to 200'],
  ['costs.hire', [-1, 100_001], 'from 0 to 100000'],
  ['costs.frontDoorHour', [-1, 1_001], 'from 0 to 1000'],
  ['costs.escalation.shareOfChildren', [-0.01, 1.01], 'from 0 to 1'],
  ...['cin', 'cpp', 'lac'].flatMap((rung) => [
    [`costs.escalation.${rung}.share`, [-0.01, 1.01], 'from 0 to 1'] as const,
    [`costs.escalation.${rung}.perChildYear`, [-1, 1_000_001], 'from 0 to 1000000'] as const,
    [`costs.escalation.${rung}.years`, [-0.1, 19], 'from 0 to 18'] as const,
  ]),
  ['changes.*.from', ['soon', 2027], 'a date'],
];

describe('a value beyond what is allowed is refused with path, value and what is', () => {
  it.each(BEYOND)('%s', (path, values, allowed) => {
    for (const value of values) expectRefused(named(path), value, allowed);
  });
});

describe('every parameter', () => {
  // The number of children, sessions or weeks is never true, nor is a name or a date.
  it.each(parameters().map(({ path, leaf }) => [path, leaf.about.allowed] as const))(
    '%s refuses a value of another type',
    (path, allowed) => expectRefused(named(path), true, allowed),
  );
});

describe('every group', () => {
  const fixedGroups = (shape: Shape, path = ''): string[] => {
    const join = (key: string) => (path === '' ? key : `${path}.${key}`);
    if (shape.kind === 'named') return fixedGroups(shape.entry, join('*'));
    if (shape.kind !== 'fields') return [];
    const inner = [...shape.fields].flatMap(([key, field]) => fixedGroups(field, join(key)));
    return path === '' ? inner : [path, ...inner];
  };

  it.each(fixedGroups(SCENARIO_SHAPE))(
    '%s refuses a key it does not know, and names those it does',
    (path) => {
      expectRefused(`${named(path)}.unheardOf`, 1, 'one of ');
    },
  );

  it('refuses what is no group', () => {
    expectRefused('waiting', 7, 'contactEveryWeeks');
    expectRefused('changes.spring.teams', 7, 'an object in braces');
  });
});

describe('a scenario that says nothing of a mechanism', () => {
  it('has it switched off', () => {
    const scenario = check(smallWith({}));
    expect(scenario).toMatchObject({
      localities: {},
      changes: {},
      frontDoor: { timing: 'at once', duty: { workers: 'none' }, adviceLine: { calls: 0 } },
      waiting: { contactEveryWeeks: 'never', needGrowthPerWeek: 0 },
      needs: { ordinary: { declinesBefore: 0, declinesOffer: 0 } },
      demand: { schoolHolidays: {}, sources: { everyone: { holidayFactor: 1, septemberRebound: 0 } } },
      allocation: { pooling: 'one list', capsCount: 'families' },
      workload: { hoursCounted: 'contact share' },
      pathways: {
        'family support': {
          offer: 'one to one',
          whenNoHours: 'put off',
          assessment: { by: 'none' },
          stepsTo: {},
          escalationAfter: { chance: 0 },
          reReferral: { version: 'central' },
        },
      },
      teams: { main: { locality: 'whole area', posts: { worker: { staffing: 'averaged' } } } },
    });
  });

  it('reproduces the cost of an escalation worked out by hand from the same defaults', () => {
    const { cin, cpp, lac } = check(smallWith({})).costs.escalation;
    const perChild = [cin, cpp, lac].reduce((sum, { share, perChildYear, years }) => {
      return sum + share * perChildYear * years;
    }, 0);
    expect(2.1 * perChild).toBeCloseTo(26_916, 0);
  });
});
