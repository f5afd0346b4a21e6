import { closest, distance } from 'fastest-levenshtein';

/** `; did you mean "x"?` for the nearest of the names known, or nothing when none is near. */
export function nearest(name: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const candidate = closest(name, known);
  const near =
    distance(name.toLowerCase(), candidate.toLowerCase()) <= Math.max(2, Math.floor(name.length / 3));
  return near ? `; did you mean "${candidate}"?` : '';
}
