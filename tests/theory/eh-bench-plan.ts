import { readFileSync } from 'node:fs';
import { compile } from '../../scenarios/compile.ts';
import { readScenario } from '../../scenarios/file.ts';
import type { Plan } from '../../sim/plan.ts';
import type { Slots } from './eh-bench-truth.ts';

/** EH-bench as anyone would run it: from its scenario file, which extends no other. */
export function ehBenchPlan(slots: Slots): Plan {
  const file = new URL(`../scenarios/eh-bench-${slots}.json`, import.meta.url);
  const source = { name: file.pathname, text: readFileSync(file, 'utf8') };
  return compile(readScenario(source, () => null).scenario).plan;
}
