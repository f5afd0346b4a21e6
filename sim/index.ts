/** The only door to run the engine: prepare a plan once, replicate it, summarise, compare. */

export { createEngine, type Engine, groupsOf } from './engine.ts';
export {
  MEASURE_KEYS,
  MEASURES,
  type Measure,
  type MeasureKey,
  WEEKLY_KEYS,
  type WeeklyKey,
} from './measures/measures.ts';
export type { Group, GroupResult, Result } from './measures/result.ts';
export {
  compare,
  type Difference,
  type Estimate,
  type GroupSummary,
  type Summary,
  summarise,
  type WeeklyBand,
} from './measures/summary.ts';
export { waitBinFrom } from './measures/wait-bins.ts';
export { mserTruncation } from './measures/warm-up.ts';
/** Written into every result; a change that moves any result bumps it. */
export const ENGINE_VERSION = '1.0.0';
