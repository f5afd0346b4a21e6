/** The period as a line with each change at its date, to be dragged by hand or moved by keys. */
import { useElementSize } from '@mantine/hooks';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { date } from '../../../reports/wording.ts';
import { isIsoDate } from '../../fields/date-text.ts';
import type { ChangesView } from './changes-view.ts';
import { Flag, LETTER } from './flag.tsx';
import { type Labelled, marksOf, placeOf, rowsOf, type TimeScale } from './time-scale.ts';

/** Pixels. */
const MARGIN = 14;
const AXIS = 40;
const ROW = 50;
const LEAST_WIDTH = 320;

interface Given {
  readonly view: ChangesView;
  readonly disabled: boolean;
}

export const Timeline = observer(function Timeline({ view, disabled }: Given) {
  const { ref, width: given } = useElementSize();
  // Rows stay as they were while a hand holds a change, so that nothing else moves.
  const [held, setHeld] = useState<ReadonlyMap<string, number> | null>(null);
  const { period, changes } = view;
  if (period === null) return null;
  const width = Math.max(LEAST_WIDTH, given) - 2 * MARGIN;
  const scale: TimeScale = { ...period, width };
  const placed = changes.filter(({ from }) => isIsoDate(from));
  const rows = held ?? rowsOf(scale, placed, flagWidth);
  const height = AXIS + ROW * Math.max(1, ...[...rows.values()].map((row) => row + 1)) + 4;
  return (
    <div ref={ref} className="timeline">
      {given > 0 && (
        <svg
          className="timeline-drawing"
          width={width + 2 * MARGIN}
          height={height}
          viewBox={`0 0 ${width + 2 * MARGIN} ${height}`}
          aria-label={`Timeline from ${date(period.start)} to ${date(period.last)}`}
        >
          <g transform={`translate(${MARGIN} 0)`}>
            <Axis scale={scale} height={height} />
            {placed.map((change) => (
              <Flag
                key={change.name}
                view={view}
                change={change}
                scale={scale}
                top={AXIS + ROW * (rows.get(change.name) ?? 0) + 6}
                line={AXIS}
                width={flagWidth(change)}
                disabled={disabled}
                onHeld={(isHeld) => setHeld(isHeld ? rows : null)}
              />
            ))}
          </g>
        </svg>
      )}
    </div>
  );
});

function Axis({ scale, height }: { readonly scale: TimeScale; readonly height: number }) {
  return (
    <g aria-hidden>
      <line className="timeline-line" x1={0} x2={scale.width} y1={AXIS} y2={AXIS} />
      {marksOf(scale).map(({ day, label, isYear }) => {
        const x = placeOf(scale, day);
        return (
          <g key={day}>
            <line
              className={isYear ? 'timeline-year' : 'timeline-month'}
              x1={x}
              x2={x}
              y1={AXIS - 6}
              y2={isYear ? height : AXIS}
            />
            {label !== '' && (
              <text className="timeline-label" x={x} y={AXIS - 11} textAnchor={anchorOf(x, scale.width)}>
                {label}
              </text>
            )}
          </g>
        );
      })}
      {yearsOf(scale).map(({ year, x }) => (
        <text key={year} className="timeline-year-label" x={x} y={12}>
          {year}
        </text>
      ))}
    </g>
  );
}

const anchorOf = (x: number, width: number) => (x < 12 ? 'start' : x > width - 12 ? 'end' : 'middle');

/** Pixels that a year's number takes. */
const YEAR_ROOM = 40;

/** Each year where it begins, the first where the period does if there is room before the next. */
function yearsOf(scale: TimeScale) {
  const [first, last] = [Number(scale.start.slice(0, 4)), Number(scale.last.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return years
    .map((year) => ({ year, x: year === first ? 0 : placeOf(scale, `${year}-01-01`) }))
    .filter(({ x }, i, all) => (all[i + 1]?.x ?? scale.width) - x >= YEAR_ROOM);
}

/** Pixels; never wider than a third of a small screen. */
const LEAST_FLAG = 118;
const MOST_FLAG = 230;
const flagWidth = ({ name }: Pick<Labelled, 'name'>): number =>
  Math.min(MOST_FLAG, Math.max(LEAST_FLAG, name.length * LETTER + 24));
