import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindOf, openComparison, openStory } from '../../host/comparison-files.ts';
import { failureOf } from '../../host/failure.ts';
import { tinyScenario } from './tiny-scenario.ts';

let folder: string;
const write = (name: string, content: unknown) => {
  writeFileSync(join(folder, name), JSON.stringify(content));
  return join(folder, name);
};
const comparison = (content: object) => ({ type: 'headroom-comparison', version: 1, name: 'c', ...content });
const workers = (fte: number) => ({ teams: { all: { posts: { worker: { fte } } } } });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'headroom-comparison-'));
  mkdirSync(join(folder, 'services'));
  write('services/tiny.json', tinyScenario());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function problemsOf(reference: string) {
  try {
    openComparison(reference);
  } catch (error) {
    return failureOf(error).problems;
  }
  return [];
}

describe('the scenarios of a comparison file', () => {
  it('are found from its folder, as written, and those in braces change the base', () => {
    const path = write(
      'good.json',
      comparison({
        base: { extends: './services/tiny.json', name: 'Three', ...workers(3) },
        others: [
          { name: 'Four', ...workers(4) },
          { name: 'Own', extends: './services/tiny.json' },
          './services/tiny.json',
        ],
      }),
    );
    const { scenarios, files } = openComparison(path);
    expect(files).toEqual([path]);
    const fte = scenarios.map(({ document }) => document.scenario.teams.all!.posts.worker!.fte);
    expect(fte).toEqual([3, 4, 1.5, 1.5]);
    const tiny = join(folder, 'services', 'tiny.json');
    expect(scenarios.map((scenario) => scenario.files)).toEqual([[tiny], [tiny], [tiny], [tiny]]);
    const row = scenarios[1]!.document.inputs.find((input) => input.path.endsWith('worker.fte'))!;
    expect(row.setBy).toBe('good.json: others.0');
  });

  it('may all be presets', () => {
    const path = write('presets.json', comparison({ base: 'reference', others: ['kent'] }));
    const { scenarios } = openComparison(path);
    expect(scenarios[0]!.document.name).toBe('Reference service');
    expect(scenarios[1]!.document.name).toContain('Kent');
  });
});

describe('what is wrong with them', () => {
  it('is told all at once, with the place in the comparison, and that of the base once', () => {
    const path = write(
      'bad.json',
      comparison({
        base: { extends: './services/tiny.json', name: 'Base', ...workers(-1) },
        others: [
          { name: 'Same fault' },
          { name: 'Own fault', allocation: { targetDays: -5 } },
          { description: 'No name' },
          './services/gone.json',
          'referense',
        ],
      }),
    );
    const problems = problemsOf(path);
    expect(problems.map((problem) => problem.path)).toEqual([
      'base.teams.all.posts.worker.fte',
      'others.1.allocation.targetDays',
      'others.2.name',
      'others.3',
      'others.4',
    ]);
    expect(problems[4]!.message).toContain('did you mean "reference"');
  });

  it('is told of the file itself first', () => {
    const path = write('header.json', comparison({ base: 'reference', others: [], extra: 1 }));
    expect(problemsOf(path).map((problem) => problem.path)).toEqual(['others', 'extra']);
  });
});

describe('a name', () => {
  it('stands for a story, a comparison file, a scenario or nothing', () => {
    const path = write('kind.json', comparison({ base: 'reference', others: ['kent'] }));
    expect(kindOf('oxfordshire-18-to-25')).toBe('comparison');
    expect(kindOf(path)).toBe('comparison');
    expect(kindOf('reference')).toBe('scenario');
    expect(kindOf(join(folder, 'services', 'tiny.json'))).toBe('scenario');
    expect(kindOf(join(folder, 'gone.json'))).toBe('nothing');
  });

  it('of no story is refused with the likely one', () => {
    expect(() => openStory('oxfordshire-18-to-52')).toThrow('did you mean "oxfordshire-18-to-25"');
    expect(() => openComparison('oxfordshire-18-to-52')).toThrow('did you mean "oxfordshire-18-to-25"');
  });
});
