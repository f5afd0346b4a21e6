/**
 * A comparison file: a service, what is done differently, and optionally the story behind it, that is what a source says happened and what
 * the model is expected to say. Reads no disk, and leaves the scenarios unread: whoever calls says where text comes from.
 */
import * as z from 'zod';
import { nearest } from './did-you-mean.ts';
import type { ScenarioText } from './file.ts';
import { faultsOf } from './json-text.ts';
import { type Problem, ScenarioProblems, shown } from './problem.ts';
import { LONGEST_NAME, SCENARIO_TYPE, SCENARIO_VERSION } from './schema.ts';
import { isGroup } from './shape.ts';

const COMPARISON_TYPE = 'headroom-comparison';
const COMPARISON_VERSION = 1;
/** Beside the base; more columns than that nobody compares. */
const MOST_OTHERS = 9;

const DIRECTIONS = ['falls', 'rises', 'no clear difference'] as const;
export type Direction = (typeof DIRECTIONS)[number];
const SAID = [...DIRECTIONS, 'nothing'] as const;

const words = (most: number) => z.string().min(1).max(most);

/** The preset's id, a path from the comparison file, or the scenario itself, which may extend one. */
const scenarioReference = z.union([words(400), z.record(z.string(), z.unknown())]);
export type ScenarioReference = z.output<typeof scenarioReference>;

/** @param measures keys of the measures that runs report */
const schemaFor = <Key extends string>(measures: readonly Key[]) => {
  const measure = z.enum(measures);
  return z.strictObject({
    $schema: z.string().optional(),
    type: z.literal(COMPARISON_TYPE),
    version: z.literal(COMPARISON_VERSION),
    name: words(LONGEST_NAME),
    description: words(4000).optional(),
    base: scenarioReference,
    others: z.array(scenarioReference).min(1).max(MOST_OTHERS),
    story: z
      .strictObject({
        lever: words(200),
        happened: z.strictObject({ text: words(4000), source: words(400) }),
        /** What is published of the services, to set beside the model's figures. */
        figures: z
          .array(
            z.strictObject({
              measure,
              /** 0 is the base. */
              scenario: z.int().min(0).max(MOST_OTHERS),
              value: z.number(),
              note: words(1000).optional(),
              source: words(400),
            }),
          )
          .optional(),
        expects: z
          .array(
            z.strictObject({
              measure,
              /** 1 is the first of `others`; each is compared with the base. */
              scenario: z.int().min(1).max(MOST_OTHERS),
              /** What the model is expected to say. */
              direction: z.enum(DIRECTIONS),
              /** What the source says of it. */
              sourceSays: z.enum(SAID),
              because: words(1000),
            }),
          )
          .min(1),
        limits: words(4000),
      })
      .optional(),
  });
};

export type Comparison<Key extends string> = z.output<ReturnType<typeof schemaFor<Key>>>;
export type Story<Key extends string> = NonNullable<Comparison<Key>['story']>;
export type Expectation<Key extends string> = Story<Key>['expects'][number];
export type StoryFigure<Key extends string> = NonNullable<Story<Key>['figures']>[number];

const A_SCENARIO = 'the id of a preset, the path of a scenario file from this one, or a scenario in braces';
const AN_OBJECT = 'an object in braces';

/** What each part may be; `*` stands for a place in a list. */
const ALLOWED: Readonly<Record<string, string>> = {
  $schema: 'text',
  type: shown(COMPARISON_TYPE),
  version: String(COMPARISON_VERSION),
  name: `text of 1 to ${LONGEST_NAME} characters`,
  description: 'text of 1 to 4000 characters',
  base: A_SCENARIO,
  others: `a list of 1 to ${MOST_OTHERS} scenarios`,
  'others.*': A_SCENARIO,
  story: AN_OBJECT,
  'story.lever': 'text of 1 to 200 characters',
  'story.happened': AN_OBJECT,
  'story.happened.text': 'text of 1 to 4000 characters',
  'story.happened.source': 'text of 1 to 400 characters',
  'story.figures': 'a list',
  'story.figures.*': AN_OBJECT,
  'story.figures.*.measure': 'the key of a measure, such as "waiting_mean"',
  'story.figures.*.scenario': 'a place: 0 for the base, 1 for the first of "others"',
  'story.figures.*.value': 'a number',
  'story.figures.*.note': 'text of 1 to 1000 characters',
  'story.figures.*.source': 'text of 1 to 400 characters',
  'story.expects': 'a list of at least one',
  'story.expects.*': AN_OBJECT,
  'story.expects.*.measure': 'the key of a measure, such as "waiting_mean"',
  'story.expects.*.scenario': 'a place: 1 for the first of "others"',
  'story.expects.*.direction': `one of ${DIRECTIONS.map(shown).join(', ')}`,
  'story.expects.*.sourceSays': `one of ${SAID.map(shown).join(', ')}`,
  'story.expects.*.because': 'text of 1 to 1000 characters',
  'story.limits': 'text of 1 to 4000 characters',
};

/** Whether a text that is JSON says that it is a comparison. */
export function saysComparison(text: string): boolean {
  if (faultsOf(text).length > 0) return false;
  const whole: unknown = JSON.parse(text);
  return isGroup(whole) && whole.type === COMPARISON_TYPE;
}

