/** Whether a result is still of the scenarios as they stand: by the inputs it was made from, which every result holds. */
import type { ScenarioRun } from '../../../reports/experiment.ts';
import type { ScenarioDocument } from '../../../scenarios/file.ts';

/** `document` is `null` where the scenario cannot be read as it stands, so it has changed. */
export function hasChanged(
  run: Pick<ScenarioRun, 'name' | 'inputs'>,
  document: ScenarioDocument | null,
): boolean {
  if (document === null || document.name !== run.name) return true;
  return asText(run) !== asText(document);
}

const asText = ({ inputs }: Pick<ScenarioRun, 'inputs'>) =>
  JSON.stringify(inputs.map(({ path, value }) => [path, value]).sort(byPath));

const byPath = ([one]: readonly unknown[], [other]: readonly unknown[]) =>
  String(one).localeCompare(String(other), 'en');
