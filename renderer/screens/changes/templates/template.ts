/** A usual change, ready made: what it asks, and the patch that the answers make. */
import type { Scenario } from '../../../../scenarios/schema.ts';

/** By key of what was asked. A number is `null` while it is not typed. */
export type Answers = Readonly<Record<string, string | number | null>>;

export type Ask =
  | {
      readonly kind: 'choice';
      readonly key: string;
      readonly label: string;
      readonly options: readonly Option[];
    }
  | {
      readonly kind: 'number';
      readonly key: string;
      readonly label: string;
      readonly unit: string;
      /** Stands there until a person types another. */
      readonly start: number;
    };

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface Template {
  readonly id: string;
  readonly title: string;
  /** In a sentence. */
  readonly about: string;
  /** Why this scenario cannot have it, in words; `null` where it can. */
  readonly impossible: (scenario: Scenario) => string | null;
  /** @param scenario as it stands on the date */
  readonly asks: (scenario: Scenario, given: Answers) => readonly Ask[];
  /** What a dated change says of the scenario; `given` has an answer for each ask. */
  readonly patch: (scenario: Scenario, given: Answers) => Readonly<Record<string, unknown>>;
}

/** What was answered, or what stands there until somebody does. An option that is no longer there counts as not answered. */
export function answered(asks: readonly Ask[], given: Answers): Answers {
  return Object.fromEntries(
    asks.map((ask) => {
      const said = given[ask.key];
      if (ask.kind === 'number') return [ask.key, said === undefined ? ask.start : said];
      const known = ask.options.some(({ value }) => value === said);
      return [ask.key, known ? said! : (ask.options[0]?.value ?? null)];
    }),
  );
}

export const numberOf = (given: string | number | null | undefined): number =>
  typeof given === 'number' ? given : Number.NaN;

export const optionsOf = (names: readonly string[]): Option[] =>
  names.map((name) => ({ value: name, label: name }));

/** Without the dust of binary fractions. */
export const tidy = (value: number): number => Number(value.toPrecision(9));
