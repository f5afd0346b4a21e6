/** What a second thread is worth, through the host that the product runs on. */
import { createReplications } from '../host/replications.ts';
import { createPool } from '../host/workers/pool.ts';
import { ehBenchPlan } from '../tests/theory/eh-bench-plan.ts';
import { type Finding, inWords, spread } from './report.ts';

const ROUNDS = 5;
const REPLICATIONS = 600;
const SEED = 20261122;
const LEAST_RATIO = 1.7;

export async function threads(): Promise<Finding> {
  await using one = createPool(1);
  await using two = createPool(2);
  const plan = ehBenchPlan(480);

  /** Replications a second, threads started and engines compiled beforehand. */
  async function speed(pool: typeof one): Promise<number> {
    const replications = createReplications(pool, [plan], SEED);
    await replications.measureCost(undefined);
    await replications.extendTo(REPLICATIONS / 4, () => {}, undefined);
    const started = performance.now();
    await replications.extendTo(REPLICATIONS, () => {}, undefined);
    return (0.75 * REPLICATIONS) / ((performance.now() - started) / 1000);
  }

  const rates = { one: [] as number[], two: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    rates.one.push(await speed(one));
    rates.two.push(await speed(two));
  }
  const ratio = spread(rates.two.map((rate, round) => rate / rates.one[round]!));
  return {
    title: 'EH-bench, 480 slots, one thread and two',
    lines: [
      `replications a second   one thread ${inWords(spread(rates.one))}`,
      `                        two        ${inWords(spread(rates.two))}`,
      `two / one               ${inWords(ratio)}, median of ${ROUNDS} rounds taken in turn`,
    ],
    targets: [
      {
        promise: `two threads at least ${LEAST_RATIO} times as fast as one`,
        met: ratio.median >= LEAST_RATIO,
      },
    ],
  };
}
