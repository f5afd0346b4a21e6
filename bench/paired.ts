/** What common random numbers are worth: the same number of replications, with the same seed for both scenarios and with two seeds. */
import { compare, createEngine, type Result } from '../sim/index.ts';
import type { Plan } from '../sim/plan.ts';
import { referencePlan } from './reference-plan.ts';
import { brief, type Finding } from './report.ts';

const REPLICATIONS = 200;
const SEED = 1;
const OTHER_SEED = 2;
const MOST_RATIO = 1 / 3;

export async function paired(): Promise<Finding> {
  const plan = referencePlan();
  const more = withOneMoreWorker(plan);
  const base = replications(plan, SEED);
  const common = compare(base, replications(more, SEED)).wait_mean;
  const independent = compare(base, replications(more, OTHER_SEED)).wait_mean;
  const ratio = common.se / independent.se;
  return {
    title: `Difference in mean wait between the reference service and one more worker, ${REPLICATIONS} replications`,
    lines: [
      `common random numbers  ${brief(common.mean)} working days, standard error ${brief(common.se)}`,
      `independent seeds      ${brief(independent.mean)} working days, standard error ${brief(independent.se)}`,
      `ratio ${brief(ratio)}: independent seeds need ${brief(ratio ** -2)} times the replications for the same interval`,
    ],
    targets: [
      {
        promise: 'common random numbers bring the standard error to a third or less',
        met: ratio <= MOST_RATIO,
      },
    ],
  };
}

function withOneMoreWorker(plan: Plan): Plan {
  return { ...plan, workers: [...plan.workers, plan.workers.at(-1)!] };
}

function replications(plan: Plan, seed: number): readonly Result[] {
  const engine = createEngine(plan, seed);
  return Array.from({ length: REPLICATIONS }, (_, replication) => engine.replicate(replication));
}
