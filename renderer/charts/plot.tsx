/** One drawn chart. Its place keeps its height from the start, so that nothing moves when the drawing arrives. */
import { Button, useComputedColorScheme } from '@mantine/core';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { DARK, LIGHT } from '../../reports/html/palette.ts';
import { PAPER_WIDTH } from './paper.ts';
import { type Picture, rowInWords } from './picture.ts';
import { CONFIG, plotly } from './plotly.ts';

interface Given {
  readonly title: string;
  readonly picture: Picture;
  /** CSS pixels. */
  readonly height: number;
}

export function Plot(given: Given) {
  const { picture, height } = given;
  const [failure, setFailure] = useState<{ readonly of: Picture; readonly message: string } | null>(null);
  const [triedAgain, setTriedAgain] = useState(false);
  // Another picture may well be drawn.
  if (failure?.of !== picture) {
    return (
      <Drawn
        {...given}
        takesFocus={triedAgain}
        fail={(thrown) =>
          setFailure({ of: picture, message: thrown instanceof Error ? thrown.message : String(thrown) })
        }
      />
    );
  }
  return (
    <div className="chart-failure" style={{ height }}>
      <p role="alert">
        This chart could not be drawn: {failure.message}. Its data can still be shown as a table.
      </p>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          setFailure(null);
          setTriedAgain(true);
        }}
      >
        Try again
      </Button>
    </div>
  );
}

interface DrawnProps extends Given {
  /** The button that led here is gone. */
  readonly takesFocus: boolean;
  readonly fail: (thrown: unknown) => void;
}

function Drawn({ title, picture, height, takesFocus, fail }: DrawnProps) {
  const place = useRef<HTMLDivElement>(null);
  const reader = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  const failed = useEffectEvent(fail);
  const reading = useReading(place, picture);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let gone = false;
    draw(element, picture, scheme === 'dark').catch((thrown: unknown) => {
      if (!gone) failed(thrown);
    });
    const onPaper = () => void draw(element, picture, false, PAPER_WIDTH).catch(() => undefined);
    const onScreen = () => void draw(element, picture, scheme === 'dark').catch(() => undefined);
    addEventListener('beforeprint', onPaper);
    addEventListener('afterprint', onScreen);
    return () => {
      gone = true;
      removeEventListener('beforeprint', onPaper);
      removeEventListener('afterprint', onScreen);
    };
  }, [picture, scheme]);
  useWidth(place);
  useEffect(() => {
    const element = place.current;
    return () => {
      if (element !== null) void purge(element);
    };
  }, []);
  useEffect(() => {
    if (takesFocus) reader.current?.focus();
  }, [takesFocus]);
  return (
    <div
      ref={reader}
      className="chart-reader"
      style={{ height }}
      role="slider"
      tabIndex={0}
      aria-label={`Read the chart with the arrow keys: ${title}`}
      aria-valuemin={1}
      aria-valuemax={Math.max(1, picture.table.rows.length)}
      aria-valuenow={reading.row + 1}
      aria-valuetext={rowInWords(picture.table, reading.row)}
      onKeyDown={reading.onKeyDown}
      onBlur={reading.onBlur}
    >
      <div className="chart-place" ref={place} aria-hidden="true" />
    </div>
  );
}

/** Drawings in this place, one after the other: two at once would leave a mixture. */
const under = new WeakMap<HTMLElement, Promise<void>>();

function draw(element: HTMLElement, picture: Picture, dark: boolean, width?: number): Promise<void> {
  const chart = picture.draw(dark ? DARK : LIGHT);
  const size = width === undefined ? { autosize: true } : { width, autosize: false };
  const drawing = (under.get(element) ?? Promise.resolve())
    .catch(() => undefined)
    .then(async () => {
      const library = await plotly();
      if (!element.isConnected) return;
      const height = element.clientHeight;
      const onSurface = { paper_bgcolor: 'transparent', plot_bgcolor: 'transparent' };
      await library.react(element, chart.data, { ...chart.layout, ...onSurface, ...size, height }, CONFIG);
    });
  under.set(element, drawing);
  return drawing;
}

async function purge(element: HTMLElement): Promise<void> {
  const isDrawn = await under.get(element)?.then(
    () => true,
    () => false,
  );
  if (isDrawn && !element.isConnected) (await plotly()).purge(element);
}

/** Draws to the width there is. */
function useWidth(place: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width || matchMedia('print').matches) return;
      width = element.clientWidth;
      const drawn = under.get(element);
      if (width > 0 && drawn) void drawn.then(() => resize(element)).catch(() => undefined);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
}

async function resize(element: HTMLElement): Promise<void> {
  if (element.isConnected) await (await plotly()).Plots.resize(element);
}

const MOVES: Readonly<Record<string, (row: number, last: number) => number>> = {
  ArrowRight: (row) => row + 1,
  ArrowUp: (row) => row + 1,
  ArrowLeft: (row) => row - 1,
  ArrowDown: (row) => row - 1,
  PageUp: (row) => row + 10,
  PageDown: (row) => row - 10,
  Home: () => 0,
  End: (_, last) => last,
};

/** The row of the table at which a reader by keys is, with the figures shown beside its marks. */
function useReading(place: React.RefObject<HTMLDivElement | null>, picture: Picture) {
  const [row, setRow] = useState(0);
  const last = picture.table.rows.length - 1;
  const show = async (wanted: number) => {
    const element = place.current;
    if (element === null || last < 0) return;
    const library = await plotly();
    if (element.querySelector('.main-svg')) library.Fx.hover(element, picture.marksOf(wanted));
  };
  return {
    row: Math.min(row, Math.max(0, last)),
    onKeyDown: (event: KeyboardEvent) => {
      const move = MOVES[event.key];
      if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const wanted = Math.max(0, Math.min(last, move(row, last)));
      setRow(wanted);
      void show(wanted);
    },
    onBlur: () => {
      const element = place.current;
      if (element?.querySelector('.main-svg')) void plotly().then((library) => library.Fx.unhover(element));
    },
  };
}
