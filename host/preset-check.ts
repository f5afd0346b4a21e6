/** Simulates a preset and sets the result beside what its service has published (reports/published-figures.ts). */
import { CHECK_RUN, type ComparedRow, compareWithPublished } from '../reports/published-figures.ts';
import type { Preset } from '../scenarios/presets/preset.ts';
import { MAX_REPLICATIONS } from './precision.ts';
import { runExperiment } from './runs.ts';
import { openScenario } from './scenario-files.ts';
import type { Pool } from './workers/pool.ts';

export interface PresetCheck {
  readonly preset: Preset;
  readonly rows: readonly ComparedRow[];
}

export async function checkPreset(
  preset: Preset,
  pool: Pool,
  signal: AbortSignal | undefined,
): Promise<PresetCheck> {
  const { document } = openScenario(preset.id);
  const request = { scenarios: [document], ...CHECK_RUN, maxReplications: MAX_REPLICATIONS };
  return { preset, rows: compareWithPublished(preset, await runExperiment(request, { pool, signal })) };
}
