/** A story run with the scenarios, seed and replications that its figures in docs/stories.md come from. */
import type { Experiment } from '../reports/experiment.ts';
import { type ToldStory, tellStory } from '../reports/story.ts';
import { type OpenedStory, openStory } from './comparison-files.ts';
import { MAX_REPLICATIONS } from './precision.ts';
import { runExperiment } from './runs.ts';
import type { Pool } from './workers/pool.ts';

/** The run that every story is given, over the weeks of its own scenarios. */
export const STORY_RUN = { replications: 40, seed: 1 } as const;

export interface CheckedStory {
  readonly opened: OpenedStory;
  readonly experiment: Experiment;
  readonly told: ToldStory;
}

export async function checkStory(
  id: string,
  pool: Pool,
  signal?: AbortSignal,
  run: { readonly replications: number; readonly seed: number } = STORY_RUN,
): Promise<CheckedStory> {
  const opened = openStory(id);
  const scenarios = opened.scenarios.map(({ document }) => document);
  const request = { scenarios, ...run, maxReplications: MAX_REPLICATIONS };
  const experiment = await runExperiment(request, { pool, signal });
  return { opened, experiment, told: tellStory(opened.story, experiment) };
}
