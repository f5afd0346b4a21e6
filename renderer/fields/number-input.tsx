/** A number with its unit; a share is typed as a percentage. Nothing is cut to the bounds in silence: what is wrong is said. */
import { NumberInput } from '@mantine/core';
import './fields.css';
import { describing } from './described-by.ts';
import { fromPercentage, isPercentage, toPercentage, unitShown } from './words.ts';

interface PlainNumberProps {
  readonly id?: string;
  readonly label?: string;
  readonly value: unknown;
  readonly unit: string;
  readonly step?: number;
  readonly invalid?: boolean;
  readonly disabled?: boolean;
  readonly describedBy?: string;
  readonly onType: (value: unknown) => void;
  readonly onLeave: () => void;
}

export function PlainNumber(props: PlainNumberProps) {
  const { id, label, value, unit, step = 1, invalid = false, disabled = false, describedBy } = props;
  const percentage = isPercentage(unit);
  const shown = unitShown(unit);
  const given = typeof value === 'number' ? (percentage ? toPercentage(value) : value) : textOf(value);
  return (
    <NumberInput
      {...(id ? { id } : {})}
      label={label}
      value={given}
      step={step}
      thousandSeparator=","
      decimalScale={6}
      clampBehavior="none"
      disabled={disabled}
      error={invalid}
      {...describing(describedBy)}
      rightSection={shown === '' ? undefined : <span className="unit">{shown}</span>}
      rightSectionWidth={shown === '' ? undefined : `${Math.min(shown.length, 26) * 0.42 + 1.4}rem`}
      rightSectionPointerEvents="none"
      hideControls
      withKeyboardEvents
      onChange={(next) => props.onType(typeof next === 'number' && percentage ? fromPercentage(next) : next)}
      onBlur={props.onLeave}
      onKeyDown={({ key }) => {
        if (key === 'Enter') props.onLeave();
      }}
    />
  );
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
