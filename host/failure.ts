/** Any thrown thing as plain data: what kind of failure it is, in words, and every problem with its place, value and remedy. */
import { type Problem, ScenarioProblems } from '../scenarios/problem.ts';

export type FailureKind = 'bad input' | 'stopped' | 'our fault';

export interface Failure {
  readonly kind: FailureKind;
  /** One line; for our own faults with the place in the program, so that it can be reported. */
  readonly message: string;
  /** All of them at once; empty but for bad input. */
  readonly problems: readonly Problem[];
}

/** What a process that ends this way says to whoever started it. */
export const EXIT_CODES = { done: 0, 'our fault': 1, 'bad input': 2, stopped: 3 } as const satisfies Record<
  FailureKind | 'done',
  number
>;

/** What was asked for cannot be done as it stands; the person can put it right. */
export class BadInput extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    this.name = 'BadInput';
    this.problems = problems;
  }
}

/** A person ended the run, or did not begin it, and there is nothing to report. */
export class Stopped extends Error {
  constructor(when: string) {
    super(`${when}; nothing was written.`);
    this.name = 'Stopped';
  }
}

export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof BadInput || thrown instanceof ScenarioProblems) {
    return { kind: 'bad input', message: thrown.message, problems: thrown.problems };
  }
  if (thrown instanceof Stopped) return { kind: 'stopped', message: thrown.message, problems: [] };
  const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { kind: 'our fault', message, problems: [] };
}

/**
 * Tries every part and gathers the problems of those that fail, so that a person reads them all at once.
 * @throws {BadInput} with all of them; anything that is not bad input at once
 */
export function allOf<const Parts extends readonly (() => unknown)[]>(
  parts: Parts,
): { readonly [Part in keyof Parts]: ReturnType<Parts[Part]> } {
  const problems: Problem[] = [];
  const values = parts.map((part) => {
    try {
      return part();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind !== 'bad input') throw error;
      problems.push(...failure.problems);
      return undefined;
    }
  });
  if (problems.length > 0) throw new BadInput(problems);
  return values as { readonly [Part in keyof Parts]: ReturnType<Parts[Part]> };
}
