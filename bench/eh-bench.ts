/**
 * Speed on EH-bench with 480 slots (docs/model.md, section 10): our engine beside simjs, each on one thread, and where our time goes.
 * The yardstick is simjs as its guide writes models, an entity for each family; the fastest program we could make of it runs along, and one
 * written by hand for this model alone, which shows where JavaScript ends.
 */
import { createEngine } from '../sim/index.ts';
import { ehBenchPlan } from '../tests/theory/eh-bench-plan.ts';
import { profileByFile } from './profile.ts';
import { eventsPerSecond, race, unitsPerSecond } from './race.ts';
import { brief, type Finding, inWords, spread } from './report.ts';

const ROUNDS = 7;
const SECONDS_PER_TURN = 1.5;
const LEAST_RATIO = 15;
const PROFILED_REPLICATIONS = 300;

export async function ehBench(): Promise<Finding> {
  const { headroom, simjs, oneEntity, byHand } = await race(
    new URL('./eh-bench.contestant.ts', import.meta.url),
    ['headroom', 'simjs', 'oneEntity', 'byHand'],
    ROUNDS,
    SECONDS_PER_TURN,
  );
  const ratioOf = (turns: typeof simjs, others: typeof simjs) =>
    spread(turns.map((turn, round) => unitsPerSecond(turn) / unitsPerSecond(others[round]!)));
  const ratio = ratioOf(headroom, simjs);
  const million = (perSecond: number) => perSecond / 1e6;
  const lines = [
    `replications a second   Headroom ${inWords(spread(headroom.map(unitsPerSecond)))}`,
    `                        simjs    ${inWords(spread(simjs.map(unitsPerSecond)))}`,
    `million events a second Headroom ${inWords(spread(headroom.map(eventsPerSecond).map(million)))}`,
    `                        simjs    ${inWords(spread(simjs.map(eventsPerSecond).map(million)))}`,
    `Headroom / simjs        ${inWords(ratio)}, median of ${ROUNDS} rounds taken in turn`,
    `  / simjs in one entity ${inWords(ratioOf(headroom, oneEntity))}`,
    `by hand / simjs         ${inWords(ratioOf(byHand, simjs))}: a program that can do this one model and nothing else`,
    'where the time goes (sampled in a pass of its own):',
    ...(await shares()),
  ];
  return {
    title: 'EH-bench, 480 slots, one thread',
    lines,
    targets: [
      { promise: `at least ${LEAST_RATIO} times as fast as simjs`, met: ratio.median >= LEAST_RATIO },
    ],
  };
}

async function shares(): Promise<string[]> {
  const engine = createEngine(ehBenchPlan(480), 1);
  const run = (replications: number) => {
    for (let replication = 0; replication < replications; replication++) engine.replicate(replication);
  };
  run(30);
  const parts = await profileByFile(() => run(PROFILED_REPLICATIONS));
  return parts.map(({ part, share }) => `  ${brief(share * 100).padStart(5)} %  ${part}`);
}
