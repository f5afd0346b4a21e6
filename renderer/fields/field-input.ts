/** What every input of a field is given, and what it tells. */
import type { Field } from '../stores/scenario-store.ts';

export interface FieldInput {
  readonly field: Field;
  /** Of the element that the label names. */
  readonly id: string;
  /** Ids of the elements that explain it. */
  readonly describedBy: string;
  readonly disabled: boolean;
  /** A value on the way. */
  readonly type: (value: unknown) => void;
  /** Typing is over. */
  readonly commit: () => void;
  /** A value chosen in one go. */
  readonly choose: (value: unknown) => void;
}
