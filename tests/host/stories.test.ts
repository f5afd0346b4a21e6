/** The program's own stories: each is valid, says where its numbers come from, and the model says what the story claims. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openStory, storyIds } from '../../host/comparison-files.ts';
import { checkStory } from '../../host/story-check.ts';
import { compile } from '../../scenarios/compile.ts';
import { PRESETS } from '../../scenarios/presets/index.ts';
import { inProcessPool } from './in-process-pool.ts';

const FOLDER = new URL('../../scenarios/stories/', import.meta.url);
const each = storyIds.map((id) => [id] as const);

/** Enough that every claim is clear of chance by three standard errors of the paired difference; fewer than the documents are made with. */
const QUICK = { replications: 12, seed: 20_230_608 };
const CLEAR_BY = 3;

describe('the stories', () => {
  it('are all the files there are, one for each lever, under names that no preset has', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
    expect([...storyIds].toSorted()).toEqual(files.map((name) => name.replace('.json', '')).toSorted());
    const levers = storyIds.map((id) => openStory(id).story.lever);
    expect(new Set(levers).size).toBe(10);
    const presets = PRESETS.map(({ id }) => id);
    expect(storyIds.filter((id) => presets.includes(id))).toEqual([]);
  });

  it.each(each)('%s compiles, over the same weeks, under names of their own', (id) => {
    const { scenarios } = openStory(id);
    const dates = scenarios.map(({ document }) => compile(document.scenario, { warmUpWeeks: 0 }).dates);
    for (const other of dates) expect(other).toEqual(dates[0]);
    const names = scenarios.map(({ document }) => document.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(each)('%s gives each number a note, a source and how sure it is', (id) => {
    const { scenarios } = openStory(id);
    const own = scenarios.flatMap(({ document }) =>
      document.inputs.filter(({ setBy }) => setBy.startsWith(id)),
    );
    const numbers = own.filter(({ value }) => typeof value === 'number');
    for (const { path, source, note } of numbers) {
      expect(source, `${id}: ${path}`).not.toContain('names no source');
      expect(note, `${id}: ${path}`).not.toBeNull();
    }
  });

  it.each(each)('%s gives every number of its file a source, those of dated changes too', (id) => {
    const { comparison } = openStory(id);
    const bare = [comparison.base, ...comparison.others].flatMap((scenario) => bareNumbers(scenario));
    expect(bare).toEqual([]);
  });
});

/** Paths of numbers outside a `{ value, note, source, confidence }`. */
function bareNumbers(content: unknown, path = ''): string[] {
  if (typeof content === 'number') return [path];
  if (typeof content !== 'object' || content === null) return [];
  if ('value' in content && 'source' in content && 'note' in content && 'confidence' in content) return [];
  return Object.entries(content).flatMap(([key, inner]) => bareNumbers(inner, `${path}.${key}`));
}

describe('the model', () => {
  it.each(each)('says what %s claims that it says', async (id) => {
    const { told } = await checkStory(id, inProcessPool(), undefined, QUICK);
    for (const { expectation, difference, modelSays } of told.expectations) {
      const { measure, scenario, direction } = expectation;
      const where = `${measure} of scenario ${scenario}`;
      expect([where, modelSays]).toEqual([where, direction]);
      const beyondChance = Math.abs(difference.mean) - CLEAR_BY * difference.se;
      if (direction !== 'no clear difference') expect(beyondChance, where).toBeGreaterThan(0);
    }
  });
});
