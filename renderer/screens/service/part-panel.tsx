/** The part of the service that is open for editing: its few important numbers, and all the others on request. */
import { Button, Title, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { observer } from 'mobx-react-lite';
import { ParameterField } from '../../fields/parameter-field.tsx';
import { useApp } from '../../frame/app-context.ts';
import type { ScenarioStore } from '../../stores/scenario-store.ts';
import { KeySlider } from './key-slider.tsx';
import type { FieldGroup, Part, PartRecord } from './part.ts';
import { KEY_NUMBERS } from './parts.ts';
import { KIND_WORDS, type RecordKind } from './records.ts';
import { namesAt } from './shown-fields.ts';
import { WeeklyCounts } from './weekly-counts/weekly-counts.tsx';

export interface RecordActs {
  readonly add: (kind: RecordKind, path: string) => void;
  readonly rename: (record: PartRecord) => void;
  readonly remove: (record: PartRecord) => void;
}

interface PartPanelProps {
  readonly scenario: ScenarioStore;
  readonly part: Part;
  readonly showsMore: boolean;
  readonly showMore: (shows: boolean) => void;
  readonly acts: RecordActs;
}

export const PartPanel = observer(({ scenario, part, showsMore, showMore, acts }: PartPanelProps) => {
  const app = useApp();
  const fixed = app.document?.confirmed.readOnly != null;
  const brief = part.id === KEY_NUMBERS;
  return (
    <section className="panel" aria-labelledby="panel-title">
      <div className="panel-head">
        <Title order={2} id="panel-title" tabIndex={-1} className="panel-title" title={part.title}>
          {part.title}
        </Title>
        {part.record && <RecordButtons record={part.record} {...{ scenario, acts, fixed }} />}
        {part.adds.map(({ kind, path }) => (
          <Button
            key={path}
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            disabled={fixed}
            onClick={() => acts.add(kind, path)}
          >
            Add a {KIND_WORDS[kind]}
          </Button>
        ))}
      </div>
      <p className="panel-about">{part.about}</p>
      {part.record?.kind === 'source' && (
        <WeeklyCounts scenario={scenario} source={part.record.name} disabled={fixed} />
      )}
      {part.first.map((group) => (
        <Fields
          key={`${group.title}/${group.fields[0]?.path}`}
          {...{ scenario, group, acts, fixed, brief }}
        />
      ))}
      {part.more.length > 0 && (
        <Button
          className="panel-more"
          variant="subtle"
          size="compact-sm"
          aria-expanded={showsMore}
          rightSection={
            showsMore ? <IconChevronUp size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />
          }
          onClick={() => showMore(!showsMore)}
        >
          {showsMore ? 'Fewer' : `More: ${moreTitles(part)}`}
        </Button>
      )}
      {showsMore &&
        part.more.map((group) => (
          <Fields
            key={`${group.title}/${group.fields[0]?.path}`}
            {...{ scenario, group, acts, fixed, brief: false }}
          />
        ))}
    </section>
  );
});

function moreTitles({ more }: Part): string {
  const titles = more.map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1)).filter(Boolean);
  const shown = [...new Set(titles)].slice(0, 3);
  return shown.length === 0
    ? 'all the others'
    : `${shown.join(', ')}${titles.length > 3 ? ' and others' : ''}`;
}

interface FieldsProps {
  readonly scenario: ScenarioStore;
  readonly group: FieldGroup;
  readonly acts: RecordActs;
  readonly fixed: boolean;
  /** With sliders, and the averages of distributions alone. */
  readonly brief: boolean;
}

const Fields = observer(({ scenario, group, acts, fixed, brief }: FieldsProps) => (
  <fieldset className="field-group">
    {group.title !== '' && <legend className="group-title">{group.title}</legend>}
    {group.record && (
      <div className="group-record">
        <RecordButtons record={group.record} {...{ scenario, acts, fixed }} />
      </div>
    )}
    <div className="field-grid">
      {group.fields.map(({ path, label }) => (
        <div key={path} className={brief ? 'key-field' : undefined}>
          <ParameterField
            scenario={scenario}
            path={path}
            label={label}
            brief={brief}
            {...amongOf(path, scenario)}
          />
          {brief && <KeySlider scenario={scenario} path={path} label={label} />}
        </div>
      ))}
    </div>
    <GroupProblems scenario={scenario} group={group} />
  </fieldset>
));

/** Names that a post may serve are those of its team. */
function amongOf(path: string, scenario: ScenarioStore): { readonly among?: readonly string[] } {
  const team = /^teams\.([^.]+)\.posts\.[^.]+\.serves$/.exec(path)?.[1];
  const served = team === undefined ? null : scenario.valueOf(`teams.${team}.serves`);
  return Array.isArray(served) ? { among: served.map(String) } : {};
}

/** What is wrong with several fields together, such as shares that do not make a whole. */
const GroupProblems = observer(({ scenario, group }: Pick<FieldsProps, 'scenario' | 'group'>) => {
  const found = scenario.problems.filter(
    ({ path }) =>
      group.fields.some((field) => field.path.startsWith(`${path}.`)) &&
      !group.fields.some((field) => path === field.path || path.startsWith(`${field.path}.`)),
  );
  return found.map(({ path, message }) => (
    <p key={path} className="group-problem" role="alert" data-path={path}>
      Together this {message}.
    </p>
  ));
});

interface RecordButtonsProps {
  readonly record: PartRecord;
  readonly scenario: ScenarioStore;
  readonly acts: RecordActs;
  readonly fixed: boolean;
}

const RecordButtons = observer(({ record, scenario, acts, fixed }: RecordButtonsProps) => {
  const { kind, path, name } = record;
  const isOnly = kind !== 'locality' && namesAt(path, (at) => scenario.valueOf(at)).length < 2;
  const words = `${KIND_WORDS[kind]} ${name}`;
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPencil size={14} aria-hidden />}
        aria-label={`Rename the ${words}`}
        disabled={fixed}
        onClick={() => acts.rename(record)}
      >
        Rename
      </Button>
      <Tooltip
        label={isOnly ? `A service has at least one ${KIND_WORDS[kind]}` : `Remove the ${words}`}
        withArrow
      >
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={14} aria-hidden />}
          aria-label={`Remove the ${words}`}
          aria-disabled={isOnly || fixed}
          {...(isOnly || fixed ? { 'data-disabled': true } : {})}
          onClick={() => {
            if (!isOnly && !fixed) acts.remove(record);
          }}
        >
          Remove
        </Button>
      </Tooltip>
    </>
  );
});
