/** Another window edited the document first: a person says what becomes of their own edits, and no slip of a key says it for them. */
import { Button, Group, List, Modal, Text } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useApp } from './app-context.ts';

export const ConflictDialog = observer(() => {
  const { document } = useApp();
  const edits = document?.conflict?.edits ?? [];
  return (
    <Modal
      opened={Boolean(document?.conflict)}
      onClose={() => {}}
      closeOnEscape={false}
      closeOnClickOutside={false}
      withCloseButton={false}
      title="This document was changed in another window"
      centered
    >
      <Text size="sm" mb="sm">
        What you see now is how the other window left it.{' '}
        {edits.length === 0 ? 'Nothing was undone or redone.' : 'These changes of yours are not in it:'}
      </Text>
      <List size="sm" mb="md">
        {[...new Set(edits.map(({ label }) => label))].map((label) => (
          <List.Item key={label}>{label}</List.Item>
        ))}
      </List>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => document?.letGo()}>
          Keep it as it is now
        </Button>
        {edits.length > 0 && <Button onClick={() => document?.makeAgain()}>Make my changes again</Button>}
      </Group>
    </Modal>
  );
});
