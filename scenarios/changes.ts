/** Dated changes: the scenario as it stands from each date on. A change is a merge patch on the scenario as it stands just before. */
import { addDays } from './calendar.ts';
import { type Difference, differences } from './differences.ts';
import { mergeLayers } from './layers.ts';
import { moveProblems } from './moves.ts';
import type { Problem } from './problem.ts';
import { type Scenario, scenarioSchema } from './schema.ts';
import { isGroup } from './shape.ts';

/** The scenario from a date on, until the next phase. */
export interface Phase {
  /** ISO date of its first day; the first phase holds in the warm-up too. */
  readonly from: string;
  /** Of the changes that begin it; none for the first phase. */
  readonly names: readonly string[];
  /** Without changes. From the second phase on without the families it opened with. */
  readonly scenario: Scenario;
}

interface NamedChange {
  readonly name: string;
  readonly from: string;
  readonly patch: Readonly<Record<string, unknown>>;
}

/** Parameters of what is there before and after a change that hold as long as it is there, and what to do instead. */
const LASTING: readonly { readonly paths: RegExp; readonly instead: string }[] = [
  {
    paths: /^teams\.[^.]+\.(locality|area|travelHoursPerSession)$/,
    instead: 'write a new team, and end this one',
  },
  {
    paths:
      /^teams\.[^.]+\.posts\.[^.]+\.(staffing|turnoverPerYear|timeToFill|induction\w+|sickness\w+|vacantAtStart|promoted\w+|salary)$/,
    instead: 'write a new post, and end this one, whose families then go back to the list',
  },
  { paths: /^demand\.sources\.[^.]+\.overdispersion$/, instead: 'write a new source, and end this one' },
  { paths: /^allocation\.capsCount$/, instead: 'write it in the scenario itself' },
];

/** Whether the parameter at this path of a scenario holds as long as what it belongs to is there, so that no change can alter it. */
export const isLasting = (path: string): boolean => LASTING.some(({ paths }) => paths.test(path));

/** The phases of a scenario that `check` has passed, in order of date; one where nothing changes. Changes of the same date make one phase. */
export function scenariosOverTime(scenario: Scenario): Phase[] {
  const phases: Phase[] = [
    { from: scenario.period.start, names: [], scenario: { ...scenario, changes: {} } },
  ];
  for (const changes of stepsOf(scenario)) {
    const content = changes.reduce<unknown>(patched, settled(phases.at(-1)!.scenario));
    const names = changes.map(({ name }) => name);
    phases.push({ from: changes[0]!.from, names, scenario: scenarioSchema.parse(content) });
  }
  return phases;
}

/**
 * Every problem of the changes of a scenario; what is wrong without them (`known`) is not told again.
 * @param problemsOf every problem of a scenario's content
 */
export function changeProblems(
  scenario: Scenario,
  known: readonly Problem[],
  problemsOf: (content: unknown) => readonly Problem[],
): Problem[] {
  const problems: Problem[] = moveProblems(null, scenario);
  const told = new Set(known.map(saying));
  let content = filled(settled({ ...scenario, changes: {} }));
  for (const all of stepsOf(scenario)) {
    const misplaced = all.flatMap((change) => dateProblems(change, scenario));
    problems.push(...misplaced);
    if (misplaced.length > 0) continue;
    const asItWas = content;
    for (const change of all) {
      const before = content;
      content = filled(patched(before, change));
      const found = differences(before, content);
      if (found.length === 0) problems.push(nothingDiffers(change));
      problems.push(...found.flatMap((difference) => lastingProblems(change, difference, before, content)));
    }
    for (const problem of [...problemsOf(content), ...movesBetween(asItWas, content)]) {
      if (!told.has(saying(problem)))
        problems.push({ ...problem, path: `changes.${ownerOf(problem, all)}.${problem.path}` });
      told.add(saying(problem));
    }
  }
  return problems;
}

const saying = ({ path, message }: Problem) => `${path}: ${message}`;

/** Changes in order of date, those of one date together in the order of the file. */
function stepsOf(scenario: Scenario): NamedChange[][] {
  const changes = Object.entries(scenario.changes).map(([name, { from, ...patch }]): NamedChange => {
    return { name, from, patch };
  });
  const dates = [...new Set(changes.map(({ from }) => from))].toSorted();
  return dates.map((date) => changes.filter(({ from }) => from === date));
}

/** Families of the first day are not opened with again; a later phase may have no pathway for them. */
function settled(scenario: Scenario): unknown {
  const { opening: _, ...rest } = scenario;
  return rest;
}

function patched(before: unknown, { name, patch }: NamedChange): unknown {
  return mergeLayers([
    { name: 'before', content: isGroup(before) ? before : {} },
    { name, content: patch },
  ]).content;
}

/** With defaults, as far as the content can be read. */
function filled(content: unknown): unknown {
  const parsed = scenarioSchema.safeParse(content);
  return parsed.success ? parsed.data : content;
}

/** None where one of them cannot be read, which is told already. */
function movesBetween(before: unknown, after: unknown): Problem[] {
  const was = scenarioSchema.safeParse(before);
  const is = scenarioSchema.safeParse(after);
  return was.success && is.success ? moveProblems(was.data, is.data) : [];
}

function dateProblems({ name, from }: NamedChange, { period }: Scenario): Problem[] {
  const last = addDays(period.start, period.weeks * 7 - 1);
  if (from > period.start && from <= last) return [];
  const allowed = `a date after ${period.start} and not after ${last}, the time reported`;
  const remedy =
    from <= period.start ? ', or write what holds from the start in the scenario itself' : ', or take it out';
  return [
    { path: `changes.${name}.from`, value: from, allowed, message: `is ${from}; write ${allowed}${remedy}` },
  ];
}

function nothingDiffers({ name, from, patch }: NamedChange): Problem {
  const allowed = 'a change of something';
  const message = `changes nothing on ${from}: all it says holds already; take it out, or change something`;
  return { path: `changes.${name}`, value: patch, allowed, message };
}

function lastingProblems(
  { name }: NamedChange,
  { path, after }: Difference,
  before: unknown,
  content: unknown,
): Problem[] {
  const rule = LASTING.find(({ paths }) => paths.test(path));
  const owner = path.split('.').slice(0, -1);
  if (!rule || !has(before, owner) || !has(content, owner)) return [];
  const message = `cannot change on a date; ${rule.instead}`;
  return [{ path: `changes.${name}.${path}`, value: after, allowed: 'what it was from the start', message }];
}

/** The change that says most of the problem's path; of several the last. */
function ownerOf({ path }: Problem, changes: readonly NamedChange[]): string {
  const keys = path.split('.');
  const depths = changes.map(({ patch }) => keys.filter((_, i) => has(patch, keys.slice(0, i + 1))).length);
  return changes[depths.lastIndexOf(Math.max(...depths))]!.name;
}

function has(content: unknown, keys: readonly string[]): boolean {
  let inner = content;
  for (const key of keys) {
    if (!isGroup(inner) || !(key in inner)) return false;
    inner = inner[key];
  }
  return true;
}
