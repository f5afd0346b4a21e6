/** Whether a scenario is valid: every parameter by its description, then the rules between parameters; all problems at once. */
import type * as z from 'zod';
import { changeProblems } from './changes.ts';
import { nearest } from './did-you-mean.ts';
import { fieldsOfKind } from './distribution.ts';
import { type Problem, ScenarioProblems, shown } from './problem.ts';
import { ruleProblems } from './rules.ts';
import { type Scenario, scenarioSchema } from './schema.ts';
import { isGroup, SCENARIO_SHAPE, type Shape, shapeUnder } from './shape.ts';

/**
 * A whole scenario with defaults filled in, from content without notes.
 * @throws {ScenarioProblems} with every problem found
 */
export function check(content: unknown): Scenario {
  const problems = problemsOf(content);
  if (problems.length > 0) throw new ScenarioProblems(problems);
  return scenarioSchema.parse(content);
}

/** Every problem of the content, and of what its dated changes make of it; none means that `check` gives a scenario. */
export function problemsOf(content: unknown): Problem[] {
  const problems = problemsAtOneTime(content);
  const parsed = scenarioSchema.safeParse(content);
  return parsed.success
    ? [...problems, ...changeProblems(parsed.data, problems, problemsAtOneTime)]
    : problems;
}

/** Leaving out the dated changes. */
function problemsAtOneTime(content: unknown): Problem[] {
  const parsed = scenarioSchema.safeParse(content);
  if (parsed.success) return ruleProblems(parsed.data);
  const own = parsed.error.issues.flatMap((issue) => problemsOfIssue(issue, [], content));
  return [...mostExact(own), ...rulesBeyond(own, content)];
}

/** Of a distribution and a field inside it, both wrong, only the field is told. */
function mostExact(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ path }) => !problems.some((other) => other.path.startsWith(`${path}.`)));
}

/** The rules, where they can be judged although some parameters are wrong: with those at their defaults, and saying nothing about them. */
function rulesBeyond(wrong: readonly Problem[], content: unknown): Problem[] {
  const mended = wrong.reduce<unknown>((rest, { path }) => without(rest, path.split('.')), content);
  const parsed = scenarioSchema.safeParse(mended);
  if (!parsed.success) return [];
  const touches = (a: string, b: string) => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
  return ruleProblems(parsed.data).filter((rule) => wrong.every(({ path }) => !touches(rule.path, path)));
}

function without(content: unknown, [key, ...rest]: readonly string[]): unknown {
  if (!isGroup(content) || key === undefined) return content;
  if (rest.length > 0 && isGroup(content[key])) return { ...content, [key]: without(content[key], rest) };
  const { [key]: _, ...others } = content;
  return others;
}

function problemsOfIssue(
  issue: z.core.$ZodIssue,
  above: readonly PropertyKey[],
  content: unknown,
): Problem[] {
  const keys = [...above, ...issue.path].map(String);
  const { leaf, leafKeys, shape } = find(keys);
  if (leaf && issue.code !== 'unrecognized_keys')
    return [problemOfLeaf(issue, keys, leafKeys, leaf.about.allowed, content)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, [...keys, key], shape, content));
    case 'invalid_key':
      return [badName(keys, content)];
    case 'invalid_union':
      return likeliest(issue, keys, content).flatMap((inner) => problemsOfIssue(inner, keys, content));
    default:
      return [problemOfGroup(issue, keys, shape, content)];
  }
}

/** Walks down to what stands at a path, stopping at a parameter: what lies below it is part of a distribution or list. */
function find(keys: readonly string[]) {
  let shape: Shape | undefined = SCENARIO_SHAPE;
  for (const [depth, key] of keys.entries()) {
    if (shape?.kind === 'leaf') return { leaf: shape, leafKeys: keys.slice(0, depth), shape };
    shape = shapeUnder(shape, key);
  }
  return { leaf: shape?.kind === 'leaf' ? shape : undefined, leafKeys: keys, shape };
}

