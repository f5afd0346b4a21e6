/** Sources, needs, pathways, teams, posts and localities added, renamed and taken away: what it makes of a scenario's content, with all that refers to them. */
import type { ScenarioContent } from '../../../host/contract.ts';
import { WHOLE_AREA } from '../../../scenarios/parameters/locality.ts';
import { LONGEST_RECORD_NAME, recordName } from '../../../scenarios/records.ts';
import { isGroup, join } from '../../../scenarios/shape.ts';
import { keysOf, valueAt, withoutValue, withValue } from '../../stores/scenario-content.ts';
import { baseOf, mergedOf } from '../../stores/scenario-reading.ts';

export type RecordKind = 'source' | 'need' | 'pathway' | 'team' | 'post' | 'locality';

export const KIND_WORDS: Readonly<Record<RecordKind, string>> = {
  source: 'source of referrals',
  need: 'need',
  pathway: 'pathway',
  team: 'team',
  post: 'post',
  locality: 'locality',
};

/** Where a kind of record is named, besides its own place: as a key, as a name, or in a list of names. */
interface Mentions {
  readonly keys: readonly string[];
  readonly names: readonly string[];
}

/** Shares in which referrals have each need. */
const NEED_MIXES = ['demand.sources.*.needs', 'frontDoor.adviceLine.needs'];

const MENTIONS: Readonly<Record<Exclude<RecordKind, 'post'>, Mentions>> = {
  source: { keys: ['demand.sources.*'], names: [] },
  need: { keys: ['needs.*', ...NEED_MIXES.map((mix) => `${mix}.*`)], names: [] },
  pathway: {
    keys: [
      'pathways.*',
      'needs.*.routes.pathways.*',
      'pathways.*.stepsTo.*',
      'opening.waiting.*',
      'opening.open.*',
    ],
    names: ['teams.*.serves', 'teams.*.posts.*.serves'],
  },
  team: {
    keys: ['teams.*'],
    names: ['pathways.*.group.team', 'pathways.*.partner.team', 'teams.*.posts.*.movedFrom.team'],
  },
  locality: { keys: ['localities.*'], names: ['teams.*.locality'] },
};

function mentionsOf(kind: RecordKind, place: string): Mentions {
  if (kind !== 'post') return MENTIONS[kind];
  return { keys: [`${place}.*`], names: [`${place}.*.promotedFrom`, 'teams.*.posts.*.movedFrom.post'] };
}

/** Every place that names records of this kind, in dated changes too. */
function naming(kind: RecordKind, place: string, whole: unknown): string[] {
  const { names } = mentionsOf(kind, place);
  return [...names, ...names.map(inChanges)]
    .flatMap((pattern) => pathsLike(whole, pattern))
    .filter((path) => !path.endsWith('.movedFrom.post') || isOfTeam(path, place, whole));
}

/** A post of the same name in another team is another post. */
function isOfTeam(movedFrom: string, place: string, whole: unknown): boolean {
  const team = valueAt(whole, [...keysOf(movedFrom).slice(0, -1), 'team']);
  return place === `teams.${team}.posts`;
}

/** Why a name cannot be taken, or `null`. */
export function nameProblem(name: string, taken: readonly string[]): string | null {
  if (name.trim() === '') return 'Write a name.';
  if (taken.includes(name.trim())) return 'This name is taken.';
  if (recordName.safeParse(name.trim()).success) return null;
  return `Write up to ${LONGEST_RECORD_NAME} letters, digits, spaces and - _ & + ( ) / ’, beginning with a letter or digit.`;
}

