import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, storyIds } from '../../host/comparison-files.ts';
import { tinyScenario } from '../host/tiny-scenario.ts';
import { folderWith, headroom, remove } from './headroom.ts';

const onOneLine = (text: string) => text.replace(/\s+/g, ' ');
const comparison = (content: object) => ({
  type: 'headroom-comparison',
  version: 1,
  name: 'Two',
  ...content,
});
const MORE = { name: 'More', teams: { all: { posts: { worker: { fte: 3 } } } } };

let folder: string;
beforeAll(() => {
  folder = folderWith({
    'tiny.json': tinyScenario(),
    'two.json': comparison({ base: './tiny.json', others: [MORE] }),
    'bad.json': comparison({
      base: './gone.json',
      others: [MORE, { extends: './tiny.json', name: 'Late', allocation: { targetDays: -1 } }],
    }),
  });
});
afterAll(() => remove(folder));

async function expectRefused(args: readonly string[], said: readonly string[]) {
  const { code, stdout, stderr } = await headroom(args, folder);
  expect(code, stderr).toBe(2);
  expect(stdout).toBe('');
  for (const words of said) expect(onOneLine(stderr)).toContain(words);
}

describe('stories', () => {
  it('are listed by id and lever', async () => {
    const { code, stdout } = await headroom(['stories'], folder);
    expect(code).toBe(0);
    for (const id of storyIds) {
      expect(stdout).toMatch(new RegExp(`^${id} +\\S`, 'm'));
      expect(stdout).toContain(openStory(id).story.lever);
    }
  });

  it('are shown with the words of the source, what is simulated and the limits', async () => {
    const id = 'hampshire-courses-and-panels';
    const { story, scenarios } = openStory(id);
    const { code, stdout } = await headroom(['stories', 'show', id], folder);
    expect(code).toBe(0);
    const text = onOneLine(stdout);
    for (const words of [story.happened.text, story.happened.source, story.limits])
      expect(text).toContain(words);
    for (const { document } of scenarios) expect(text).toContain(document.name);
    for (const { because } of story.expects) expect(text).toContain(because);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('are checked: source, model, and how they differ', async () => {
    const id = 'social-workers-embedded';
    const { story } = openStory(id);
    const { code, stdout, stderr } = await headroom(['stories', 'check', id], folder);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const text = onOneLine(stdout);
    expect(text).toContain(story.happened.text);
    expect(text).toMatch(/Families escalated to social care: [\d.]+ becomes [\d.]+, −[\d.]+ \(.*?\): falls/);
    expect(text).toMatch(/40 published \(.*?\), [\d.]+ \(.*?\) simulated, \d+% less/);
    expect(text).toContain(
      'Source and model agree on 0 directions and differ on 0; on 4 the sources say nothing.',
    );
  });

  it('of an unknown id are refused, with the likely one', async () => {
    await expectRefused(
      ['stories', 'check', 'oxfordshire', 'support-while-waitin'],
      ['oxfordshire: there is no story', 'did you mean "support-while-waiting"'],
    );
    await expectRefused(
      ['stories', 'show', 'support-while-waitin'],
      ['did you mean "support-while-waiting"'],
    );
  });
});

describe('compare', () => {
  it('runs a comparison file from its own folder', async () => {
    const { code, stdout } = await headroom(['compare', 'two.json', '--replications', '4'], folder);
    expect(code).toBe(0);
    expect(stdout).toContain('Tiny · More');
  });

  it('runs a story', async () => {
    const { code, stdout } = await headroom(
      ['compare', 'social-workers-embedded', '--replications', '2', '--weeks', '70'],
      folder,
    );
    expect(code).toBe(0);
    expect(onOneLine(stdout)).toContain('70 weeks from 5 October 2020, 2 replications');
  });

  it('refuses a comparison with all that is wrong in it', async () => {
    await expectRefused(
      ['compare', 'bad.json'],
      [
        '2 problems',
        'base: there is no preset or file "./gone.json"',
        'others.1.allocation.targetDays: is -1',
      ],
    );
  });

  it('refuses to overwrite the comparison that it reads', async () => {
    await expectRefused(['compare', 'two.json', '--json', 'two.json'], ['the run reads this file']);
  });

  it('refuses one scenario alone, what is not there, and a comparison among scenarios', async () => {
    await expectRefused(['compare', 'tiny.json'], ['is one scenario', 'a comparison file or story alone']);
    await expectRefused(['compare', 'gone.json'], ['there is no story or file of this name']);
    await expectRefused(
      ['compare', 'tiny.json', 'two.json', 'gone.json'],
      ['two.json: is a comparison', 'name it alone', 'gone.json: there is no file'],
    );
  });
});
