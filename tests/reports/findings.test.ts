import { describe, expect, test } from 'vitest';
import type { Experiment } from '../../reports/experiment.ts';
import { answer, binding } from '../../reports/findings.ts';
import { verdict } from '../../reports/verdict.ts';
import { warnings } from '../../reports/warnings.ts';
import type { MeasureKey } from '../../sim/measures/measures.ts';
import type { Estimate } from '../../sim/measures/summary.ts';
import {
  difference,
  estimate,
  experiment,
  NO_FIGURE,
  PANEL,
  SHORTER,
  scenario,
  TODAY,
  TWO_MORE,
} from './fixture-experiment.ts';

const between = (lo: number, hi: number): Estimate => ({ mean: (lo + hi) / 2, se: 1, lo, hi, count: 100 });

/** Differences set by hand: intervals for the list and for time to allocation. */
function comparison(
  ...others: readonly (readonly [name: string, list: Estimate, wait: Estimate])[]
): Experiment {
  const sketches = others.map(([name]) => ({ ...TWO_MORE, name }));
  return experiment([TODAY, ...sketches], {
    differences: others.map(([, waiting_mean, wait_mean], i) =>
      difference(TODAY, sketches[i]!, { waiting_mean, wait_mean }),
    ),
  });
}

describe('a difference', () => {
  test.each([
    ['waiting_mean', -30, -16, 'fewer, better'],
    ['waiting_mean', 16, 30, 'more, worse'],
    ['wait_mean', -3, -1, 'shorter, better'],
    ['within_target', 0.02, 0.04, 'higher, better'],
    ['within_target', -0.04, -0.02, 'lower, worse'],
    ['closed', 4, 9, 'more'],
    ['length_mean', -2, -1, 'shorter'],
    ['waiting_mean', -30, 0.1, 'no clear difference'],
    ['waiting_mean', -30, 0, 'no clear difference'],
    ['waiting_mean', 0, 0, 'no difference'],
    ['waiting_mean', -0.6, -0.2, 'too small to matter'],
    ['wait_mean', -0.6, -0.45, 'shorter, better'],
    ['within_target', 0.002, 0.004, 'too small to matter'],
  ] as const)('of %s from %d to %d is "%s"', (key: MeasureKey, lo, hi, words) => {
    const { words: direction, forFamilies } = verdict(key, between(lo, hi));
    expect([direction, forFamilies].filter((part) => part !== null).join(', ')).toBe(words);
  });

  test('without an interval is not clear', () => {
    const oneReplication = { mean: -30, se: Number.NaN, lo: Number.NaN, hi: Number.NaN, count: 1 };
    expect(verdict('waiting_mean', oneReplication)).toEqual({
      words: 'no clear difference',
      clear: false,
      forFamilies: null,
    });
  });
});

describe('the answer', () => {
  test('for one scenario says how many wait and how long', () => {
    const made = experiment([
      {
        ...TODAY,
        headline: { waiting_mean: between(95, 107), wait_mean: estimate(34), within_target: estimate(0.412) },
      },
    ]);
    expect(answer(made)).toBe(
      'On average 101 families wait for a worker (95% interval 95 to 107), and families allocated have waited 34 working days (6.8 weeks) on average; 41% are allocated within the target of 15 working days (3 weeks).',
    );
  });

  test('for one scenario in which nobody is allocated says so', () => {
    const made = experiment([
      { ...TODAY, headline: { waiting_mean: between(95, 107), wait_mean: NO_FIGURE } },
    ]);
    expect(answer(made)).toBe(
      'On average 101 families wait for a worker (95% interval 95 to 107), and no family is allocated in the period.',
    );
  });

  test('for two says what the other does, by how much and how surely', () => {
    expect(answer(comparison(['Two more', between(-30, -16), between(-10, -6)]))).toBe(
      '“Two more” helps: 23 fewer families waiting on average (95% interval 16.0 to 30.0) and a mean time to allocation 8 working days shorter (95% interval 6.0 to 10.0) than “Today”.',
    );
  });

  test('for several names the one that does most, and any that may do as well', () => {
    const made = comparison(
      ['A', between(-10, -4), between(-3, -1)],
      ['B', between(-30, -16), between(-10, -6)],
      ['C', between(-28, -14), between(-3, -1)],
    );
    expect(answer(made)).toMatch(/^“B” does most: 23 fewer families/);
    expect(answer(made)).toMatch(/though “C” may do as well \(the intervals overlap\)\.$/);
  });

  test('names both when one does most for the list and another for the wait', () => {
    const made = comparison(
      ['A', between(-30, -20), between(-1, 1)],
      ['B', between(-9, -5), between(-10, -6)],
    );
    expect(answer(made)).toBe(
      '“A” does most for the waiting list: 25 fewer families waiting on average (95% interval 20.0 to 30.0) than “Today”; “B” does most for time to allocation: a mean time to allocation 8 working days shorter (95% interval 6.0 to 10.0) than “Today”.',
    );
  });

  test('says so when nothing is clear', () => {
    expect(answer(comparison(['A', between(-3, 2), between(-1, 1)]))).toBe(
      'No clear difference from “Today” was found, in the waiting list or in time to allocation.',
    );
  });

  test('says so when what is clear is too small to matter', () => {
    expect(answer(comparison(['A', between(-0.2, -0.1), between(-1, 1)]))).toBe(
      'Differences from “Today” are unclear or too small to matter, in the waiting list and in time to allocation.',
    );
  });

  test('says so when the change makes things worse', () => {
    expect(answer(comparison(['A', between(16, 30), between(-1, 1)]))).toBe(
      '“A” makes the waiting list longer: 23 more families waiting on average (95% interval 16.0 to 30.0) than “Today”; no clear difference from “Today” was found in time to allocation.',
    );
  });
});

