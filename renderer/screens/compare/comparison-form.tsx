/** Which scenarios are compared, and which of them is the base that the others are set against. */
import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  Paper,
  Radio,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { KeptComparison } from '../../../host/contract.ts';
import { cutName } from '../../../reports/cut-name.ts';
import { LONGEST_NAME } from '../../../scenarios/schema.ts';
import type { ScenarioStore } from '../../stores/scenario-store.ts';
import { type ComparisonView, FEWEST, MOST } from './comparison-view.ts';

interface Given {
  readonly view: ComparisonView;
  /** `null` for a new one. */
  readonly changed: KeptComparison | null;
}

export const ComparisonForm = observer(function ComparisonForm({ view, changed }: Given) {
  const { scenarios } = view.app;
  const [chosen, setChosen] = useState<readonly string[]>(
    changed?.scenarios ?? scenarios.slice(0, MOST).map(({ id }) => id),
  );
  const [base, setBase] = useState(changed?.scenarios[0] ?? scenarios[0]?.id ?? '');
  const [typed, setTyped] = useState(changed?.name ?? '');
  const inOrder = scenarios.map(({ id }) => id).filter((id) => chosen.includes(id));
  const others = inOrder.filter((id) => id !== base);
  const wrong = view.readOnly ? CANNOT_KEEP : whatIsWrong(inOrder, base);
  const suggestion = suggestedName(scenarios, base, others);
  const keep = () =>
    view.keep({
      id: changed?.id ?? crypto.randomUUID(),
      name: typed.trim() || suggestion,
      scenarios: [base, ...others],
    });
  return (
    <Paper
      component="form"
      className="compare-part"
      p="lg"
      withBorder
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault();
        if (wrong === null) keep();
      }}
    >
      <Title order={2}>{changed ? 'Change the comparison' : 'What to compare'}</Title>
      <Text size="sm" c="dimmed" mb="md">
        Two to six scenarios. Each is set against the base, usually the service as it is today.
      </Text>
      <div className="compare-form">
        <Fieldset legend="Scenarios">
          <Checkbox.Group value={[...chosen]} onChange={setChosen}>
            <Stack gap="xs">
              {scenarios.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  value={id}
                  label={<span className="long-name">{name}</span>}
                  disabled={!chosen.includes(id) && chosen.length >= MOST}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        </Fieldset>
        <Fieldset legend="Base">
          <Radio.Group value={base} onChange={setBase}>
            <Stack gap="xs">
              {scenarios.map(({ id, name }) => (
                <Radio
                  key={id}
                  value={id}
                  label={<span className="long-name">{name}</span>}
                  disabled={!chosen.includes(id)}
                />
              ))}
            </Stack>
          </Radio.Group>
        </Fieldset>
      </div>
      <TextInput
        mt="md"
        maw="36rem"
        label="Name of the comparison"
        placeholder={suggestion}
        maxLength={LONGEST_NAME}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group mt="md">
        <Button type="submit" disabled={wrong !== null}>
          {changed ? 'Keep' : 'Compare'}
        </Button>
        {view.comparison === null ? null : (
          <Button variant="default" onClick={() => view.open(null)}>
            Cancel
          </Button>
        )}
        <Text size="sm" role="status">
          {wrong}
        </Text>
      </Group>
    </Paper>
  );
});

const CANNOT_KEEP = 'This document can only be read: save a copy of it to compare scenarios there.';
/** Characters of a scenario's name in a suggestion. */
const LONGEST_PART = 30;

function whatIsWrong(chosen: readonly string[], base: string): string | null {
  if (chosen.length < FEWEST) return `Choose at least ${FEWEST === 2 ? 'two' : FEWEST} scenarios.`;
  return chosen.includes(base) ? null : 'Choose the base among the scenarios compared.';
}

function suggestedName(scenarios: readonly ScenarioStore[], base: string, others: readonly string[]): string {
  const nameOf = (id: string | undefined) =>
    cutName(scenarios.find((scenario) => scenario.id === id)?.name ?? '', LONGEST_PART);
  const one = others.length === 1 ? nameOf(others[0]) : `${others.length} scenarios`;
  return `${one} against ${nameOf(base)}`;
}
