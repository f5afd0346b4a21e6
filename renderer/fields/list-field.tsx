/** A list of numbers or dates, written one after the other. */
import type { FieldInput } from './field-input.ts';
import { ListInput } from './list-input.tsx';
import type { Listed } from './list-text.ts';

export function ListField({ of, ...input }: FieldInput & { readonly of: Listed }) {
  const { field, id, describedBy, disabled, type, commit } = input;
  return (
    <ListInput
      id={id}
      of={of}
      value={field.value}
      invalid={field.problems.length > 0}
      disabled={disabled}
      describedBy={describedBy}
      onType={type}
      onLeave={commit}
    />
  );
}
