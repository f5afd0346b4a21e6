/** Parts about the work: what a family gets, who does it, how it ends and who comes back. */
import { groupOf, NOTHING, type Part, placed, plainly, some, without } from './part.ts';
import type { RecordKind } from './records.ts';
import { fieldsUnder, namesAt, type Read } from './shown-fields.ts';

export function workPart(name: string, read: Read): Part {
  const path = `pathways.${name}`;
  const offer = ['group', 'partner'].flatMap((key) => fieldsUnder(`${path}.${key}`, read));
  const plan = read(`${path}.offer`) === 'group' ? [] : fieldsUnder(`${path}.plan`, read);
  const first = [...plan, ...offer, `${path}.visitEveryWeeks`, `${path}.offer`];
  const elsewhere = /\.(?:outcomes|reReferral|escalationAfter)\./;
  const rest = without(fieldsUnder(path, read), first).filter((field) => !elsewhere.test(field));
  const open = read(`opening.open.${name}`) === undefined ? [] : fieldsUnder(`opening.open.${name}`, read);
  const stepping = rest.filter((field) => field.includes('.stepsTo.'));
  return {
    id: path,
    title: `Work: ${name}`,
    about: 'What one family gets, and how long it takes.',
    first: [groupOf('', first)],
    more: some([
      groupOf('Sessions and time', without(rest, stepping)),
      groupOf('Going over to another pathway', stepping, placed),
      groupOf('Cases open on the first day', open),
    ]),
    record: { kind: 'pathway', path: 'pathways', name },
    adds: [],
  };
}

export function teamPart(name: string, read: Read): Part {
  const path = `teams.${name}`;
  const posts = namesAt(`${path}.posts`, read);
  const firstOf = (post: string) =>
    ['fte', 'capPerFte', 'effectiveFill'].map((key) => `${path}.posts.${post}.${key}`);
  const own = fieldsUnder(path, read).filter((field) => !field.startsWith(`${path}.posts.`));
  return {
    id: path,
    title: `Team: ${name}`,
    about: 'Workers and the families they can hold.',
    first: posts.map((post) => ({
      ...groupOf(`Post: ${post}`, firstOf(post)),
      record: { kind: 'post', path: `${path}.posts`, name: post },
    })),
    more: some([
      groupOf('The team', own),
      ...posts.map((post) =>
        groupOf(`Post: ${post}`, without(fieldsUnder(`${path}.posts.${post}`, read), firstOf(post))),
      ),
    ]),
    record: { kind: 'team', path: 'teams', name },
    adds: [{ kind: 'post', path: `${path}.posts` }],
  };
}

export function listOfPart(id: string, title: string, about: string, kind: RecordKind, read: Read): Part {
  const firstOf = (name: string) =>
    kind === 'team'
      ? namesAt(`teams.${name}.posts`, read).flatMap((post) => [
          `teams.${name}.posts.${post}.fte`,
          `teams.${name}.posts.${post}.capPerFte`,
        ])
      : [...fieldsUnder(`pathways.${name}.plan`, read), `pathways.${name}.visitEveryWeeks`];
  return {
    ...NOTHING,
    id,
    title,
    about,
    first: namesAt(id, read).map((name) => groupOf(name, firstOf(name), kind === 'team' ? placed : plainly)),
    adds: [{ kind, path: id }],
  };
}

export function closingPart(read: Read): Part {
  const pathways = namesAt('pathways', read);
  return {
    ...NOTHING,
    id: 'closing',
    title: 'Closing',
    about: 'How cases end. The shares of a pathway make a whole.',
    first: pathways.map((name) =>
      groupOf(pathways.length > 1 ? name : '', fieldsUnder(`pathways.${name}.outcomes`, read)),
    ),
    more: pathways.map((name) =>
      groupOf(
        pathways.length > 1 ? `After closure: ${name}` : 'After closure',
        fieldsUnder(`pathways.${name}.escalationAfter`, read),
      ),
    ),
  };
}

export function backPart(read: Read): Part {
  const pathways = namesAt('pathways', read);
  const firstOf = (name: string) =>
    ['chance', 'delay', 'returnsTo'].map((key) => `pathways.${name}.reReferral.${key}`);
  return {
    ...NOTHING,
    id: 'back',
    title: 'Coming back',
    about: 'Families who need help again after their case was closed.',
    first: pathways.map((name) => groupOf(pathways.length > 1 ? name : '', firstOf(name))),
    more: pathways.map((name) =>
      groupOf(
        pathways.length > 1 ? name : '',
        without(fieldsUnder(`pathways.${name}.reReferral`, read), firstOf(name)),
      ),
    ),
  };
}
