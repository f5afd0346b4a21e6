/** A list of numbers or dates, written one after the other. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { describing } from './described-by.ts';
import type { FieldInput } from './field-input.ts';
import { listOf, listText } from './list-text.ts';

export function ListField({ of, ...input }: FieldInput & { readonly of: 'numbers' | 'dates' }) {
  const { field, id, describedBy, disabled, type, commit } = input;
  const [typing, setTyping] = useState<string | null>(null);
  return (
    <Textarea
      id={id}
      autosize
      minRows={1}
      maxRows={6}
      value={typing ?? listText(field.value)}
      placeholder={of === 'numbers' ? '12, 9, 14' : '2027-04-05, 2027-04-12'}
      disabled={disabled}
      error={field.problems.length > 0}
      {...describing(describedBy)}
      onChange={({ target }) => {
        setTyping(target.value);
        type(listOf(target.value, of));
      }}
      onBlur={() => {
        setTyping(null);
        commit();
      }}
    />
  );
}
