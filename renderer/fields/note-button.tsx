/** A person's note on a value: read, written and kept with it. */
import { ActionIcon, Button, Group, Popover, Textarea } from '@mantine/core';
import { IconNote, IconNotes } from '@tabler/icons-react';
import { useState } from 'react';

interface NoteButtonProps {
  /** What the note is on. */
  readonly label: string;
  readonly note: string | null;
  readonly disabled: boolean;
  readonly save: (note: string) => void;
}

export function NoteButton({ label, note, disabled, save }: NoteButtonProps) {
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const open = (next: boolean) => {
    if (next) setText(note ?? '');
    setOpened(next);
  };
  const Icon = note === null ? IconNote : IconNotes;
  return (
    <Popover
      width={320}
      position="bottom-end"
      shadow="md"
      withArrow
      trapFocus
      returnFocus
      opened={opened}
      onChange={open}
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c={note === null ? 'dimmed' : 'var(--mantine-color-text)'}
          size={24}
          aria-label={`${note === null ? 'Add a note' : 'Read the note'} on ${label}`}
          onClick={() => open(!opened)}
        >
          <Icon size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Textarea
          label={`Note on ${label}`}
          autosize
          minRows={3}
          maxRows={8}
          value={text}
          readOnly={disabled}
          data-autofocus
          onChange={({ target }) => setText(target.value)}
        />
        <Group justify="flex-end" mt="xs" gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => setOpened(false)}>
            Close
          </Button>
          <Button
            size="compact-sm"
            disabled={disabled || text === (note ?? '')}
            onClick={() => {
              save(text);
              setOpened(false);
            }}
          >
            Save note
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
