import { openScenario } from '../host/scenario-files.ts';
import { compile } from '../scenarios/compile.ts';
import type { Plan } from '../sim/plan.ts';

/** Given, so that the bench does not depend on what the search for a warm-up finds. */
const WARM_UP_WEEKS = 104;

/** The preset "reference": the service that scenarios start from. */
export function referencePlan(): Plan {
  return compile(openScenario('reference').document.scenario, { warmUpWeeks: WARM_UP_WEEKS }).plan;
}
