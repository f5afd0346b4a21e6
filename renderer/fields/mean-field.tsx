/** Of a time or a count, its average alone: the spread stays as it is. */
import { isGroup } from '../../scenarios/shape.ts';
import type { FieldInput } from './field-input.ts';
import { PlainNumber } from './number-input.tsx';

/** Whether a value says its average in one number. */
export const saysItsMean = (value: unknown): value is Record<string, unknown> =>
  isGroup(value) &&
  ['gamma', 'exponential', 'poisson', 'negative binomial'].includes(String(value.distribution));

export function MeanField({ field, id, describedBy, disabled, type, commit }: FieldInput) {
  const given = isGroup(field.value) ? field.value : {};
  const { unit } = field.leaf.about;
  const isTime = field.leaf.about.form.kind === 'time';
  const said = typeof given.unit === 'string' ? given.unit : unit;
  return (
    <PlainNumber
      id={id}
      value={given.mean}
      unit={said}
      invalid={field.problems.length > 0}
      disabled={disabled}
      describedBy={describedBy}
      // The unit is written with it: without one the preset's would go on to hold.
      onType={(mean) => type({ ...given, ...(isTime ? { unit: said } : {}), mean })}
      onLeave={commit}
    />
  );
}