/** A record under another name: its values, and everything that names it. */
export function renamed(
  content: ScenarioContent,
  kind: RecordKind,
  place: string,
  from: string,
  to: string,
): ScenarioContent {
  const { keys } = mentionsOf(kind, place);
  const whole = mergedOf(content).content;
  const noted = noteful(content);
  const moves = [...keys, ...keys.map(inChanges)]
    .flatMap((pattern) => pathsLike(whole, pattern))
    .filter((path) => keysOf(path).at(-1) === from)
    // What lies deeper first: the record itself moves with all that has changed in it.
    .toSorted((a, b) => keysOf(b).length - keysOf(a).length);
  const named = retold(content, whole, naming(kind, place, whole), (name) => (name === from ? to : name));
  return moves.reduce((made, path) => {
    const there = keysOf(path).slice(0, -1).join('.');
    const values = layered(valueAt(noted, keysOf(path)), valueAt(made, keysOf(path)));
    return withValue(without(made, path), join(there, to), values);
  }, named);
}

/** Without a record and without what names it. Shares that no longer make a whole are left for the check to say; a need that is left alone has them all. */
export function removed(
  content: ScenarioContent,
  kind: RecordKind,
  place: string,
  name: string,
): ScenarioContent {
  const { keys } = mentionsOf(kind, place);
  const whole = mergedOf(content).content;
  const cleared = retold(content, whole, naming(kind, place, whole), (known) => {
    if (known !== name) return known;
    return kind === 'locality' ? WHOLE_AREA : null;
  });
  const left = [...keys, ...keys.map(inChanges)]
    .flatMap((pattern) => pathsLike(whole, pattern))
    .filter((path) => keysOf(path).at(-1) === name)
    .reduce(without, cleared);
  return kind === 'need' ? withOnlyNeed(left) : left;
}

/** Where one need is left, every family has it. */
function withOnlyNeed(content: ScenarioContent): ScenarioContent {
  const whole = mergedOf(content).content;
  return NEED_MIXES.flatMap((pattern) => pathsLike(whole, pattern)).reduce((made, mix) => {
    const shares = Object.entries(valueAt(whole, keysOf(mix)) as Record<string, unknown>);
    const [only] = shares;
    return shares.length === 1 && only![1] !== 1 ? withValue(made, join(mix, only![0]), 1) : made;
  }, content);
}

/** A new record, as like the first of its kind as it can be without changing what the service does; a team or post begins with one worker. */
export function added(
  content: ScenarioContent,
  kind: RecordKind,
  place: string,
  name: string,
): ScenarioContent {
  const whole = mergedOf(content).content;
  const first = firstOf(valueAt(whole, keysOf(place)));
  const path = join(place, name);
  switch (kind) {
    case 'source': {
      const volume = 'share' in first ? { share: 0 } : { referrals: 0 };
      return withValue(content, path, {
        ...volume,
        ...('per' in first ? { per: first.per } : {}),
        needs: first.needs,
      });
    }
    case 'need':
      return withNewNeed(withValue(content, path, first), whole, name);
    case 'pathway':
      return withNewPathway(withValue(content, path, plainPathway(first)), whole, name);
    case 'team': {
      const { locality: _locality, ...like } = first;
      return withValue(content, path, { ...like, posts: { worker: onePost(firstOf(first.posts)) } });
    }
    case 'post':
      return withValue(content, path, onePost(first));
    case 'locality':
      return withValue(content, path, { share: Object.keys(first).length === 0 ? 1 : 0 });
  }
}

/** Records that the preset has and this scenario takes out, and those that only this scenario has, by path. */
export function recordsDiffering(content: ScenarioContent): {
  readonly gone: readonly string[];
  readonly own: readonly string[];
} {
  const base = baseOf(content);
  if (base === null) return { gone: [], own: [] };
  const patterns = [...Object.values(MENTIONS).map(({ keys }) => keys[0]!), 'teams.*.posts.*'];
  const unlike = patterns
    .flatMap((pattern) => pathsLike(content, pattern))
    .map((path) => ({
      path,
      isGone: valueAt(content, keysOf(path)) === null,
      isBase: valueAt(base, keysOf(path)) !== undefined,
    }));
  const own = unlike.filter(({ isGone, isBase }) => !isGone && !isBase).map(({ path }) => path);
  return {
    gone: unlike.filter(({ isGone, isBase }) => isGone && isBase).map(({ path }) => path),
    own: own.filter((path) => !own.some((other) => path.startsWith(`${other}.`))),
  };
}

