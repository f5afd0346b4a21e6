/** A scenario from the text of its file and of the files it extends. Reads no disk: whoever calls says where text comes from. */
import { check } from './check.ts';
import { type InputRow, listInputs } from './inputs.ts';
import { faultsOf } from './json-text.ts';
import { type Layer, type Merged, mergeLayers } from './layers.ts';
import { type Problem, ScenarioProblems, shown } from './problem.ts';
import { LONGEST_NAME, SCENARIO_TYPE, SCENARIO_VERSION, type Scenario } from './schema.ts';
import { isGroup } from './shape.ts';
import { type ReadSeries, withSeries } from './weekly-series.ts';

/** A file's text and its name: a preset's id or a path. */
export interface ScenarioText {
  readonly name: string;
  readonly text: string;
}

/** Finds what a file extends: `reference` as written, `from` the name of the file it stands in; `null` when there is none. */
export type LoadScenario = (reference: string, from: string) => ScenarioText | null;

export interface ScenarioDocument {
  readonly name: string;
  readonly scenario: Scenario;
  /** Every value with where it comes from. */
  readonly inputs: readonly InputRow[];
}

/**
 * Reads a scenario whole or not at all.
 * @param readSeries reads the tables that files speak of; without it they stay unread, which `check` refuses
 * @throws {ScenarioProblems} when a file is no JSON or no scenario, what it extends is missing or circular, or values are not allowed
 */
export function readScenario(
  source: ScenarioText,
  load: LoadScenario,
  readSeries?: ReadSeries,
): ScenarioDocument {
  const files = chainOf(source, load);
  const read = files.map((file) => (readSeries ? withTables(file, readSeries) : { ...file, problems: [] }));
  const layers = read.map(({ name, content }): Layer => ({ name, content }));
  const unread = read.flatMap(({ problems }) => problems);
  const layered = mergeLayers(layers);
  const merged = { ...layered, problems: [...unread, ...layered.problems] };
  const scenario = checked(merged, layers.length > 1);
  return { name: scenario.name, scenario, inputs: listInputs(scenario, merged.origins) };
}

interface ParsedFile extends Layer {
  /** As the loader knows it, with its folders. */
  readonly location: string;
  readonly extends: string | null;
}

/** The file and all it extends, base first. */
function chainOf(source: ScenarioText, load: LoadScenario): ParsedFile[] {
  const chain: ParsedFile[] = [];
  const seen: string[] = [];
  for (let next: ScenarioText | null = source; next !== null; ) {
    if (seen.includes(next.name)) throw circular([...seen, next.name]);
    seen.push(next.name);
    const file = parse(next);
    chain.unshift(chain.length === 0 ? file : withoutTitle(file));
    next = file.extends === null ? null : found(load(file.extends, next.name), file);
  }
  return chain;
}

function parse({ name, text }: ScenarioText): ParsedFile {
  const faults = faultsOf(text);
  if (faults.length > 0) {
    throw new ScenarioProblems(
      faults.map(({ line, column, message }) => ({
        path: shortName(name),
        value: `line ${line}, column ${column}`,
        allowed: 'JSON',
        message: `line ${line}, column ${column}: ${message}`,
      })),
    );
  }
  const whole: unknown = JSON.parse(text);
  const problems = headerProblems(whole, shortName(name));
  if (problems.length > 0 || !isGroup(whole)) throw new ScenarioProblems(problems);
  const { type: _type, version: _version, $schema: _schema, extends: base, ...content } = whole;
  return {
    name: shortName(name),
    location: name,
    content,
    extends: typeof base === 'string' ? base : null,
  };
}

function withTables({ name, location, content }: ParsedFile, read: ReadSeries) {
  return { name, ...withSeries(content, location, read) };
}

function headerProblems(whole: unknown, file: string): Problem[] {
  if (!isGroup(whole)) {
    const allowed = `an object in braces, beginning { "type": "${SCENARIO_TYPE}"`;
    return [{ path: file, value: whole, allowed, message: `is ${shown(whole)}; write ${allowed}` }];
  }
  const { type, version } = whole;
  if (type !== SCENARIO_TYPE) {
    const allowed = shown(SCENARIO_TYPE);
    const message = `"type" is ${shown(type)}, so this is no scenario file; write "type": ${allowed}`;
    return [{ path: `${file}: type`, value: type, allowed, message }];
  }
  if (version !== SCENARIO_VERSION) {
    const newer = typeof version === 'number' && version > SCENARIO_VERSION;
    const message = newer
      ? `made by a newer Headroom (file version ${version}; this one reads ${SCENARIO_VERSION}); update Headroom to open it`
      : `"version" is ${shown(version)}; write "version": ${SCENARIO_VERSION}`;
    return [{ path: `${file}: version`, value: version, allowed: String(SCENARIO_VERSION), message }];
  }
  const problems: Problem[] = [];
  if ('extends' in whole && (typeof whole.extends !== 'string' || whole.extends === '')) {
    const allowed = 'the id of a preset, or a path such as "./base.json"';
    const message = `"extends" is ${shown(whole.extends)}; write ${allowed}`;
    problems.push({ path: `${file}: extends`, value: whole.extends, allowed, message });
  }
  if ('extends' in whole && !('name' in whole)) {
    const allowed = `text of 1 to ${LONGEST_NAME} characters`;
    const message = 'is missing; a scenario that extends another needs a name of its own';
    problems.push({ path: `${file}: name`, value: undefined, allowed, message });
  }
  return problems;
}

/** Name and description belong to the file that bears them, and are not handed on. */
function withoutTitle(file: ParsedFile): ParsedFile {
  const { name: _name, description: _description, ...content } = file.content;
  return { ...file, content };
}

function found(base: ScenarioText | null, file: ParsedFile): ScenarioText {
  if (base !== null) return base;
  const allowed = 'the id of a preset, or the path of a file from this one';
  const message = `there is no preset or file "${file.extends}"; write ${allowed}`;
  throw new ScenarioProblems([{ path: `${file.name}: extends`, value: file.extends, allowed, message }]);
}

function circular(names: readonly string[]): ScenarioProblems {
  const round = names.map(shortName).join(' extends ');
  const allowed = 'a file that does not lead back to this one';
  const message = `goes round in a circle: ${round}; let one of them extend nothing`;
  return new ScenarioProblems([{ path: `${shortName(names[0]!)}: extends`, value: round, allowed, message }]);
}

/** Where several files make the scenario, a problem also says which of them set the value. */
function checked({ content, origins, problems }: Merged, several: boolean): Scenario {
  try {
    const scenario = check(content);
    if (problems.length === 0) return scenario;
    throw new ScenarioProblems(problems);
  } catch (error) {
    if (!(error instanceof ScenarioProblems) || error.problems === problems) throw error;
    const told = (path: string) =>
      problems.some((own) => path === own.path || path.startsWith(`${own.path}.`));
    const all = [...problems, ...error.problems.filter(({ path }) => !told(path))];
    throw new ScenarioProblems(several ? all.map((problem) => naming(problem, origins)) : all);
  }
}

function naming(problem: Problem, origins: Merged['origins']): Problem {
  const keys = problem.path.split('.');
  const setBy = keys
    .map((_, i) => origins.get(keys.slice(0, keys.length - i).join('.'))?.setBy)
    .find(Boolean);
  return setBy ? { ...problem, message: `${problem.message} (set by ${setBy})` } : problem;
}

/** A path without its folders, which mean nothing on another machine. */
const shortName = (name: string) => name.split(/[/\\]/).at(-1)!;
