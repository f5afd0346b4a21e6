/** A part of the model that a scenario can use or leave alone. The description tells in full of those used, and of the others in one line. */
import type { Scenario } from '../../scenarios/schema.ts';
import { isGroup } from '../../scenarios/shape.ts';
import { asText } from '../markdown.ts';
import { inputWithUnit, listed, quoted } from '../wording.ts';

export interface Mechanism {
  readonly name: string;
  /** How it works, in whole sentences. */
  readonly works: string;
  /** With which figures, as what follows "Here:" in a sentence; `null` where the scenario does not use it. */
  readonly terms: (scenario: Scenario) => string | null;
  /** What holds without it, in a line. */
  readonly without: string;
}

/**
 * What is said of the entries of a record: once where all of several say the same, else by name. `null` where none says anything.
 * @param say `null` for an entry of which nothing is to be said
 */
export function ofEach<Entry>(
  entries: Readonly<Record<string, Entry>>,
  say: (entry: Entry, name: string) => string | null,
): string | null {
  const names = Object.keys(entries);
  const said = names.flatMap((name) => {
    const words = say(entries[name]!, name);
    return words === null ? [] : [{ name, words }];
  });
  const [first] = said;
  if (first === undefined) return null;
  const alike = Map.groupBy(said, ({ words }) => words);
  if (names.length > 1 && alike.size === 1 && said.length === names.length)
    return `${first.words} (all of them)`;
  return [...alike]
    .map(([words, those]) => `${listed(those.map(({ name }) => asText(quoted(name))))}: ${words}`)
    .join('; ');
}

/** A time or count drawn anew each time, in the unit it was said in. */
export function drawn(value: unknown, unit: string): string {
  if (!isGroup(value) || typeof value.unit !== 'string') return inputWithUnit(value, unit);
  const { unit: own, ...distribution } = value;
  return inputWithUnit(distribution, own as string);
}
