/** What of a scenario a dated change can alter, with the fields that the Service screen has for it. */
import { isLasting } from '../../../scenarios/changes.ts';
import { isGroup } from '../../../scenarios/shape.ts';
import { contentAfter, contentBefore } from '../../stores/content-before.ts';
import { defaultAt } from '../../stores/parameter-at.ts';
import { keysOf, valueAt } from '../../stores/scenario-content.ts';
import type { FieldGroup } from '../service/part.ts';
import { partOf } from '../service/parts.ts';
import { namesAt, type Read } from '../service/shown-fields.ts';

type Content = Readonly<Record<string, unknown>>;

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Parts by what they belong to, as a list to choose from. */
export interface Choices {
  readonly group: string;
  readonly items: readonly Choice[];
}

/** Parts of the scenario as it stands from the change on. */
export function partChoices(content: Content, name: string): Choices[] {
  const read = readAfter(content, name);
  const each = (place: string, kind: string): Choice[] =>
    namesAt(place, read).map((record) => ({ value: `${place}.${record}`, label: `${kind} ${record}` }));
  return [
    {
      group: 'Demand',
      items: [{ value: 'demand', label: 'All referrals' }, ...each('demand.sources', 'Referrals from')],
    },
    {
      group: 'Front door',
      items: [
        { value: 'frontDoor', label: 'Front door' },
        { value: 'frontDoor.adviceLine', label: 'Advice line' },
        { value: 'frontDoor.duty', label: 'Duty visits' },
      ],
    },
    { group: 'Waiting list', items: [{ value: 'waiting', label: 'Waiting and allocation' }] },
    {
      group: 'Pathways',
      items: [
        ...each('pathways', 'Pathway'),
        { value: 'closing', label: 'How cases close' },
        { value: 'back', label: 'Families who come back' },
      ],
    },
    { group: 'Teams', items: each('teams', 'Team') },
  ];
}

export interface ChangePart {
  readonly about: string;
  readonly first: readonly FieldGroup[];
  readonly more: readonly FieldGroup[];
}

/** The fields of a part, each with its path in the change. */
export function changePart(content: Content, name: string, part: string): ChangePart {
  const { about, first, more } = partOf(part, readAfter(content, name));
  const before = contentBefore(content, name);
  const inChange = (groups: readonly FieldGroup[]) =>
    groups
      .map(({ title, fields }) => ({
        title,
        fields: fields
          .filter(({ path }) => canChange(path, before))
          .map(({ path, label }) => ({ path: `changes.${name}.${path}`, label })),
      }))
      .filter(({ fields }) => fields.length > 0);
  return { about, first: inChange(first), more: inChange(more) };
}

/** The first part of which a change says something, or all referrals. */
export function partOfChange(content: Content, name: string): string {
  const change = valueAt(content, ['changes', name]);
  const room = Object.keys(isGroup(change) ? change : {}).find((key) => key !== 'from');
  const within = valueAt(change, room === 'demand' ? ['demand', 'sources'] : [room ?? '']);
  const record = Object.entries(isGroup(within) ? within : {}).find(([, value]) => value !== null)?.[0];
  switch (room) {
    case 'demand':
      return record === undefined ? 'demand' : `demand.sources.${record}`;
    case 'pathways':
    case 'teams':
      return record === undefined ? firstTeam(content, name) : `${room}.${record}`;
    case 'frontDoor':
      return record === 'adviceLine' || record === 'duty' ? `frontDoor.${record}` : 'frontDoor';
    case 'needs':
    case 'waiting':
    case 'allocation':
      return 'waiting';
    default:
      return firstTeam(content, name);
  }
}

/** Workers are what services change most. */
function firstTeam(content: Content, name: string): string {
  const [team] = namesAt('teams', readAfter(content, name));
  return team === undefined ? 'demand' : `teams.${team}`;
}

function readAfter(content: Content, name: string): Read {
  const after = contentAfter(content, name);
  return (path) => valueAt(after, keysOf(path)) ?? defaultAt(path);
}

const CHANGEABLE = /^(?:demand|needs|frontDoor|waiting|pathways|allocation|teams)\./;

/** What lasts can be said of a record that is new with the change. */
function canChange(path: string, before: Content): boolean {
  if (!CHANGEABLE.test(path)) return false;
  return !isLasting(path) || !isGroup(valueAt(before, keysOf(path).slice(0, -1)));
}
