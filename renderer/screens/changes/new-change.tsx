/** A new change from a ready-made one: what, where, how much and from when, with what it will do in words. */
import { Button, Group, Modal, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { DateInput } from '../../fields/date-input.tsx';
import { PlainNumber } from '../../fields/number-input.tsx';
import { nameProblem } from '../service/records.ts';
import { freeName } from './change-content.ts';
import type { ChangesView } from './changes-view.ts';
import { outcomeOf } from './new-change-outcome.ts';
import { type Answers, type Ask, answered } from './templates/template.ts';
import { NAMES, SOMETHING_ELSE, TEMPLATES } from './templates/templates.ts';
import { kept, stepped } from './time-scale.ts';

export const NewChange = observer(function NewChange({ view }: { readonly view: ChangesView }) {
  return (
    <Modal
      opened={view.adding}
      onClose={() => view.openForm(false)}
      title="Add a change"
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close without adding a change' }}
    >
      <Form view={view} />
    </Modal>
  );
});

const Form = observer(function Form({ view }: { readonly view: ChangesView }) {
  const { period } = view;
  const [chosen, setChosen] = useState(TEMPLATES[0]!.id);
  const [given, setGiven] = useState<Answers>({});
  const [day, setDay] = useState(() => (period ? kept(period, usualDay(period.start)) : ''));
  const [typedName, setName] = useState<string | null>(null);
  const template = TEMPLATES.find(({ id }) => id === chosen) ?? SOMETHING_ELSE;
  const scenario = view.scenarioOn(day) ?? view.scenario.document?.scenario;
  if (!scenario) return <Text>The scenario has values that are not allowed: put them right first.</Text>;
  const name = typedName ?? freeName(NAMES[template.id]!, view.names);
  const nameFault = nameProblem(name, view.names);
  const answers =
    template.impossible(scenario) === null ? answered(template.asks(scenario, given), given) : {};
  const outcome = outcomeOf(view.scenario.content, scenario, { template, answers, name: name.trim(), day });
  const mayAdd = nameFault === null && outcome.patch !== null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (mayAdd && outcome.patch) view.add(name.trim(), day, outcome.patch);
      }}
    >
      <div className="new-change">
        <Radio.Group value={chosen} onChange={setChosen} label="What changes">
          <Stack gap={6} mt="xs">
            {TEMPLATES.map(({ id, title, impossible }) => {
              const why = impossible(scenario);
              return (
                <Radio
                  key={id}
                  value={id}
                  label={title}
                  description={why ?? undefined}
                  disabled={why !== null}
                />
              );
            })}
          </Stack>
        </Radio.Group>
        <Stack gap="sm">
          <Text size="sm" mih="2.8em">
            {template.about}
          </Text>
          {(template.impossible(scenario) === null ? template.asks(scenario, given) : []).map((ask) => (
            <Asked
              key={`${template.id} ${ask.key}`}
              ask={ask}
              value={answers[ask.key] ?? null}
              answer={(value) => setGiven({ ...given, [ask.key]: value })}
            />
          ))}
          <DateInput label="First day" name="First day" value={day} onType={setDay} onLeave={() => {}} />
          <TextInput
            label="Name of the change"
            value={name}
            error={nameFault}
            onChange={({ target }) => setName(target.value)}
          />
          <div className="new-change-outcome" role="status">
            {outcome.lines.map((line) => (
              <Text
                key={line}
                size="sm"
                {...(outcome.patch === null ? { c: 'var(--mantine-color-error)' } : {})}
              >
                {line}
              </Text>
            ))}
          </div>
        </Stack>
      </div>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => view.openForm(false)}>
          Cancel
        </Button>
        <Button type="submit" disabled={!mayAdd}>
          Add the change
        </Button>
      </Group>
    </form>
  );
});

interface AskedProps {
  readonly ask: Ask;
  readonly value: string | number | null;
  readonly answer: (value: string | number | null) => void;
}

function Asked({ ask, value, answer }: AskedProps) {
  if (ask.kind === 'choice') {
    return (
      <Select
        label={ask.label}
        data={[...ask.options]}
        value={value === null ? null : String(value)}
        allowDeselect={false}
        onChange={answer}
      />
    );
  }
  return (
    <PlainNumber
      label={ask.label}
      value={value}
      unit={ask.unit}
      onType={(typed) => answer(typeof typed === 'number' ? typed : null)}
      onLeave={() => {}}
    />
  );
}

/** Months after the start: far enough on the line to be seen, and a first of the month as most changes have. */
const MONTHS_ON = 4;

function usualDay(start: string): string {
  let day = `${start.slice(0, 7)}-01`;
  for (let month = 0; month < MONTHS_ON; month++) day = stepped(day, 'month', 1);
  return day;
}
