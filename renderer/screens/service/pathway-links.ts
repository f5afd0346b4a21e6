/** The streams between the parts of the picture: how wide each is, and along which path. */
import type { ServiceFigures } from './pathway-figures.ts';
import type { Box, Placed } from './placed-part.ts';

export interface Link {
  readonly id: string;
  /** Path data. */
  readonly d: string;
  /** CSS pixels of the stream. */
  readonly width: number;
  readonly kind: 'onward' | 'back' | 'away';
}

/** Streams are as wide as families a week, the widest so many pixels. */
const WIDEST = 14;
const THINNEST = 1.5;

export function linksOf(figures: ServiceFigures, placed: readonly Placed[], height: number): Link[] {
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
