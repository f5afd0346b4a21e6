/** A part of the service that a person can open: the few numbers that matter first, and all the others behind "more". */
import { labelInPlace, labelOf } from '../../fields/labels.ts';
import type { RecordKind } from './records.ts';

export interface PartField {
  readonly path: string;
  readonly label: string;
}

export interface FieldGroup {
  /** Empty where the part's own title says it. */
  readonly title: string;
  readonly fields: readonly PartField[];
  /** A record within the part, such as a post of a team. */
  readonly record?: PartRecord;
}

/** What can be renamed and removed. */
export interface PartRecord {
  readonly kind: RecordKind;
  /** Of the records of its kind. */
  readonly path: string;
  readonly name: string;
}

export interface Part {
  /** As `ui.part` holds it; empty for the numbers that matter first. */
  readonly id: string;
  readonly title: string;
  /** What it is, in a sentence. */
  readonly about: string;
  readonly first: readonly FieldGroup[];
  readonly more: readonly FieldGroup[];
  /** A record that can be renamed and removed. */
  readonly record: PartRecord | null;
  /** Records that can be added here. */
  readonly adds: readonly { readonly kind: RecordKind; readonly path: string }[];
}

export const plainly = (path: string): PartField => ({ path, label: labelOf(path) });
export const placed = (path: string): PartField => ({ path, label: labelInPlace(path) });
export const groupOf = (title: string, paths: readonly string[], say = plainly): FieldGroup => ({
  title,
  fields: paths.map(say),
});
export const some = (groups: readonly FieldGroup[]) => groups.filter(({ fields }) => fields.length > 0);
export const without = (paths: readonly string[], taken: readonly string[]) =>
  paths.filter((path) => !taken.includes(path));
export const NOTHING = { record: null, adds: [], more: [] } as const;
