/** A date, typed in any usual English way or picked from a calendar. */
import { ActionIcon, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { date } from '../../reports/wording.ts';
import { isIsoDate, isoFrom } from './date-text.ts';
import { describing } from './described-by.ts';

interface DateInputProps {
  readonly id?: string;
  /** Seen above the input; without it an element elsewhere names it by `id`. */
  readonly label?: string;
  /** What the date is of, for those who hear the page. */
  readonly name: string;
  readonly value: unknown;
  readonly invalid?: boolean;
  readonly disabled?: boolean;
  readonly describedBy?: string;
  /** An ISO date; what is none is handed on as it was typed. */
  readonly onType: (value: string) => void;
  readonly onLeave: () => void;
}

export function DateInput(props: DateInputProps) {
  const { id, label, name, value, invalid = false, disabled = false, describedBy, onType, onLeave } = props;
  const [typing, setTyping] = useState<string | null>(null);
  const calendar = useRef<HTMLInputElement>(null);
  const shown = isIsoDate(value) ? date(value) : typeof value === 'string' ? value : '';
  return (
    <div className="date-input">
      <TextInput
        {...(id ? { id } : {})}
        label={label}
        value={typing ?? shown}
        placeholder="5 April 2027"
        disabled={disabled}
        error={invalid}
        {...describing(describedBy)}
        onChange={({ target }) => {
          setTyping(target.value);
          onType(isoFrom(target.value) ?? target.value);
        }}
        onBlur={() => {
          setTyping(null);
          onLeave();
        }}
        onKeyDown={({ key }) => {
          if (key === 'Enter') onLeave();
        }}
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            c="dimmed"
            disabled={disabled}
            aria-label={`Pick from a calendar: ${name}`}
            onClick={() => calendar.current?.showPicker()}
          >
            <IconCalendar size={16} aria-hidden />
          </ActionIcon>
        }
      />
      <input
        ref={calendar}
        className="date-calendar"
        type="date"
        tabIndex={-1}
        aria-hidden
        value={isIsoDate(value) ? value : ''}
        onChange={({ target }) => {
          onType(target.value);
          onLeave();
        }}
      />
    </div>
  );
}
