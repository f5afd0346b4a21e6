/** What a model description is about: one scenario, run in one way, by one version of the program. */
import { type Phase, scenariosOverTime } from '../../scenarios/changes.ts';
import type { ScenarioDocument } from '../../scenarios/file.ts';
import type { Scenario } from '../../scenarios/schema.ts';

/** How it is run. Plain data, so that the program's own constants are said and not retyped. */
export interface RunTerms {
  readonly seed: number;
  readonly replications: number | 'auto';
  /** Weeks reported, in place of the scenario's own. */
  readonly weeks?: number | undefined;
  readonly program: {
    readonly engine: string;
    /** Version of the package. */
    readonly version: string;
    /** Node versions it runs on, as its package says. */
    readonly node: string;
    readonly licence: string;
  };
  /** When "auto" has run enough replications. */
  readonly precision: {
    /** Replications between looks, and where it ends. */
    readonly step: number;
    readonly most: number;
    /** Half-width of the 95% interval as a share of the mean; or, in working days and families, narrow enough whatever the mean. */
    readonly relativeHalfWidth: number;
    readonly narrowEnough: { readonly wait_mean: number; readonly waiting_mean: number };
  };
  /** The run by which a warm-up is found. */
  readonly pilot: {
    readonly replications: number;
    readonly weeks: number;
    readonly roundedUpToWeeks: number;
  };
}

export interface Subject {
  readonly document: ScenarioDocument;
  /** As it stands at the start. */
  readonly scenario: Scenario;
  /** As it stands at the start and from each dated change on. */
  readonly phases: readonly Phase[];
  readonly weeks: number;
  readonly run: RunTerms;
}

export function subjectOf(document: ScenarioDocument, run: RunTerms): Subject {
  const { scenario } = document;
  return {
    document,
    scenario,
    phases: scenariosOverTime(scenario),
    weeks: run.weeks ?? scenario.period.weeks,
    run,
  };
}

/** One item of STRESS-DES: its number and name there, and what is said under it, as Markdown. */
export interface Item {
  readonly number: string;
  readonly name: string;
  readonly text: string;
}

/** Paragraphs, tables and lists one below the other. */
export const paragraphs = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('\n\n');
