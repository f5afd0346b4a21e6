/** What a screen about one scenario shows where the document has none. */
import { Button, Paper, Text } from '@mantine/core';
import { useApp } from './app-context.ts';

export function NoScenario() {
  const { ui } = useApp();
  return (
    <Paper p="lg" withBorder maw={640} bg="var(--headroom-surface)">
      <Text mb="sm">
        This document has no scenario. Begin with a service like yours, or with your own figures. If you have
        just deleted the last one, undo brings it back.
      </Text>
      <Button onClick={() => ui.show('start')}>Choose a service</Button>
    </Paper>
  );
}
