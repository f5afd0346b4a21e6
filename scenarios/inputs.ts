/** Where each value of a scenario comes from: what reports, the assumptions log and the screens print. */
import { scenariosOverTime } from './changes.ts';
import type { Confidence } from './confidence.ts';
import { isInUse } from './in-use.ts';
import type { Origin } from './layers.ts';
import type { Scenario } from './schema.ts';
import { type FoundLeaf, isGroup, leavesOf } from './shape.ts';

export interface InputRow {
  /** Dotted path in the scenario, for example `teams.main.posts.worker.capPerFte`. */
  readonly path: string;
  readonly value: unknown;
  readonly unit: string;
  /** What is allowed, in words: "a number from 1 to 60". */
  readonly allowed: string;
  readonly description: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly note: string | null;
  /** "default", or the name of the preset or file that set it. */
  readonly setBy: string;
}

/** Every value in use at some time, before or after a dated change, defaults included. A value set without a source counts as an assumption, whatever the default's was. */
export function listInputs(scenario: Scenario, origins: ReadonlyMap<string, Origin>): InputRow[] {
  const later = scenariosOverTime(scenario)
    .slice(1)
    .map((phase) => ({
      scenario: phase.scenario,
      there: new Set(leavesOf(phase.scenario).map(({ path }) => path)),
    }));
  const isUsed = (path: string) =>
    isInUse(path, scenario) || later.some((phase) => phase.there.has(path) && isInUse(path, phase.scenario));
  return leavesOf(scenario)
    .filter(({ path }) => !isTitle(path) && isUsed(path))
    .map((found) => row(found, origins.get(found.path)));
}

function row({ path, value, leaf }: FoundLeaf, origin: Origin | undefined): InputRow {
  const { unit, allowed, description, source, confidence } = leaf.about;
  const ownUnit = isGroup(value) && typeof value.unit === 'string' ? value.unit : unit;
  const said = { path, value, unit: ownUnit, allowed, description };
  if (!origin) {
    return {
      ...said,
      source: source ?? 'Taken as given',
      confidence: confidence ?? 'assumption',
      note: null,
      setBy: 'default',
    };
  }
  return {
    ...said,
    source: origin.source ?? `Set by ${origin.setBy}, which names no source`,
    confidence: origin.confidence ?? 'assumption',
    note: origin.note,
    setBy: origin.setBy,
  };
}

const isTitle = (path: string) => path === 'name' || path === 'description';
