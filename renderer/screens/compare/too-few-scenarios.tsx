/** What to do where there is nothing to compare yet. */
import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { observer } from 'mobx-react-lite';
import { quoted } from '../../../reports/wording.ts';
import { useApp } from '../../frame/app-context.ts';

export const TooFewScenarios = observer(function TooFewScenarios() {
  const app = useApp();
  const [only] = app.scenarios;
  const readOnly = app.document?.confirmed.readOnly != null;
  const copy = () => {
    if (only === undefined) return;
    app.duplicateScenario(only.id);
    app.ui.show('service');
  };
  return (
    <Paper className="compare compare-empty" p="xl" withBorder>
      <Title order={1}>Compare</Title>
      <Text mt="sm">
        A comparison needs two scenarios: the service as it is, and the same service with something changed.{' '}
        {readOnly && 'This document can only be read: save a copy of it first. '}
        {only ? 'Make a copy, change something in it, and come back here.' : 'Add a scenario first.'}
      </Text>
      <Group mt="md">
        {only ? (
          <Button leftSection={<IconCopy size={18} aria-hidden />} disabled={readOnly} onClick={copy}>
            <span className="long-name">Copy {quoted(only.name)} and change it</span>
          </Button>
        ) : (
          <Button disabled={readOnly} onClick={() => app.ui.show('start')}>
            Choose a service to start from
          </Button>
        )}
      </Group>
    </Paper>
  );
});
