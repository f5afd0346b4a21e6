/** The pathway as a picture: streams of families between the parts of the service, each of which opens for editing. */
import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { observer } from 'mobx-react-lite';
import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ScenarioRun } from '../../../reports/experiment.ts';
import type { ScenarioDocument } from '../../../scenarios/file.ts';
import { PAPER_WIDTH } from '../../charts/paper.ts';
import { useApp } from '../../frame/app-context.ts';
import type { ScenarioStore } from '../../stores/scenario-store.ts';
import { homeOf } from './part-homes.ts';
import { serviceFigures } from './pathway-figures.ts';
import { type Column, type ColumnName, pictureLayout, type Size, wantedHeight } from './pathway-layout.ts';
import { wordsOf } from './pathway-words.ts';
import type { Placed } from './placed-part.ts';
import type { RecordKind } from './records.ts';
import './picture.css';

interface PictureProps {
  readonly scenario: ScenarioStore;
  readonly document: ScenarioDocument;
  /** The result to show figures of, or `null`. */
  readonly run: ScenarioRun | null;
  /** The figures are not of the scenario as it stands. */
  readonly stale: boolean;
  readonly add: (kind: RecordKind, path: string) => void;
}

const CAPTIONS: Readonly<
  Record<ColumnName, { readonly title: string; readonly adds?: { kind: RecordKind; path: string } }>
> = {
  sources: { title: 'Referrals', adds: { kind: 'source', path: 'demand.sources' } },
  'front door': { title: 'Front door' },
  pathways: { title: 'Waiting and work', adds: { kind: 'pathway', path: 'pathways' } },
  teams: { title: 'Teams', adds: { kind: 'team', path: 'teams' } },
  closing: { title: 'Closing' },
};

export const PathwayPicture = observer(({ scenario, document, run, stale, add }: PictureProps) => {
  const app = useApp();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const figures = useMemo(() => serviceFigures(document.scenario, run), [document, run]);
  const layout = useMemo(() => size && pictureLayout(figures, size), [figures, size]);
  const changed = new Set(scenario.differing.map(homeOf));
  const fixed = app.document?.confirmed.readOnly != null;
  return (
    <section className="picture" aria-label="The pathway" data-stale={stale || undefined}>
      <div
        className="picture-place"
        ref={place}
        style={{ height: `min(var(--picture-most), ${wantedHeight(figures)}px)` }}
      >
        {layout && (
          <>
            <svg className="picture-links" aria-hidden="true">
              {layout.links.map(({ id, d, width, kind }) => (
                <path key={id} d={d} strokeWidth={width} data-kind={kind} />
              ))}
            </svg>
            {(Object.keys(CAPTIONS) as ColumnName[]).map((name) => (
              <Caption key={name} name={name} column={layout.columns[name]} add={add} fixed={fixed} />
            ))}
            {layout.placed.map((placed) => (
              <PartButton
                key={`${placed.kind}/${placed.part}`}
                placed={placed}
                words={wordsOf(placed, figures)}
                open={app.ui.part === placed.part}
                changed={changed.has(placed.part)}
                choose={() => app.ui.selectPart(placed.part)}
              />
            ))}
          </>
        )}
      </div>
    </section>
  );
});

interface CaptionProps {
  readonly name: ColumnName;
  readonly column: Column;
  readonly add: (kind: RecordKind, path: string) => void;
  readonly fixed: boolean;
}

const ADD_WORDS: Partial<Record<RecordKind, string>> = {
  source: 'Add a source of referrals',
  pathway: 'Add a pathway',
  team: 'Add a team',
};

function Caption({ name, column, add, fixed }: CaptionProps) {
  const { title, adds } = CAPTIONS[name];
  return (
    <div className="picture-caption" style={{ left: column.x, width: column.width }}>
      <span>{title}</span>
      {adds && (
        <Tooltip label={ADD_WORDS[adds.kind]} withArrow>
          <ActionIcon
            className="screen-only"
            variant="subtle"
            size={24}
            aria-label={ADD_WORDS[adds.kind]}
            disabled={fixed}
            onClick={() => add(adds.kind, adds.path)}
          >
            <IconPlus size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}

interface PartButtonProps {
  readonly placed: Placed;
  readonly words: ReturnType<typeof wordsOf>;
  readonly open: boolean;
  /** Something in it differs from the preset. */
  readonly changed: boolean;
  readonly choose: () => void;
}

function PartButton({ placed, words, open, changed, choose }: PartButtonProps) {
  const { x, y, width, height } = placed.box;
  const said = `${words.said}${changed ? '. Changed from the preset' : ''}`;
  return (
    <Tooltip
      label={said}
      withArrow
      multiline
      maw={320}
      openDelay={300}
      events={{ hover: true, focus: true, touch: false }}
    >
      <UnstyledButton
        className="part"
        data-kind={placed.kind}
        data-part={placed.part}
        data-changed={changed || undefined}
        aria-pressed={open}
        aria-label={said}
        style={{ left: x, top: y, width, height }}
        onClick={choose}
      >
        <span className="part-title">{words.title}</span>
        {words.lines.map((line) => (
          <span key={line} className="part-line">
            {line}
          </span>
        ))}
        {words.filled !== null && (
          <svg className="part-bar" aria-hidden="true">
            <rect width="100%" height="100%" className="part-bar-all" />
            <rect width={`${words.filled * 100}%`} height="100%" className="part-bar-used" />
          </svg>
        )}
      </UnstyledButton>
    </Tooltip>
  );
}

/** The room there is, on the screen or on paper, in CSS pixels; `null` until known. */
function useSize(place: React.RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let isOnPaper = false;
    const measure = () =>
      setSize({ width: isOnPaper ? PAPER_WIDTH : element.clientWidth, height: element.clientHeight });
    // The page is printed as it stands when this returns.
    const turn = ({ type }: Event) => {
      isOnPaper = type === 'beforeprint';
      flushSync(measure);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    addEventListener('beforeprint', turn);
    addEventListener('afterprint', turn);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', turn);
      removeEventListener('afterprint', turn);
    };
  }, [place]);
  return size;
}
