import { describe, expect, it } from 'vitest';
import {
  contentFromFigures,
  figureProblems,
  type OwnFigures,
} from '../../renderer/screens/start/own-figures.ts';
import { readContent } from '../../renderer/stores/scenario-reading.ts';

const FIGURES: OwnFigures = {
  referralsPerYear: 800,
  shareAccepted: 0.6,
  workers: 20,
  cap: 10,
  lengthWeeks: 30,
  waiting: 45,
};
const TODAY = '2026-11-25';

function scenarioFrom(change: Partial<OwnFigures> = {}) {
  const { document, problems } = readContent(contentFromFigures({ ...FIGURES, ...change }, 'Ours', TODAY));
  expect(problems).toEqual([]);
  return document!;
}

describe('six figures', () => {
  it('make a whole scenario in which each stands where it belongs', () => {
    const { name, scenario } = scenarioFrom();
    expect(name).toBe('Ours');
    expect(scenario.demand.referralsPerYear).toBe(800);
    expect(scenario.needs['targeted help']!.routes).toEqual({
      advice: 0.38,
      socialCare: 0.02,
      pathways: { 'family support': 0.6 },
    });
    expect(scenario.teams.main!.posts.worker).toMatchObject({ fte: 20, capPerFte: 10 });
    expect(scenario.pathways['family support']!.plan).toMatchObject({ by: 'length', length: { mean: 30 } });
    expect(scenario.opening.from).toBe('snapshot');
  });

  it('are marked as the person’s own, and nothing else is', () => {
    const own = scenarioFrom().inputs.filter(({ source }) => source === 'Your own figure');
    expect(own.map(({ path }) => path).toSorted()).toEqual(
      [
        'demand.referralsPerYear',
        'needs.targeted help.routes.pathways.family support',
        'opening.from',
        'opening.waiting.family support.families',
        'pathways.family support.plan.length',
        'teams.main.posts.worker.capPerFte',
        'teams.main.posts.worker.fte',
      ].toSorted(),
    );
    expect(own.every(({ confidence }) => confidence === 'stated')).toBe(true);
  });

  it('open with every place taken and the wait that follows from it', () => {
    // 20 posts, nine tenths filled, 10 families each: 180. 180 / 30 = 6 begin a week, so 45 wait 7.5 weeks.
    const { opening } = scenarioFrom().scenario;
    expect(opening.open['family support']).toMatchObject({ families: 180 });
    expect(opening.waiting['family support']).toMatchObject({ families: 45, waitedUpToWeeks: 7.5 });
  });

  it('open with the places that the referrals fill where nobody waits', () => {
    // 800 x 0.1 / 52.18 = 1.533 a week, each for 30 weeks: 46.
    const { opening } = scenarioFrom({ waiting: 0, shareAccepted: 0.1 }).scenario;
    expect(opening.open['family support']).toMatchObject({ families: 46 });
    expect(opening.waiting['family support']).toMatchObject({ families: 0, waitedUpToWeeks: 0 });
  });

  it('start on the Monday that follows, or today', () => {
    expect(scenarioFrom().scenario.period.start).toBe('2026-11-30');
    const monday = readContent(contentFromFigures(FIGURES, 'Ours', '2026-11-30'));
    expect(monday.document?.scenario.period.start).toBe('2026-11-30');
  });

  it('are valid when everybody is accepted, and when hardly anybody is', () => {
    expect(scenarioFrom({ shareAccepted: 1 }).scenario.needs['targeted help']!.routes).toMatchObject({
      advice: 0,
      socialCare: 0,
    });
    expect(scenarioFrom({ shareAccepted: 0.001 }).scenario.needs['targeted help']!.routes.advice).toBeCloseTo(
      0.979,
      9,
    );
  });

  it('that cannot be are named, all at once', () => {
    const content = contentFromFigures(
      { ...FIGURES, workers: 0, cap: 200, lengthWeeks: 1000 },
      'Ours',
      TODAY,
    );
    const named = figureProblems(content).map(({ figure }) => figure);
    expect(new Set(named)).toEqual(new Set(['workers', 'cap', 'lengthWeeks']));
  });
});
