/** Every value and where it comes from, what is published beside it, the balance in words, and the description of the model. */
import { Alert, Button, Group, List, Paper, Tabs, Text, Title } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useRef } from 'react';
import { counted } from '../../../reports/wording.ts';
import { PRESETS } from '../../../scenarios/presets/index.ts';
import { labelWithChange } from '../../fields/labels.ts';
import { useApp } from '../../frame/app-context.ts';
import { NoScenario } from '../../frame/no-scenario.tsx';
import { ScenarioChoice } from '../../frame/scenario-choice.tsx';
import type { ScenarioStore } from '../../stores/scenario-store.ts';
import { type AssumptionsView, PARTS, type Part, viewOf } from './assumptions-view.ts';
import { BalancePart } from './balance-part.tsx';
import { DescriptionPart } from './description-part.tsx';
import { EVERYTHING } from './log-filter.ts';
import { LogFilters } from './log-filters.tsx';
import { LogTable } from './log-table.tsx';
import { PublishedPart } from './published-part.tsx';
import './assumptions.css';

export const AssumptionsScreen = observer(function AssumptionsScreen() {
  const { shown, connection } = useApp();
  return (
    <div className="assumptions">
      <Group justify="space-between" mb="sm" gap="sm">
        <Title order={1}>Assumptions</Title>
        <ScenarioChoice />
      </Group>
      {shown ? <Shown view={viewOf(shown, connection)} /> : <NoScenario />}
    </div>
  );
});

const PART_NAMES: Readonly<Record<Part, string>> = {
  log: 'All inputs',
  published: 'Published figures',
  balance: 'Balance in words',
  description: 'Model description',
};

const Shown = observer(function Shown({ view }: { readonly view: AssumptionsView }) {
  const { scenario } = view;
  const preset = presetOf(scenario);
  const table = useRef<HTMLTableElement>(null);
  return (
    <Tabs
      value={view.part}
      keepMounted={false}
      onChange={(part) => {
        if (part !== null) view.show(part as Part);
      }}
    >
      <Tabs.List mb="sm" className="screen-only">
        {PARTS.map((part) => (
          <Tabs.Tab key={part} value={part}>
            {PART_NAMES[part]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Problems scenario={scenario} />
      <Paper p="md" withBorder className="assumptions-part">
        <Tabs.Panel value="log">
          <LogFilters view={view} table={table} />
          {view.shown.length > 0 ? <LogTable view={view} table={table} /> : <NothingFound view={view} />}
        </Tabs.Panel>
        <Tabs.Panel value="published">
          {preset ? <PublishedPart scenario={scenario} preset={preset} /> : <NoPreset />}
        </Tabs.Panel>
        <Tabs.Panel value="balance">
          {scenario.document ? <BalancePart document={scenario.document} /> : <NotReadable />}
        </Tabs.Panel>
        <Tabs.Panel value="description">
          <DescriptionPart view={view} />
        </Tabs.Panel>
      </Paper>
    </Tabs>
  );
});

const presetOf = ({ content }: ScenarioStore) => PRESETS.find(({ id }) => id === content.extends) ?? null;

const Problems = observer(function Problems({ scenario }: { readonly scenario: ScenarioStore }) {
  const { problems, document } = scenario;
  if (problems.length === 0) return null;
  return (
    <Alert
      color="red"
      mb="sm"
      title={`${counted(problems.length, 'value')} not allowed${document ? '; the rest is as it was before' : ''}`}
    >
      <List size="sm">
        {problems.map(({ path, message }) => (
          <List.Item key={`${path} ${message}`}>
            {labelWithChange(path)} {message}.
          </List.Item>
        ))}
      </List>
    </Alert>
  );
});

const NothingFound = observer(function NothingFound({ view }: { readonly view: AssumptionsView }) {
  if (view.log.length === 0) return <NotReadable />;
  return (
    <div className="part-waiting">
      <Text size="sm">No input is like that.</Text>
      <Button size="compact-sm" variant="default" onClick={() => view.want(EVERYTHING)}>
        Show all
      </Button>
    </div>
  );
});

function NotReadable() {
  return (
    <Text size="sm">The scenario has values that are not allowed. Put them right on the Service screen.</Text>
  );
}

function NoPreset() {
  return (
    <Text size="sm" maw={680}>
      This scenario begins with figures of your own and not with a preset, so there are no published figures
      to set beside it.
    </Text>
  );
}
