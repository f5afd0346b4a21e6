/** Scenarios kept in a document. Each may extend a preset, and no file: a document stands alone, on any machine. */
import { readScenario, type ScenarioDocument } from '../scenarios/file.ts';
import { PRESETS } from '../scenarios/presets/index.ts';
import { ScenarioProblems } from '../scenarios/problem.ts';
import type { ScenarioContent } from './contract.ts';
import { allOf } from './failure.ts';

/** What problems and origins call it. Not its own name, which may be that of the preset it extends. */
const THIS = 'this scenario';

/** @throws {BadInput} with the problems of all; where there are several, each problem's path begins with the scenario's name */
export function readKept(contents: readonly ScenarioContent[]): readonly ScenarioDocument[] {
  return allOf(
    contents.map((content) => () => (contents.length === 1 ? read(content) : readNaming(content))),
  );
}

function read(content: ScenarioContent): ScenarioDocument {
  return readScenario({ name: THIS, text: JSON.stringify(content) }, (reference) => {
    const preset = PRESETS.find(({ id }) => id === reference);
    return preset ? { name: preset.id, text: JSON.stringify(preset.scenario) } : null;
  });
}

function readNaming(content: ScenarioContent): ScenarioDocument {
  try {
    return read(content);
  } catch (error) {
    if (!(error instanceof ScenarioProblems)) throw error;
    const name = typeof content.name === 'string' ? content.name : THIS;
    throw new ScenarioProblems(
      error.problems.map((problem) => ({ ...problem, path: `${name}: ${problem.path}` })),
    );
  }
}
