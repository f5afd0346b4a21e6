/** Which rows of the assumptions log are shown, and how they are grouped. */
import type { LoggedInput } from '../../../reports/assumptions.ts';
import type { Confidence } from '../../../scenarios/confidence.ts';
import { PRESETS } from '../../../scenarios/presets/index.ts';
import { labelWithChange } from '../../fields/labels.ts';

export interface Wanted {
  readonly text: string;
  readonly confidence: Confidence | null;
  /** "default", a preset's id, or "this scenario". */
  readonly setBy: string | null;
}

export const EVERYTHING: Wanted = { text: '', confidence: null, setBy: null };

/** Every word typed is somewhere in the row, whatever its case. */
export function filtered(log: readonly LoggedInput[], wanted: Wanted): LoggedInput[] {
  const words = wanted.text.toLowerCase().split(/\s+/).filter(Boolean);
  return log.filter((row) => {
    if (wanted.confidence !== null && row.confidence !== wanted.confidence) return false;
    if (wanted.setBy !== null && row.setBy !== wanted.setBy) return false;
    const all = [
      labelWithChange(row.path),
      row.path,
      row.description,
      row.source,
      row.note ?? '',
      row.section,
    ]
      .join(' ')
      .toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

export interface Section {
  readonly title: string;
  readonly rows: readonly LoggedInput[];
}

export function sectionsOf(rows: readonly LoggedInput[]): Section[] {
  return [...Map.groupBy(rows, ({ section }) => section)].map(([title, own]) => ({ title, rows: own }));
}

/** Whoever set a value of the log, this scenario first and the defaults last. */
export function settersOf(log: readonly LoggedInput[]): string[] {
  const rank = (setBy: string) => (setBy === 'this scenario' ? 0 : setBy === 'default' ? 2 : 1);
  return [...new Set(log.map(({ setBy }) => setBy))].toSorted((one, other) => rank(one) - rank(other));
}

export function setterInWords(setBy: string): string {
  if (setBy === 'default') return 'Usual value';
  if (setBy === 'this scenario') return 'This scenario';
  return `Preset “${PRESETS.find(({ id }) => id === setBy)?.title ?? setBy}”`;
}
