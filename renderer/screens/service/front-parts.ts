/** Parts up to the front door: who refers, and where each referral goes. */
import { groupOf, NOTHING, type Part, placed, plainly, some, without } from './part.ts';
import { fieldsUnder, namesAt, type Read } from './shown-fields.ts';

export function demandPart(read: Read): Part {
  const sources = namesAt('demand.sources', read);
  return {
    ...NOTHING,
    id: 'demand',
    title: 'Referrals',
    about: 'Who refers families, and how often.',
    first: some([
      groupOf('', fieldsUnder('demand.referralsPerYear', read)),
      ...sources.map((name) => groupOf(name, volumeOf(name, read))),
    ]),
    more: some([groupOf('School holidays', fieldsUnder('demand.schoolHolidays', read), placed)]),
    adds: [{ kind: 'source', path: 'demand.sources' }],
  };
}

const volumeOf = (source: string, read: Read) =>
  ['referrals', 'share', 'per'].flatMap((key) => fieldsUnder(`demand.sources.${source}.${key}`, read));

export function sourcePart(name: string, read: Read): Part {
  const path = `demand.sources.${name}`;
  const first = volumeOf(name, read);
  const growth = [`${path}.growthPerYear`];
  const needs = namesAt('needs', read).length > 1 ? fieldsUnder(`${path}.needs`, read) : [];
  const rest = without(fieldsUnder(path, read), [...first, ...growth, ...needs]);
  return {
    id: path,
    title: name,
    about: 'Referrals from this source.',
    first: some([groupOf('', [...first, ...growth]), groupOf('What these families need', needs, placed)]),
    more: some([groupOf('Season and chance', rest)]),
    record: { kind: 'source', path: 'demand.sources', name },
    adds: [],
  };
}

export function frontDoorPart(read: Read): Part {
  const needs = namesAt('needs', read);
  const lines = ['frontDoor.adviceLine.calls', 'frontDoor.adviceLine.per', 'frontDoor.duty.workers'];
  const own = fieldsUnder('frontDoor', read).filter(
    (path) => !/^frontDoor\.(?:adviceLine|duty)\./.test(path),
  );
  return {
    ...NOTHING,
    id: 'frontDoor',
    title: 'Front door',
    about:
      'Where each referral goes: to a pathway, to social care, or no further. The shares of a need make a whole.',
    first: needs.map((need) =>
      groupOf(needs.length > 1 ? need : '', fieldsUnder(`needs.${need}.routes`, read), (path) =>
        path.includes('.pathways.') && namesAt('pathways', read).length > 1
          ? { path, label: `Share accepted for ${path.split('.').at(-1)}` }
          : plainly(path),
      ),
    ),
    more: some([groupOf('How decisions are made', own), groupOf('Advice line and duty', lines)]),
  };
}

export function branchPart(
  id: string,
  title: string,
  about: string,
  firstKeys: readonly string[],
  read: Read,
): Part {
  const first = firstKeys.map((key) => `${id}.${key}`);
  return {
    ...NOTHING,
    id,
    title,
    about,
    first: [groupOf('', first)],
    more: some([groupOf('', without(fieldsUnder(id, read), first), placed)]),
  };
}
