import { describe, expect, it } from 'vitest';
import type { Part } from '../../renderer/screens/service/part.ts';
import { homeOf, partWith } from '../../renderer/screens/service/part-homes.ts';
import { partOf } from '../../renderer/screens/service/parts.ts';
import { slideRange } from '../../renderer/screens/service/slide-range.ts';
import { contentFrom } from '../../renderer/stores/scenario-reading.ts';
import { PRESETS } from '../../scenarios/presets/index.ts';
import { leavesOf } from '../../scenarios/shape.ts';
import { openedScenario } from './opened-scenario.ts';

const pathsOf = ({ first, more }: Part) =>
  [...first, ...more].flatMap(({ fields }) => fields.map(({ path }) => path));

describe('the parts of the service', () => {
  it.each(PRESETS.map(({ id }) => id))(
    'hold every parameter of %s, each in the part that its problems lead to',
    (id) => {
      const { scenario } = openedScenario(contentFrom(id, 'Ours'));
      const read = (path: string) => scenario.valueOf(path);
      const paths = leavesOf(scenario.document!.scenario)
        .map(({ path }) => path)
        .filter((path) => !/^(name|description|changes)\b/.test(path));
      const missing = paths.filter((path) => !pathsOf(partOf(homeOf(path), read)).includes(path));
      expect(missing).toEqual([]);
      expect(paths.length).toBeGreaterThan(80);
    },
  );

  it.each(PRESETS.map(({ id }) => id))('show only parameters that there are, none twice: %s', (id) => {
    const { scenario } = openedScenario(contentFrom(id, 'Ours'));
    const read = (path: string) => scenario.valueOf(path);
    const parts = [
      null,
      'demand',
      'frontDoor',
      'frontDoor.duty',
      'frontDoor.adviceLine',
      'waiting',
      'closing',
      'back',
    ];
    for (const part of [...parts, 'families', 'period', 'costs', 'teams', 'pathways']) {
      const paths = pathsOf(partOf(part, read));
      expect(new Set(paths).size).toBe(paths.length);
      for (const path of paths) expect(scenario.field(path).label).not.toBe('');
    }
  });

  it('begin with the numbers that a manager knows', () => {
    const { scenario } = openedScenario(contentFrom('east-sussex', 'Ours'));
    const part = partOf(null, (path) => scenario.valueOf(path));
    expect(part.first.flatMap(({ fields }) => fields.map(({ label }) => label))).toEqual([
      'Referrals',
      'Share accepted',
      'Workers',
      'Caseload cap',
      'Length of the work',
      'Weeks between visits',
      'Families waiting on the first day',
    ]);
  });

  it('are told apart by pathway and team where there are several', () => {
    const { scenario } = openedScenario(contentFrom('lincolnshire', 'Ours'));
    const part = partOf(null, (path) => scenario.valueOf(path));
    const names = ['pathways', 'teams'].flatMap((path) => Object.keys(scenario.valueOf(path) as object));
    expect(part.first.map(({ title }) => title)).toEqual(['Referrals', ...names]);
  });

  it('fall back to these when the part open is gone', () => {
    const { scenario } = openedScenario(contentFrom('east-sussex', 'Ours'));
    expect(partOf('teams.gone', (path) => scenario.valueOf(path)).id).toBe('');
  });

  it('say whether a problem’s field is behind “more”', () => {
    const { scenario } = openedScenario(contentFrom('east-sussex', 'Ours'));
    const read = (path: string) => scenario.valueOf(path);
    expect(partWith('teams.main.posts.worker.fte', read)).toEqual({ part: 'teams.main', more: false });
    expect(partWith('teams.main.posts.worker.salary', read)).toEqual({ part: 'teams.main', more: true });
    expect(partWith('needs.targeted help.routes', read)).toEqual({ part: 'frontDoor', more: false });
    expect(homeOf('demand.schoolHolidays.Easter.from')).toBe('demand');
    expect(homeOf('demand.sources.schools.referrals')).toBe('demand.sources.schools');
  });
});

describe('a slider', () => {
  const bounds = { least: 0.5, most: 60, whole: false };

  it('goes from half to one and a half times the usual value, within what is allowed', () => {
    expect(slideRange(12, bounds, false)).toMatchObject({ least: 6, most: 18, step: 0.1 });
    expect(slideRange(50, bounds, false)).toMatchObject({ least: 25, most: 60, step: 0.5 });
    expect(slideRange(0.6, bounds, false).least).toBe(0.5);
  });

  it('steps in whole numbers where only these are allowed, and has room above nothing', () => {
    expect(slideRange(48, { least: 0, most: 20_000, whole: true }, false)).toMatchObject({
      least: 24,
      most: 72,
      step: 1,
    });
    expect(slideRange(0, { least: 0, most: 20_000, whole: true }, false)).toMatchObject({
      least: 0,
      most: 10,
      step: 1,
    });
  });

  it('goes over all of a share', () => {
    expect(slideRange(0.74, { least: 0, most: 1, whole: false }, true)).toMatchObject({
      least: 0,
      most: 1,
      step: 0.01,
    });
  });
});
