/** What will be different from a date on: changes on a line and in a list, and what comes of them. */
import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { observer } from 'mobx-react-lite';
import { useApp } from '../../frame/app-context.ts';
import { NoScenario } from '../../frame/no-scenario.tsx';
import { ScenarioChoice } from '../../frame/scenario-choice.tsx';
import type { ScenarioStore } from '../../stores/scenario-store.ts';
import { ChangeEditor } from './change-editor.tsx';
import { ChangeList } from './change-list.tsx';
import { ChangeResult } from './change-result.tsx';
import { type ChangesView, viewOf } from './changes-view.ts';
import { NewChange } from './new-change.tsx';
import { Timeline } from './timeline.tsx';
import './changes.css';

export const ChangesScreen = observer(function ChangesScreen() {
  const { shown } = useApp();
  return (
    <div className="changes">
      <Group justify="space-between" mb="sm" gap="sm">
        <Title order={1}>Changes</Title>
        <ScenarioChoice />
      </Group>
      {shown ? <Shown scenario={shown} /> : <NoScenario />}
    </div>
  );
});

const Shown = observer(function Shown({ scenario }: { readonly scenario: ScenarioStore }) {
  const { document } = useApp();
  const view = viewOf(scenario);
  const disabled = document?.confirmed.readOnly != null;
  const { selected } = view;
  return (
    <>
      <div className="changes-top">
        <Paper component="section" className="changes-part" p="md" withBorder aria-labelledby="changes-line">
          <Group justify="space-between" gap="xs" mb="xs">
            <Title order={2} id="changes-line" tabIndex={-1}>
              Timeline
            </Title>
            <AddButton view={view} disabled={disabled} />
          </Group>
          <Timeline view={view} disabled={disabled} />
          <Text size="xs" c="dimmed" className="screen-only">
            {view.changes.length === 0
              ? 'Nothing changes yet. Add what will be different from a date on: workers, a cap, the length of the work, and much else.'
              : 'Drag a change to another date, or choose it and use the arrow keys: by a day, with Shift by a week; Page Up and Page Down by a month.'}
          </Text>
        </Paper>
        {view.changes.length > 0 && (
          <Paper
            component="section"
            className="changes-part"
            p="md"
            withBorder
            aria-labelledby="changes-list"
          >
            <Title order={2} id="changes-list" mb="xs">
              In order of date
            </Title>
            <ChangeList view={view} disabled={disabled} />
          </Paper>
        )}
      </div>
      <div className="changes-below" data-editing={selected !== null || undefined}>
        {selected && <ChangeEditor view={view} change={selected} disabled={disabled} />}
        <ChangeResult scenario={scenario} />
      </div>
      <NewChange view={view} />
    </>
  );
});

const AddButton = observer(function AddButton({
  view,
  disabled,
}: {
  readonly view: ChangesView;
  readonly disabled: boolean;
}) {
  return (
    <Button
      className="screen-only"
      size="compact-md"
      leftSection={<IconPlus size={16} aria-hidden />}
      disabled={disabled || view.period === null}
      onClick={() => view.openForm(true)}
    >
      Add a change
    </Button>
  );
});
