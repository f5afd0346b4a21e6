/** docs/stories.md tells the present stories, and its figures are those of a run made now. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openStory, storyIds } from '../../host/comparison-files.ts';
import { checkStory, STORY_RUN } from '../../host/story-check.ts';
import { asText } from '../../reports/markdown.ts';
import { storySection } from '../../reports/stories-document.ts';
import { documented, STORIES_DOCUMENT } from '../../scripts/write-stories.ts';
import { inProcessPool } from '../host/in-process-pool.ts';

const document = readFileSync(STORIES_DOCUMENT, 'utf8');

describe('docs/stories.md', () => {
  it('was made with the present run', () => {
    const { replications, seed } = STORY_RUN;
    expect(document).toContain(`${replications} replications of each scenario, seed ${seed}.`);
  });

  it.each(storyIds.map((id) => [id]))('tells %s as it stands', (id) => {
    const { comparison, story } = openStory(id);
    const { happened, limits, expects } = story;
    const said = [comparison.name, comparison.description ?? '', happened.text, happened.source, limits];
    for (const words of [...said, ...expects.map(({ because }) => because)])
      expect(document).toContain(asText(words));
  });

  // All of them would take most of a minute; these touch dated changes, posts that end, costs and sources that end.
  it.each([['social-workers-embedded'], ['brighton-hove-step-downs-stopped']])(
    'has the figures of %s (else run npm run docs:stories)',
    async (id) => {
      const checked = await checkStory(id, inProcessPool());
      expect(document).toContain(storySection(documented(checked)));
    },
  );
});
