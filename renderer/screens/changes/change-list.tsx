/** The changes as a list in order of date: what each does in plain words, and what is wrong with it. */
import { ActionIcon, Text, UnstyledButton } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { observer } from 'mobx-react-lite';
import { date } from '../../../reports/wording.ts';
import { isIsoDate } from '../../fields/date-text.ts';
import type { ChangesView } from './changes-view.ts';
import { problemInWords, type ToldChange } from './told-changes.ts';

interface Given {
  readonly view: ChangesView;
  readonly disabled: boolean;
}

export const ChangeList = observer(function ChangeList({ view, disabled }: Given) {
  return (
    <ol className="change-list" aria-label="Changes in order of date">
      {view.changes.map((change, place) => (
        <Entry key={change.name} view={view} change={change} place={place} disabled={disabled} />
      ))}
    </ol>
  );
});

interface EntryProps extends Given {
  readonly change: ToldChange;
  readonly place: number;
}

const Entry = observer(function Entry({ view, change, place, disabled }: EntryProps) {
  const { name, from, words, problems } = change;
  const isSelected = view.selected?.name === name;
  return (
    <li className="change-entry" data-selected={isSelected || undefined}>
      <UnstyledButton
        className="change-choose"
        aria-current={isSelected ? 'true' : undefined}
        onClick={() => view.select(name)}
      >
        <span className="change-name">{name}</span>
        <span className="change-date">{isIsoDate(from) ? `from ${date(from)}` : 'without a date'}</span>
      </UnstyledButton>
      <ActionIcon
        className="screen-only"
        variant="subtle"
        color="gray"
        c="dimmed"
        disabled={disabled}
        aria-label={`Delete the change “${name}”`}
        onClick={() => {
          view.remove(name);
          requestAnimationFrame(() => focusAfter(place));
        }}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
      <div className="change-words">
        {words.map((said) => (
          <p key={said}>{said}</p>
        ))}
        {problems.map((problem) => (
          <Text key={`${problem.path} ${problem.message}`} size="sm" c="var(--mantine-color-error)">
            {problemInWords(problem, name)}
          </Text>
        ))}
      </div>
    </li>
  );
});

/** Where the keys go on from when an entry is gone: the next, the last, or the heading where none is left. */
function focusAfter(place: number): void {
  const left = document.querySelectorAll<HTMLElement>('.change-choose');
  (left[Math.min(place, left.length - 1)] ?? document.getElementById('changes-line'))?.focus();
}
