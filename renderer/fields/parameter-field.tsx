/** One parameter of a scenario: label, help, input, what is wrong, where the value comes from, a note, and a way back. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { observer } from 'mobx-react-lite';
import { useId } from 'react';
import { useApp } from '../frame/app-context.ts';
import type { Field, ScenarioStore } from '../stores/scenario-store.ts';
import { AnnotationButton } from './annotation-button.tsx';
import { DistributionField } from './distribution-field.tsx';
import type { FieldInput } from './field-input.ts';
import { ListField } from './list-field.tsx';
import { MeanField, saysItsMean } from './mean-field.tsx';
import { NumberField } from './number-field.tsx';
import { ParameterHelp } from './parameter-help.tsx';
import { ChoiceField, DateField, NamesField, TextField } from './word-fields.tsx';
import { allowedInWords, valueInWords } from './words.ts';
import './fields.css';

interface ParameterFieldProps {
  readonly scenario: ScenarioStore;
  readonly path: string;
  /** In place of the usual label, where the surroundings say part of it already. */
  readonly label?: string;
  /** Names that a list of names may hold; the pathways unless said. */
  readonly among?: readonly string[];
  /** Of a time or a count, its average alone. */
  readonly brief?: boolean;
}

export const ParameterField = observer(
  ({ scenario, path, label, among, brief = false }: ParameterFieldProps) => {
    const { document } = useApp();
    const id = useId();
    const found = scenario.field(path);
    const field = label === undefined ? found : { ...found, label };
    const disabled = document?.confirmed.readOnly != null || !field.inUse;
    const input: FieldInput = {
      field,
      id,
      describedBy: `${id}-origin ${id}-problem`,
      disabled,
      type: (value) => scenario.type(path, value),
      commit: () => scenario.commit(),
      choose: (value) => scenario.setValue(path, value),
    };
    const pathways = Object.keys(scenario.document?.scenario.pathways ?? {});
    return (
      <div className="field" data-differs={field.differs || undefined} data-path={path}>
        <div className="field-head">
          <label htmlFor={id}>{field.label}</label>
          <ParameterHelp field={field} />
          <span className="field-space" />
          <AnnotationButton
            label={field.label}
            said={scenario.annotation(path)}
            disabled={disabled || field.value === undefined}
            save={(said) => scenario.annotate(path, said)}
          />
          {field.differs && (
            <PutBack
              field={field}
              disabled={disabled}
              act={() => {
                scenario.putBack(path);
                // The button goes with what it put back.
                requestAnimationFrame(() => window.document.getElementById(id)?.focus());
              }}
            />
          )}
        </div>
        <div className="field-body">
          {brief && saysItsMean(field.value) ? (
            <MeanField {...input} />
          ) : (
            <Input input={input} among={among ?? pathways} />
          )}
          <p className="field-origin" id={`${id}-origin`}>
            {origin(field)}
          </p>
          <p
            className="field-problem"
            id={`${id}-problem`}
            role={field.problems.length > 0 ? 'alert' : undefined}
          >
            {problemsInWords(field)}
          </p>
        </div>
      </div>
    );
  },
);

function Input({ input, among }: { readonly input: FieldInput; readonly among: readonly string[] }) {
  const { form } = input.field.leaf.about;
  switch (form.kind) {
    case 'number':
      return <NumberField {...input} form={form} />;
    case 'time':
    case 'count':
      return <DistributionField {...input} form={form} />;
    case 'numbers':
      return <ListField {...input} of="numbers" />;
    case 'dates':
      return <ListField {...input} of="dates" />;
    case 'choice':
      return <ChoiceField {...input} words={form.words} />;
    case 'text':
      return <TextField {...input} most={form.most} />;
    case 'date':
      return <DateField {...input} />;
    case 'names':
      return <NamesField {...input} among={among} />;
  }
}

interface PutBackProps {
  readonly field: Field;
  readonly disabled: boolean;
  readonly act: () => void;
}

function PutBack({ field, disabled, act }: PutBackProps) {
  const back = `Put ${field.label} back to ${valueInWords(field.baseValue, field.leaf.about.unit)}`;
  return (
    <Tooltip label={back} withArrow>
      <ActionIcon variant="subtle" size={24} aria-label={back} disabled={disabled} onClick={act}>
        <IconArrowBackUp size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** Of referrals by need, of decisions by pathway: what is not named has no share. */
const SHARE_OF_A_WHOLE = /\.(?:needs|pathways|stepsTo)\.[^.]+$/;

function origin(field: Field): string {
  if (!field.inUse) return 'Without effect as the other choices stand';
  const { unit } = field.leaf.about;
  if (field.path.startsWith('changes.')) {
    if (!field.differs) return 'As before';
    return `${valueInWords(field.baseValue, unit)} before, ${valueInWords(field.value, unit)} from that date on`;
  }
  if (field.differs) return `Changed here; was ${valueInWords(field.baseValue, unit)}`;
  if (field.value === undefined)
    return SHARE_OF_A_WHOLE.test(field.path) ? 'Not given, so none' : 'Not given';
  if (field.setBy === 'default')
    return field.confidence === 'assumption' ? 'Usual value, an assumption' : 'Usual value';
  return field.setBy === 'this scenario' ? 'Set here' : 'From the preset';
}

/** Short beside the input; said with its own unit where that is a percentage. */
function problemsInWords({ problems, path, leaf }: Field): string {
  const said = problems.map((problem) =>
    problem.path === path ? `Write ${allowedInWords(leaf.about)}.` : `This ${problem.message}.`,
  );
  return [...new Set(said)].join(' ');
}
