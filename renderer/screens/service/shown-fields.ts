/** Which parameters of a part have a field on the screen: those that the scenario has, and those that the way in which it is said leaves open. */
import { isGroup, join, SCENARIO_SHAPE, type Shape, shapeUnder } from '../../../scenarios/shape.ts';
import { keysOf } from '../../stores/scenario-content.ts';

/** Reads what stands at a path, groups too: `ScenarioStore.valueOf`. */
export type Read = (path: string) => unknown;

/** Every parameter under a path that is to be shown, in the order of the file format. */
export function fieldsUnder(path: string, read: Read): string[] {
  const shape = keysOf(path).reduce<Shape | undefined>(shapeUnder, SCENARIO_SHAPE);
  return shape ? within(shape, path, read) : [];
}

/** Names of the records at a path, as they stand. */
export function namesAt(path: string, read: Read): string[] {
  const value = read(path);
  return isGroup(value) ? Object.keys(value) : [];
}

function within(shape: Shape, path: string, read: Read): string[] {
  if (!isShown(path, read)) return [];
  switch (shape.kind) {
    case 'leaf':
      return [path];
    case 'fields': {
      const keys = [...shape.fields.keys()].filter((key) => isOfItsWay(key, shape.ways, read(path)));
      return keys.flatMap((key) => within(shape.fields.get(key)!, join(path, key), read));
    }
    case 'named':
      return namesWithin(path, read).flatMap((name) => within(shape.entry, join(path, name), read));
    case 'patch':
      return [];
  }
}

/** Records keyed by the names of other records have a place for each of these. */
function namesWithin(path: string, read: Read): string[] {
  if (/^(demand\.sources\.[^.]+|frontDoor\.adviceLine)\.needs$/.test(path)) return namesAt('needs', read);
  if (/^needs\.[^.]+\.routes\.pathways$/.test(path)) return namesAt('pathways', read);
  const steps = /^pathways\.([^.]+)\.stepsTo$/.exec(path);
  if (steps) return namesAt('pathways', read).filter((name) => name !== steps[1]);
  return namesAt(path, read);
}

interface Rule {
  readonly path: RegExp;
  readonly shows: (read: Read, first: string, path: string) => boolean;
}

const isThere: Rule['shows'] = (read, _, path) => read(path) !== undefined;

/** What is left out by most, or belongs to another way of saying the same. */
const RULES: readonly Rule[] = [
  { path: /^pathways\.([^.]+)\.group$/, shows: (read, name) => offerOf(read, name) === 'group' },
  {
    path: /^pathways\.([^.]+)\.partner$/,
    shows: (read, name) => offerOf(read, name) === 'partner-held',
  },
  // Files beside a scenario file, which a document has none of; and moves, which only dated changes have.
  { path: /\.(?:weeklyCsv|movedFrom)$/, shows: isThere },
  { path: /^demand\.sources\.[^.]+\.(?:weekly|share)$/, shows: isThere },
  {
    path: /^demand\.sources\.([^.]+)\.referrals$/,
    shows: (read, name) =>
      ['share', 'weekly', 'weeklyCsv'].every((key) => read(`demand.sources.${name}.${key}`) === undefined),
  },
  { path: /^demand\.referralsPerYear$/, shows: isThere },
  { path: /^opening\.(?:waiting|open)$/, shows: (read) => read('opening.from') === 'snapshot' },
  { path: /^opening\.open\.[^.]+\.plan$/, shows: isThere },
];

const offerOf = (read: Read, pathway: string) => read(`pathways.${pathway}.offer`);

function isShown(path: string, read: Read): boolean {
  return RULES.every((rule) => {
    const found = rule.path.exec(path);
    return found === null || rule.shows(read, found[1] ?? '', path);
  });
}

/** Where a group is said in one of several ways: whether a key belongs to the way it is said in. */
function isOfItsWay(key: string, ways: readonly ReadonlySet<string>[], value: unknown): boolean {
  if (ways.length < 2) return true;
  const said = isGroup(value) ? value : {};
  const fitting = ways.filter((way) => Object.keys(said).every((known) => way.has(known)));
  const named = fitting.find((way) => typeof said.by === 'string' && way.has(said.by));
  return (named ?? fitting[0] ?? ways[0]!).has(key);
}
