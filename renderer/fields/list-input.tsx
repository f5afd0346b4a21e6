/** Numbers or dates in a text, and what is unclear in it. */
import { Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { describing } from './described-by.ts';
import { type Listed, listOf, listText, unclearIn } from './list-text.ts';

interface ListInputProps {
  readonly id?: string;
  /** Seen above the input; without it an element elsewhere names it by `id`. */
  readonly label?: string;
  readonly of: Listed;
  readonly value: unknown;
  readonly invalid: boolean;
  readonly disabled: boolean;
  readonly describedBy: string;
  readonly onType: (value: unknown) => void;
  readonly onLeave: () => void;
}

export function ListInput(props: ListInputProps) {
  const { id, label, of, value, invalid, disabled, describedBy, onType, onLeave } = props;
  const [typing, setTyping] = useState<string | null>(null);
  const unclearId = useId();
  const unclear = unclearIn(value);
  return (
    <>
      <Textarea
        {...(id ? { id } : {})}
        label={label}
        autosize
        minRows={1}
        maxRows={6}
        value={typing ?? listText(value, of)}
        placeholder={of === 'numbers' ? '12, 9, 14' : '5 April 2027, 12 April 2027'}
        disabled={disabled}
        error={invalid}
        {...describing(`${unclearId} ${describedBy}`)}
        onChange={({ target }) => {
          setTyping(target.value);
          onType(listOf(target.value, of));
        }}
        onBlur={() => {
          setTyping(null);
          onLeave();
        }}
      />
      <p className="field-problem" id={unclearId} role={unclear === null ? undefined : 'alert'}>
        {unclear}
      </p>
    </>
  );
}
