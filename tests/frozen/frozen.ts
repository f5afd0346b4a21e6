/**
 * Results of fixed seeds, kept to the last bit. They are not truth (theory, laws and service are): they show that a change meant to leave
 * results alone did. A change meant to move them is written anew with `npm run freeze`, bumps ENGINE_VERSION and gets a line in CHANGELOG.md.
 */
import { readFileSync } from 'node:fs';
import { type CompileOptions, compile } from '../../scenarios/compile.ts';
import { readScenario } from '../../scenarios/file.ts';
import { PRESETS } from '../../scenarios/presets/index.ts';
import { createEngine, ENGINE_VERSION, MEASURE_KEYS } from '../../sim/index.ts';
import type { Plan } from '../../sim/plan.ts';

export const FROZEN = new URL('./results.json', import.meta.url);

const SEED = 20261122;
const REPLICATIONS = 3;

export interface Frozen {
  readonly engine: string;
  /** By case and replication: the headline of the whole service; `null` where a measure has no value. */
  readonly results: Readonly<Record<string, readonly Readonly<Record<string, number | null>>[]>>;
}

export function freshResults(): Frozen {
  return {
    engine: ENGINE_VERSION,
    results: Object.fromEntries(cases().map(([name, plan]) => [name, headlines(plan)])),
  };
}

function cases(): [string, Plan][] {
  const ehBench = readFileSync(new URL('../scenarios/eh-bench-480.json', import.meta.url), 'utf8');
  return [
    ['EH-bench, 480 slots', planOf(ehBench)],
    ...PRESETS.map(({ id, scenario }): [string, Plan] => [
      id,
      planOf(JSON.stringify(scenario), { weeks: 52, warmUpWeeks: 52 }),
    ]),
  ];
}

function planOf(text: string, options?: CompileOptions): Plan {
  return compile(readScenario({ name: 'frozen', text }, () => null).scenario, options).plan;
}

function headlines(plan: Plan): Record<string, number | null>[] {
  const engine = createEngine(plan, SEED);
  return Array.from({ length: REPLICATIONS }, (_, replication) => {
    const { headline } = engine.replicate(replication).groups[0]!;
    return Object.fromEntries(
      MEASURE_KEYS.map((key, index) => [key, Number.isNaN(headline[index]!) ? null : headline[index]!]),
    );
  });
}
