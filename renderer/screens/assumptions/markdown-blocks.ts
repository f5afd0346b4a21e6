/** The Markdown that reports write, taken apart into blocks and runs of text: headings, paragraphs, tables, lists, code, bold. */

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'code'; readonly language: string; readonly text: string };

export interface Run {
  readonly kind: 'text' | 'code' | 'bold';
  readonly text: string;
}

/** Blocks stand apart by empty lines; only code may hold some. */
export function blocksOf(markdown: string): Block[] {
  const pieces = markdown.split(/^(```[^\n]*\n[\s\S]*?\n```)$/m);
  return pieces.flatMap((piece) =>
    piece.startsWith('```')
      ? [codeOf(piece)]
      : piece
          .split(/\n{2,}/)
          .map((text) => text.trim())
          .filter(Boolean)
          .map(blockOf),
  );
}

function codeOf(piece: string): Block {
  const lines = piece.split('\n');
  return { kind: 'code', language: lines[0]!.slice(3).trim(), text: lines.slice(1, -1).join('\n') };
}

function blockOf(text: string): Block {
  const heading = /^(#{1,6}) (.*)$/.exec(text);
  if (heading) return { kind: 'heading', level: heading[1]!.length, text: heading[2]! };
  const lines = text.split('\n');
  if (lines.every((line) => line.startsWith('|')) && lines.length > 1) {
    const [head, , ...rows] = lines.map(cellsOf);
    return { kind: 'table', head: head!, rows };
  }
  if (lines.every((line) => line.startsWith('- '))) {
    return { kind: 'list', ordered: false, items: lines.map((line) => line.slice(2)) };
  }
  if (lines.every((line) => /^\d+\. /.test(line))) {
    return { kind: 'list', ordered: true, items: lines.map((line) => line.replace(/^\d+\. /, '')) };
  }
  return { kind: 'paragraph', text: lines.join(' ') };
}

/** A bar after a backslash is part of the cell. */
const cellsOf = (line: string): string[] =>
  line
    .replace(/^\|/, '')
    .replace(/\|\s*$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

/** Text without marks: what stood between them, and what a backslash kept from being one. */
export function runsOf(text: string): Run[] {
  const marked = /`([^`]*)`|(?<!\\)\*\*((?:\\.|[^*])*)\*\*/g;
  const runs: Run[] = [];
  let place = 0;
  for (const found of text.matchAll(marked)) {
    if (text[found.index - 1] === '\\') continue;
    runs.push({ kind: 'text', text: plain(text.slice(place, found.index)) });
    const [whole, code, bold] = found;
    runs.push(code === undefined ? { kind: 'bold', text: plain(bold!) } : { kind: 'code', text: code });
    place = found.index + whole.length;
  }
  runs.push({ kind: 'text', text: plain(text.slice(place)) });
  return runs.filter((run) => run.text !== '');
}

const plain = (text: string) => text.replaceAll(/\\([\\`*[<|])/g, '$1');
