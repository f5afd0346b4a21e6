/** Measures that add up to a whole, as the parts of stacked bars. */
import { type Experiment, figuresOf } from '../../../reports/experiment.ts';
import { label } from '../../../reports/wording.ts';
import type { MeasureKey } from '../../../sim/measures/measures.ts';
import type { Group } from '../../../sim/measures/result.ts';
import type { StackedPart } from '../../charts/stacked.ts';

/** Those with a figure other than nought in some scenario; staff, hours and costs are the same in families and in children. */
export function partsOf({ scenarios }: Experiment, group: Group, keys: readonly MeasureKey[]): StackedPart[] {
  return keys
    .map((key) => ({
      label: label(key),
      values: scenarios.map(
        ({ summary }) => figuresOf(summary, { ...group, counted: 'families' })?.[key].mean ?? Number.NaN,
      ),
    }))
    .filter(({ values }) => values.some((value) => Number.isFinite(value) && value !== 0));
}
