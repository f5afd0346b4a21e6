/** What a copy of a scenario is called. */
import { cutName } from '../../reports/cut-name.ts';
import { LONGEST_NAME } from '../../scenarios/schema.ts';

/** "East Sussex, changed", "East Sussex, changed 2": the first that is free, and no longer than a name may be. */
export function nameOfCopy(name: string, taken: readonly string[]): string {
  const called = (end: string) => `${cutName(name, LONGEST_NAME - end.length)}${end}`;
  const candidates = [called(', changed'), ...taken.map((_, i) => called(`, changed ${i + 2}`))];
  return candidates.find((candidate) => !taken.includes(candidate))!;
}
