import { openScenario } from '../host/scenario-files.ts';
import { compile } from '../scenarios/compile.ts';
import type { Plan } from '../sim/plan.ts';

/** Given, so that the bench does not depend on what the search for a warm-up finds. */
const WARM_UP_WEEKS = 104;

/** The preset "reference": the service that scenarios start from, counted in families. */
export function referencePlan(): Plan {
  const { scenario } = openScenario('reference').document;
  const inFamilies = { ...scenario, families: { children: 'not counted' as const } };
  return compile(inFamilies, { warmUpWeeks: WARM_UP_WEEKS }).plan;
}
