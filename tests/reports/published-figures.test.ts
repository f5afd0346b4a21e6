import { describe, expect, it } from 'vitest';
import { runExperiment } from '../../host/runs.ts';
import { openScenario } from '../../host/scenario-files.ts';
import { agrees, compareWithPublished, roundingOf } from '../../reports/published-figures.ts';
import type { Preset } from '../../scenarios/presets/preset.ts';
import { inProcessPool } from '../host/in-process-pool.ts';

const estimate = (mean: number, halfWidth: number) => ({
  mean,
  se: halfWidth / 2,
  lo: mean - halfWidth,
  hi: mean + halfWidth,
  count: 50,
});

describe('the rounding of a published figure', () => {
  it.each([
    [7, 0.5],
    [48, 0.5],
    [444, 0.5],
    [1250, 5],
    [200, 5],
    [520, 5],
    [3000, 50],
    [2332, 0.5],
  ])('reads %i to within %d', (published, rounding) => {
    expect(roundingOf(published)).toBe(rounding);
  });
});

describe('agreement with a published figure', () => {
  it('allows half the interval and the rounding, and no more', () => {
    // 200: 4 of interval + 5 of rounding.
    const published = { least: 200, most: 200, below: 5, above: 5 };
    expect(agrees(estimate(208.9, 4), published)).toBe(true);
    expect(agrees(estimate(209.1, 4), published)).toBe(false);
    expect(agrees(estimate(191.1, 4), published)).toBe(true);
    expect(agrees(estimate(190.9, 4), published)).toBe(false);
  });

  it('takes each end of a range with its own rounding', () => {
    const published = { least: 13, most: 26, below: 0.5, above: 2 };
    expect(agrees(estimate(12.6, 0), published)).toBe(true);
    expect(agrees(estimate(12.4, 0), published)).toBe(false);
    expect(agrees(estimate(27.9, 0), published)).toBe(true);
    expect(agrees(estimate(28.1, 0), published)).toBe(false);
  });

  it('does not agree with a figure that is not a number', () => {
    expect(agrees(estimate(Number.NaN, 0), { least: 10, most: 20, below: 1, above: 1 })).toBe(false);
  });
});

describe('what a preset’s figures are compared as', async () => {
  const { document } = openScenario('bracknell-forest-youth');
  const experiment = await runExperiment(
    { scenarios: [document], replications: 2, maxReplications: 2, weeks: 52, seed: 1 },
    { pool: inProcessPool() },
  );
  const source = 'made up';
  const compared = (published: Preset['published'], contradictions: Preset['contradictions'] = []) =>
    compareWithPublished({ published, contradictions }, experiment);

  it('gives a flow by Little’s law the rounding of open families and of length', () => {
    const [, flow] = compared({
      openFamilies: { value: 200, source },
      lengthWeeks: { least: 26.09, most: 26.09, within: 2, source },
    });
    // 52.18 / 26.09 = 2: 400 a year; from 195 in 28.09 weeks to 205 in 24.09.
    expect(flow).toMatchObject({ figure: 'allocated a year', published: { least: 400, most: 400 } });
    expect(flow!.published.below).toBeCloseTo(400 - (195 * 52.18) / 28.09, 9);
    expect(flow!.published.above).toBeCloseTo((205 * 52.18) / 24.09 - 400, 9);
  });

  it('gives a stated flow its own rounding and that of the length simulated', () => {
    const stated = { least: 230, most: 230, source };
    const [alone] = compared({ throughputPerYear: stated });
    expect(alone!.published).toMatchObject({ least: 230, below: 5, above: 5 });
    const [withLength] = compared({
      throughputPerYear: stated,
      lengthWeeks: { least: 26, most: 26, within: 2.6, source },
    });
    // A tenth of the length is a tenth of the flow.
    expect(withLength!.published.below).toBeCloseTo(5 + 23, 9);
  });

  it('calls a difference explained only by a contradiction about that very figure', () => {
    const contradictions: Preset['contradictions'] = [
      { id: 'C1', text: 'about the list', figures: ['families waiting'] },
      { id: 'C2', text: 'about nothing that is compared' },
    ];
    const rows = compared(
      { openFamilies: { value: 9_000, source }, waiting: { value: 9_000, source } },
      contradictions,
    );
    expect(rows.map(({ figure, agrees: holds, explainedBy }) => [figure, holds, explainedBy])).toEqual([
      ['open families', false, []],
      ['families waiting', false, ['C1']],
    ]);
  });

  it('compares open children in children: one young person each here', () => {
    const [families, children] = compared({
      openFamilies: { value: 22, source },
      openChildren: { value: 22, source },
    });
    expect(children!.unit).toBe('children');
    expect(children!.simulated.mean).toBe(families!.simulated.mean);
  });
});
