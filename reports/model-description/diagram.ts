/** The flow of families in one scenario, as a Mermaid flowchart. */
import type { Scenario } from '../../scenarios/schema.ts';
import { counted, number, percent } from '../wording.ts';

/** Identifiers of nodes count on, so that no name a person chose can break the chart. */
class Chart {
  readonly #lines: string[] = [];
  readonly #ids = new Map<string, string>();

  /** @returns the node's identifier, the same for the same kind and name */
  node(kind: string, name: string, label = name, shape: readonly [string, string] = ['[', ']']): string {
    const key = `${kind}: ${name}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = `n${this.#ids.size}`;
    this.#ids.set(key, id);
    this.#lines.push(`  ${id}${shape[0]}"${inLabel(label)}"${shape[1]}`);
    return id;
  }

  arrow(from: string, to: string, label?: string): void {
    this.#lines.push(`  ${from} -->${label === undefined ? '' : `|"${inLabel(label)}"|`} ${to}`);
  }

  toString(): string {
    return ['```mermaid', 'flowchart LR', ...this.#lines, '```'].join('\n');
  }
}

/** Mermaid's own escapes for what would end a label. */
const inLabel = (text: string) =>
  text.replaceAll('#', '#35;').replaceAll('"', '#quot;').replaceAll('`', '#96;');

const ROUND = ['([', '])'] as const;
const QUEUE = ['[/', '/]'] as const;

/** As the scenario stands at the start. */
export function flowDiagram(scenario: Scenario): string {
  const chart = new Chart();
  const door = chart.node('step', 'Front door', frontDoorLabel(scenario));
  arrivals(chart, scenario, door);
  decisions(chart, scenario, door);
  for (const name of Object.keys(scenario.pathways)) work(chart, scenario, name, door);
  return chart.toString();
}

function frontDoorLabel({ frontDoor: { timing, desks } }: Scenario): string {
  if (timing === 'panel') return 'Front door: triage panel';
  return desks === 'unlimited' ? 'Front door' : `Front door: ${counted(desks, 'desk')}`;
}

function arrivals(chart: Chart, scenario: Scenario, door: string): void {
  for (const [name, source] of Object.entries(scenario.demand.sources)) {
    const from = chart.node('source', name, name, ROUND);
    if (source.weekly || source.weeklyCsv) chart.arrow(from, door, 'weekly counts');
    else if (source.share !== undefined) chart.arrow(from, door, `${percent(source.share)} of referrals`);
    else chart.arrow(from, door, `${number(source.referrals ?? 0, 1, 0)} a ${source.per}`);
  }
  const { adviceLine } = scenario.frontDoor;
  if (adviceLine.calls === 0) return;
  const line = chart.node('step', 'Advice line');
  chart.arrow(
    chart.node('source', 'Calls', 'Calls', ROUND),
    line,
    `${number(adviceLine.calls, 1, 0)} a ${adviceLine.per}`,
  );
  chart.arrow(line, door, percent(adviceLine.frontDoor));
  chart.arrow(
    line,
    exit(chart, 'Resolved or sent elsewhere'),
    percent(adviceLine.resolved + adviceLine.elsewhere),
  );
  chart.arrow(line, exit(chart, 'Social care'), percent(adviceLine.socialCare));
}

const exit = (chart: Chart, name: string) => chart.node('exit', name, name, ROUND);

function decisions(chart: Chart, scenario: Scenario, door: string): void {
  const needs = Object.values(scenario.needs);
  if (needs.some(({ routes }) => routes.advice > 0)) chart.arrow(door, exit(chart, 'Advice'));
  if (needs.some(({ routes }) => routes.socialCare > 0)) chart.arrow(door, exit(chart, 'Social care'));
  if (needs.some(({ declinesBefore }) => declinesBefore > 0)) chart.arrow(door, exit(chart, 'No consent'));
  const duty = scenario.frontDoor.duty.workers === 'none' ? null : chart.node('step', 'Duty visit');
  if (duty !== null) chart.arrow(door, duty);
  for (const name of Object.keys(scenario.pathways)) {
    if (needs.some(({ routes }) => (routes.pathways[name] ?? 0) > 0))
      chart.arrow(duty ?? door, list(chart, name));
  }
}

const list = (chart: Chart, pathway: string) =>
  chart.node('list', pathway, `Waiting list: ${pathway}`, QUEUE);

/** From the list of a pathway to its closure, and what comes after. */
function work(chart: Chart, scenario: Scenario, name: string, door: string): void {
  const pathway = scenario.pathways[name]!;
  const waiting = list(chart, name);
  leaving(chart, scenario, waiting);
  const closure = chart.node('closure', name, `Closure: ${name}`);
  for (const holder of holdersOf(scenario, name)) {
    const working = chart.node('work', `${name}, ${holder}`);
    chart.arrow(waiting, working);
    chart.arrow(working, closure);
  }
  for (const [other, share] of Object.entries(pathway.stepsTo)) {
    if (share > 0) chart.arrow(closure, list(chart, other), `steps over ${percent(share)}`);
  }
  chart.arrow(closure, exit(chart, 'Left the service'));
  if (pathway.outcomes.escalated > 0) chart.arrow(closure, exit(chart, 'Social care'));
  const back = pathway.reReferral.returnsTo === 'front door' ? door : waiting;
  if (pathway.reReferral.most > 0) chart.arrow(closure, back, 'comes back');
}

function leaving(chart: Chart, { needs }: Scenario, waiting: string): void {
  const all = Object.values(needs);
  if (all.some(({ patience }) => patience !== 'unlimited'))
    chart.arrow(waiting, exit(chart, 'Gave up waiting'));
  if (all.some(({ escalationPerWeek }) => escalationPerWeek > 0))
    chart.arrow(waiting, exit(chart, 'Social care'));
  if (all.some(({ declinesOffer }) => declinesOffer > 0))
    chart.arrow(waiting, exit(chart, 'Declined the place'));
}

function holdersOf({ pathways, teams }: Scenario, name: string): readonly string[] {
  const { offer } = pathways[name]!;
  if (offer === 'group') return ['courses'];
  if (offer === 'partner-held') return ['held by partners'];
  return Object.keys(teams).flatMap((team) => (teams[team]!.serves.includes(name) ? [`team ${team}`] : []));
}
