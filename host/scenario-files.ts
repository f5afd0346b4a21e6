/** Where scenarios come from: a preset by its id, or a file; and either may extend another. */
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { nearest } from '../scenarios/did-you-mean.ts';
import { readScenario, type ScenarioDocument, type ScenarioText } from '../scenarios/file.ts';
import { PRESETS } from '../scenarios/presets/index.ts';
import type { Preset } from '../scenarios/presets/preset.ts';
import { STORIES } from '../scenarios/stories/index.ts';
import type { ReadSeries } from '../scenarios/weekly-series.ts';
import { allOf, BadInput } from './failure.ts';
import { weeklyCounts } from './weekly-csv.ts';

export interface OpenedScenario {
  readonly document: ScenarioDocument;
  /** Every file it was read from, tables of weekly counts too, as absolute paths; none for a preset. */
  readonly files: readonly string[];
}

/**
 * @param reference a preset's id, a path, or a text that stands in another file, named by that file's path and its place there
 * @param beside a text of the same file, which it may extend by its name
 * @throws {BadInput} when there is no such preset or file
 * @throws {ScenarioProblems} when it is not a valid scenario
 */
export function openScenario(
  reference: string | ScenarioText,
  beside: ScenarioText | null = null,
): OpenedScenario {
  const files: string[] = [];
  const load = (wanted: string, from: string | null): ScenarioText | null => {
    if (wanted === beside?.name) return beside;
    const preset = findPreset(wanted);
    if (preset) return { name: preset.id, text: JSON.stringify(preset.scenario) };
    const path = pathFrom(from, wanted);
    const text = readText(path, 'a scenario file');
    if (text === null) return null;
    files.push(path);
    return { name: path, text };
  };
  const readSeries: ReadSeries = ({ file, column }, from) => {
    const path = pathFrom(from, file);
    const text = readText(path, 'a CSV file');
    if (text === null) {
      const allowed = 'the path of a CSV file, from the scenario file';
      const message = `there is no file ${path}; write ${allowed}`;
      return { faults: [{ value: file, allowed, message }] };
    }
    files.push(path);
    return weeklyCounts(text, file, column);
  };
  const source = typeof reference === 'string' ? load(reference, null) : reference;
  if (source === null) throw notFound(String(reference));
  return { document: readScenario(source, load, readSeries), files };
}

/** A path as written in the file `from`; from the working directory where that is a preset or nothing. */
const pathFrom = (from: string | null, wanted: string) =>
  from !== null && isAbsolute(from) ? resolve(dirname(from), wanted) : resolve(wanted);

/** @throws {BadInput} with the problems of all of them */
export function openScenarios(references: readonly string[]): readonly OpenedScenario[] {
  return allOf(references.map((reference) => () => openScenario(reference)));
}

/** @throws {BadInput} when there is no preset with this id */
export function presetNamed(id: string): Preset {
  const preset = findPreset(id);
  if (!preset) throw unknownPreset(id);
  return preset;
}

const findPreset = (id: string) => PRESETS.find((preset) => preset.id === id);

/** `null` when there is no such file. */
export function readText(
  path: string,
  kind: 'a scenario file' | 'a comparison file' | 'a CSV file',
): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    const reason = code === 'EISDIR' ? 'it is a folder' : code === 'EACCES' ? 'it may not be read' : code;
    throw new BadInput([
      {
        path,
        value: path,
        allowed: `${kind} that can be read`,
        message: `could not be read (${reason}); name ${kind}`,
      },
    ]);
  }
}

function notFound(reference: string): BadInput {
  if (!/[./\\]/.test(reference)) return unknownPreset(reference);
  return new BadInput([
    {
      path: reference,
      value: reference,
      allowed: 'a scenario file, or the id of a preset',
      message: `there is no file ${resolve(reference)}; check the path, or list the presets with "headroom presets"`,
    },
  ]);
}

function unknownPreset(id: string): BadInput {
  if (STORIES.some((story) => story.id === id)) return notAStory(id);
  const known = PRESETS.map((preset) => preset.id);
  return new BadInput([
    {
      path: id,
      value: id,
      allowed: 'the id of a preset, or a scenario file',
      message: `there is no preset or file of this name${nearest(id, known)}; "headroom presets" lists the presets`,
    },
  ]);
}

function notAStory(id: string): BadInput {
  const allowed = 'the id of a preset, or a scenario file';
  const message = `is a story, which compares scenarios: "headroom compare ${id}" runs it; here write ${allowed}`;
  return new BadInput([{ path: id, value: id, allowed, message }]);
}
