/** A document is to be left with changes that could not be saved: a person says what becomes of them. */
import { Button, Group, List, Modal, Text } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { counted } from '../../reports/wording.ts';
import { useApp } from './app-context.ts';

export const LeaveDialog = observer(() => {
  const { leaving } = useApp().ui;
  const changes = leaving?.changes ?? [];
  return (
    <Modal
      opened={leaving !== null}
      onClose={() => leaving?.answer('stay')}
      title="Not saved"
      closeButtonProps={{ 'aria-label': 'Stay' }}
      centered
    >
      <Text size="sm" mb="sm">
        {leaving?.why} These changes are lost if you leave now:
      </Text>
      <List size="sm" mb="md">
        {[...new Set(changes)].map((change) => (
          <List.Item key={change}>{change}</List.Item>
        ))}
      </List>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => leaving?.answer('stay')}>
          Stay
        </Button>
        <Button variant="default" color="red" onClick={() => leaving?.answer('leave')}>
          Leave without {counted(changes.length, 'change')}
        </Button>
        <Button onClick={() => leaving?.answer('try again')}>Try again</Button>
      </Group>
    </Modal>
  );
});
