/** Scenarios read as the program reads them, from objects instead of files. */
import { readScenario, type ScenarioDocument } from '../../scenarios/file.ts';
import { PRESETS } from '../../scenarios/presets/index.ts';
import { SCENARIO_TYPE, SCENARIO_VERSION } from '../../scenarios/schema.ts';
import { SMALL } from './sample-scenario.ts';

export function presetDocument(id: string): ScenarioDocument {
  const preset = PRESETS.find((candidate) => candidate.id === id)!;
  return readScenario({ name: id, text: JSON.stringify(preset.scenario) }, () => null);
}

const HEADER = { type: SCENARIO_TYPE, version: SCENARIO_VERSION };

/** The small scenario, and a file `change.json` that extends it by a merge patch. */
export function smallDocument(patch: Readonly<Record<string, unknown>> = {}): ScenarioDocument {
  const change = { ...HEADER, extends: 'small', name: SMALL.name, ...patch };
  return readScenario({ name: 'change.json', text: JSON.stringify(change) }, (reference) =>
    reference === 'small' ? { name: 'small', text: JSON.stringify({ ...HEADER, ...SMALL }) } : null,
  );
}
