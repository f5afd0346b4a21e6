/** A finished (or stopped) run of one or more scenarios, as every report reads it. Plain data; nothing here touches a disk or a screen. */
import type { Balance } from '../scenarios/balance.ts';
import type { InputRow } from '../scenarios/inputs.ts';
import type { Difference, GroupSummary, Summary } from '../sim/measures/summary.ts';

export interface Experiment {
  /** Version of the engine that made it. */
  readonly engine: string;
  readonly seed: number;
  readonly replications: number;
  /** How the number of replications came about: a given number, or "auto" with what it reached. */
  readonly precision: Precision;
  /** The base first. */
  readonly scenarios: readonly ScenarioRun[];
  /** One for each scenario after the base. */
  readonly differences: readonly ScenarioDifference[];
}

export interface Precision {
  readonly mode: 'given' | 'auto';
  /** `false`: stopped by a person or at the stated maximum before every interval was narrow enough. */
  readonly reached: boolean;
  /** Stopped by a person before the planned number. */
  readonly stopped: boolean;
  /** Replications asked for, or the maximum under "auto". */
  readonly planned: number;
}

export interface ScenarioRun {
  readonly name: string;
  readonly description: string;
  /** ISO date on which each week of the window begins. */
  readonly dates: readonly string[];
  /** Weeks of warm-up before the first of them; 0 when the run starts from a snapshot. */
  readonly warmUpWeeks: number;
  /** Allocation target in working days. */
  readonly targetDays: number;
  readonly summary: Summary;
  readonly balance: Balance;
  readonly inputs: readonly InputRow[];
}

export interface ScenarioDifference {
  readonly scenario: string;
  readonly against: string;
  readonly headline: Difference;
}

/** The part of a summary that headlines are about: every pathway and team together. */
export function wholeService(summary: Summary): GroupSummary {
  const first = summary.groups[0];
  if (first?.group.kind !== 'service') throw new Error('A summary must begin with the whole service.');
  return first;
}
