/**
 * Presets whose work is given in several ways or tiers, or whose referrals are stated: what they derive is worked out again from what the
 * sources say (`published-rows.ts` has their words), to within the rounding of the presets' own figures.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { doseOf } from '../../scenarios/dose.ts';
import { readScenario } from '../../scenarios/file.ts';
import { PRESETS } from '../../scenarios/presets/index.ts';
import { middle, YEAR } from './stated-figures.ts';

/** England: working days in a week, bank holidays taken out (253 in a year and a little). */
const DAYS_PER_WEEK = 253.6 / YEAR;
/** Of referrals, families opened: Warwickshire, 500 of 672. */
const ACCEPTED = 0.74;
const USE = 0.9;
const MONTH = YEAR / 12;
/** The median of 13 authorities. */
const CHILDREN = 2.1;

interface Derived {
  /** Families open and weeks from allocation to closure, by pathway. */
  readonly cases: Readonly<Record<string, readonly [families: number, weeks: number]>>;
  /** Full-time equivalents and families that one holds, by team; none where the cases do not depend on them. */
  readonly held: Readonly<Record<string, readonly [fte: number, families: number]>>;
  /** Weeks of the assessment that a worker makes first. */
  readonly assessment?: number;
  /** Families a year who join through the advice line. */
  readonly byLine?: number;
  readonly partners: readonly string[];
}

const islandCouncil = 11 / (660 / 313);
const pathways = 1500 / CHILDREN;
const berkshire = middle(75, 100) * 12 * ACCEPTED;
const assessments = middle(110, 141) * 4;
/** Log-normal mean of the assessment time: half within 25 working days, coefficient of variation 0.484. */
const assessmentWeeks = (25 * Math.sqrt(1 + 0.484 ** 2)) / DAYS_PER_WEEK;

const DERIVED: Readonly<Record<string, Derived>> = {
  'isle-of-wight': {
    cases: {
      'held by partners': [313 - islandCouncil, middle(6, 9) * MONTH],
      'held by the council': [islandCouncil, middle(6, 9) * MONTH],
    },
    held: {},
    partners: ['held by partners'],
  },
  lincolnshire: {
    cases: {
      'held by schools': [2500 * 0.8 * 0.7, 26],
      'held by other partners': [2500 * 0.8 * 0.3, 26],
      'held by the council': [2500 * 0.2, 26],
    },
    held: Object.fromEntries(
      [1, 2, 3, 4].map((n) => [`quadrant ${n}`, [middle(50, 75), 125 / middle(50, 75)] as const]),
    ),
    partners: ['held by schools', 'held by other partners'],
  },
  'west-berkshire': {
    cases: { 'early help': [(berkshire * 26) / YEAR, 26] },
    held: { main: [(berkshire * 26) / YEAR / middle(15, 20), middle(15, 20)] },
    partners: [],
  },
  'warwickshire-pathways': {
    cases: {
      'with a family support worker': [pathways * 0.25, 18],
      'held by partners': [pathways * 0.75, 26],
    },
    held: { 'family support': [(pathways * 0.25) / (31 / CHILDREN), 31 / CHILDREN] },
    byLine: 950 * 0.03,
    partners: ['held by partners'],
  },
  'oldham-low': { cases: { 'low support': [48, 8] }, held: { main: [2.4, 20] }, partners: [] },
  oldham: {
    cases: {
      'intensive support': [15 * middle(7, 8), 6 * MONTH],
      'medium support': [24 * 20 * 0.9, 3 * MONTH],
      'low support': [24 * 20 * 0.1, 8],
    },
    held: {
      'council service': [15, middle(7, 8)],
      'engagement team 1': [8, 20],
      'engagement team 2': [8, 20],
      'engagement team 3': [8, 20],
    },
    partners: [],
  },
  greenwich: {
    cases: {
      Core: [middle(950, 1000) - middle(90, 120), middle(3, 6) * MONTH],
      Connect: [middle(90, 120), 3 * MONTH],
    },
    held: { Core: [48 - 8, 870 / 40], Connect: [6, middle(15, 20)] },
    partners: [],
  },
  'barking-dagenham': {
    cases: {
      Support: [(assessments * 26) / YEAR / 2, 26],
      Intervention: [(assessments * 26) / YEAR / 2, 26],
    },
    held: {},
    assessment: assessmentWeeks,
    partners: [],
  },
};

const read = (id: string) => {
  const preset = PRESETS.find((candidate) => candidate.id === id)!;
  return readScenario({ name: id, text: JSON.stringify(preset.scenario) }, () => null).scenario;
};
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const services = Object.entries(DERIVED).map(([id, derived]) => ({ id, derived }));

