/** What a comparison file may hold, and how it says what is wrong with it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inlineText, readComparison, saysComparison } from '../../scenarios/comparison.ts';
import { type Problem, ScenarioProblems } from '../../scenarios/problem.ts';
import { GUIDE } from '../../scripts/write-docs.ts';
import { MEASURE_KEYS } from '../../sim/index.ts';

const EXPECTATION = {
  measure: 'waiting_end',
  scenario: 1,
  direction: 'falls',
  sourceSays: 'nothing',
  because: 'More places.',
};
const FIGURE = { measure: 'wait_mean', scenario: 0, value: 12, source: 'A report' };
const STORY = {
  lever: 'More workers',
  happened: { text: 'The list fell.', source: 'A report' },
  figures: [FIGURE],
  expects: [EXPECTATION],
  limits: 'None known.',
};
const SOUND = {
  type: 'headroom-comparison',
  version: 1,
  name: 'Two',
  base: 'reference',
  others: [{ name: 'Changed' }, './other.json'],
  story: STORY,
};

const read = (content: unknown) =>
  readComparison({ name: 'c.json', text: JSON.stringify(content) }, MEASURE_KEYS);

function problemsOf(text: string): readonly Problem[] {
  try {
    readComparison({ name: 'c.json', text }, MEASURE_KEYS);
  } catch (error) {
    if (error instanceof ScenarioProblems) return error.problems;
    throw error;
  }
  return [];
}
const problemsIn = (content: unknown) => problemsOf(JSON.stringify(content));
const withStory = (story: object) => ({ ...SOUND, story: { ...STORY, ...story } });

describe('a sound comparison', () => {
  it('is read as it stands', () => {
    expect(read(SOUND)).toEqual(SOUND);
  });

  it('needs no story, and a story no figures', () => {
    const { story: _, ...plain } = SOUND;
    expect(read(plain).story).toBeUndefined();
    const { figures: _figures, ...story } = STORY;
    expect(read({ ...SOUND, story }).story).toEqual(story);
  });

  it('is the one that the guide shows', () => {
    const [, text] = /```json file=county-options\.json\n(.*?)```/s.exec(readFileSync(GUIDE, 'utf8'))!;
    expect(saysComparison(text!)).toBe(true);
    const comparison = readComparison({ name: 'county-options.json', text: text! }, MEASURE_KEYS);
    expect(comparison.others).toHaveLength(2);
  });
});

describe('a faulty comparison', () => {
  const BAD: readonly [fault: string, content: unknown, path: string, said: readonly string[]][] = [
    ['no object', [1], 'type', ['headroom-comparison']],
    [
      'a scenario',
      { ...SOUND, type: 'headroom-scenario' },
      'type',
      ['headroom-scenario', 'no comparison file'],
    ],
    ['a newer version', { ...SOUND, version: 2 }, 'version', ['newer Headroom', 'update']],
    ['another version', { ...SOUND, version: 'one' }, 'version', ['"one"', '1']],
    ['no name', { ...SOUND, name: undefined }, 'name', ['is missing', '1 to 120 characters']],
    ['an unknown key', { ...SOUND, other: [] }, 'other', ['did you mean "others"']],
    ['a base that is a number', { ...SOUND, base: 3 }, 'base', ['3', 'the id of a preset']],
    ['no others', { ...SOUND, others: [] }, 'others', ['1 to 9 scenarios']],
    ['ten others', { ...SOUND, others: Array(10).fill('reference') }, 'others', ['1 to 9 scenarios']],
    ['an other that is null', { ...SOUND, others: [null] }, 'others.0', ['null', 'the id of a preset']],
    ['a story in words', { ...SOUND, story: 'They did it.' }, 'story', ['They did it.', 'in braces']],
    ['no limits', withStory({ limits: '' }), 'story.limits', ['1 to 4000 characters']],
    ['an unknown key in a story', withStory({ limit: 'x' }), 'story.limit', ['did you mean "limits"']],
    ['no source', withStory({ happened: { text: 'x' } }), 'story.happened.source', ['is missing']],
    ['no expectation', withStory({ expects: [] }), 'story.expects', ['at least one']],
    [
      'an unknown measure',
      withStory({ expects: [{ ...EXPECTATION, measure: 'waiting_ends' }] }),
      'story.expects.0.measure',
      ['did you mean "waiting_end"'],
    ],
    [
      'an unknown direction',
      withStory({ expects: [{ ...EXPECTATION, direction: 'down' }] }),
      'story.expects.0.direction',
      ['"down"', '"falls", "rises", "no clear difference"'],
    ],
    [
      'the base compared with itself',
      withStory({ expects: [{ ...EXPECTATION, scenario: 0 }] }),
      'story.expects.0.scenario',
      ['1 for the first'],
    ],
    [
      'a scenario that is not there',
      withStory({ expects: [EXPECTATION, { ...EXPECTATION, scenario: 3 }] }),
      'story.expects.1.scenario',
      ['is 3', 'up to 2'],
    ],
    [
      'a figure of a scenario that is not there',
      withStory({ figures: [{ ...FIGURE, scenario: 4 }] }),
      'story.figures.0.scenario',
      ['is 4', 'up to 2'],
    ],
    [
      'a figure without a number',
      withStory({ figures: [{ ...FIGURE, value: '12' }] }),
      'story.figures.0.value',
      ['"12"', 'a number'],
    ],
  ];

  it.each(BAD)('%s is told with its place and what is allowed', (_fault, content, path, said) => {
    const problems = problemsIn(content);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    const { message, allowed } = problems[0]!;
    for (const words of said) expect(message).toContain(words);
    expect(allowed).not.toBe('');
  });

  it('is told with all that is wrong', () => {
    const story = { ...STORY, lever: 1, expects: [{ ...EXPECTATION, scenario: 7, measure: 'list' }] };
    const paths = problemsIn({ ...SOUND, name: '', extra: 1, story }).map(({ path }) => path);
    expect(paths.toSorted()).toEqual([
      'extra',
      'name',
      'story.expects.0.measure',
      'story.expects.0.scenario',
      'story.lever',
    ]);
  });

  it('that is no JSON is told by line and column', () => {
    const [problem, ...others] = problemsOf('{ "type": "headroom-comparison",\n  "version": }');
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ path: 'c.json', allowed: 'JSON' });
    expect(problem!.message).toContain('line 2');
  });

  it('is no comparison for whoever only looks', () => {
    expect(saysComparison(JSON.stringify(SOUND))).toBe(true);
    expect(saysComparison(JSON.stringify({ type: 'headroom-scenario' }))).toBe(false);
    expect(saysComparison('[')).toBe(false);
  });
});

describe('a scenario in braces', () => {
  const parsed = (content: Record<string, unknown>, base?: string) =>
    JSON.parse(inlineText(content, 'c.json: others.0', base).text) as Record<string, unknown>;

  it('is a scenario file that extends the base, or what it names itself', () => {
    const header = { type: 'headroom-scenario', version: 1 };
    expect(parsed({ name: 'x' }, 'reference')).toEqual({ ...header, extends: 'reference', name: 'x' });
    expect(parsed({ name: 'x', extends: 'kent' }, 'reference')).toEqual({
      ...header,
      extends: 'kent',
      name: 'x',
    });
    expect(parsed({ name: 'x' })).toEqual({ ...header, name: 'x' });
  });
});