function problemOfLeaf(
  issue: z.core.$ZodIssue,
  keys: readonly string[],
  leafKeys: readonly string[],
  allowedWhole: string,
  content: unknown,
): Problem {
  const inner = deepest(issue);
  const place = inner === issue ? keys : [...keys, ...inner.path.map(String)];
  const path = place.join('.');
  const value = at(content, place);
  const within = place.length > leafKeys.length;
  const allowed = within ? (ownLimits(inner) ?? allowedWhole) : allowedWhole;
  if (value === undefined) return { path, value, allowed, message: `is missing; write ${allowed}` };
  const mean =
    inner.code === 'custom' && typeof inner.params?.mean === 'number'
      ? ` with a mean of ${inner.params.mean}`
      : '';
  return { path, value, allowed, message: `is ${shown(value)}${mean}; write ${allowed}` };
}

/** In a choice between a word and a distribution, the issue inside the distribution is the one to tell. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().reduce<z.core.$ZodIssue | undefined>((best, next) => {
    return next.path.length > (best?.path.length ?? 0) ? next : best;
  }, undefined);
  return inner ? deepest(inner) : issue;
}

/** What one field of a distribution or one item of a list may be. */
function ownLimits(issue: z.core.$ZodIssue): string | undefined {
  switch (issue.code) {
    case 'too_small':
      return `${issue.inclusive ? '' : 'more than '}${issue.minimum}${issue.inclusive ? ' or more' : ''}`;
    case 'too_big':
      return `${issue.inclusive ? '' : 'less than '}${issue.maximum}${issue.inclusive ? ' or less' : ''}`;
    case 'invalid_type':
      return issue.expected === 'int' ? 'a whole number' : `a ${issue.expected}`;
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? `one of ${issue.options.map(shown).join(', ')}`
        : undefined;
    case 'invalid_value':
      return `one of ${issue.values.map(shown).join(', ')}`;
    default:
      return undefined;
  }
}

function unknownKey(
  key: string,
  keys: readonly string[],
  shape: Shape | undefined,
  content: unknown,
): Problem {
  const known =
    shape?.kind === 'fields' ? [...shape.fields.keys()] : distributionFields(at(content, keys.slice(0, -1)));
  const allowed = `one of ${known.join(', ')}`;
  const message = `is not known${nearest(key, known)}; take it out, or use ${allowed}`;
  return { path: keys.join('.'), value: at(content, keys), allowed, message };
}

/** What the kind of distribution named may hold. */
function distributionFields(value: unknown): string[] {
  const kind = isGroup(value) && typeof value.distribution === 'string' ? value.distribution : '';
  return fieldsOfKind(kind) ?? ['distribution'];
}

function badName(keys: readonly string[], content: unknown): Problem {
  const allowed =
    "a name of 1 to 60 letters, digits, spaces and _ & ' ( ) / + -, beginning with a letter or digit";
  return {
    path: keys.join('.'),
    value: at(content, keys),
    allowed,
    message: `has a name that cannot be used; write ${allowed}`,
  };
}

/** Of a group that can be said in several ways, the issues of the way it most nearly is. */
function likeliest(
  issue: z.core.$ZodIssueInvalidUnion,
  keys: readonly string[],
  content: unknown,
): z.core.$ZodIssue[] {
  const { shape } = find(keys);
  const group = at(content, keys);
  if (issue.errors.length === 0 || shape?.kind !== 'fields' || !isGroup(group)) {
    return [{ code: 'invalid_type', expected: 'object', path: [], message: issue.message, input: group }];
  }
  const shared = shape.ways.map((way) => Object.keys(group).filter((key) => way.has(key)).length);
  return issue.errors[shared.indexOf(Math.max(...shared))] ?? [];
}

function problemOfGroup(
  issue: z.core.$ZodIssue,
  keys: readonly string[],
  shape: Shape | undefined,
  content: unknown,
): Problem {
  const value = at(content, keys);
  const path = keys.join('.') || 'the scenario';
  const given = issue.code === 'custom' ? issue.params?.allowed : undefined;
  const names = shape?.kind === 'fields' ? ` with ${[...shape.fields.keys()].join(', ')}` : '';
  const allowed = typeof given === 'string' ? given : `an object in braces${names}`;
  if (value === undefined) return { path, value, allowed, message: `is missing; write ${allowed}` };
  if (isGroup(value))
    return { path, value, allowed, message: `has ${Object.keys(value).length} entries; write ${allowed}` };
  return { path, value, allowed, message: `is ${shown(value)}; write ${allowed}` };
}

function at(content: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }, content);
}
