/** An experiment put together: what the inputs say of each scenario, what its replications show, and the differences. */
import { type Experiment, type GroupDifference, isSameGroup, type Precision } from '../reports/experiment.ts';
import { balance } from '../scenarios/balance.ts';
import { addDays } from '../scenarios/calendar.ts';
import type { CompiledScenario } from '../scenarios/compile.ts';
import { changesAfter, datedChanges } from '../scenarios/dated-changes.ts';
import { explain } from '../scenarios/explanation.ts';
import type { ScenarioDocument } from '../scenarios/file.ts';
import { postCostsOn } from '../scenarios/post-costs.ts';
import { returnByDose } from '../scenarios/return-by-dose.ts';
import { compare, ENGINE_VERSION, type Group, groupsOf, type Result, summarise } from '../sim/index.ts';
import type { Plan } from '../sim/plan.ts';
import type { Replications } from './replications.ts';

/** What the inputs say of a scenario, whatever its replications show: worked out once for a first look and the end. */
export type Described = ReturnType<typeof described>;

/** @param settled `false` where its warm-up was never seen to settle */
export function described(
  { name, scenario, inputs }: ScenarioDocument,
  { dates, warmUpWeeks, targetDays, daysPerWeek }: CompiledScenario,
  settled: boolean,
) {
  const lastDay = addDays(dates.at(-1)!, 6);
  const { costs } = scenario;
  return {
    name,
    description: scenario.description ?? '',
    dates,
    warmUpWeeks,
    settled,
    targetDays,
    daysPerWeek,
    changes: datedChanges(scenario, lastDay),
    changesAfter: changesAfter(lastDay, scenario),
    priceYear: costs.counted === 'yes' ? costs.priceYear : null,
    returnByDose: returnByDose(scenario),
    posts: { start: postCostsOn(dates[0]!, scenario), end: postCostsOn(lastDay, scenario) },
    balance: balance(scenario),
    explanation: explain(scenario),
    inputs,
  };
}

/** Of the replications that every scenario has by now; the base first. */
export function experiment(
  seed: number,
  scenarios: readonly Described[],
  plans: readonly Plan[],
  replications: Replications,
  precision: Precision,
): Experiment {
  const count = replications.complete;
  const results = replications.results(count);
  const [base, ...others] = results as [Result[], ...Result[][]];
  return {
    engine: ENGINE_VERSION,
    seed,
    replications: count,
    precision,
    scenarios: scenarios.map((scenario, index) => {
      const plan = plans[index]!;
      const summary = summarise(groupsOf(plan), results[index]!);
      const paid = (plan.costs?.posts ?? []).map((post, at) => ({ ...post, pounds: summary.postCosts[at]! }));
      return { ...scenario, posts: { ...scenario.posts, paid }, summary };
    }),
    differences: others.map((other, index) => ({
      scenario: scenarios[index + 1]!.name,
      against: scenarios[0]!.name,
      headline: compare(base, other),
      groups: groupDifferences(
        { groups: groupsOf(plans[0]!), results: base },
        { groups: groupsOf(plans[index + 1]!), results: other },
      ),
    })),
  };
}

interface Replicated {
  readonly groups: readonly Group[];
  readonly results: readonly Result[];
}

/** Of every group that both have. */
function groupDifferences(base: Replicated, other: Replicated): GroupDifference[] {
  return other.groups.flatMap((group, index) => {
    const inBase = base.groups.findIndex((one) => isSameGroup(one, group));
    if (inBase < 0) return [];
    return [{ group, headline: compare(base.results, other.results, { base: inBase, other: index }) }];
  });
}
