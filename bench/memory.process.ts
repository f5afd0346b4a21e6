/** A run as the product makes it, in a process of its own: every result kept until it is summarised. Prints the peak in bytes. */
import { createEngine, groupsOf, summarise } from '../sim/index.ts';
import { referencePlan } from './reference-plan.ts';

const plan = referencePlan();
const engine = createEngine(plan, 1);
const replications = Number(process.argv[2]);
const results = Array.from({ length: replications }, (_, replication) => engine.replicate(replication));
summarise(groupsOf(plan), results);
process.stdout.write(String(process.resourceUsage().maxRSS * 1024));
