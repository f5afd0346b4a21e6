/** A number, or a word in its place such as "unlimited". */
import { Group, Select } from '@mantine/core';
import { useRef } from 'react';
import type { Form } from '../../scenarios/parameter.ts';
import type { FieldInput } from './field-input.ts';
import { PlainNumber } from './number-input.tsx';

type Numeric = Extract<Form, { readonly kind: 'number' | 'time' | 'count' | 'numbers' }>;

const A_NUMBER = 'a number';

export function NumberField({ form, ...input }: FieldInput & { readonly form: Numeric }) {
  const { field, id, describedBy, disabled } = input;
  const isWord = typeof field.value === 'string' && form.words.includes(field.value);
  const lastNumber = useRef(form.least);
  if (typeof field.value === 'number') lastNumber.current = field.value;
  const number = (
    <PlainNumber
      id={id}
      value={field.value}
      unit={field.leaf.about.unit}
      step={stepOf(form)}
      invalid={field.problems.length > 0}
      disabled={disabled}
      describedBy={describedBy}
      onType={input.type}
      onLeave={input.commit}
    />
  );
  if (form.words.length === 0) return number;
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Select
        {...(isWord ? { id } : { 'aria-label': `${field.label}: a number or not` })}
        data={[A_NUMBER, ...form.words]}
        value={isWord ? String(field.value) : A_NUMBER}
        allowDeselect={false}
        disabled={disabled}
        w={isWord ? '100%' : 130}
        onChange={(word) => input.choose(word === A_NUMBER ? lastNumber.current : word)}
      />
      {!isWord && number}
    </Group>
  );
}

/** What an arrow key adds: a hundredth of a share, one of what is counted in ones. */
const stepOf = ({ most, whole }: Numeric): number => (whole || most > 20 ? 1 : most <= 1 ? 1 : 0.1);
