/** The model description with what the program itself is: versions, and the rules by which it runs. */
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { modelDescription, type RunTerms } from '../reports/model-description.ts';
import type { ScenarioDocument } from '../scenarios/file.ts';
import { ENGINE_VERSION } from '../sim/index.ts';
import { MAX_REPLICATIONS, NARROW_ENOUGH, RELATIVE_HALF_WIDTH, STEP } from './precision.ts';
import { PILOT_REPLICATIONS, PILOT_WEEKS, ROUNDED_UP_TO_WEEKS } from './warm-up.ts';

/** How the scenario is to be run. */
export type DescribedRun = Pick<RunTerms, 'seed' | 'replications' | 'weeks'>;

export function describeModel(document: ScenarioDocument, run: DescribedRun): string {
  return modelDescription(document, {
    ...run,
    program: program(),
    precision: {
      step: STEP,
      most: MAX_REPLICATIONS,
      relativeHalfWidth: RELATIVE_HALF_WIDTH,
      narrowEnough: NARROW_ENOUGH,
    },
    pilot: {
      replications: PILOT_REPLICATIONS,
      weeks: PILOT_WEEKS,
      roundedUpToWeeks: ROUNDED_UP_TO_WEEKS,
    },
  });
}

/** From the package this file is part of, in the source tree as in a built copy. */
function program(): RunTerms['program'] {
  const path = findPackageJSON(import.meta.url);
  if (path === undefined) throw new Error(`${import.meta.url} is part of no package.`);
  const { version, license, engines } = JSON.parse(readFileSync(path, 'utf8')) as {
    version: string;
    license: string;
    engines: { node: string };
  };
  return { engine: ENGINE_VERSION, version, licence: license, node: engines.node };
}
