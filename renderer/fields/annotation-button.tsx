/** What a person says of a value: a note, where it comes from, and how sure it is. Read, written and kept with it. */
import { ActionIcon, Button, Group, Popover, Select, Textarea } from '@mantine/core';
import { IconNote, IconNotes } from '@tabler/icons-react';
import { useRef, useState } from 'react';
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

/** A draft is kept by "Save" and by going on elsewhere, let go by "Cancel" and Escape; one that cannot be kept stays open and says why. */
export function AnnotationButton({ label, said, disabled, save }: AnnotationButtonProps) {
  /** `null`: closed. */
  const [draft, setDraft] = useState<Annotation | null>(null);
  const target = useRef<HTMLButtonElement>(null);
  const Icon = said.note === '' ? IconNote : IconNotes;
  const isSame = draft === null || disabled || isAlike(draft, said);
  const canClose = isSame || !isSourceless(draft);
  const keep = () => {
    if (!canClose) return;
    if (!isSame) save(draft);
    setDraft(null);
  };
  const goBack = () => target.current?.focus();
  return (
    <Popover
      width={340}
      position="bottom-end"
      shadow="md"
      withArrow
      trapFocus
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      opened={draft !== null}
      onChange={keep}
    >
      <Popover.Target>
        <ActionIcon
          ref={target}
          variant="subtle"
          color="gray"
          c={said.note === '' ? 'dimmed' : 'var(--mantine-color-text)'}
          size={24}
          aria-label={`${said.note === '' ? 'Note and source' : 'Read the note and source'} of ${label}`}
          onClick={() => (draft === null ? setDraft(said) : keep())}
        >
          <Icon size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown
        onKeyDownCapture={(event) => {
          // An open list of choices closes first.
          if (event.key !== 'Escape' || (event.target as HTMLElement).ariaExpanded === 'true') return;
          setDraft(null);
          goBack();
        }}
      >
        {draft !== null && (
          <AnnotationForm
            {...{ label, draft, disabled, isSame }}
            type={setDraft}
            save={() => {
              keep();
              if (canClose) goBack();
            }}
            cancel={() => {
              setDraft(null);
              goBack();
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

const isSourceless = ({ confidence, source }: Annotation) =>
  confidence !== 'assumption' && source.trim() === '';

const isAlike = (one: Annotation, other: Annotation) =>
  one.note === other.note && one.source === other.source && one.confidence === other.confidence;

const HOW_SURE = CONFIDENCES.map((value) => ({ value, label: CONFIDENCE_LABELS[value] }));

interface AnnotationFormProps {
  readonly label: string;
  readonly draft: Annotation;
  readonly disabled: boolean;
  /** There is nothing to save. */
  readonly isSame: boolean;
  readonly type: (draft: Annotation) => void;
  readonly save: () => void;
  readonly cancel: () => void;
}

function AnnotationForm({ label, draft, disabled, isSame, type, save, cancel }: AnnotationFormProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
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
        onChange={({ target }) => type({ ...draft, note: target.value })}
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
        error={isSourceless(draft) ? 'Name the source, or call the value an assumption.' : null}
        onChange={({ target }) => type({ ...draft, source: target.value })}
      />
      <Select
        label="How sure"
        mt="xs"
        data={HOW_SURE}
        value={draft.confidence}
        readOnly={disabled}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(chosen) => type({ ...draft, confidence: chosen as Confidence })}
      />
      <Group justify="flex-end" mt="sm" gap="xs">
        <Button size="compact-sm" variant="default" onClick={cancel}>
          {disabled ? 'Close' : 'Cancel'}
        </Button>
        <Button size="compact-sm" type="submit" disabled={isSame || isSourceless(draft)}>
          Save
        </Button>
      </Group>
    </form>
  );
}
