/** Writes docs/stories.md from a run of every story: `npm run docs:stories`. Run it after a change to a story, a preset or the engine. */
import { writeFileSync } from 'node:fs';
import { storyIds } from '../host/comparison-files.ts';
import { type CheckedStory, checkStory } from '../host/story-check.ts';
import { createPool } from '../host/workers/pool.ts';
import { type DocumentedStory, storiesDocument } from '../reports/stories-document.ts';

export const STORIES_DOCUMENT = new URL('../docs/stories.md', import.meta.url);

export function documented({ opened, experiment }: CheckedStory): DocumentedStory {
  const { id, story, comparison } = opened;
  return { id, name: comparison.name, description: comparison.description ?? '', story, experiment };
}

async function write(): Promise<void> {
  await using pool = createPool();
  const stories: DocumentedStory[] = [];
  for (const id of storyIds) stories.push(documented(await checkStory(id, pool)));
  writeFileSync(STORIES_DOCUMENT, storiesDocument(stories));
}

if (import.meta.main) await write();
