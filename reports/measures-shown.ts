/** Which measures a table of all of them shows. */
import { MEASURE_KEYS, type MeasureKey } from '../sim/measures/measures.ts';
import { type Experiment, wholeService } from './experiment.ts';
import { RESULT_KEYS } from './results-document.ts';

/** Those of every service, and those that some scenario has: where nobody runs courses, a row of noughts about courses says nothing. */
export function measuresShown({ scenarios }: Pick<Experiment, 'scenarios'>): readonly MeasureKey[] {
  const has = (key: MeasureKey) =>
    scenarios.some(({ summary }) => {
      const { mean } = wholeService(summary).headline[key];
      return Number.isFinite(mean) && mean !== 0;
    });
  return MEASURE_KEYS.filter((key) => (RESULT_KEYS as readonly MeasureKey[]).includes(key) || has(key));
}
