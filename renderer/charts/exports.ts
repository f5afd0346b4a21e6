/** A chart as a file or on the clipboard. Pictures are drawn anew in light colours, with title and facts, to stand alone in a document. */
import { csvText } from '../../reports/csv-text.ts';
import { LIGHT } from '../../reports/html/palette.ts';
import type { ChartTable, Picture } from './picture.ts';
import { CONFIG, plotly } from './plotly.ts';

export interface Captioned {
  readonly title: string;
  /** What the chart rests on: scenario, engine, seed, replications, period. */
  readonly caption: string;
  readonly picture: Picture;
}

const WIDTH = 1000;
const HEIGHT = 560;
/** Pixels of the picture for each of the drawing: sharp in print. */
const SCALE = 2;
/** Characters of 12 px that go in one line of such a picture. */
const LINE = 150;

export async function pictureOf(chart: Captioned, format: 'png' | 'svg'): Promise<Blob> {
  const { data, layout } = chart.picture.draw(LIGHT);
  const drawn = await (await plotly()).toImage(
    { data, layout: { ...layout, ...frame(chart) }, config: CONFIG },
    { format, width: WIDTH, height: HEIGHT, ...(format === 'png' ? { scale: SCALE } : {}) },
  );
  return blobOf(drawn);
}

function frame({ title, caption }: Captioned): object {
  return {
    title: {
      text: plainText(title),
      subtitle: { text: lines(plainText(caption)).join('<br>'), font: { size: 12 } },
      x: 0,
      xref: 'container',
      yref: 'container',
      y: 0.97,
      yanchor: 'top',
      pad: { l: 12 },
      // By weight, not by a tag: Plotly would write that as an inline style, which the policy refuses.
      font: { size: 17, weight: 700 },
      automargin: false,
    },
    margin: { l: 60, r: 24, t: 56 + 18 * lines(caption).length, b: 70 },
  };
}

/** Without the tags that Plotly would read in it. */
const plainText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function lines(text: string): string[] {
  const broken: string[] = [];
  for (const word of text.split(' ')) {
    const last = broken.at(-1);
    if (last === undefined || last.length + word.length + 1 > LINE) broken.push(word);
    else broken[broken.length - 1] = `${last} ${word}`;
  }
  return broken;
}

/** The policy of the page lets nothing be fetched, data addresses neither, so it is read by hand. */
function blobOf(address: string): Blob {
  const comma = address.indexOf(',');
  const kind = /^data:([^;,]+)/.exec(address)?.[1] ?? 'application/octet-stream';
  const body = address.slice(comma + 1);
  if (!address.slice(0, comma).endsWith(';base64'))
    return new Blob([decodeURIComponent(body)], { type: kind });
  return new Blob([Uint8Array.from(atob(body), (character) => character.charCodeAt(0))], { type: kind });
}

/** Numbers in full; the unit stands in the heading where the column has one. */
export function tableCsv({ head, rows }: ChartTable): string {
  return csvText([
    head,
    ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.value))),
  ]);
}

/** @throws DOMException where the window may not write to the clipboard */
export async function copyPicture(chart: Captioned): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': pictureOf(chart, 'png') })]);
}

/** A name that every disk takes: "waiting-list-two-more-workers". */
export function fileName(words: string, ending: string): string {
  const plain = words
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${plain.slice(0, LONGEST_FILE_NAME) || 'headroom'}.${ending}`;
}
const LONGEST_FILE_NAME = 80;
