/** The families of a snapshot, one by one, from counts and dates. */
import type { OpenAtOpening, WaitingAtOpening } from '../sim/plan.ts';
import { workingDays } from '../sim/units.ts';
import { meanPerWorkingDay } from './arrivals.ts';
import type { Calendar } from './calendar.ts';
import type { Scenario } from './schema.ts';

/** Families on the list, in the order of `opening.waiting`, the longest waiting first. */
export function waitingFamilies(
  scenario: Scenario,
  calendar: Calendar,
  daysPerWeek: number,
): WaitingAtOpening[] {
  const pathways = Object.keys(scenario.pathways);
  return Object.entries(scenario.opening.waiting).flatMap(([name, terms]) => {
    const joined =
      'joined' in terms
        ? terms.joined.toSorted().map((date) => calendar.toClock(date))
        : evenlyBefore(terms.families, terms.waitedUpToWeeks * daysPerWeek);
    const needs = mixed(needSharesOf(scenario, name), joined.length);
    return joined.map((at, i) => ({
      pathway: pathways.indexOf(name),
      need: needs[i]!,
      joined: workingDays(at),
    }));
  });
}

/** Cases open at the start. */
export function openCases(scenario: Scenario): OpenAtOpening[] {
  const pathways = Object.keys(scenario.pathways);
  return Object.entries(scenario.opening.open).flatMap(([name, terms]) => {
    const had = 'sessionsHad' in terms ? terms.sessionsHad : new Array<null>(terms.families).fill(null);
    const needs = mixed(needSharesOf(scenario, name), had.length);
    return had.map((sessionsHad, i) => ({ pathway: pathways.indexOf(name), need: needs[i]!, sessionsHad }));
  });
}

/** In proportion to what the sources refer and the front door sends to the pathway; to its routes alone where nothing is referred. */
function needSharesOf(scenario: Scenario, pathway: string): number[] {
  const { demand, needs } = scenario;
  const routes = Object.values(needs).map(({ routes: { pathways: sent } }) => sent[pathway] ?? 0);
  const referred = Object.keys(needs).map((need) =>
    Object.values(demand.sources).reduce(
      (sum, source) => sum + meanPerWorkingDay(source, scenario) * (source.needs[need] ?? 0),
      0,
    ),
  );
  const flows = routes.map((share, i) => share * referred[i]!);
  const weights = flows.some((flow) => flow > 0) ? flows : routes;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** The last of `count` families joined just before the start and the first `days` before it, at even steps. */
function evenlyBefore(count: number, days: number): number[] {
  return Array.from({ length: count }, (_, i) => 0 - (days * (count - i)) / count);
}

/** Indices of shares, each as often as its share of `count` (largest remainder), and spread evenly through the order. */
function mixed(shares: readonly number[], count: number): number[] {
  const quotas = apportion(shares, count);
  const given = quotas.map(() => 0);
  return Array.from({ length: count }, (_, i) => {
    const behind = quotas.map((quota, k) => (quota * (i + 1)) / count - given[k]!);
    const next = behind.indexOf(Math.max(...behind));
    given[next]!++;
    return next;
  });
}

/** The largest-remainder (Hamilton) apportionment of `count`; of equal remainders the first is served. */
function apportion(shares: readonly number[], count: number): number[] {
  const exact = shares.map((share) => share * count);
  const quotas = exact.map((value) => Math.floor(value + 1e-9));
  const left = count - quotas.reduce((sum, quota) => sum + quota, 0);
  const byRemainder = exact
    .map((value, k) => ({ k, remainder: value - quotas[k]! }))
    .sort((a, b) => b.remainder - a.remainder || a.k - b.k);
  for (const { k } of byRemainder.slice(0, left)) quotas[k]!++;
  return quotas;
}
