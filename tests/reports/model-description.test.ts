import { describe, expect, it } from 'vitest';
import { EVENT_ORDER } from '../../reports/model-description/event-order.ts';
import { MECHANISMS, mechanismsOver } from '../../reports/model-description/mechanisms.ts';
import { modelDescription, type RunTerms } from '../../reports/model-description.ts';
import { scenariosOverTime } from '../../scenarios/changes.ts';
import type { ScenarioDocument } from '../../scenarios/file.ts';
import { PRESETS } from '../../scenarios/presets/index.ts';
import { MEASURE_KEYS } from '../../sim/measures/measures.ts';
import { RANK } from '../../sim/service/ranks.ts';
import { presetDocument, smallDocument } from '../scenarios/scenario-document.ts';

const RUN: RunTerms = {
  seed: 4711,
  replications: 'auto',
  program: { engine: '9.8.7', version: '6.5.4', node: '>=24', licence: 'MIT' },
  precision: {
    step: 50,
    most: 2000,
    relativeHalfWidth: 0.05,
    narrowEnough: { wait_mean: 0.1, waiting_mean: 0.1 },
  },
  pilot: { replications: 20, weeks: 260, roundedUpToWeeks: 13 },
};

/** STRESS-DES 1.0 (Monks and others 2019), appendix: its items in order; the sixth section has one. */
const STRESS_ITEMS = [
  ...['1.1', '1.2', '1.3'],
  ...['2.1', '2.2', '2.3', '2.4', '2.5.1', '2.5.2', '2.5.3', '2.5.4', '2.5.5'],
  ...['3.1', '3.2', '3.3', '3.4'],
  ...['4.1', '4.2', '4.3'],
  ...['5.1', '5.2', '5.3', '5.4'],
  '6',
];

