/** What the screens are for and how to get about, on one page. */
import { Kbd, List, Modal, Text, Title } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useApp } from './app-context.ts';

export const HelpDialog = observer(() => {
  const { ui, about } = useApp();
  return (
    <Modal
      opened={ui.helpOpen}
      onClose={() => ui.openHelp(false)}
      title="How Headroom works"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close the help' }}
    >
      <Text size="sm" mb="sm">
        Headroom plays a service through many times, family by family and week by week, and shows what would
        happen to its waiting list. It does not know the future: a range says how far chance alone can move a
        figure, and every assumption can be seen and changed.
      </Text>
      <List size="sm" spacing={6} mb="md">
        <List.Item>
          <b>Start</b>: choose a service like yours, or give six figures of your own.
        </List.Item>
        <List.Item>
          <b>Service</b>: click a part of the picture to see and change what it assumes; the result beside it
          follows.
        </List.Item>
        <List.Item>
          <b>Changes</b>: say what will be different from a date on.
        </List.Item>
        <List.Item>
          <b>Compare</b>: set two to six scenarios side by side, met by the same families.
        </List.Item>
        <List.Item>
          <b>Assumptions</b>: every value, where it comes from and how sure it is.
        </List.Item>
      </List>
      <Title order={3} mb={6}>
        Keys
      </Title>
      <List size="sm" spacing={6} mb="md">
        <List.Item>
          <Kbd>Ctrl</Kbd> + <Kbd>Z</Kbd> takes back the last change, <Kbd>Ctrl</Kbd> + <Kbd>Y</Kbd> makes it
          again; on a Mac with <Kbd>⌘</Kbd>. Both work after closing and opening the document too.
        </List.Item>
        <List.Item>
          <Kbd>Ctrl</Kbd> + <Kbd>S</Kbd> says that everything is saved: each change is, as you make it.
        </List.Item>
        <List.Item>
          <Kbd>Tab</Kbd> goes from one thing to the next, arrow keys inside a list, <Kbd>Esc</Kbd> closes what
          is open.
        </List.Item>
      </List>
      {about && (
        <Text size="xs" c="dimmed">
          Headroom {about.version}, engine {about.engine}. Documents are kept in {about.folder}. Nothing
          leaves this machine.
        </Text>
      )}
    </Modal>
  );
});
