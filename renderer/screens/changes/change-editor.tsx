/** The change that is open: its name, its date, and what is different from then on, field by field. */
import { Accordion, Button, Group, Paper, Select, Text, TextInput, Title } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useId, useState } from 'react';
import { DateInput } from '../../fields/date-input.tsx';
import { ParameterField } from '../../fields/parameter-field.tsx';
import type { FieldGroup } from '../service/part.ts';
import { nameProblem } from '../service/records.ts';
import type { ChangesView } from './changes-view.ts';
import { type ToldChange, withEnglishDates } from './told-changes.ts';

interface Given {
  readonly view: ChangesView;
  readonly change: ToldChange;
  readonly disabled: boolean;
}

export const ChangeEditor = observer(function ChangeEditor({ view, change, disabled }: Given) {
  const { name, from, problems } = change;
  const dateProblemId = useId();
  const dateProblem = problems.find(({ path }) => path === `changes.${name}.from`);
  return (
    <Paper
      component="section"
      className="changes-part screen-only"
      p="md"
      withBorder
      aria-labelledby="change-open"
    >
      <Title order={2} id="change-open" mb="xs">
        {name}
      </Title>
      <div className="change-head">
        <NameInput view={view} name={name} disabled={disabled} />
        <div>
          <DateInput
            label="First day"
            name={name}
            value={from}
            invalid={dateProblem !== undefined}
            disabled={disabled}
            describedBy={dateProblemId}
            onType={(value) => view.move(name, value)}
            onLeave={() => view.commit()}
          />
          <p className="field-problem" id={dateProblemId} role={dateProblem ? 'alert' : undefined}>
            {dateProblem && withEnglishDates(`Write ${dateProblem.allowed}.`)}
          </p>
        </div>
      </div>
      <Wholes view={view} disabled={disabled} />
      <PartFields view={view} disabled={disabled} />
    </Paper>
  );
});

/** Renamed when the field is left, so that the change keeps its name while a person types. */
const NameInput = observer(function NameInput({
  view,
  name,
  disabled,
}: Omit<Given, 'change'> & { readonly name: string }) {
  const [typing, setTyping] = useState<string | null>(null);
  const typed = typing ?? name;
  const taken = view.names.filter((other) => other !== name);
  const fault = nameProblem(typed, taken);
  const keep = () => {
    setTyping(null);
    if (fault === null && typed.trim() !== name) view.rename(name, typed.trim());
  };
  return (
    <TextInput
      label="Name"
      value={typed}
      disabled={disabled}
      error={fault}
      onChange={({ target }) => setTyping(target.value)}
      onBlur={keep}
      onKeyDown={({ key }) => {
        if (key === 'Enter') keep();
      }}
    />
  );
});

const Wholes = observer(function Wholes({ view, disabled }: Omit<Given, 'change'>) {
  if (view.wholes.length === 0) return null;
  return (
    <ul className="change-wholes" aria-label="What comes or goes as a whole">
      {view.wholes.map((whole) => (
        <li key={whole.path}>
          <span>
            {whole.kind === 'new' ? 'New' : 'Ends'}: {whole.words}
          </span>
          <Button
            size="compact-sm"
            variant="default"
            disabled={disabled}
            aria-label={`Take out of this change: ${whole.words}`}
            onClick={() => view.takeOut(whole)}
          >
            Take out
          </Button>
        </li>
      ))}
    </ul>
  );
});

const PartFields = observer(function PartFields({ view, disabled }: Omit<Given, 'change'>) {
  const { about, first, more } = view.fields;
  const ending = endingOf(view);
  return (
    <>
      <Select
        label="Change something of"
        data={view.parts.map(({ group, items }) => ({ group, items: [...items] }))}
        value={view.part}
        allowDeselect={false}
        searchable
        mt="sm"
        onChange={(part) => {
          if (part !== null) view.choosePart(part);
        }}
      />
      <Group justify="space-between" mt={4} mb="sm" gap="xs" wrap="nowrap" align="flex-start">
        <Text size="sm" c="dimmed">
          {about} Each field shows what holds before, and from that date on.
        </Text>
        {ending && (
          <Button
            size="compact-sm"
            variant="default"
            className="change-end"
            disabled={disabled}
            onClick={() => view.end(ending.path, ending.words)}
          >
            End it on this date
          </Button>
        )}
      </Group>
      <Fields view={view} groups={first} />
      {more.length > 0 && (
        <Accordion variant="default" mt="sm" chevronPosition="left" keepMounted={false}>
          <Accordion.Item value="more" className="change-more">
            <Accordion.Control>More of it</Accordion.Control>
            <Accordion.Panel>
              <Fields view={view} groups={more} />
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      )}
    </>
  );
});

function Fields({ view, groups }: { readonly view: ChangesView; readonly groups: readonly FieldGroup[] }) {
  return groups.map(({ title, fields }) => (
    <section key={`${title} ${fields[0]?.path}`} className="change-fields" aria-label={title || undefined}>
      {title !== '' && <Title order={3}>{title}</Title>}
      {fields.map(({ path, label }) => (
        <ParameterField key={path} scenario={view.scenario} path={path} label={label} />
      ))}
    </section>
  ));
}

const KINDS: Readonly<Record<string, string>> = {
  'demand.sources': 'source of referrals',
  pathways: 'pathway',
  teams: 'team',
};

/** A record that the change can end: there are others of its kind. */
function endingOf({ part, parts }: ChangesView): { readonly path: string; readonly words: string } | null {
  const place = part.slice(0, Math.max(0, part.lastIndexOf('.')));
  const kind = KINDS[place];
  if (kind === undefined) return null;
  const alike = parts.flatMap(({ items }) => items).filter(({ value }) => value.startsWith(`${place}.`));
  return alike.length < 2 ? null : { path: part, words: `${kind} ${part.slice(place.length + 1)}` };
}
