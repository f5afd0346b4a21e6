/** The host speaks of a run in words that suit every shell; here the options that are meant are named too. */
import { BadInput } from '../host/failure.ts';

/** The host's words, and how one types them. */
const TYPED: readonly (readonly [words: string, typed: string])[] = [
  ['fewer replications', '--replications'],
  ['fewer weeks', '--weeks'],
  ['agree to wait', '--yes'],
  ['fill it up before the start', 'period.warmUpWeeks in its file'],
];

export const inOptions = (sentence: string): string =>
  TYPED.reduce((text, [words, typed]) => text.replace(words, `${words} (${typed})`), sentence);

/** A run that was refused, as this shell says it; anything else as it is. */
export function refusedInOptions(error: unknown): unknown {
  if (!(error instanceof BadInput)) return error;
  return new BadInput(
    error.problems.map((problem) => ({
      ...problem,
      path: problem.path === 'replications' ? '--replications' : problem.path,
      message: inOptions(problem.message),
    })),
  );
}
