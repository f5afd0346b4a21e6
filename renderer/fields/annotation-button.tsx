/** What a person says of a value: a note, where it comes from, and how sure it is. Read, written and kept with it. */
import { ActionIcon, Button, Group, Popover, Select, Textarea } from '@mantine/core';
import { IconNote, IconNotes } from '@tabler/icons-react';
import { useState } from 'react';
import { CONFIDENCE_LABELS } from '../../reports/wording.ts';
import { CONFIDENCES, type Confidence } from '../../scenarios/confidence.ts';
import type { Annotation } from '../stores/annotation.ts';

interface AnnotationButtonProps {
  /** Of the value. */
  readonly label: string;
  readonly said: Annotation;
  readonly disabled: boolean;
  readonly save: (said: Annotation) => void;
}

export function AnnotationButton({ label, said, disabled, save }: AnnotationButtonProps) {
  const [opened, setOpened] = useState(false);
  const Icon = said.note === '' ? IconNote : IconNotes;
  return (
    <Popover
      width={340}
      position="bottom-end"
      shadow="md"
      withArrow
      trapFocus
      returnFocus
      opened={opened}
      onChange={setOpened}
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c={said.note === '' ? 'dimmed' : 'var(--mantine-color-text)'}
          size={24}
          aria-label={`${said.note === '' ? 'Note and source' : 'Read the note and source'} of ${label}`}
          onClick={() => setOpened(!opened)}
        >
          <Icon size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <AnnotationForm {...{ label, said, disabled, save }} close={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

const HOW_SURE = CONFIDENCES.map((value) => ({ value, label: CONFIDENCE_LABELS[value] }));

function AnnotationForm({
  label,
  said,
  disabled,
  save,
  close,
}: AnnotationButtonProps & { readonly close: () => void }) {
  const [draft, setDraft] = useState(said);
  const isSourceless = draft.confidence !== 'assumption' && draft.source.trim() === '';
  const isSame =
    draft.note === said.note && draft.source === said.source && draft.confidence === said.confidence;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (disabled || isSourceless || isSame) return;
        save(draft);
        close();
      }}
    >
      <Textarea
        label={`Note on ${label}`}
        autosize
        minRows={2}
        maxRows={8}
        value={draft.note}
        readOnly={disabled}
        data-autofocus
        onChange={({ target }) => setDraft({ ...draft, note: target.value })}
      />
      <Textarea
        label="Source"
        description="Title, date and page or table, so that a reader can look it up."
        mt="xs"
        autosize
        minRows={1}
        maxRows={5}
        value={draft.source}
        readOnly={disabled}
        error={isSourceless ? 'Name the source, or call the value an assumption.' : null}
        onChange={({ target }) => setDraft({ ...draft, source: target.value })}
      />
      <Select
        label="How sure"
        mt="xs"
        data={HOW_SURE}
        value={draft.confidence}
        readOnly={disabled}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(chosen) => setDraft({ ...draft, confidence: chosen as Confidence })}
      />
      <Group justify="flex-end" mt="sm" gap="xs">
        <Button size="compact-sm" variant="default" onClick={close}>
          Close
        </Button>
        <Button size="compact-sm" type="submit" disabled={disabled || isSame || isSourceless}>
          Save
        </Button>
      </Group>
    </form>
  );
}
