import { describe, expect, it } from 'vitest';
import { withChange } from '../../../renderer/screens/changes/change-content.ts';
import { outcomeOf } from '../../../renderer/screens/changes/new-change-outcome.ts';
import { type Answers, answered } from '../../../renderer/screens/changes/templates/template.ts';
import { SOMETHING_ELSE, TEMPLATES } from '../../../renderer/screens/changes/templates/templates.ts';
import { contentOn, scenarioOf } from '../../../renderer/stores/content-before.ts';
import { contentFrom, mergedOf, readContent } from '../../../renderer/stores/scenario-reading.ts';
import { addDays } from '../../../scenarios/calendar.ts';
import { scenariosOverTime } from '../../../scenarios/changes.ts';
import { PRESETS } from '../../../scenarios/presets/index.ts';

const named = (id: string) => TEMPLATES.find((template) => template.id === id)!;

/** A usual change of a preset 100 days after its start, made with these answers. */
function made(preset: string, id: string, given: Answers = {}, more: Record<string, unknown> = {}) {
  const content = { ...contentFrom(preset, 'Ours'), ...more };
  const before = readContent(content).document!.scenario;
  const day = addDays(before.period.start, 100);
  const scenario = scenarioOf(contentOn(mergedOf(content).content, day))!;
  const template = named(id);
  const answers =
    template.impossible(scenario) === null ? answered(template.asks(scenario, given), given) : {};
  const outcome = outcomeOf(content, scenario, { template, answers, name: 'Change', day });
  const patch = outcome.patch ?? {};
  const changed = () =>
    scenariosOverTime(
      readContent(withChange(content, 'Change', { from: day, ...patch })).document!.scenario,
    ).at(-1)!.scenario;
  return { scenario, outcome, changed };
}

/** Answers that differ from what stands there already. */
const DIFFERENT: Record<string, Answers> = {
  'more workers': { fte: 1.5 },
  'another cap': { cap: 9.5 },
  'other length': { mean: 17 },
  'weekly panel': { days: 10 },
  'contact while waiting': { weeks: 3 },
};

describe('every usual change', () => {
  const cases = PRESETS.flatMap(({ id }) =>
    TEMPLATES.filter((template) => template !== SOMETHING_ELSE).map((template) => [id, template.id] as const),
  );

  it.each(cases)('of %s is allowed as it is built, or says why not: %s', (preset, id) => {
    const { scenario, outcome } = made(preset, id, DIFFERENT[id]);
    const impossible = named(id).impossible(scenario);
    if (impossible === null) {
      expect(outcome.patch).not.toBeNull();
      expect(outcome.lines.length).toBeGreaterThan(0);
    } else expect(outcome).toEqual({ patch: null, lines: [impossible] });
  });
});

describe('more workers', () => {
  it('adds to the post, in words', () => {
    const { outcome, changed } = made('east-sussex', 'more workers', { fte: 6 });
    expect(outcome.lines).toEqual(['Six more full-time equivalents in main']);
    expect(changed().teams.main!.posts.worker!.fte).toBe(74.4);
  });

  it('takes the post away where nobody is left', () => {
    const { outcome } = made('greenwich', 'more workers', { fte: -1_000 });
    expect(JSON.stringify(outcome.patch ?? outcome.lines)).toMatch(/null|at least|no longer|write/);
  });

  it('is not ready while a number is missing', () => {
    expect(made('east-sussex', 'more workers', { fte: null }).outcome).toEqual({
      patch: null,
      lines: ['Fill in every field.'],
    });
  });

  it('that adds nobody says that nothing differs', () => {
    const { outcome } = made('east-sussex', 'more workers', { fte: 0 });
    expect(outcome.patch).toBeNull();
    expect(outcome.lines[0]).toMatch(/^It changes nothing yet/);
  });
});

describe('another length', () => {
  it('stretches the plan and keeps its spread', () => {
    const { changed } = made('east-sussex', 'other length', { mean: 20 });
    expect(changed().pathways['family support']!.plan).toEqual({
      by: 'length',
      length: { distribution: 'gamma', mean: 20, cv: 0.55 },
    });
  });
});

describe('closing a source', () => {
  it('leaves the others as many referrals where sources are shares of a total', () => {
    const demand = {
      referralsPerYear: 1000,
      sources: {
        'all referrers': { referrals: null, share: 0.6 },
        schools: { share: 0.15, needs: { 'targeted help': 1 } },
        police: { share: 0.25, needs: { 'targeted help': 1 } },
      },
    };
    const { changed } = made('east-sussex', 'closed source', { source: 'police' }, { demand });
    const { referralsPerYear, sources } = changed().demand;
    // 600 and 150 before; the 250 of the police are gone.
    expect(referralsPerYear).toBe(750);
    expect(Object.keys(sources)).toEqual(['all referrers', 'schools']);
    expect(sources['all referrers']!.share! * referralsPerYear!).toBeCloseTo(600, 6);
    expect(sources.schools!.share! * referralsPerYear!).toBeCloseTo(150, 6);
  });
});

describe('merging two teams', () => {
  const post = { fte: 10, effectiveFill: 1, capPerFte: 8 };
  const teams = {
    main: null,
    North: {
      serves: ['family support'],
      posts: {
        worker: { ...post, staffing: 'by chance' },
        senior: { ...post, fte: 2, staffing: 'by chance', promotedFrom: 'worker' },
      },
    },
    South: { serves: ['family support'], posts: { worker: { ...post, fte: 7 } } },
  };

  it('moves the workers with their cases and calls them apart', () => {
    const { changed, outcome } = made(
      'east-sussex',
      'merged teams',
      { keeps: 'South', joins: 'North' },
      { teams },
    );
    expect(outcome.lines).toContain('No more team North');
    expect(Object.keys(changed().teams)).toEqual(['South']);
    expect(changed().teams.South!.posts).toMatchObject({
      worker: { fte: 7 },
      'worker of North': { fte: 10, movedFrom: { team: 'North', post: 'worker' } },
      senior: { fte: 2, movedFrom: { team: 'North', post: 'senior' }, promotedFrom: 'worker of North' },
    });
  });

  it('of different areas makes a new one for the whole area', () => {
    const { changed, scenario } = made('lincolnshire', 'merged teams');
    const [keeps, joins] = Object.keys(scenario.teams) as [string, string];
    const { teams: after } = changed();
    expect(Object.keys(after)).not.toContain(keeps);
    expect(after[`${keeps} and ${joins}`]!.locality).toBe('whole area');
    const people = (found: typeof after) =>
      Object.values(found)
        .flatMap(({ posts }) => Object.values(posts))
        .reduce((sum, { fte }) => sum + fte, 0);
    expect(people(after)).toBeCloseTo(people(scenario.teams), 9);
  });

  it('offers as the second team only another than the first', () => {
    const { scenario } = made('east-sussex', 'merged teams', {}, { teams });
    const asks = named('merged teams').asks(scenario, { keeps: 'South' });
    expect(asks[1]).toMatchObject({ options: [{ value: 'North' }] });
  });
});
