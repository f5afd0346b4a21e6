/** A number dragged: around the value it would have if nobody had changed it, within what is allowed. */
import { Slider } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useRef } from 'react';
import { isGroup } from '../../../scenarios/shape.ts';
import { saysItsMean } from '../../fields/mean-field.tsx';
import { isPercentage, toPercentage, valueInWords } from '../../fields/words.ts';
import { useApp } from '../../frame/app-context.ts';
import type { Field, ScenarioStore } from '../../stores/scenario-store.ts';
import { slideRange } from './slide-range.ts';

interface KeySliderProps {
  readonly scenario: ScenarioStore;
  readonly path: string;
  readonly label: string;
}

export const KeySlider = observer(({ scenario, path, label }: KeySliderProps) => {
  const app = useApp();
  const held = useRef(false);
  const field = scenario.field(path);
  const value = numberIn(field.value);
  const usual = numberIn(field.baseValue) ?? value;
  const { form, unit } = field.leaf.about;
  if (value === null || usual === null || !('least' in form)) return <div className="slider-place" />;
  const { least, most, step } = slideRange(usual, form, isPercentage(unit));
  const given = isGroup(field.value) ? field.value : null;
  const shownUnit = typeof given?.unit === 'string' ? given.unit : unit;
  const inWords = (at: number) => valueInWords(Number(at.toPrecision(9)), shownUnit);
  const commit = () => {
    held.current = false;
    scenario.commit();
  };
  return (
    <div className="slider-place">
      <Slider
        size="sm"
        thumbSize={16}
        min={least}
        max={most}
        step={step}
        value={Math.min(most, Math.max(least, value))}
        marks={[{ value: usual }]}
        disabled={app.document?.confirmed.readOnly != null || !field.inUse}
        thumbLabel={`Drag: ${label}`}
        thumbValueText={inWords}
        label={inWords}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) commit();
        }}
        onPointerDown={() => {
          held.current = true;
        }}
        onChange={(at) => {
          const next = withNumber(field, Number(at.toPrecision(9)), shownUnit);
          if (held.current) scenario.drag(path, next);
          else scenario.type(path, next);
        }}
        // Also told of each key: these become a step when one pauses or goes on elsewhere.
        onChangeEnd={() => {
          if (held.current) commit();
        }}
      />
      <span className="slider-ends" aria-hidden="true">
        <span>{endInWords(least, unit)}</span>
        <span>{endInWords(most, unit)}</span>
      </span>
    </div>
  );
});

const endInWords = (value: number, unit: string) =>
  isPercentage(unit) ? `${toPercentage(value)}%` : valueInWords(value, '');

/** A plain number, or the mean of a distribution that says it. */
function numberIn(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return saysItsMean(value) && typeof value.mean === 'number' ? value.mean : null;
}

function withNumber({ value, leaf }: Field, at: number, unit: string): unknown {
  if (!isGroup(value)) return at;
  return { ...value, ...(leaf.about.form.kind === 'time' ? { unit } : {}), mean: at };
}
