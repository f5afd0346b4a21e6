import { describe, expect, it } from 'vitest';
import { allOf, BadInput, EXIT_CODES, failureOf, Stopped } from '../../host/failure.ts';
import { type Problem, ScenarioProblems } from '../../scenarios/problem.ts';

const problem = (path: string): Problem => ({ path, value: 1, allowed: '2', message: 'is 1; write 2' });

describe('any thrown thing as plain data', () => {
  it.each([
    [new BadInput([problem('--seed')]), 'bad input', 2],
    [new ScenarioProblems([problem('period.weeks')]), 'bad input', 2],
    [new Stopped('Not begun'), 'stopped', 3],
    [new TypeError('x is undefined'), 'our fault', 1],
    ['a thrown string', 'our fault', 1],
    [undefined, 'our fault', 1],
  ])('%s', (thrown, kind, exitCode) => {
    const failure = failureOf(thrown);
    expect(failure.kind).toBe(kind);
    expect(EXIT_CODES[failure.kind]).toBe(exitCode);
    expect(structuredClone(failure)).toEqual(failure);
  });

  it('keeps the problems of bad input, and the place of our own fault', () => {
    expect(
      failureOf(new ScenarioProblems([problem('a'), problem('b')])).problems.map(({ path }) => path),
    ).toEqual(['a', 'b']);
    expect(failureOf(new TypeError('x is undefined')).message).toContain('failure.test.ts');
  });
});

describe('trying all parts', () => {
  it('gives every value, in order', () => {
    expect(allOf([() => 1, () => 'two'])).toEqual([1, 'two']);
  });

  it('gathers the problems of all that fail', () => {
    const refuse = (path: string) => () => {
      throw new BadInput([problem(path)]);
    };
    expect(() => allOf([refuse('a'), () => 1, refuse('b')])).toThrow(/^a: is 1; write 2\nb: is 1; write 2$/);
  });

  it('does not hide a fault of ours among the problems', () => {
    const fault = () => {
      throw new TypeError('ours');
    };
    expect(() => allOf([() => 1, fault])).toThrow(TypeError);
  });
});
