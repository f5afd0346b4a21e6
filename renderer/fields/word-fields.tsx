/** Fields of words: a choice, a line or page of text, a date, a list of names. */
import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import { DateInput } from './date-input.tsx';
import { describing } from './described-by.ts';
import type { FieldInput } from './field-input.ts';

export function ChoiceField({ words, ...input }: FieldInput & { readonly words: readonly string[] }) {
  const { field, id, describedBy, disabled, choose } = input;
  return (
    <Select
      id={id}
      data={[...words]}
      value={typeof field.value === 'string' ? field.value : null}
      allowDeselect={false}
      disabled={disabled}
      error={field.problems.length > 0}
      {...describing(describedBy)}
      onChange={choose}
    />
  );
}

/** Text longer than this is given a page. */
const LONG_TEXT = 400;

export function TextField({ most, ...input }: FieldInput & { readonly most: number }) {
  const { field, id, describedBy, disabled, type, commit } = input;
  const shared = {
    id,
    value: typeof field.value === 'string' ? field.value : '',
    disabled,
    error: field.problems.length > 0,
    ...describing(describedBy),
    onBlur: commit,
  };
  if (most > LONG_TEXT) {
    return (
      <Textarea {...shared} autosize minRows={3} maxRows={10} onChange={({ target }) => type(target.value)} />
    );
  }
  return <TextInput {...shared} onChange={({ target }) => type(target.value)} />;
}

export function DateField({ field, id, describedBy, disabled, type, commit }: FieldInput) {
  return (
    <DateInput
      id={id}
      name={field.label}
      value={field.value}
      disabled={disabled}
      invalid={field.problems.length > 0}
      describedBy={describedBy}
      onType={type}
      onLeave={commit}
    />
  );
}

/** @param among the names there are, such as the pathways of the scenario */
export function NamesField({ among, ...input }: FieldInput & { readonly among: readonly string[] }) {
  const { field, id, describedBy, disabled, choose } = input;
  // Mantine leaves no prop by which the inner input could be told.
  useEffect(() => {
    document.getElementById(id)?.setAttribute('aria-describedby', describedBy);
  }, [id, describedBy]);
  const chosen = Array.isArray(field.value) ? field.value.map(String) : [];
  return (
    <MultiSelect
      id={id}
      data={[...new Set([...among, ...chosen])]}
      value={chosen}
      disabled={disabled}
      error={field.problems.length > 0}
      onChange={choose}
    />
  );
}