const inChanges = (pattern: string) => `changes.*.${pattern}`;

/** Taken out: `null` says so where the preset has it. */
function without(content: ScenarioContent, path: string): ScenarioContent {
  const base = baseOf(content);
  return valueAt(base, keysOf(path)) === undefined
    ? withoutValue(content, path, base)
    : withValue(content, path, null);
}

/** Paths in a tree that a pattern fits, `*` standing for any key. */
function pathsLike(tree: unknown, pattern: string): string[] {
  return keysOf(pattern).reduce<string[]>(
    (paths, key) =>
      paths.flatMap((path) => {
        const at = path === '' ? tree : valueAt(tree, keysOf(path));
        if (!isGroup(at)) return [];
        return Object.keys(at)
          .filter((known) => key === '*' || known === key)
          .map((known) => join(path, known));
      }),
    [''],
  );
}

/** Names told again at all these places; `null` takes one out of a list, and the word away where it stands alone. */
function retold(
  content: ScenarioContent,
  whole: unknown,
  paths: readonly string[],
  tell: (name: string) => string | null,
): ScenarioContent {
  return paths.reduce((made, path) => {
    const value = valueAt(whole, keysOf(path));
    if (Array.isArray(value)) {
      const names = value.flatMap((name) => tell(String(name)) ?? []);
      return names.join() === value.join() ? made : withValue(made, path, names);
    }
    const name = typeof value === 'string' ? tell(value) : null;
    // A place that needs a name keeps the one gone: the check says so at its field.
    return name === null || name === value ? made : withValue(made, path, name);
  }, content);
}

/** The preset's content below the scenario's own, both as written, notes included. */
function noteful(content: ScenarioContent): unknown {
  return layered(baseOf(content) ?? {}, content);
}

function layered(below: unknown, above: unknown): unknown {
  if (!isGroup(below) || !isGroup(above)) return above === undefined ? below : above;
  if (isLeaf(below) || isLeaf(above)) return above;
  const keys = new Set([...Object.keys(below), ...Object.keys(above)]);
  return Object.fromEntries(
    [...keys].filter((key) => above[key] !== null).map((key) => [key, layered(below[key], above[key])]),
  );
}

const isLeaf = (group: object) => 'value' in group || 'distribution' in group;

function firstOf(records: unknown): Record<string, unknown> {
  const first = isGroup(records) ? Object.values(records)[0] : undefined;
  return isGroup(first) ? first : {};
}

function onePost(like: Record<string, unknown>): Record<string, unknown> {
  const {
    workers: _workers,
    from: _from,
    until: _until,
    movedFrom: _movedFrom,
    vacantAtStart: _vacant,
    ...rest
  } = like;
  return { ...rest, fte: 1 };
}

function plainPathway(like: Record<string, unknown>): Record<string, unknown> {
  const { stepsTo: _stepsTo, ...rest } = like;
  return rest;
}

/** No family has it yet: a share of none in every mix of needs. */
function withNewNeed(
  content: ScenarioContent,
  whole: Record<string, unknown>,
  name: string,
): ScenarioContent {
  return NEED_MIXES.flatMap((pattern) => pathsLike(whole, pattern)).reduce(
    (made, path) => withValue(made, join(path, name), 0),
    content,
  );
}

/** Nobody is sent to it yet; every team that serves the first pathway may take its families. */
function withNewPathway(
  content: ScenarioContent,
  whole: Record<string, unknown>,
  name: string,
): ScenarioContent {
  const routed = pathsLike(whole, 'needs.*.routes.pathways').reduce(
    (made, path) => withValue(made, join(path, name), 0),
    content,
  );
  return pathsLike(whole, 'teams.*.serves').reduce((made, path) => {
    const serves = valueAt(whole, keysOf(path));
    return Array.isArray(serves) ? withValue(made, path, [...serves, name]) : made;
  }, routed);
}
