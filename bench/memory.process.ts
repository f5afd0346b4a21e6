/** A run as the product makes it, in a process of its own: two threads, every result kept until it is summarised. Prints the peak in bytes. */
import { runExperiment } from '../host/runs.ts';
import { openScenario } from '../host/scenario-files.ts';
import { createPool } from '../host/workers/pool.ts';

const [scenario, replications] = process.argv.slice(2);
await using pool = createPool(2);
await runExperiment(
  {
    scenarios: [openScenario(scenario!).document],
    seed: 1,
    replications: Number(replications),
    maxReplications: Number(replications),
  },
  { pool, mayTakeLong: async () => true },
);
process.stdout.write(String(process.resourceUsage().maxRSS * 1024));
