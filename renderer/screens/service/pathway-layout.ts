/** Where the parts of the picture stand, in CSS pixels: five columns from who refers to closing, and the way back below them. */
import type { ServiceFigures } from './pathway-figures.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Column {
  readonly x: number;
  readonly width: number;
}

export const COLUMNS = ['sources', 'front door', 'pathways', 'teams', 'closing'] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** A part of the service and its place; `more` stands for those that there is no room for. */
export interface Placed {
  /** As `ui.part` names it. */
  readonly part: string;
  readonly kind: PartKind;
  readonly name: string;
  readonly box: Box;
}

export type PartKind =
  | 'source'
  | 'advice line'
  | 'front door'
  | 'duty'
  | 'list'
  | 'work'
  | 'leaving'
  | 'team'
  | 'closing'
  | 'back'
  | 'more';

export interface Link {
  readonly id: string;
  /** Path data. */
  readonly d: string;
  /** CSS pixels of the stream. */
  readonly width: number;
  readonly kind: 'onward' | 'back' | 'away';
}

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

/** Streams are as wide as families a week, the widest so many pixels. */
const WIDEST = 14;
const THINNEST = 1.5;

function linksOf(figures: ServiceFigures, placed: readonly Placed[], height: number): Link[] {
  const boxOf = (part: string) => placed.find((candidate) => candidate.part === part)?.box;
  const widest = Math.max(figures.decisions, figures.closed, figures.calls, 1e-9);
  const widthOf = (perWeek: number) => Math.max(THINNEST, (perWeek / widest) * WIDEST);
  const door = boxOf('frontDoor')!;
  const duty = boxOf('frontDoor.duty');
  const [closing, back, leaving] = [boxOf('closing')!, boxOf('back')!, boxOf('waiting')!];
  const shown = figures.pathways.filter(({ name }) => boxOf(`pathways.${name}`));
  const onward = (id: string, from: Box | undefined, to: Box | undefined, perWeek: number): Link[] =>
    from && to && perWeek > 0 ? [{ id, d: across(from, to), width: widthOf(perWeek), kind: 'onward' }] : [];
  return [
    ...figures.sources.flatMap(({ name, perWeek }) =>
      onward(`from ${name}`, boxOf(`demand.sources.${name}`), door, perWeek),
    ),
    ...(figures.calls > 0 ? fromAdvice(boxOf('frontDoor.adviceLine')!, door) : []),
    ...(duty ? [downward('to duty', door, duty, widthOf(figures.decisions * figures.accepted))] : []),
    ...shown.flatMap(({ name, joining }) =>
      onward(`to ${name}`, duty ?? door, boxOf(`opening.waiting.${name}`), joining),
    ),
    ...shown.flatMap((pathway) => beyond(pathway, figures, boxOf, onward)),
    ...figures.teams.flatMap((team) => {
      const of = shown.filter(({ name, pathway }) => team.serves.includes(name) && byWorker(pathway));
      const share = of.reduce((sum, pathway) => sum + pathway.begun / serving(pathway.name, figures), 0);
      return onward(`${team.name} closes`, boxOf(`teams.${team.name}`), closing, share);
    }),
    {
      id: 'leaving',
      d: `M${leaving.x + leaving.width / 2},${lowest(placed)} V${leaving.y}`,
      width: widthOf(figures.leaving),
      kind: 'away',
    },
    {
      id: 'closing to back',
      d: `M${closing.x + closing.width / 2},${closing.y + closing.height} V${back.y}`,
      width: widthOf(figures.back),
      kind: 'back',
    },
    {
      id: 'back',
      d: wayBack(back, backTo(figures, door, boxOf), height),
      width: widthOf(figures.back),
      kind: 'back',
    },
  ];
}

/** Lower edge of the lists and their work. */
const lowest = (placed: readonly Placed[]) =>
  Math.max(...placed.flatMap(({ kind, box }) => (kind === 'work' ? [box.y + box.height] : [])));

const byWorker = ({ offer }: { readonly offer: string }) => offer === 'one to one';
/** Few of the calls go on. */
const fromAdvice = (advice: Box, door: Box): Link[] => [downward('from advice', advice, door, THINNEST)];

const downward = (id: string, from: Box, to: Box, width: number): Link => ({
  id,
  d: `M${from.x + from.width / 2},${from.y + from.height} V${to.y}`,
  width,
  kind: 'onward',
});

const serving = (pathway: string, { teams }: ServiceFigures) =>
  Math.max(1, teams.filter(({ serves }) => serves.includes(pathway)).length);

/** From the work on: to the teams whose workers do it; courses and partners close by themselves. */
function beyond(
  { name, pathway, begun }: ServiceFigures['pathways'][number],
  figures: ServiceFigures,
  boxOf: (part: string) => Box | undefined,
  onward: (id: string, from: Box | undefined, to: Box | undefined, perWeek: number) => Link[],
): Link[] {
  const from = boxOf(`pathways.${name}`);
  if (!byWorker(pathway)) return onward(`${name} closes`, from, boxOf('closing'), begun);
  return figures.teams
    .filter(({ serves }) => serves.includes(name))
    .flatMap((team) =>
      onward(`${name} by ${team.name}`, from, boxOf(`teams.${team.name}`), begun / serving(name, figures)),
    );
}

/** Where the way back ends: under the front door, or under the lists. */
function backTo(
  { backTo: where, pathways }: ServiceFigures,
  door: Box,
  boxOf: (part: string) => Box | undefined,
): Box {
  const list = boxOf(`opening.waiting.${pathways[0]?.name}`);
  return where === 'front door' || list === undefined ? door : list;
}

/** From the middle of the right side to the middle of the left side of the next. */
function across(from: Box, to: Box): string {
  const [x1, y1, x2, y2] = [from.x + from.width, from.y + from.height / 2, to.x, to.y + to.height / 2];
  const bend = (x1 + x2) / 2;
  return `M${x1},${y1} C${bend},${y1} ${bend},${y2} ${x2},${y2}`;
}

/** Along the lower edge, and up into what it comes back to. */
function wayBack(from: Box, to: Box, height: number): string {
  const [y, x] = [height - 8, to.x - 10];
  const end = to.y + to.height / 2 + 12;
  return `M${from.x + from.width / 2},${from.y + from.height} V${y - 8} q0,8 -8,8 H${x + 8} q-8,0 -8,-8 V${end + 8} q0,-8 8,-8 H${to.x}`;
}
