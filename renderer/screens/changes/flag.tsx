/** One change on the timeline: it can be chosen, dragged to another day, and moved by keys as a slider is. */
import { observer } from 'mobx-react-lite';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { cutName } from '../../../reports/cut-name.ts';
import { date } from '../../../reports/wording.ts';
import { daysBetween } from '../../../scenarios/calendar.ts';
import type { ChangesView } from './changes-view.ts';
import { dayAt, kept, labelPlace, placeOf, type Step, stepped, type TimeScale } from './time-scale.ts';
import type { ToldChange } from './told-changes.ts';

interface Given {
  readonly view: ChangesView;
  readonly change: ToldChange;
  readonly scale: TimeScale;
  /** Pixels from the top of the drawing: of the flag, and of the line it stands on. */
  readonly top: number;
  readonly line: number;
  readonly width: number;
  readonly disabled: boolean;
  readonly onHeld: (held: boolean) => void;
}

interface Hold {
  /** Pixels from the day of the change to the pointer. */
  readonly offset: number;
  readonly begun: number;
  moved: boolean;
}

/** Pixels that a pointer may slip in a click. */
const SLIP = 3;
const HEIGHT = 40;

export const Flag = observer(function Flag(given: Given) {
  const { view, change, scale, top, line, width } = given;
  const { name, from, problems } = change;
  const x = placeOf(scale, from);
  const left = labelPlace(scale, from, width);
  return (
    <g
      className="flag"
      data-selected={view.selected?.name === name || undefined}
      data-wrong={problems.length > 0 || undefined}
      {...useMoving(given)}
    >
      <line className="flag-pole" x1={x} x2={x} y1={line} y2={top + HEIGHT} />
      <circle className="flag-foot" cx={x} cy={line} r={4.5} />
      <rect className="flag-cloth" x={left} y={top} width={width} height={HEIGHT} rx={4} />
      <text className="flag-name" x={left + 10} y={top + 17}>
        {cutName(name, Math.floor((width - 20) / LETTER))}
      </text>
      <text className="flag-date" x={left + 10} y={top + 33}>
        {date(from)}
      </text>
    </g>
  );
});

/** What makes it a slider by hand and by keys. */
function useMoving({ view, change, scale, disabled, onHeld }: Given) {
  const hold = useRef<Hold | null>(null);
  const { name, from, problems } = change;
  const end = (keep: boolean) => {
    const { current } = hold;
    hold.current = null;
    if (!current?.moved) return;
    if (keep) view.commit();
    else view.abandon();
    onHeld(false);
  };
  return {
    role: 'slider',
    tabIndex: 0,
    'aria-label': `${name}${problems.length > 0 ? ', not allowed as it stands' : ''}`,
    'aria-orientation': 'horizontal' as const,
    'aria-valuemin': 1,
    'aria-valuemax': daysBetween(scale.start, scale.last),
    'aria-valuenow': daysBetween(scale.start, from),
    'aria-valuetext': date(from),
    'aria-disabled': disabled || undefined,
    onFocus: () => view.select(name),
    onBlur: () => view.commit(),
    onPointerDown: (event: PointerEvent<SVGGElement>) => {
      if (event.button !== 0 || disabled) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      hold.current = { offset: event.clientX - placeOf(scale, from), begun: event.clientX, moved: false };
    },
    onPointerMove: (event: PointerEvent<SVGGElement>) => {
      const { current } = hold;
      if (!current || (!current.moved && Math.abs(event.clientX - current.begun) <= SLIP)) return;
      if (!current.moved) onHeld(true);
      current.moved = true;
      view.drag(name, dayAt(scale, event.clientX - current.offset));
    },
    onPointerUp: () => end(true),
    onPointerCancel: () => end(false),
    onKeyDown: (event: KeyboardEvent<SVGGElement>) => {
      if (event.key === 'Escape') {
        if (hold.current) end(false);
        else view.abandon();
        return;
      }
      if (event.key === 'Enter') view.commit();
      const to = disabled ? null : movedBy(event, from);
      if (to === null) return;
      event.preventDefault();
      view.move(name, kept(scale, to));
    },
  };
}

/** Arrows by a day, with Shift by a week; Page Up and Page Down, or Shift with Control, by a month. */
function movedBy({ key, shiftKey, ctrlKey }: KeyboardEvent, from: string): string | null {
  const forth = ['ArrowRight', 'ArrowUp', 'PageUp'].includes(key);
  if (!forth && !['ArrowLeft', 'ArrowDown', 'PageDown'].includes(key)) return null;
  const step: Step = key.startsWith('Page') || (shiftKey && ctrlKey) ? 'month' : shiftKey ? 'week' : 'day';
  return stepped(from, step, forth ? 1 : -1);
}

/** Pixels of a letter, about. */
export const LETTER = 7.8;