describe('presets of several offers', () => {
  it.each(services)('$id: cases open and how long they last', ({ id, derived }) => {
    const { opening, pathways: work } = read(id);
    expect(Object.keys(opening.open)).toEqual(Object.keys(derived.cases));
    for (const [name, [families, weeks]] of Object.entries(derived.cases)) {
      const open = opening.open[name]!;
      const { plan, offer } = work[name]!;
      if (!('families' in open) || plan.by !== 'length' || plan.length.distribution !== 'gamma')
        throw new Error(`${name} is said in another way`);
      expect(Math.abs(open.families - families)).toBeLessThanOrEqual(0.5);
      expect(Math.abs(plan.length.mean + (derived.assessment ?? 0) - weeks)).toBeLessThanOrEqual(0.1);
      expect(offer).toBe(derived.partners.includes(name) ? 'partner-held' : 'one to one');
    }
  });

  it.each(services)('$id: those who join are as many as are closed', ({ id, derived }) => {
    const { demand, needs, pathways: work } = read(id);
    const closed = Object.entries(derived.cases).map(([, [families, weeks]]) => families / weeks);
    const returns = total(
      Object.keys(derived.cases).map(
        (name, i) => closed[i]! * doseOf(work[name]!, DAYS_PER_WEEK).returnShare,
      ),
    );
    const yearly = Object.values(demand.sources).map(({ referrals, per, share }) =>
      share === undefined ? referrals! * (per === 'month' ? 12 : 1) : share * demand.referralsPerYear!,
    );
    const { routes } = needs['targeted help']!;
    expect(total(Object.values(routes.pathways))).toBeCloseTo(ACCEPTED, 9);
    const joining = ACCEPTED * (total(yearly) / YEAR + returns) + (derived.byLine ?? 0) / YEAR;
    // Half a referral a year, and a tenth of a week of each length.
    expect(Math.abs(joining / total(closed) - 1)).toBeLessThan(0.005);
    for (const [i, name] of Object.keys(derived.cases).entries()) {
      const share = (ACCEPTED * closed[i]!) / total(closed);
      expect(Math.abs(routes.pathways[name]! - share)).toBeLessThan(0.002);
    }
  });

  it.each(services)('$id: workers and places', ({ id, derived }) => {
    const { teams } = read(id);
    for (const [name, [fte, families]] of Object.entries(derived.held)) {
      const [post] = Object.values(teams[name]!.posts);
      expect(Math.abs(post!.fte - fte)).toBeLessThanOrEqual(0.05 + 1e-9);
      expect(Math.abs(post!.capPerFte - families / USE)).toBeLessThanOrEqual(0.05 + 1e-9);
      expect(post!.effectiveFill).toBe(1);
    }
  });

  it('Greenwich keeps the 48 staff stated, two leaders of Connect without cases among them', () => {
    const posts = Object.values(read('greenwich').teams).flatMap((team) => Object.values(team.posts));
    expect(total(posts.map(({ fte }) => fte)) + 2).toBe(48);
  });

  it('Warwickshire’s line settles nine in ten calls and opens three in a hundred', () => {
    const { calls, per, resolved, elsewhere, socialCare, frontDoor } =
      read('warwickshire-pathways').frontDoor.adviceLine;
    expect({ calls, per }).toEqual({ calls: 950, per: 'year' });
    expect([resolved, elsewhere, socialCare, frontDoor]).toEqual([0.9, 0.05, 0.02, 0.03]);
  });

  it('Warwickshire’s pathways end as stated, 101% made one whole', () => {
    for (const { outcomes } of Object.values(read('warwickshire-pathways').pathways)) {
      const stated = {
        needsMet: 53,
        disengaged: 28,
        escalated: 15,
        transferred: 3,
        movedAway: 2,
        other: 0,
      };
      for (const [outcome, share] of Object.entries(stated))
        expect(Math.abs(outcomes[outcome as keyof typeof stated] - share / 101)).toBeLessThanOrEqual(0.001);
    }
  });

  it('Barking & Dagenham’s families come from the council and schools, and are decided on daily', () => {
    const { demand, frontDoor } = read('barking-dagenham');
    expect(Object.values(demand.sources).map(({ share }) => share)).toEqual([0.8, 0.16, 0.04]);
    expect(frontDoor).toMatchObject({ timing: 'panel', panelEveryDays: 1 });
  });

  it('Lincolnshire works in four quadrants, each with its own teams and list', () => {
    const { localities, allocation, teams } = read('lincolnshire');
    expect(Object.keys(localities)).toHaveLength(4);
    expect(allocation.pooling).toBe('by locality');
    for (const name of Object.keys(localities)) expect(teams[name]?.locality).toBe(name);
  });
});

describe('docs/presets.md', () => {
  const page = readFileSync(new URL('../../docs/presets.md', import.meta.url), 'utf8');

  it.each(services)('$id: has a row with its workers, referrals and contradictions', ({ id }) => {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${id}\` |`)) ?? '';
    const { demand, teams } = read(id);
    const referrals =
      demand.referralsPerYear ?? total(Object.values(demand.sources).map((source) => source.referrals!));
    expect(row).toContain(`${referrals.toLocaleString('en-GB')} referrals`);
    for (const team of Object.values(teams))
      for (const { fte } of Object.values(team.posts)) expect(row).toContain(String(fte));
    for (const { id: contradiction } of PRESETS.find((preset) => preset.id === id)!.contradictions)
      expect(row).toContain(`${contradiction}:`);
  });
});
