/** Anything thrown, as it goes over a wire: in words for a person, without the place in the program. */
import type { WireFailure } from './contract.ts';
import { DocumentProblem } from './documents/document-problem.ts';
import { failureOf } from './failure.ts';

const OUR_FAULT =
  'Something went wrong inside Headroom. This is a fault of the program, not of what you entered';

export function wireFailureOf(thrown: unknown): WireFailure {
  if (thrown instanceof DocumentProblem) {
    return { kind: thrown.kind, message: thrown.message, problems: thrown.problems };
  }
  const { kind, message, problems } = failureOf(thrown);
  if (kind !== 'our fault') return { kind, message, problems };
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return { kind, message: `${OUR_FAULT}: ${reason}`, problems };
}
