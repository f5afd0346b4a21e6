/** Laws of check and compile over random scenarios. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balance } from '../../scenarios/balance.ts';
import { check, problemsOf } from '../../scenarios/check.ts';
import { compile } from '../../scenarios/compile.ts';
import { readScenario } from '../../scenarios/file.ts';
import { leavesOf } from '../../scenarios/shape.ts';
import { createEngine, MEASURE_KEYS } from '../../sim/index.ts';
import { arbitraryScenario } from './arbitrary-scenario.ts';

const RUNS = { seed: 480624, numRuns: 100 };
const CERTAIN = 1 + 1e-9;

/** Every number anywhere in plain data. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function replaced(content: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const inner = content as Record<string, unknown>;
  const changed = replaced(inner[key], rest, value);
  return Array.isArray(content) ? content.with(Number(key), changed) : { ...inner, [key]: changed };
}

const fileOf = (content: object) => JSON.stringify({ type: 'headroom-scenario', version: 1, ...content });

/** What has no source, what a change says, and plans, which are said whole. */
const STAYS = /^name$|^changes\.|\.plan\./;

function headlines(content: unknown) {
  const { groups } = createEngine(compile(check(content)).plan, 1).replicate(0);
  return groups.map(({ headline }) => MEASURE_KEYS.map((key, at) => [key, headline[at]]));
}

/** Without the value, and without groups that it leaves empty; the others keep their order. */
function without(content: unknown, [key, ...rest]: readonly string[]): unknown {
  return Object.fromEntries(
    Object.entries(content as Record<string, unknown>).flatMap(([name, inner]) => {
      if (name !== key) return [[name, inner]];
      const left = rest.length === 0 ? {} : without(inner, rest);
      return Object.keys(left as object).length === 0 ? [] : [[name, left]];
    }),
  );
}

describe('any valid scenario', () => {
  it('passes the check and compiles to a plan that makes sense', () => {
    fc.assert(
      fc.property(arbitraryScenario, (content) => {
        expect(problemsOf(content)).toEqual([]);
        const { plan, dates, warmUpWeeks } = compile(check(content));
        expect(numbersIn(plan).filter(Number.isNaN)).toEqual([]);
        expect(dates).toHaveLength(content.period.weeks!);
        expect(plan.clock.weekEnds).toHaveLength(warmUpWeeks + dates.length);
        for (const [week, end] of plan.clock.weekEnds.entries()) {
          const days = end - (plan.clock.weekEnds[week - 1] ?? 0);
          // Christmas and New Year leave at least three days in seven.
          expect(days).toBeGreaterThanOrEqual(3);
          expect(days).toBeLessThanOrEqual(5);
        }
        const sums = [
          ...plan.sources.map(({ needShares }) => needShares),
          ...plan.needs.map(({ routes }) => [routes.advice, routes.socialCare, ...routes.pathways]),
          ...plan.pathways.map(({ outcomes }) => outcomes),
        ].map((shares) => shares.reduce((sum, share) => sum + share, 0));
        for (const sum of sums) expect(sum).toBeCloseTo(1, 12);
        for (const { joined } of plan.opening.waiting) expect(joined).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it('has a balance whose load is joining over what can be allocated', () => {
    fc.assert(
      fc.property(arbitraryScenario, (content) => {
        const { joining, allocationsPossible, load, places } = balance(check(content));
        expect(joining).toBeGreaterThan(0);
        expect(places).toBeGreaterThan(0);
        expect(load).toBeCloseTo(joining / allocationsPossible, 9);
        expect(load).toBeLessThan(Number.POSITIVE_INFINITY);
      }),
      RUNS,
    );
  });

  it('comes back from its file as it was, with where each value comes from', () => {
    fc.assert(
      fc.property(arbitraryScenario, (content) => {
        const { scenario, inputs } = readScenario({ name: 'some.json', text: fileOf(content) }, () => null);
        // JSON has no negative zero.
        expect(scenario).toEqual(check(JSON.parse(JSON.stringify(content))));
        for (const { source, setBy } of inputs) {
          expect(source).not.toBe('');
          expect(['default', 'some.json']).toContain(setBy);
        }
      }),
      RUNS,
    );
  });

  it('gives the same result without the values that are not in its list of inputs', () => {
    fc.assert(
      fc.property(arbitraryScenario, (content) => {
        const { inputs } = readScenario({ name: 'some.json', text: fileOf(content) }, () => null);
        const listed = new Set(inputs.map(({ path }) => path));
        const unused = leavesOf(content).filter(({ path }) => !listed.has(path) && !STAYS.test(path));
        const less = unused.reduce<unknown>((rest, { path }) => without(rest, path.split('.')), content);
        expect(headlines(less)).toEqual(headlines(content));
      }),
      RUNS,
    );
  });
});

describe('any parameter of any scenario', () => {
  it('is found by its path when it is not a number, a word or a list that is allowed', () => {
    fc.assert(
      fc.property(
        arbitraryScenario,
        fc.nat(),
        fc.constantFrom(Number.NaN, -1e9, true, { a: 1 }, ''),
        (content, pick, wrong) => {
          const leaves = leavesOf(content);
          const { path } = leaves[pick % leaves.length]!;
          const problems = problemsOf(replaced(content, path.split('.'), wrong));
          const about = problems.filter(
            (problem) => problem.path === path || problem.path.startsWith(`${path}.`),
          );
          expect(about.length).toBeGreaterThan(0);
          for (const { allowed, message } of about) {
            expect(allowed).not.toBe('');
            expect(message).not.toContain('undefined');
          }
        },
      ),
      { ...RUNS, numRuns: 250 },
    );
  });

  it('keeps shares a whole: one share moved is found at the group it belongs to', () => {
    fc.assert(
      fc.property(arbitraryScenario, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (content, less) => {
        const [need, { routes }] = Object.entries(content.needs)[0]!;
        const path = `needs.${need}.routes`;
        const moved = replaced(content, [...path.split('.'), 'advice'], routes.advice! * (1 - less));
        const expected = routes.advice! * less > 1e-6 * CERTAIN ? [path] : [];
        expect(problemsOf(moved).map((problem) => problem.path)).toEqual(expected);
      }),
      RUNS,
    );
  });
});
