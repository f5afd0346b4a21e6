/** A request that the host refused, with what a person can be told. */
import type { WireFailure } from '../../host/contract.ts';

export class HostFailure extends Error {
  readonly failure: WireFailure;

  constructor(failure: WireFailure) {
    super(failure.message);
    this.name = 'HostFailure';
    this.failure = failure;
  }
}

/** Any thrown thing as the failure that a screen shows. */
export function wireFailureOf(thrown: unknown): WireFailure {
  if (thrown instanceof HostFailure) return thrown.failure;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { kind: 'our fault', message, problems: [] };
}
