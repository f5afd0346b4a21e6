/** One engine running replications of EH-bench with 480 slots, as its argument says. */
import { letV8InlineMore } from '../host/workers/v8-options.ts';
import { compete } from './contestant.ts';

const SEED = 20261122;

/** As its worker threads run it. The others run as Node runs them. */
async function headroom() {
  letV8InlineMore();
  const { createEngine } = await import('../sim/index.ts');
  const { ehBenchPlan } = await import('../tests/theory/eh-bench-plan.ts');
  const engine = createEngine(ehBenchPlan(480), SEED);
  return (replication: number) => engine.replicate(replication).events;
}

async function simjs() {
  const { replicateEhBenchOnSimjs } = await import('../tests/theory/simjs/eh-bench-on-simjs.ts');
  const { simjsSeed } = await import('../tests/theory/simjs/seeds.ts');
  return (replication: number) => replicateEhBenchOnSimjs(480, simjsSeed(SEED, replication)).events;
}

/** Against the grain of simjs: no entity but one. */
async function oneEntity() {
  const { replicateEhBenchInOneEntity } = await import('../tests/theory/simjs/eh-bench-in-one-entity.ts');
  const { simjsSeed } = await import('../tests/theory/simjs/seeds.ts');
  return (replication: number) => replicateEhBenchInOneEntity(480, simjsSeed(SEED, replication)).events;
}

/** Written for this one model. */
async function byHand() {
  const { replicateEhBenchByHand } = await import('../tests/theory/eh-bench-by-hand.ts');
  const { simjsSeed } = await import('../tests/theory/simjs/seeds.ts');
  return (replication: number) => replicateEhBenchByHand(480, simjsSeed(SEED, replication)).events;
}

const engines = { headroom, simjs, oneEntity, byHand };
const name = process.argv[2] ?? 'none';
if (!(name in engines)) throw new Error(`no engine is called ${name}`);
compete(await engines[name as keyof typeof engines]());
