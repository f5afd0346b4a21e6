/** Text laid out for a terminal, or for a file or pipe where one is missing. */
import { styleText } from 'node:util';
import Table from 'cli-table3';

/** Where a person's output goes: standard output, or standard error when JSON has taken standard output. */
export type Sink = NodeJS.WriteStream;

/** Beyond this, lines are too long to read; below the least, nothing is gained by breaking them. */
const WIDEST = 120;
const NARROWEST = 60;
/** Of a pipe or a file. */
const USUAL = 80;

/** Columns that a line may fill. */
export function widthOf(sink: Sink): number {
  const columns = sink.columns ?? (Number(process.env.COLUMNS) || USUAL);
  return Math.min(WIDEST, Math.max(NARROWEST, columns));
}

type Style = Parameters<typeof styleText>[0];

/** Styles text for one stream: not at all unless it is a terminal with colours (NO_COLOR is honoured). */
export function stylist(sink: Sink): (style: Style, text: string) => string {
  return (style, text) => styleText(style, text, { stream: sink });
}
export type Paint = ReturnType<typeof stylist>;

/** Breaks text into lines between words. Spaces at its start stay; each line but the first begins with `indent`. */
export function wrap(text: string, width: number, indent = ''): string {
  const words = text.trimStart();
  const lines: string[] = [];
  let line = text.slice(0, text.length - words.length);
  let empty = true;
  for (const word of words.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}

export interface TableText {
  /** One for each column; without any words there is no line for it. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Widths of columns, the gap after each included; `null` fits the content. */
  readonly widths?: readonly (number | null)[];
  /** Columns of words; the others hold figures and are set to the right. */
  readonly words?: readonly number[];
}

/** A table without lines. Cells too long for their column go on below. */
export function table({ head, rows, widths, words = [0] }: TableText, paint: Paint): string {
  const drawn = new Table({
    head: head.some(Boolean) ? head.map((cell) => paint('bold', cell)) : [],
    colAligns: head.map((_, column) => (words.includes(column) ? 'left' : 'right')),
    ...(widths ? { colWidths: [...widths] } : {}),
    wordWrap: true,
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP, compact: true },
  });
  drawn.push(...rows.map((row) => [...row]));
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Columns between two cells. */
export const GAP = 2;

const NO_LINES = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
    'middle',
  ].map((name) => [name, '']),
);
