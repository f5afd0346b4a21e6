/** Where the parts of the picture stand, in CSS pixels: five columns from who refers to closing, and the way back below them. */
import type { ServiceFigures } from './pathway-figures.ts';
import { type Link, linksOf } from './pathway-links.ts';
import type { Box, Placed } from './placed-part.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Column {
  readonly x: number;
  readonly width: number;
}

export const COLUMNS = ['sources', 'front door', 'pathways', 'teams', 'closing'] as const;
export type ColumnName = (typeof COLUMNS)[number];

export interface PictureLayout {
  readonly columns: Readonly<Record<ColumnName, Column>>;
  readonly placed: readonly Placed[];
  readonly links: readonly Link[];
}

/** Relative widths: lists and teams have the longest lines. */
const WIDTHS: Readonly<Record<ColumnName, number>> = {
  sources: 0.95,
  'front door': 1,
  pathways: 1.25,
  teams: 1.2,
  closing: 1.1,
};
/** Height of the captions above the columns. */
const CAPTION = 26;
/** Below the columns, for the way back. */
const BELOW = 18;
const GAP = 8;
const HEIGHTS = { source: 42, door: 60, half: 38, team: 50, leaving: 42, closing: 60, more: 34 } as const;
const PATHWAY = 2 * HEIGHTS.half;

/** CSS pixels that show every part; the window may leave fewer. */
export function wantedHeight({ sources, pathways, teams, calls, duty }: ServiceFigures): number {
  const doors = 1 + (calls > 0 ? 1 : 0) + (duty === 'none' ? 0 : 1);
  const rows = (many: number, height: number) => many * (height + GAP);
  const most = Math.max(
    rows(sources.length, HEIGHTS.source),
    rows(doors, HEIGHTS.door),
    rows(pathways.length, PATHWAY) + rows(1, HEIGHTS.leaving) + GAP,
    rows(teams.length, HEIGHTS.team),
    rows(1, HEIGHTS.closing) + rows(2, HEIGHTS.leaving),
  );
  return CAPTION + most + BELOW;
}

export function pictureLayout(figures: ServiceFigures, { width, height }: Size): PictureLayout {
  const columns = columnsIn(width);
  const space = { top: CAPTION, bottom: height - BELOW };
  const lists = { top: CAPTION, bottom: space.bottom - HEIGHTS.leaving - GAP };
  const sources = stacked(figures.sources, HEIGHTS.source, space);
  const pathways = stacked(figures.pathways, PATHWAY, lists);
  const teams = stacked(figures.teams, HEIGHTS.team, space);
  const boxIn = (column: ColumnName, y: number, boxHeight: number): Box => ({
    ...columns[column],
    y,
    height: boxHeight,
  });
  const placed: Placed[] = [
    ...sources.items.map(({ item, y }) => ({
      part: `demand.sources.${item.name}`,
      kind: 'source' as const,
      name: item.name,
      box: boxIn('sources', y, HEIGHTS.source),
    })),
    ...moreOf('demand', sources, boxIn('sources', sources.moreY, HEIGHTS.more)),
    ...doors(figures, space, (y) => boxIn('front door', y, HEIGHTS.door)),
    ...pathways.items.flatMap(({ item: { name }, y }) => [
      {
        part: `opening.waiting.${name}`,
        kind: 'list' as const,
        name,
        box: boxIn('pathways', y, HEIGHTS.half),
      },
      {
        part: `pathways.${name}`,
        kind: 'work' as const,
        name,
        box: boxIn('pathways', y + HEIGHTS.half, HEIGHTS.half),
      },
    ]),
    ...moreOf('pathways', pathways, boxIn('pathways', pathways.moreY, HEIGHTS.more)),
    {
      part: 'waiting',
      kind: 'leaving',
      name: 'Leaving the list',
      box: boxIn('pathways', space.bottom - HEIGHTS.leaving, HEIGHTS.leaving),
    },
    ...teams.items.map(({ item, y }) => ({
      part: `teams.${item.name}`,
      kind: 'team' as const,
      name: item.name,
      box: boxIn('teams', y, HEIGHTS.team),
    })),
    ...moreOf('teams', teams, boxIn('teams', teams.moreY, HEIGHTS.more)),
    {
      part: 'closing',
      kind: 'closing',
      name: 'Closing',
      box: boxIn('closing', middle(lists, HEIGHTS.closing), HEIGHTS.closing),
    },
    {
      part: 'back',
      kind: 'back',
      name: 'Coming back',
      box: boxIn('closing', space.bottom - HEIGHTS.leaving, HEIGHTS.leaving),
    },
  ];
  return { columns, placed, links: linksOf(figures, placed, height) };
}

function columnsIn(width: number): Record<ColumnName, Column> {
  const between = Math.min(40, Math.max(18, width * 0.03));
  const total = COLUMNS.reduce((sum, name) => sum + WIDTHS[name], 0);
  const unit = (width - between * (COLUMNS.length - 1)) / total;
  let x = 0;
  const found = COLUMNS.map((name) => {
    const column = { x: Math.round(x), width: Math.round(unit * WIDTHS[name]) };
    x += unit * WIDTHS[name] + between;
    return [name, column] as const;
  });
  return Object.fromEntries(found) as Record<ColumnName, Column>;
}

interface Space {
  readonly top: number;
  readonly bottom: number;
}

interface Stack<Item> {
  readonly items: readonly { readonly item: Item; readonly y: number }[];
  readonly hidden: number;
  readonly moreY: number;
}

const middle = ({ top, bottom }: Space, height: number) => Math.round((top + bottom - height) / 2);

/** As many as there is room for, in the middle of the space; where that is not all, the last place says how many more there are. */
function stacked<Item>(all: readonly Item[], height: number, space: Space): Stack<Item> {
  const roomFor = (room: number) => Math.floor((room + GAP) / (height + GAP));
  const whole = space.bottom - space.top;
  const shown = all.length <= roomFor(whole) ? all.length : Math.max(0, roomFor(whole - HEIGHTS.more - GAP));
  const hidden = all.length - shown;
  const taken = shown * (height + GAP) + (hidden > 0 ? HEIGHTS.more : -GAP);
  const top = middle(space, taken);
  const y = (at: number) => top + at * (height + GAP);
  return { items: all.slice(0, shown).map((item, at) => ({ item, y: y(at) })), hidden, moreY: y(shown) };
}

function moreOf(part: string, { hidden }: Stack<unknown>, box: Box): Placed[] {
  return hidden === 0 ? [] : [{ part, kind: 'more', name: `${hidden} more`, box }];
}

/** Advice line, front door and duty, as far as they are in use. */
function doors({ calls, duty }: ServiceFigures, space: Space, boxAt: (y: number) => Box): Placed[] {
  const all = [
    ...(calls > 0
      ? [{ part: 'frontDoor.adviceLine', kind: 'advice line' as const, name: 'Advice line' }]
      : []),
    { part: 'frontDoor', kind: 'front door' as const, name: 'Front door' },
    ...(duty === 'none' ? [] : [{ part: 'frontDoor.duty', kind: 'duty' as const, name: 'Duty visits' }]),
  ];
  const { items } = stacked(all, HEIGHTS.door, space);
  return items.map(({ item, y }) => ({ ...item, box: boxAt(y) }));
}
