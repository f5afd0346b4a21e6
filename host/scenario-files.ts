/** Where scenarios come from: a preset by its id, or a file; and either may extend another. */
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { nearest } from '../scenarios/did-you-mean.ts';
import { readScenario, type ScenarioDocument, type ScenarioText } from '../scenarios/file.ts';
import { PRESETS } from '../scenarios/presets/index.ts';
import type { Preset } from '../scenarios/presets/preset.ts';
import { allOf, BadInput } from './failure.ts';

export interface OpenedScenario {
  readonly document: ScenarioDocument;
  /** Every file it was read from, as absolute paths; none for a preset. */
  readonly files: readonly string[];
}

/**
 * @param reference a preset's id, or a path
 * @throws {BadInput} when there is no such preset or file
 * @throws {ScenarioProblems} when it is not a valid scenario
 */
export function openScenario(reference: string): OpenedScenario {
  const files: string[] = [];
  const load = (wanted: string, from: string | null): ScenarioText | null => {
    const preset = findPreset(wanted);
    if (preset) return { name: preset.id, text: JSON.stringify(preset.scenario) };
    const path = from !== null && isAbsolute(from) ? resolve(dirname(from), wanted) : resolve(wanted);
    const text = readText(path);
    if (text === null) return null;
    files.push(path);
    return { name: path, text };
  };
  const source = load(reference, null);
  if (source === null) throw notFound(reference);
  return { document: readScenario(source, load), files };
}

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
function readText(path: string): string | null {
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
        allowed: 'a scenario file that can be read',
        message: `could not be read (${reason}); name a scenario file`,
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
