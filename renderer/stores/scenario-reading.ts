/** A scenario's content read as its file would be: the whole scenario, or every problem with its path. */
import type { ScenarioContent } from '../../host/contract.ts';
import { type LoadScenario, readScenario, type ScenarioDocument } from '../../scenarios/file.ts';
import { type Merged, mergeLayers } from '../../scenarios/layers.ts';
import { PRESETS } from '../../scenarios/presets/index.ts';
import { type Problem, ScenarioProblems } from '../../scenarios/problem.ts';
import { SCENARIO_TYPE, SCENARIO_VERSION } from '../../scenarios/schema.ts';
import { isGroup } from '../../scenarios/shape.ts';

export interface Reading {
  /** `null` where there are problems. */
  readonly document: ScenarioDocument | null;
  readonly problems: readonly Problem[];
}

/** What the values that a document itself holds are said to be set by. */
const SET_HERE = 'this scenario';

/** Content that extends a preset and differs in nothing. */
export function contentFrom(preset: string, name: string): ScenarioContent {
  return { type: SCENARIO_TYPE, version: SCENARIO_VERSION, extends: preset, name };
}

export function readContent(content: ScenarioContent): Reading {
  try {
    const document = readScenario({ name: SET_HERE, text: JSON.stringify(content) }, loadPreset);
    return { document, problems: [] };
  } catch (error) {
    if (error instanceof ScenarioProblems) return { document: null, problems: error.problems };
    throw error;
  }
}

/** What the content extends, without title; `null` where it extends nothing. */
export function baseOf(content: ScenarioContent): Record<string, unknown> | null {
  const found = typeof content.extends === 'string' ? presetContent(content.extends) : null;
  if (!found) return null;
  const { name: _name, description: _description, ...base } = found;
  return base;
}

/** Values as written, the preset's below this scenario's own, without defaults and not checked. */
export function mergedOf(content: ScenarioContent): Merged {
  const base = baseOf(content);
  const layers = base ? [{ name: String(content.extends), content: base }] : [];
  return mergeLayers([...layers, { name: SET_HERE, content: withoutHeader(content) }]);
}

/** The values of what the content extends. */
export function baseValuesOf(content: ScenarioContent): Record<string, unknown> | null {
  const base = baseOf(content);
  return base && mergeLayers([{ name: String(content.extends), content: base }]).content;
}

function presetContent(id: string): Record<string, unknown> | null {
  const scenario = PRESETS.find((preset) => preset.id === id)?.scenario;
  return isGroup(scenario) ? withoutHeader(scenario) : null;
}

function withoutHeader(content: ScenarioContent): Record<string, unknown> {
  const { type: _type, version: _version, $schema: _schema, extends: _extends, ...rest } = content;
  return rest;
}

const loadPreset: LoadScenario = (reference) => {
  const preset = PRESETS.find(({ id }) => id === reference);
  return preset ? { name: preset.id, text: JSON.stringify(preset.scenario) } : null;
};
