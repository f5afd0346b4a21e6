/** Where comparisons come from: a story by its id, or a comparison file; each with its scenarios opened. */
import { dirname, resolve } from 'node:path';
import type { ComparisonStory } from '../reports/story.ts';
import {
  type Comparison,
  inlineText,
  readComparison,
  type ScenarioReference,
  saysComparison,
} from '../scenarios/comparison.ts';
import { nearest } from '../scenarios/did-you-mean.ts';
import type { ScenarioText } from '../scenarios/file.ts';
import { PRESETS } from '../scenarios/presets/index.ts';
import type { Problem } from '../scenarios/problem.ts';
import { STORIES } from '../scenarios/stories/index.ts';
import { MEASURE_KEYS, type MeasureKey } from '../sim/index.ts';
import { BadInput, failureOf } from './failure.ts';
import { type OpenedScenario, openScenario, readText } from './scenario-files.ts';

export interface OpenedComparison {
  readonly comparison: Comparison<MeasureKey>;
  /** The base first. */
  readonly scenarios: readonly OpenedScenario[];
  /** The comparison file itself, as an absolute path; none for a story of the program. */
  readonly files: readonly string[];
}

/** A comparison of the program's own, which has a story. */
export interface OpenedStory extends OpenedComparison {
  readonly id: string;
  readonly story: ComparisonStory;
}

/** What a name stands for, as far as a look tells: a text that is neither is read as a scenario, which says what is wrong with it. */
export function kindOf(reference: string): 'comparison' | 'scenario' | 'nothing' {
  if (findStory(reference) !== undefined) return 'comparison';
  if (isPreset(reference)) return 'scenario';
  const text = readText(resolve(reference), 'a comparison file');
  if (text === null) return 'nothing';
  return saysComparison(text) ? 'comparison' : 'scenario';
}

/**
 * @param reference a story's id, or the path of a comparison file
 * @throws {BadInput} when there is none, and with every problem of the comparison or of its scenarios
 */
export function openComparison(reference: string): OpenedComparison {
  const found = findStory(reference);
  if (found) return opened({ name: found.id, text: JSON.stringify(found.content) }, null);
  const path = resolve(reference);
  const text = readText(path, 'a comparison file');
  if (text === null) throw unknownComparison(reference);
  return opened({ name: path, text }, path);
}

/** @throws {BadInput} when there is no story with this id */
export function openStory(id: string): OpenedStory {
  if (!findStory(id)) throw unknownStory(id);
  const comparison = openComparison(id);
  const { story } = comparison.comparison;
  if (story === undefined) throw new Error(`The comparison ${id} has no story.`);
  return { ...comparison, id, story };
}

export const storyIds: readonly string[] = STORIES.map(({ id }) => id);

const findStory = (id: string) => STORIES.find((story) => story.id === id);
const isPreset = (id: string) => PRESETS.some((preset) => preset.id === id);

/** @param path of the file; null for a story of the program */
function opened(source: ScenarioText, path: string | null): OpenedComparison {
  const comparison = readComparison(source, MEASURE_KEYS);
  const { base, others } = comparison;
  const named = (place: string) => `${source.name}: ${place}`;
  const beside = typeof base === 'string' ? null : inlineText(base, named('base'));
  const extended = typeof base === 'string' ? located(base, path) : named('base');
  const open = (scenario: ScenarioReference, place: string) => {
    if (typeof scenario === 'string') return openScenario(existing(scenario, path));
    return place === 'base' && beside
      ? openScenario(beside)
      : openScenario(inlineText(scenario, named(place), extended), beside);
  };
  const ofBase = tried(() => open(base, 'base'));
  const ofOthers = others.map((other, index) => tried(() => open(other, `others.${index}`)));
  const problems = [
    ...ofBase.problems.map((problem) => placed(problem, 'base')),
    ...ofOthers.flatMap((other, index) =>
      other.problems
        .filter(
          (problem) => !ofBase.problems.some((told) => isSame(told, problem) || problem.value === extended),
        )
        .map((problem) => placed(problem, `others.${index}`)),
    ),
  ];
  if (problems.length > 0) throw new BadInput(problems);
  const scenarios = [ofBase, ...ofOthers].flatMap(({ scenario }) => scenario ?? []);
  return { comparison, scenarios, files: path === null ? [] : [path] };
}

interface Tried {
  readonly scenario: OpenedScenario | null;
  readonly problems: readonly Problem[];
}

function tried(open: () => OpenedScenario): Tried {
  try {
    return { scenario: open(), problems: [] };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind !== 'bad input') throw error;
    return { scenario: null, problems: failure.problems };
  }
}

/** What is wrong with the base is wrong with all that extend it, and told once. */
const isSame = (one: Problem, other: Problem) =>
  one.path === other.path && JSON.stringify(one.value) === JSON.stringify(other.value);

/** Says where in the comparison file the scenario stands; a problem with its header says so already. */
function placed(problem: Problem, place: string): Problem {
  const { path } = problem;
  const own = path.indexOf(`: ${place}`);
  if (own >= 0) return { ...problem, path: path.slice(own + 2).replace(': ', '.') };
  return { ...problem, path: path === '' ? place : `${place}.${path}` };
}

/** A path as written in the comparison file; a preset's id stays. */
function located(reference: string, path: string | null): string {
  if (path === null || isPreset(reference)) return reference;
  return resolve(dirname(path), reference);
}

/** @throws {BadInput} about the comparison file, where it names what there is not */
function existing(reference: string, path: string | null): string {
  const found = located(reference, path);
  if (isPreset(reference) || readText(found, 'a scenario file') !== null) return found;
  const allowed = 'the id of a preset, or the path of a scenario file from this one';
  const likely = nearest(
    reference,
    PRESETS.map(({ id }) => id),
  );
  const message = `there is no preset or file "${reference}"${likely}; write ${allowed}`;
  throw new BadInput([{ path: '', value: reference, allowed, message }]);
}

function unknownComparison(reference: string): BadInput {
  const known = [...storyIds, ...PRESETS.map(({ id }) => id)];
  const allowed = 'a comparison file, or the id of a story';
  const message = `there is no story or file of this name${nearest(reference, known)}; "headroom stories" lists the stories`;
  return new BadInput([{ path: reference, value: reference, allowed, message }]);
}

function unknownStory(id: string): BadInput {
  const message = `there is no story of this name${nearest(id, storyIds)}; "headroom stories" lists them`;
  return new BadInput([{ path: id, value: id, allowed: 'the id of a story', message }]);
}
