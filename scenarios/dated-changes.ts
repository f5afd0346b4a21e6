/** The dated changes of a scenario as a reader follows them: when, by what name, and what is different from then on. */
import { changeInWords } from './change-words.ts';
import { scenariosOverTime } from './changes.ts';
import type { Scenario } from './schema.ts';

/** All changes of one date. */
export interface DatedChange {
  /** ISO date of the first day. */
  readonly from: string;
  readonly names: readonly string[];
  /** One for each thing that differs, without the date. */
  readonly words: readonly string[];
}

/** A change by its name alone. */
export interface LaterChange {
  readonly name: string;
  readonly from: string;
}

/** In order of date, up to `last` (an ISO date): a run may be shorter than the scenario says. */
export function datedChanges(scenario: Scenario, last: string): DatedChange[] {
  const phases = scenariosOverTime(scenario);
  return phases.slice(1).flatMap((phase, before) => {
    const { from, names } = phase;
    if (from > last) return [];
    const words = changeInWords(phase, phases[before]!.scenario, phase.scenario);
    return [{ from, names, words: words.map(withoutDate) }];
  });
}

/** Changes later than `last` (an ISO date), which a shorter run never comes to. In order of date. */
export function changesAfter(last: string, { changes }: Scenario): LaterChange[] {
  return Object.entries(changes)
    .flatMap(([name, { from }]) => (from > last ? [{ name, from }] : []))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
}

/** "from 1 April 2027: two more …" without what stands before the colon. */
const withoutDate = (words: string) => words.slice(words.indexOf(': ') + 2);