describe('what binds', () => {
  const used = (places: number, hours: number, slipped: number, waiting = 40) =>
    binding(
      scenario({
        ...TODAY,
        headline: {
          slots_used_mean: estimate(places),
          places_mean: estimate(200),
          direct_hours_used_share: estimate(hours),
          sessions_held: estimate(1000),
          sessions_slipped: estimate(slipped),
          waiting_mean: estimate(waiting),
        },
      }),
    );

  test.each([
    ['places', used(194, 0.8, 20)],
    ['nothing', used(193, 0.8, 20)],
    ['nothing', used(194, 0.8, 20, 0.5)],
    ['hours', used(150, 0.8, 21)],
    ['hours', used(150, 0.97, 0)],
    ['both', used(200, 0.97, 0)],
  ])('is %s', (limit, found) => {
    expect(found.limit).toBe(limit);
  });

  test('is said to be hours in busy weeks where sessions slip though hours are left', () => {
    expect(used(150, 0.8, 21).words).toBe(
      'Workers’ direct hours bind in busy weeks: 80% of direct hours are used and 2.1% of sessions put off a week; places do not (150.0 of 200.0 caseload places (75%) used).',
    );
  });

  test('is said with the figures', () => {
    expect(used(194, 0.8, 20).words).toBe(
      'Caseload places bind: 194.0 of 200.0 caseload places (97%) are used while families wait; hours do not (80% of direct hours used, 2.0% of sessions put off a week).',
    );
  });
});

describe('warnings', () => {
  const kinds = (made: Experiment) => warnings(made).map(({ kind }) => kind);
  const calm = { ...TODAY, from: 5, to: 5, load: 0.8 };

  test('there is none for a steady, uncrowded service', () => {
    expect(warnings(experiment([calm]))).toEqual([]);
  });

  test('a load above 1 has no steady state', () => {
    expect(kinds(experiment([{ ...calm, load: 1.01 }]))).toEqual(['load']);
    expect(kinds(experiment([{ ...calm, load: 1 }]))).toEqual([]);
  });

  test('names a dated change that the run is too short to come to', () => {
    const changesAfter = [{ name: 'new posts', from: '2028-07-03' }];
    const [found] = warnings(experiment([{ ...calm, changesAfter }]));
    expect(found).toMatchObject({ kind: 'changes', scenarios: [calm.name] });
    expect(found!.text).toBe(
      `The time reported ends before “new posts” of “${calm.name}” (3 July 2028), so that this change has no effect here. Report more weeks to see it.`,
    );
  });

  test('one warning names every scenario it is about', () => {
    const [load] = warnings(experiment([TODAY, TWO_MORE, SHORTER, PANEL]));
    expect(load!.scenarios).toEqual(['Today', 'Fortnightly panel']);
    expect(load!.text).toContain(
      'demand is 112% in “Today” and 112% in “Fortnightly panel” of what could be allocated',
    );
  });

  test('many left waiting at the end point to the wait of everyone', () => {
    const [censored] = warnings(
      experiment([{ ...calm, headline: { waiting_end: estimate(6), allocated: estimate(100) } }]),
    );
    expect(censored).toMatchObject({ kind: 'censored', scenarios: ['Today'] });
    expect(censored!.text).toContain('6 in “Today”');
    expect(censored!.text).toContain('“Time on the list, everyone who joined” counts them all');
  });

  test('a list that doubles after its warm-up is not steady; without a warm-up it may', () => {
    expect(kinds(experiment([{ ...calm, from: 10, to: 20, warmUpWeeks: 26 }]))).toContain('warm-up');
    expect(kinds(experiment([{ ...calm, from: 10, to: 20, warmUpWeeks: 0 }]))).not.toContain('warm-up');
    expect(kinds(experiment([{ ...calm, warmUpWeeks: 26 }]))).not.toContain('warm-up');
  });

  test('a service that was never seen to settle is told, once', () => {
    const unsettled = { ...calm, from: 10, to: 20, warmUpWeeks: 130, settled: false };
    const found = warnings(experiment([unsettled])).filter(({ kind }) => kind === 'warm-up');
    expect(found).toMatchObject([{ kind: 'warm-up', scenarios: ['Today'] }]);
    expect(found[0]!.text).toMatch(/^“Today” does not settle: after 130 weeks from empty/);
  });

  test('few, stopped and imprecise runs are told', () => {
    expect(kinds(experiment([calm], { replications: 29 }))).toEqual(['few replications']);
    const stopped = { mode: 'given', reached: false, stopped: true, planned: 500 } as const;
    expect(warnings(experiment([calm], { precision: stopped }))).toMatchObject([
      { kind: 'stopped', text: 'The run was stopped after 200 replications; 500 were planned.' },
    ]);
    const wide = { mode: 'auto', reached: false, stopped: false, planned: 200 } as const;
    expect(kinds(experiment([calm], { precision: wide }))).toEqual(['precision']);
  });
});
