import { expect, test } from 'vitest';
import { measuresShown } from '../../reports/measures-shown.ts';
import { RESULT_KEYS } from '../../reports/results-document.ts';
import { estimate, experiment, NO_FIGURE, TODAY, TWO_MORE } from './fixture-experiment.ts';

const none = estimate(0, 0);

test('measures of what no scenario has are left out, and told where one has it', () => {
  const without = measuresShown(experiment([TODAY, TWO_MORE]));
  expect(without).not.toContain('calls');
  expect(without).toContain('cost_total');
  expect(measuresShown(experiment([TODAY, { ...TWO_MORE, headline: { calls: estimate(950) } }]))).toContain(
    'calls',
  );
});

test('measures without a figure are left out, as costs where nothing is costed', () => {
  const uncosted = { ...TODAY, headline: { cost_total: NO_FIGURE } };
  expect(measuresShown(experiment([uncosted]))).not.toContain('cost_total');
});

test('measures of every service are told even where they are nought', () => {
  const headline = Object.fromEntries(RESULT_KEYS.map((key) => [key, none]));
  expect(measuresShown(experiment([{ ...TODAY, headline }]))).toEqual(
    expect.arrayContaining([...RESULT_KEYS]),
  );
});
