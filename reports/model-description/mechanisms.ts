/** Every mechanism that a scenario can use or leave alone, and which of them this one uses. */
import type { Phase } from '../../scenarios/changes.ts';
import { bullets } from '../markdown.ts';
import { date } from '../wording.ts';
import { DEMAND_MECHANISMS } from './demand-mechanisms.ts';
import { FRONT_DOOR_MECHANISMS } from './front-door-mechanisms.ts';
import { LIST_MECHANISMS } from './list-mechanisms.ts';
import type { Mechanism } from './mechanism.ts';
import { RUN_MECHANISMS, STAFFING_MECHANISMS } from './staffing-mechanisms.ts';
import { WORK_MECHANISMS } from './work-mechanisms.ts';

export const MECHANISMS: readonly Mechanism[] = [
  ...DEMAND_MECHANISMS,
  ...FRONT_DOOR_MECHANISMS,
  ...LIST_MECHANISMS,
  ...WORK_MECHANISMS,
  ...STAFFING_MECHANISMS,
  ...RUN_MECHANISMS,
];

/** Those used at some time of the run, and those never used. */
export function mechanismsOver(phases: readonly Phase[]) {
  const isUsed = ({ terms }: Mechanism) =>
    wholePhases(phases).some(({ scenario }) => terms(scenario) !== null);
  const used = MECHANISMS.filter(isUsed);
  return { used, unused: MECHANISMS.filter((mechanism) => !used.includes(mechanism)) };
}

export function usedInWords(phases: readonly Phase[]): string {
  return bullets(
    mechanismsOver(phases).used.map(
      (mechanism) => `**${mechanism.name}.** ${mechanism.works} Here: ${hereInWords(mechanism, phases)}.`,
    ),
  );
}

export function unusedInWords(phases: readonly Phase[]): string {
  return bullets(mechanismsOver(phases).unused.map(({ name, without }) => `**${name}**: ${without}`));
}

/** With which figures; where a dated change alters them, from when on. */
function hereInWords({ terms }: Mechanism, phases: readonly Phase[]): string {
  const said = wholePhases(phases).map(({ from, scenario }) => ({
    from,
    words: terms(scenario) ?? 'not used',
  }));
  const [first, ...later] = said.filter(({ words }, index) => words !== said[index - 1]?.words);
  return [first!.words, ...later.map(({ from, words }) => `from ${date(from)} on: ${words}`)].join('; ');
}

/** A later phase opens with nobody; what the run opened with is the first one's. */
const wholePhases = (phases: readonly Phase[]): readonly Phase[] =>
  phases.map((phase) => ({
    ...phase,
    scenario: { ...phase.scenario, opening: phases[0]!.scenario.opening },
  }));
