/** A time or a count drawn anew each time: which kind, and the numbers that make it up. */
import { Select, Stack, Text } from '@mantine/core';
import { plain } from '../../reports/wording.ts';
import type { Form } from '../../scenarios/parameter.ts';
import { isGroup } from '../../scenarios/shape.ts';
import { TIME_UNITS } from '../../scenarios/time-units.ts';
import { describing } from './described-by.ts';
import {
  COUNT_KINDS,
  KIND_LABELS,
  type Kind,
  meanIn,
  ofKind,
  TERM_LABELS,
  TIME_KINDS,
  termsOf,
} from './distribution-kinds.ts';
import type { FieldInput } from './field-input.ts';
import { ListInput } from './list-input.tsx';
import { PlainNumber } from './number-input.tsx';

interface DistributionFieldProps extends FieldInput {
  readonly form: Extract<Form, { readonly kind: 'number' | 'time' | 'count' | 'numbers' }>;
}

export function DistributionField({ form, ...input }: DistributionFieldProps) {
  const { field, id, describedBy, disabled, choose } = input;
  const { value } = field;
  const given = isGroup(value) ? value : null;
  const isTime = form.kind === 'time';
  const unit = isTime ? (typeof given?.unit === 'string' ? given.unit : field.leaf.about.unit) : null;
  const kinds: readonly string[] = [...form.words, ...(isTime ? TIME_KINDS : COUNT_KINDS)];
  const kind = given ? String(given.distribution) : typeof value === 'string' ? value : null;
  const mean = meanIn(value);
  return (
    <Stack gap={6} role="group" aria-label={field.label}>
      <Select
        id={id}
        data={kinds.map((name) => ({ value: name, label: KIND_LABELS[name as Kind] ?? name }))}
        value={kind}
        allowDeselect={false}
        disabled={disabled}
        error={field.problems.some(({ path }) => path === field.path)}
        {...describing(describedBy)}
        onChange={(name) => {
          if (name !== null) choose(form.words.includes(name) ? name : ofKind(name as Kind, value, unit));
        }}
      />
      {given && <Terms {...input} given={given} unit={unit} />}
      {given && isTime && (
        <Select
          label="In"
          {...describing(describedBy)}
          data={[...TIME_UNITS]}
          value={unit}
          allowDeselect={false}
          disabled={disabled}
          onChange={(name) => choose({ ...given, unit: name })}
        />
      )}
      {mean !== null && kind !== 'fixed' && !('mean' in (given ?? {})) && (
        <Text size="xs" c="dimmed">
          On average {plain(mean)} {unit ?? field.leaf.about.unit}
        </Text>
      )}
    </Stack>
  );
}

interface TermsProps extends FieldInput {
  readonly given: Record<string, unknown>;
  readonly unit: string | null;
}

function Terms({ given, unit, ...input }: TermsProps) {
  const { field, describedBy, disabled, type, commit } = input;
  return termsOf(String(given.distribution)).map((term) => {
    const label = TERM_LABELS[term] ?? term;
    // The unit is written with it: without one the preset's would go on to hold.
    const withTerm = (next: unknown) => type({ ...given, ...(unit === null ? {} : { unit }), [term]: next });
    const invalid = field.problems.some(({ path }) => path.startsWith(`${field.path}.${term}`));
    if (term === 'values' || term === 'chances') {
      const shared = { label, value: given[term], disabled, invalid, describedBy };
      return <ListInput key={term} of="numbers" {...shared} onType={withTerm} onLeave={commit} />;
    }
    return (
      <PlainNumber
        key={term}
        label={label}
        value={given[term]}
        unit={['cv', 'shape', 'varianceToMean'].includes(term) ? '' : (unit ?? field.leaf.about.unit)}
        step={term === 'cv' ? 0.05 : 1}
        invalid={invalid}
        disabled={disabled}
        describedBy={describedBy}
        onType={withTerm}
        onLeave={commit}
      />
    );
  });
}
