/** The assumptions log: every value a scenario uses, what it was before anyone changed it, and who answers for it. */
import { CONFIDENCES, type Confidence } from '../scenarios/confidence.ts';
import type { ScenarioDocument } from '../scenarios/file.ts';
import type { InputRow } from '../scenarios/inputs.ts';
import { SCENARIO_SHAPE, type Shape, shapeUnder } from '../scenarios/shape.ts';
import { CONFIDENCE_LABELS } from './wording.ts';

/** The log begins with what most needs a second look. */
export const LEAST_SURE_FIRST: readonly Confidence[] = CONFIDENCES.toReversed();

export interface LoggedInput extends InputRow {
  /** Part of the scenario it belongs to, in words: "Front door". */
  readonly section: string;
  /** `undefined` where there is none: the scenario must give the value, or may leave it out. */
  readonly default: unknown;
  /** Whether the value is another than the default; one without a default counts as changed. */
  readonly changed: boolean;
}

/**
 * By section, in the order of the scenario file.
 * @param only nothing but inputs of this confidence
 */
export function assumptionsLog({ inputs }: ScenarioDocument, only?: Confidence): readonly LoggedInput[] {
  const order = [...SCENARIO_SHAPE.fields.keys()];
  const place = ({ path }: InputRow) => order.indexOf(sectionKey(path));
  return inputs
    .filter(({ confidence }) => only === undefined || confidence === only)
    .toSorted((one, other) => place(one) - place(other))
    .map(logged);
}

/** How many inputs are how sure, and how many of those somebody set. */
export interface ConfidenceCount {
  readonly confidence: Confidence;
  readonly label: string;
  readonly atDefault: number;
  readonly set: number;
}

export function countByConfidence(inputs: readonly InputRow[]): readonly ConfidenceCount[] {
  return LEAST_SURE_FIRST.map((confidence) => {
    const those = inputs.filter((input) => input.confidence === confidence);
    const atDefault = those.filter(({ setBy }) => setBy === 'default').length;
    return { confidence, label: CONFIDENCE_LABELS[confidence], atDefault, set: those.length - atDefault };
  });
}

function logged(input: InputRow): LoggedInput {
  const usual = defaultAt(input.path);
  const changed = input.setBy !== 'default' && JSON.stringify(input.value) !== JSON.stringify(usual);
  return { ...input, section: sectionOf(input.path), default: usual, changed };
}

/** What the parameter at this path is unless somebody sets it; inside a dated change that of the parameter it speaks of. */
function defaultAt(path: string): unknown {
  const found = path.split('.').reduce<Shape | undefined>(shapeUnder, SCENARIO_SHAPE);
  return found?.kind === 'leaf' ? found.default : undefined;
}

const sectionKey = (path: string) => path.split('.')[0]!;

/** "frontDoor.desks" belongs to "Front door". */
function sectionOf(path: string): string {
  const words = sectionKey(path).replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return words[0]!.toUpperCase() + words.slice(1);
}