/**
 * Reads a comparison whole or not at all, its scenarios left unread.
 * @param measures keys of the measures that runs report
 * @throws {ScenarioProblems} with every problem found
 */
export function readComparison<Key extends string>(
  { name, text }: ScenarioText,
  measures: readonly Key[],
): Comparison<Key> {
  const faults = faultsOf(text);
  if (faults.length > 0) throw new ScenarioProblems(faults.map((fault) => syntaxProblem(fault, name)));
  const whole: unknown = JSON.parse(text);
  const unfit = headerProblem(whole);
  if (unfit) throw new ScenarioProblems([unfit]);
  const read = schemaFor(measures).safeParse(whole);
  const own = read.error?.issues.flatMap((issue) => problemsOfIssue(issue, whole, measures)) ?? [];
  const problems = [...own, ...absentScenarios(whole, own)];
  if (read.success && problems.length === 0) return read.data;
  throw new ScenarioProblems(problems);
}

function syntaxProblem(
  { line, column, message }: ReturnType<typeof faultsOf>[number],
  file: string,
): Problem {
  const place = `line ${line}, column ${column}`;
  return { path: file, value: place, allowed: 'JSON', message: `${place}: ${message}` };
}

/** A file of another kind or version is not judged further. */
function headerProblem(whole: unknown): Problem | null {
  if (!isGroup(whole)) {
    const allowed = `an object in braces, beginning { "type": ${ALLOWED.type}`;
    return { path: 'type', value: whole, allowed, message: `is ${shown(whole)}; write ${allowed}` };
  }
  const { type, version } = whole;
  if (type !== COMPARISON_TYPE) {
    const allowed = ALLOWED.type!;
    const message = `"type" is ${shown(type)}, so this is no comparison file; write "type": ${allowed}`;
    return { path: 'type', value: type, allowed, message };
  }
  if (typeof version === 'number' && version > COMPARISON_VERSION) {
    const message = `made by a newer Headroom (file version ${version}; this one reads ${COMPARISON_VERSION}); update Headroom to open it`;
    return { path: 'version', value: version, allowed: ALLOWED.version!, message };
  }
  return null;
}

function problemsOfIssue(
  issue: z.core.$ZodIssue,
  whole: unknown,
  measures: readonly string[],
): readonly Problem[] {
  const path = issue.path.join('.');
  const place = issue.path.map((key) => (typeof key === 'number' ? '*' : String(key))).join('.');
  if (issue.code === 'unrecognized_keys') {
    const known = partsOf(place);
    return issue.keys.map((key) => {
      const allowed = `one of ${known.join(', ')}`;
      const message = `is not known${nearest(key, known)}; take it out, or use ${allowed}`;
      return { path: within(path, key), value: at(whole, [...issue.path, key]), allowed, message };
    });
  }
  const value = at(whole, issue.path);
  const allowed = ALLOWED[place] ?? AN_OBJECT;
  const likely = issue.path.at(-1) === 'measure' && typeof value === 'string' ? nearest(value, measures) : '';
  const message = value === undefined ? 'is missing' : `is ${shown(value)}${likely}`;
  return [{ path, value, allowed, message: `${message}; write ${allowed}` }];
}

/** Places in "story" at which no scenario stands. Judged beside other problems, and silent where the place itself is one of them. */
function absentScenarios(whole: unknown, told: readonly Problem[]): Problem[] {
  const others = at(whole, ['others']);
  if (!Array.isArray(others) || others.length === 0) return [];
  return ['figures', 'expects'].flatMap((list) => {
    const rows = at(whole, ['story', list]);
    if (!Array.isArray(rows)) return [];
    return rows.flatMap((_, index) => {
      const keys = ['story', list, index, 'scenario'];
      const path = keys.join('.');
      const place = at(whole, keys);
      if (typeof place !== 'number' || place <= others.length) return [];
      if (told.some((problem) => problem.path === path)) return [];
      const allowed = `up to ${others.length}, as many as "others" holds`;
      return [{ path, value: place, allowed, message: `is ${place}; write ${allowed}` }];
    });
  });
}

const within = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);

/** Keys that may stand at a place. */
function partsOf(place: string): string[] {
  const depth = place === '' ? 0 : place.split('.').length;
  return Object.keys(ALLOWED)
    .filter((key) => (place === '' || key.startsWith(`${place}.`)) && key.split('.').length === depth + 1)
    .map((key) => key.split('.').at(-1)!);
}

function at(content: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null
      ? (value as Record<PropertyKey, unknown>)[key]
      : undefined;
  }, content);
}

/**
 * A scenario that stands in a comparison file, as a file of its own: one that extends nothing under "others" extends the base.
 * @param base what the base is called: a preset's id, a path, or the name of its own text
 */
export function inlineText(
  content: Readonly<Record<string, unknown>>,
  name: string,
  base?: string,
): ScenarioText {
  const extending = base !== undefined && !('extends' in content) ? { extends: base } : {};
  const whole = { type: SCENARIO_TYPE, version: SCENARIO_VERSION, ...extending, ...content };
  return { name, text: JSON.stringify(whole) };
}