/** Number and text of each item. */
function itemsOf(text: string): [number: string, text: string][] {
  return text
    .split(/^(?=###? \d)/m)
    .slice(1)
    .map((part): [string, string] => {
      const [heading, ...body] = part.split('\n');
      return [/^#+ ([\d.]+)/.exec(heading!)![1]!, body.join('\n').trim()];
    })
    .filter(([number]) => number.includes('.') || number === '6');
}

function itemOf(document: ScenarioDocument, wanted: string, run: RunTerms = RUN): string {
  return itemsOf(modelDescription(document, run)).find(([number]) => number === wanted)![1];
}

describe.each(PRESETS.map(({ id }) => id))('the description of %s', (id) => {
  const document = presetDocument(id);
  const text = modelDescription(document, RUN);
  const items = itemsOf(text);
  const item = (wanted: string) => items.find(([number]) => number === wanted)![1];

  it('has every item of STRESS-DES in order, none empty', () => {
    expect(items.map(([number]) => number)).toEqual(STRESS_ITEMS);
    for (const [, body] of items) expect(body).toMatch(/\w{3}/);
    expect(text).not.toMatch(/\b(undefined|NaN|TODO|TBC|n\/a)\b|\[object/);
  });

  it('names versions and seed', () => {
    for (const words of ['engine 9.8.7', 'Headroom 6.5.4', 'seed 4711']) expect(text).toContain(words);
  });

  it('has a row for each input, output and source', () => {
    const inputs = item('3.3');
    for (const { path } of document.inputs) expect(inputs).toContain(`| \`${path}\` |`);
    const outputs = item('1.2');
    for (const key of MEASURE_KEYS) expect(outputs).toContain(`| \`${key}\` |`);
    const assumed = document.inputs.filter(({ confidence }) => confidence === 'assumption');
    expect(item('3.4').match(/^\| `/gm)?.length ?? 0).toBe(assumed.length);
  });

  it('draws every source, pathway and team', () => {
    const diagram = item('2.1');
    const { demand, pathways, teams } = document.scenario;
    for (const name of Object.keys(demand.sources)) expect(diagram).toContain(`(["${name}"])`);
    for (const name of Object.keys(pathways)) expect(diagram).toContain(`"Waiting list: ${name}"`);
    for (const [name, { serves }] of Object.entries(teams))
      for (const pathway of serves.filter((served) => pathways[served]?.offer === 'one to one'))
        expect(diagram).toContain(`"${pathway}, team ${name}"`);
  });
});

/** What the small scenario uses with every default. */
const BY_DEFAULT = [
  'Giving up waiting',
  'Escalation while waiting',
  'Priority',
  'Missed sessions',
  'Coming back after closure',
  'Averaged staffing',
  'Warm-up',
  'Costs',
];

const everyone = (terms: object) => ({ demand: { sources: { everyone: terms } } });
const need = (terms: object) => ({ needs: { ordinary: terms } });
const work = (terms: object) => ({ pathways: { 'family support': terms } });
const post = (terms: object) => ({ teams: { main: { posts: { worker: terms } } } });
const second = { pathways: { other: {} }, teams: { main: { serves: ['family support', 'other'] } } };
const course = { places: 8, startsEveryWeeks: 13, sessions: 10, facilitatorHours: 5, team: 'main' };
const change = { 'a panel': { from: '2026-10-01', allocation: { timing: 'panel' } } };

const moving = {
  'five to the north': {
    from: '2026-10-01',
    teams: {
      main: { posts: { worker: { fte: 15 } } },
      north: {
        serves: ['family support'],
        posts: { moved: { fte: 5, effectiveFill: 1, movedFrom: { team: 'main', post: 'worker' } } },
      },
    },
  },
};

/** A change to the small scenario, what it then uses besides the defaults, and what it no longer uses. */
const SWITCHED: readonly [
  patch: Readonly<Record<string, unknown>>,
  on: readonly string[],
  off: readonly string[],
][] = [
  [{}, [], []],
  [everyone({ monthProfile: [1, 1, 1, 1, 1, 1, 1, 0.5, 1, 1, 1, 1] }), ['Season by month'], []],
  [everyone({ holidayFactor: 0.24 }), ['School holidays'], []],
  [everyone({ holidayFactor: 0.24, septemberRebound: 0.1 }), ['School holidays', 'September rebound'], []],
  [everyone({ growthPerYear: 0.05 }), ['Growth of demand'], []],
  [everyone({ overdispersion: 2 }), ['Bunching of referrals'], []],
  [everyone({ referrals: null, weekly: new Array(104).fill(9) }), ['Replay of weekly counts'], []],
  [everyone({ repeatShare: 0.1 }), ['Repeat contacts'], []],
  [{ frontDoor: { adviceLine: { calls: 950, needs: { ordinary: 1 } } } }, ['Advice line'], []],
  [{ localities: { north: { share: 0.5 }, south: { share: 0.5 } } }, ['Localities'], []],
  [{ frontDoor: { desks: 3 } }, ['Queue for a decision'], []],
  [{ frontDoor: { timing: 'panel' } }, ['Triage panel'], []],
  [{ frontDoor: { duty: { workers: 2 } } }, ['Duty visit'], []],
  [need({ declinesBefore: 0.1 }), ['No consent before the list'], []],
  [need({ patience: 'unlimited' }), [], ['Giving up waiting']],
  [need({ escalationPerWeek: 0 }), [], ['Escalation while waiting']],
  [{ waiting: { contactEveryWeeks: 2 } }, ['Contact while waiting'], []],
  [{ waiting: { needGrowthPerWeek: 0.01 } }, ['Needs that grow with waiting'], []],
  [need({ declinesOffer: 0.08 }), ['Declining the place offered'], []],
  [{ allocation: { timing: 'panel' } }, ['Allocation panel'], []],
  [{ allocation: { order: 'first come' } }, [], ['Priority']],
  [{ allocation: { order: 'priority with ageing' } }, ['Waiting that counts as urgency'], ['Priority']],
  [
    {
      localities: { north: { share: 1 } },
      allocation: { pooling: 'by locality' },
      teams: { main: { locality: 'north' } },
    },
    ['Localities', 'Lists by locality'],
    [],
  ],
  [{ allocation: { capsCount: 'children' } }, ['Caps that count children'], []],
  [work({ caseWeight: 1.5 }), ['Case weights'], []],
  [work({ assessment: { by: 'worker' } }), ['Assessment by the worker'], []],
  [work({ missedShare: 0 }), [], ['Missed sessions']],
  [work({ dropOutPerSession: 0.02 }), ['Dropping out'], []],
  [work({ whenNoHours: 'lost' }), ['Sessions lost for want of hours'], []],
  [{ workload: { hoursCounted: 'task times' } }, ['Hours by task'], []],
  [
    { ...second, pathways: { other: {}, 'family support': { stepsTo: { other: 0.2 } } } },
    ['Stepping to another pathway'],
    [],
  ],
  [work({ reReferral: { chance: 0, least: 0, most: 0 } }), [], ['Coming back after closure']],
  [work({ escalationAfter: { chance: 0.05 } }), ['Escalation after closure'], []],
  [post({ staffing: 'by chance' }), ['Staffing by chance'], ['Averaged staffing']],
  [post({ until: '2027-01-04' }), ['Posts that begin or end'], []],
  [post({ serves: ['family support'] }), ['Posts that serve some pathways'], []],
  [
    {
      teams: {
        main: {
          posts: {
            worker: { staffing: 'by chance', promotedFrom: 'junior', promotedShare: 0.5 },
            junior: { fte: 2, staffing: 'by chance' },
          },
        },
      },
    },
    ['Staffing by chance', 'Promotion'],
    ['Averaged staffing'],
  ],
  [{ changes: moving }, ['Workers who move'], []],
  [{ costs: { counted: 'no' } }, [], ['Costs']],
  [
    { opening: { from: 'snapshot', waiting: { 'family support': { families: 9 } } } },
    ['Snapshot of today'],
    ['Warm-up'],
  ],
  [{ ...second, pathways: { other: { offer: 'group', group: course } } }, ['Group courses'], []],
  [
    { ...second, pathways: { other: { offer: 'partner-held', partner: { team: 'main' } } } },
    ['Cases held by partners'],
    [],
  ],
  [{ changes: change }, ['Allocation panel'], []],
];

describe('mechanisms', () => {
  it.each(SWITCHED)('of %j', (patch, on, off) => {
    const document = smallDocument(patch);
    const wanted = [...BY_DEFAULT.filter((name) => !off.includes(name)), ...on].toSorted();
    const { used, unused } = mechanismsOver(scenariosOverTime(document.scenario));
    expect(used.map(({ name }) => name).toSorted()).toEqual(wanted);
    const logic = itemOf(document, '2.2');
    for (const { name } of used) {
      expect(logic).toContain(`- **${name}.** `);
      expect(logic).not.toContain(`- **${name}**: `);
    }
    for (const { name } of unused) {
      expect(logic).toContain(`- **${name}**: `);
      expect(logic).not.toContain(`- **${name}.** `);
    }
  });

  it('are each switched on by one of these scenarios', () => {
    const switchedOn = [...BY_DEFAULT, ...SWITCHED.flatMap(([, on]) => on)];
    expect(MECHANISMS.map(({ name }) => name).filter((name) => !switchedOn.includes(name))).toEqual([]);
  });
});

describe('the order of events', () => {
  it('is the engine’s', () => {
    const ranks = Object.entries(RANK).toSorted(([, a], [, b]) => a - b);
    expect(EVENT_ORDER.map(({ rank }) => rank)).toEqual(ranks.map(([name]) => name));
  });

  it('leaves out what cannot happen', () => {
    expect(itemOf(smallDocument(), '2.4')).not.toContain('panel');
    expect(itemOf(smallDocument({ changes: change }), '2.4')).toContain('an allocation panel sits');
  });
});

describe('a dated change', () => {
  const document = smallDocument({
    changes: {
      'a cap of ten': { from: '2026-10-01', teams: { main: { posts: { worker: { capPerFte: 10 } } } } },
    },
  });

  it('is said with its date, and each parameter before and after', () => {
    const text = itemOf(document, '2.3');
    expect(text).toContain('From 1 October 2026: “a cap of ten”');
    expect(text).toContain('- from 1 October 2026: caseload cap 10 instead of 12 in main');
    const rows = text.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(
      /^\| `teams\.main\.posts\.worker\.capPerFte` \|.*\| 12 case weights \| 10 case weights \|$/,
    );
  });

  it('is named among the aims', () => {
    expect(itemOf(document, '1.3')).toContain('“a cap of ten”, from 1 October 2026');
  });
});

describe('how it is run', () => {
  it('takes weeks and replications from what is asked for', () => {
    const run = { ...RUN, weeks: 4, replications: 200 };
    // Four weeks of seven days from Wednesday 1 April 2026.
    expect(itemOf(smallDocument(), '4.2', run)).toContain(
      '4 weeks are reported, from 1 April 2026 to 28 April 2026',
    );
    expect(itemOf(smallDocument(), '4.3', run)).toContain('Replications: 200.');
    expect(itemOf(smallDocument(), '5.3', run)).toContain('--seed 4711 --replications 200 --weeks 4');
  });

  it('says how it begins', () => {
    expect(itemOf(smallDocument({ period: { warmUpWeeks: 26 } }), '4.1')).toContain('a warm-up of 26 weeks');
    expect(itemOf(smallDocument(), '4.1')).toContain('20 replications of 260 weeks');
    expect(itemOf(presetDocument('west-sussex'), '4.1')).toContain('There is no warm-up');
  });
});

it('a name with markup stays text', () => {
  const text = modelDescription(smallDocument({ name: 'A | *b* <script>' }), RUN);
  expect(text.split('\n')[0]).toBe('# Model description: A \\| \\*b\\* \\<script>');
});
